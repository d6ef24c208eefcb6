"""What is kept of a batch is what each of its games, played alone, went through."""

import numpy as np
import pytest

from game.analysis.calibration.chronicle import Chronicle, Scribe, chronicle
from game.analysis.calibration.history import load_history
from game.analysis.calibration.measures import Measure
from game.analysis.calibration.measuring import take
from game.analysis.calibration.wanted import TIMES, Hold, Series, Wanted, wanted
from game.analysis.simulate import study
from game.core.chance import Chance
from game.core.state import NONE, State
from game.core.week import Week
from game.engine.batch import play_week
from game.engine.doctrines import DOCTRINES, Doctrine
from game.engine.setup import set_up
from game.rules.capture import PlaceTaken
from game.rules.counterattack import PlaceRetaken
from tests.analysis.test_calibration_files import EXAMPLE
from tests.exercises import ten_places

GAMES, SEED = 40, 21


@pytest.fixture(scope="module", params=["hold", "random"])
def doctrine(request) -> Doctrine:
    return DOCTRINES[request.param]


@pytest.fixture(scope="module")
def kept(doctrine: Doctrine) -> Chronicle:
    exercise = ten_places()
    asked = wanted(load_history(str(EXAMPLE), exercise).measures())
    return chronicle(exercise, asked, GAMES, doctrine, SEED, size=32)


def weeks_of(game: int, doctrine: Doctrine) -> list[State]:
    """Return the state at the start and at the end of every week of one game played alone."""
    exercise, chance = ten_places(), Chance(SEED, np.array([game]))
    week = Week(exercise.world, set_up(exercise, chance), chance)
    states = [week.state.copy()]
    while week.state.ending[0] == NONE:
        play_week(exercise, week, doctrine)
        states.append(week.state.copy())
    return states


def test_every_week_is_as_in_the_game_alone(kept: Chronicle, doctrine: Doctrine):
    world = ten_places().world
    for game in range(0, GAMES, 7):
        states = weeks_of(game, doctrine)
        assert kept.last[game] == len(states) - 1
        assert kept.ending[game] == states[-1].ending[0]
        for row in range(world.weeks + 1):
            state = states[min(row, len(states) - 1)]
            for series, table in kept.series.items():
                assert table[row, game] == series.now(world, state)[0], series
            for hold, possession in kept.holds.items():
                assert possession.held[row, game] == hold.now(world, state)[0], hold


def test_people_are_those_in_garrisons_and_in_units():
    exercise, world = ten_places(), ten_places().world
    state = set_up(exercise, Chance(1, np.arange(3)))
    everywhere = Series("people", ("hillfolk",)).now(world, state)
    highland = Series("people", ("hillfolk", "highland")).now(world, state)
    units = [world.units.index(unit) for unit in ("hill-column", "hill-scouts")]
    places = [world.places.index(place) for place in ("orra", "kestrel-gap")]
    people = state.strength[:, units].sum(axis=1) + state.garrison[:, places].sum(axis=1)
    assert (everywhere == people).all()
    assert (highland == people).all()
    assert not Series("people", ("hillfolk", "lowfields")).now(world, state).any()


def test_an_ally_holds_a_place_too_unless_it_is_asked_alone():
    exercise, world = ten_places(), ten_places().world
    state = set_up(exercise, Chance(1, np.arange(2)))
    assert Hold("orra", "runners", False).now(world, state).all()
    assert not Hold("orra", "runners", True).now(world, state).any()
    assert not Hold("orra", "lowland", False).now(world, state).any()


def test_facts_are_counted_as_simulate_counts_them(kept: Chronicle, doctrine: Doctrine):
    counts = study(ten_places(), GAMES, doctrine, SEED).facts
    assert sum(counts[kind].sum() for kind in kept.facts if kind in counts)
    for kind in kept.facts:
        measured = take(Measure.model_validate({"count": {"fact": kind}}), kept).number
        assert measured.tolist() == counts.get(kind, np.zeros((GAMES, 1))).sum(axis=1).tolist()


def test_the_dead_are_those_the_state_counts(kept: Chronicle):
    world = ten_places().world
    lost = kept.series[Series("lost", ("deltafolk",))][-1]
    dead = {"fact": "Mourned", "of": "deltafolk", "field": "people"}
    mourned = take(Measure.model_validate({"size": dead}), kept).number
    assert (mourned <= lost).all()
    assert world.weeks == kept.weeks


def test_what_is_lost_was_held_before(kept: Chronicle):
    for possession in kept.holds.values():
        falls = possession.held[:-1] & ~possession.held[1:]
        assert (possession.lost[1:][falls] > 0).all()
        assert (possession.touched | ~possession.held).all()


def test_points_and_per_cent_are_in_the_authors_units(kept: Chronicle):
    for kind, times in TIMES.items():
        for series in (each for each in kept.series if each.kind == kind):
            assert kept.series[series].max() <= 100 * times


def test_a_place_that_changes_hands_twice_in_a_week_is_seen_to():
    exercise, world = ten_places(), ten_places().world
    chance = Chance(1, np.arange(2))
    week = Week(world, set_up(exercise, chance), chance)
    mine, theirs = Hold("sluis", "lowland", False), Hold("sluis", "hillfolk", False)
    scribe = Scribe(world, Wanted((mine, theirs), ("sluis",), (), {}), 2)
    scribe.begin(week.state)
    place, where = world.places.index("sluis"), np.zeros((2, len(world.places)), bool)
    where[0, place] = True
    for kind, side in ((PlaceTaken, "hillfolk"), (PlaceRetaken, "lowland")):
        week.state.own("holder")[0, place] = world.sides.index(side)
        scribe.record(kind, week, where, side=week.state.holder)
    week.state.week += 1
    scribe.close(week.state)
    assert scribe.lost[mine][1].tolist() == [1, 0]
    assert scribe.touched[theirs][1].tolist() == [True, False]
    assert not scribe.held[theirs].any()
    assert scribe.held[mine][1:].all()
    assert scribe.passed["sluis"].tolist() == [1, 0]
