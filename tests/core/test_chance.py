"""Luck has addresses: nothing that is added elsewhere moves it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.chance import Chance, seed_of
from game.core.facts import Log, Silent
from game.core.state import State
from game.core.week import Week
from game.engine.batch import play_week
from game.engine.doctrines import Hold, Random
from game.engine.exercise import Exercise, prepare
from game.engine.setup import set_up
from game.scenario.load import Loaded

SEED = 9540958503407032106
KNOWN = [
    (3, "probes.posts", "", 3, [[222, 542, 84], [191, 305, 25]]),
    (0, "postures", "first", 1, [[653], [831]]),
    (27, "assault", "", 1, [[377], [39]]),
]


def test_ten_known_draws_never_change():
    """A save must replay for ever: on another machine, another Python, another numpy."""
    assert seed_of("demo") == SEED
    chance = Chance(SEED, np.arange(2))
    for week, rule, item, size, numbers in KNOWN:
        assert chance.permille(week, rule, item, size).tolist() == numbers


@given(st.integers(0, 299), st.integers(1, 9), st.integers(0, 60))
def test_a_game_alone_has_the_luck_of_its_row(game: int, size: int, week: int):
    together = Chance(7, np.arange(300)).permille(week, "probes", size=size)
    alone = Chance(7, np.array([game])).permille(week, "probes", size=size)
    np.testing.assert_array_equal(together[game], alone[0])


@given(st.lists(st.integers(0, 500), min_size=1, max_size=20), st.integers(1, 7))
def test_rows_may_repeat_leave_and_stand_in_any_order(games: list[int], size: int):
    whole = Chance(7, np.arange(501)).permille(2, "drones", "sortie", size)
    rows = np.array(games)
    np.testing.assert_array_equal(
        Chance(7, rows).permille(2, "drones", "sortie", size), whole[rows]
    )
    left = Chance(7, np.arange(501)).of(rows)
    np.testing.assert_array_equal(left.permille(2, "drones", "sortie", size), whole[rows])


def test_no_games_have_no_luck():
    assert Chance(7, np.arange(0)).permille(1, "a", size=3).shape == (0, 3)
    assert Chance(7, np.arange(4)).each(1, "a", []).shape == (4, 0)


def test_an_item_by_name_keeps_its_dice_whatever_else_there_is():
    chance = Chance(7, np.arange(50))
    few = chance.each(4, "signals", ["one", "two"])
    more = chance.each(4, "signals", ["zero", "one", "another", "two"])
    np.testing.assert_array_equal(few, more[:, [1, 3]])


def test_what_was_drawn_before_does_not_matter():
    chance = Chance(7, np.arange(5))
    first = chance.permille(1, "a", size=3)
    chance.permille(9, "b", "c", size=5)
    np.testing.assert_array_equal(chance.permille(1, "a", size=3), first)


def test_addresses_do_not_share_numbers():
    chance = Chance(7, np.arange(1000))
    one = chance.permille(2, "a", "b")
    for other in (
        chance.permille(3, "a", "b"),
        chance.permille(2, "b", "a"),
        chance.permille(2, "a", "c"),
        chance.permille(2, "ab"),
        Chance(8, np.arange(1000)).permille(2, "a", "b"),
        Chance(7, np.arange(1000, 2000)).permille(2, "a", "b"),
    ):
        assert abs(np.corrcoef(one[:, 0], other[:, 0])[0, 1]) < 0.1


def test_numbers_are_even():
    numbers = Chance(7, np.arange(100_000)).permille(1, "even")
    assert numbers.min() == 0
    assert numbers.max() == 999
    assert abs(numbers.mean() - 499.5) < 3
    tenths = np.bincount(numbers[:, 0] // 100, minlength=10)
    assert (abs(tenths - 10_000) < 400).all()


class Listening(Chance):
    """Notes every number that is drawn, by its address."""

    drawn: dict[tuple[int, str, str], np.ndarray]

    def permille(self, week: int, rule: str, item: str = "", size: int = 1) -> np.ndarray:
        numbers = super().permille(week, rule, item, size)
        self.drawn = getattr(self, "drawn", {})
        self.drawn[(week, rule, item)] = numbers
        return numbers


def first_weeks(exercise: Exercise) -> Listening:
    """Play a week and return what was drawn for it."""
    chance = Listening(5, np.arange(8))
    play_week(exercise, Week(exercise.world, set_up(exercise, chance), chance), Hold())
    return chance


def changed(exercise: Exercise, **update: object) -> Exercise:
    """Return an exercise whose scenario says something else."""
    scenario = exercise.scenario.model_copy(update=update)
    return prepare(Loaded(exercise.id, scenario, exercise.texts))


def added(exercise: Exercise, what: str) -> Exercise:
    """Return an exercise with one more of something, before all that were there."""
    scenario = exercise.scenario
    if what == "rule":
        probes = scenario.rules.probes
        more = {"extra": next(iter(probes.values())), **probes}
        rules = scenario.rules.model_copy(update={"probes": more})
        return changed(exercise, rules=rules)
    things = getattr(scenario, what)
    return changed(exercise, **{what: {"extra": next(iter(things.values())), **things}})


@pytest.mark.parametrize("what", ["rule", "options", "events", "incidents"])
def test_something_that_is_added_moves_nobodys_dice(ten_places: Exercise, what: str):
    before, after = first_weeks(ten_places).drawn, first_weeks(added(ten_places, what)).drawn
    shared = before.keys() & after.keys()
    assert len(shared) > 20
    for address in shared:
        np.testing.assert_array_equal(before[address], after[address], str(address))
    assert len(before.keys() - after.keys()) <= 3  # what came about may have gone another way


def weeks_of(
    exercise: Exercise, games: np.ndarray, doctrine: Hold | Random, log: Log | None = None
) -> State:
    """Play some weeks of some games together."""
    chance = Chance(3, games)
    week = Week(exercise.world, set_up(exercise, chance), chance, log=log or Silent())
    for _ in range(4):
        play_week(exercise, week, doctrine)
    return week.state


@pytest.mark.parametrize("doctrine", [Hold(), Random()], ids=["hold", "random"])
def test_games_are_the_same_in_any_slice(exercise: Exercise, doctrine: Hold | Random):
    whole = weeks_of(exercise, np.arange(30), doctrine)
    for games in (np.arange(7, 30), np.array([22, 3, 29]), np.array([13])):
        assert weeks_of(exercise, games, doctrine).digest() == whole.take(games).digest()


def test_the_facts_of_a_game_are_the_same_in_any_slice(exercise: Exercise):
    logs = [Log(11), Log(0), Log(1)]
    for games, log in zip((np.arange(20), np.array([11]), np.array([5, 11])), logs, strict=True):
        weeks_of(exercise, games, Random(), log)
    assert logs[0].facts
    assert logs[0].facts == logs[1].facts == logs[2].facts
