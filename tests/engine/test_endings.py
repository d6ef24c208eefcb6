"""How games end, how often events come about, and what a grade counts."""

from typing import Any

import pytest

from game.core.chance import Chance
from game.core.phase import Phase
from game.core.state import NONE
from game.core.week import Week
from game.engine.exercise import Exercise, prepare
from game.engine.grades import grade
from game.engine.triggers import Triggers
from game.scenario.load import Loaded
from game.scenario.setting import Grade, Term
from tests.states import any_state
from tests.test_cases import start

QUIET = {"feud": 30, "bread": 50, "mandate": 50}
WAR = {"feud": 90, "mandate": 10}
LAST = 15

WAYS: list[tuple[dict[str, Any], int, str | None]] = [
    (WAR, 3, "war-of-the-hills"),  # the first of two that hold
    ({"feud": 50, "mandate": 10}, 3, "recalled"),
    (QUIET, 3, None),  # at the close only
    (QUIET, LAST - 1, None),
    (QUIET, LAST, "quiet-delta"),
    (WAR, LAST, "war-of-the-hills"),
    ({"feud": 50, "mandate": 50}, LAST - 1, None),
    ({"feud": 50, "mandate": 50}, LAST, "long-stay"),
]


@pytest.mark.parametrize(("tracks", "week", "ending"), WAYS)
def test_the_first_ending_that_holds_ends_the_game_in_its_time(
    ten_places: Exercise, tracks: dict[str, int], week: int, ending: str | None
):
    world, state = ten_places.world, start({"track": tracks})
    assert world.weeks == LAST + 1
    state.week = week
    (endings,) = ten_places.steps[Phase.ENDINGS]
    endings.resolve(Week(world, state, Chance(1, state.ending)))
    assert state.ending.tolist() == [NONE if ending is None else world.endings.index(ending)]


@pytest.mark.parametrize("phase", [Phase.EVENTS, Phase.REACTIONS])
def test_nothing_comes_about_more_often_than_it_may(ten_places: Exercise, phase: Phase):
    (step,) = (s for s in ten_places.steps[phase] if isinstance(s, Triggers))
    state = any_state(ten_places.world, 40, 3)
    week = Week(ten_places.world, state, Chance(1, state.holder[:, 0].astype("int64")))
    for trigger in step.triggers:
        state.fired[:, trigger.index] = trigger.times
        assert not trigger.ripe(week).any()


@pytest.mark.parametrize(
    ("term", "points"),
    [
        ({"times": 100}, 40_000),
        ({"times": 50}, 20_000),
        ({"times": 100, "above": 30}, 10_000),
        ({"times": 100, "above": 50}, 0),
        ({"times": 100, "below": 70}, 30_000),
        ({"times": 100, "below": 30}, 0),
        ({"times": -50}, 0),  # a grade is never less than nought
    ],
)
def test_a_grade_counts_a_track_or_what_lies_beyond_a_bound(
    ten_places: Exercise, term: dict[str, Any], points: int
):
    aim = next(iter(ten_places.scenario.grades))
    counted = Grade(name="x", text="x", terms={"feud": Term.model_validate(term)})
    scenario = ten_places.scenario.model_copy(update={"grades": {aim: counted}})
    exercise = prepare(Loaded(ten_places.id, scenario, ten_places.texts))
    assert grade(exercise, start({"track": {"feud": 40}})).grades == {aim: points}
