"""Some games of a batch on their own, against the same games worked on where they are."""

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.facts import Log, Silent, Tally
from game.core.ledger import Book, Ledger, Movement, Source
from game.core.observation import glance, observe
from game.core.part import those
from game.core.state import columns
from game.core.week import Week
from tests.exercises import ten_places
from tests.states import any_state

GAMES = 300  # more than are worked on together in any case
FEW, MANY = np.arange(GAMES) % 2 == 1, np.arange(GAMES) % 5 > 0


def a_week(seed: int = 3) -> Week:
    world = ten_places().world
    state = any_state(world, GAMES, seed)
    return Week(world, state, Chance(4, np.arange(7, 7 + GAMES)), Movement(GAMES), Tally(GAMES))


@pytest.mark.parametrize("where", [FEW, MANY])
def test_what_is_done_to_a_part_is_done_to_those_games_and_to_no_other(where: np.ndarray):
    week, plain = a_week(), a_week().state
    with those(week, where) as (part, rows):
        mine = where if rows is None else where[rows]
        amount = np.where(mine, 500, 0).astype(np.int32)
        part.change(part.world.tracks[0], amount, Source.EVENT, "", "")
        part.state.garrison = part.state.garrison + mine[:, None]
    plain.track[where, 0] = np.minimum(plain.track[where, 0] + 500, 100_000)
    plain.garrison[where] += 1
    assert week.state.digest() == plain.digest()


def test_a_part_of_a_part_gives_back_to_the_whole():
    week, plain = a_week(), a_week().state
    with (
        those(week, FEW) as (part, _),
        those(part, np.arange(part.state.games) % 9 == 1) as (one, _),
    ):
        one.state.caution = one.state.caution + np.int8(3)
    plain.caution[np.flatnonzero(FEW)[1::9]] += 3
    assert week.state.digest() == plain.digest()


def test_a_part_meets_the_luck_of_its_games():
    week = a_week()
    with those(week, FEW) as (part, _):
        np.testing.assert_array_equal(part.roll("rule", "x", 3), week.roll("rule", "x", 3)[FEW])
        drawn = part.chance.each(5, "rule", ["a", "b"])
    np.testing.assert_array_equal(drawn, week.chance.each(5, "rule", ["a", "b"])[FEW])


def test_whoever_keeps_something_of_one_game_follows_it_or_hears_no_more():
    rows, book, log = np.array([2, 5]), Book(5), Log(5)
    one, other = book.part(rows), log.part(rows)
    assert isinstance(one, Book) and isinstance(other, Log)
    assert (one.row, other.row) == (1, 1)
    assert one.entries is book.entries and other.facts is log.facts
    assert type(book.part(rows[:1])) is Ledger and type(log.part(rows[:1])) is Silent


def test_a_glance_sees_what_is_seen():
    week = a_week()
    for side in range(len(week.world.sides)):
        quick, full = glance(week.world, week.state, side), observe(week.world, week.state, side)
        for name in reversed(columns()):
            np.testing.assert_array_equal(getattr(quick.state, name), getattr(full.state, name))
        assert quick.state.games == full.state.games


def test_what_is_observed_has_no_way_back_to_the_truth():
    seen = observe(ten_places().world, a_week().state, 0).state
    assert vars(seen).keys() == {"week", "phase", *columns()}


def test_a_whole_keeps_what_others_look_at_and_a_part_writes_into_its_own():
    week = a_week()
    before, levels = week.state.status, week.state.status.copy()
    week.state.own("status")[:] = 0
    np.testing.assert_array_equal(before, levels)
    with those(week, FEW) as (part, _):
        assert part.state.own("status") is part.state.status
        part.state.own("status")[:] = 1
    assert (week.state.status == FEW[:, None]).all()


def test_stances_are_looked_up_side_by_side():
    state = a_week().state
    rows = np.arange(GAMES)[:, None]
    theirs, mine = state.holder, state.report_holder
    np.testing.assert_array_equal(state.stance(mine, theirs), state.relation[rows, mine, theirs])
    np.testing.assert_array_equal(state.stance(2, theirs), state.relation[rows, 2, theirs])
