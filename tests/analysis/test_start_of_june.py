"""The flagship starts in a situation that the longer game reaches by itself in the same week."""

from functools import cache

import numpy as np

from game.analysis.studies import doctrine_of
from game.core.chance import Chance
from game.core.state import State
from game.core.week import Week
from game.engine.batch import play_week
from game.engine.exercise import Exercise
from game.engine.setup import set_up
from tests.exercises import exercise_of

GAMES, SEED, LOW, HIGH = 1000, 17, 0.1, 0.9


@cache
def reached() -> State:
    """Return 1,000 games of the decisions of 2017, in the week in which the flagship starts."""
    longer, chance = exercise_of("full-2017"), Chance(SEED, np.arange(GAMES))
    week = Week(longer.world, set_up(longer, chance), chance)
    doctrine = doctrine_of(longer, "historical")
    while week.state.week < longer.world.week_of(flagship().world.start):
        play_week(longer, week, doctrine)
    return week.state


def flagship() -> Exercise:
    """Return the flagship."""
    return exercise_of("at-tanf-2017")


def band(numbers: np.ndarray) -> tuple[float, float]:
    """Return between what four games of five lie; the edges belong to it."""
    low, high = np.quantile(numbers, [LOW, HIGH], method="closest_observation")
    return float(low), float(high)


def test_every_track_starts_within_its_band() -> None:
    scenario, names = flagship().scenario, exercise_of("full-2017").world.tracks
    outside = {}
    for name, level in zip(names, reached().track.T, strict=True):
        low, high = (round(edge, -3) for edge in band(level))  # whole points, as they are shown
        if not low <= round(scenario.tracks[name].start, -3) <= high:
            outside[name] = (low, scenario.tracks[name].start, high)
    assert not outside


def test_every_unit_starts_within_its_band() -> None:
    units, names = flagship().scenario.units, exercise_of("full-2017").world.units
    outside = {}
    for name, people in zip(names, reached().strength.T, strict=True):
        low, high = band(people)
        if not low <= units[name].strength <= high:
            outside[name] = (low, units[name].strength, high)
    assert not outside


def test_every_unit_starts_where_it_mostly_is() -> None:
    units, world = flagship().scenario.units, exercise_of("full-2017").world
    at = reached().at
    there = {
        name: float((at[:, number] == world.places.index(units[name].at)).mean())
        for number, name in enumerate(world.units)
    }
    assert not {name: share for name, share in there.items() if share < 0.5}


def test_every_place_is_held_as_it_mostly_is_and_by_as_many() -> None:
    places, world, state = flagship().scenario.places, exercise_of("full-2017").world, reached()
    outside = {}
    for number, name in enumerate(world.places):
        mine = state.holder[:, number] == world.sides.index(places[name].holder)
        low, high = band(state.garrison[mine, number]) if mine.any() else (0, 0)
        if mine.mean() < 0.5 or not low <= places[name].garrison <= high:
            outside[name] = (float(mine.mean()), low, places[name].garrison, high)
    assert not outside


def test_every_status_stands_as_it_may_well_stand() -> None:
    """One game in twenty is enough: an aircraft that is shot down in June is one draw of many."""
    statuses, world = flagship().scenario.statuses, exercise_of("full-2017").world
    for name, status in statuses.items():
        level = list(status.levels).index(status.start)
        assert (reached().status[:, world.statuses.index(name)] == level).mean() >= 0.05, name
