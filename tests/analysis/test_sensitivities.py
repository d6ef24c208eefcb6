"""The directions in which the model moves when other decisions are taken, as history suggests them.

They are those of the research behind `scenarios/history/2017.yaml`: what hangs on the policy at the
ring must move with it, and what others decide must not.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from game.analysis.calibration.chronicle import chronicle
from game.analysis.calibration.measures import Measure
from game.analysis.calibration.measuring import take
from game.analysis.calibration.wanted import wanted
from game.analysis.studies import doctrine_of, exercise_without
from game.core.types import Mask
from game.scenario.load import load

WHAT_IF = Path(__file__).parents[1] / "scenarios" / "what-if-2017"
GAMES, SEED, LATE = 400, 41, 40.0
AXIS = {"by": "regime"}
MEASURES = {
    "border": {"first_held": {"place": "border9jun", **AXIS}},
    "siege": {"first_held": {"place": "dezring", **AXIS}},
    "city": {"first_held": {"place": "dezcity", **AXIS}},
    "qaim": {"first_held": {"place": "qaim", "by": "iraq"}},
    "abu-kamal": {"held_for_good": {"place": "abukamal", **AXIS}},
    "raqqa": {"first_held": {"place": "raqqa", "by": "sdf"}},
    "road": {"happens": {"fact": "CorridorJoined"}},
    "strikes": {"count": {"fact": "ColumnStruck", "near": "tanf", "km": 90}},
    "dead": {"size": {"fact": "ColumnStruck", "field": "people", "near": "tanf", "km": 90}},
    "across": {"count": {"fact": "FireAcross"}},
    "jets": {"count": {"fact": "Approach", "where": {"means": {"is": "aircraft"}}}},
    "southern-river": {"first_held": {"place": "abukamal", "by": "mat", "alone": True}},
    "southern-repulsed": {"count": {"fact": "Repulsed", "of": "maghawir"}},
    "americans": {"change": {"lost": "us", "from": "2017-05-15", "to": "2017-12-31"}},
    "traffic": {"value": {"traffic": "road-to-the-sea", "at": "2017-12-31"}},
}


Numbers = dict[str, NDArray[np.float64]]


@cache
def played(doctrine: str, without: tuple[str, ...] = ()) -> tuple[Mask, Numbers]:
    """Play the same games with a doctrine.

    Returns which of them last to the end of the year, and a number of every game by measure;
    what never happens counts as week 40.
    """
    exercise = exercise_without(load(str(WHAT_IF)), without)
    context = {"world": exercise.world}
    measures = {
        name: Measure.model_validate(said, context=context) for name, said in MEASURES.items()
    }
    kept = wanted(measures.values())
    games = chronicle(exercise, kept, GAMES, doctrine_of(exercise, doctrine), SEED)
    lasts = games.last == exercise.world.weeks
    numbers = {name: take(each, games).number for name, each in measures.items()}
    return lasts, {name: np.where(np.isinf(each), LATE, each) for name, each in numbers.items()}


def change(doctrine: str, measure: str, without: tuple[str, ...] = ()) -> float:
    """Return by how much the mean differs from history's decisions, game by game.

    Only games count that last to the end of the year under both: a war ends the race for a town.
    """
    lasts, numbers = played(doctrine, without)
    long, others = played("historical")
    both = lasts & long
    return float((numbers[measure] - others[measure])[both].mean())


@pytest.mark.parametrize("doctrine", ["withdraw", "wider-ring"])
@pytest.mark.parametrize("place", ["siege", "city", "qaim"])
def test_what_others_decide_hardly_moves_with_the_policy_at_the_ring(doctrine: str, place: str):
    assert abs(change(doctrine, place)) < 1


def test_leaving_early_opens_the_road_weeks_earlier():
    assert -7 < change("withdraw", "road") < -2
    assert (
        change("withdraw", "abu-kamal") < 0.2
    )  # it was to come weeks earlier too, and hardly does
    assert change("withdraw", "traffic") > 1


def test_leaving_early_ends_the_strikes_at_the_ring():
    assert change("withdraw", "strikes") < -0.5


def test_a_wider_ring_means_more_strikes_and_a_later_border():
    assert change("wider-ring", "strikes") > 1
    assert change("wider-ring", "dead") > 8
    assert change("wider-ring", "border") > 1
    assert change("wider-ring", "americans") > 0


def test_a_push_from_the_south_fights_and_hardly_ever_takes_the_town_on_the_border():
    assert change("push-south", "southern-repulsed") > 0.1
    assert change("push-south", "across") > 0.2
    lasts, numbers = played("push-south")
    assert (numbers["southern-river"][lasts] < LATE).mean() < 0.1


def test_aircraft_over_the_valley_are_missing_over_raqqa():
    assert change("valley-first", "raqqa") > 3
    assert change("valley-first", "city") < 0


def test_without_a_line_there_is_more_fire_across_the_river():
    no_line = ("option:river-line", "event:generals-meet")
    assert change("historical", "across", no_line) > 0.5
    assert change("historical", "jets", no_line) > 0.1


def test_answering_every_blow_at_its_source_costs_americans():
    _, numbers = played("strike-back")
    _, history = played("historical")
    assert numbers["americans"].mean() > 2 * history["americans"].mean()
