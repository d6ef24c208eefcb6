"""Leaving something out changes what it did, and nobody else's dice."""

import numpy as np
import pytest

from game.analysis.ablation import Laboratory, Observable, Row
from game.analysis.compare import compare, interval, shifts
from game.analysis.forecast import Odds
from game.analysis.simulate import study
from game.analysis.studies import StudyError, check_option, exercise_without
from game.engine.doctrines import Always, Hold
from game.scenario.load import Loaded, load
from tests.exercises import TEN_PLACES, ten_places


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(TEN_PLACES)


def test_a_slice_changes_no_game():
    exercise = ten_places()
    whole, parts = (study(exercise, 40, Hold(), 3, size) for size in (40, 13))
    np.testing.assert_array_equal(whole.track, parts.track)
    np.testing.assert_array_equal(whole.ending, parts.ending)
    assert {k: v.sum() for k, v in whole.facts.items()} == {
        k: v.sum() for k, v in parts.facts.items()
    }
    for source, moved in whole.moved.items():
        np.testing.assert_array_equal(moved, parts.moved[source])


@pytest.mark.parametrize("kind", ["rule", "option", "event", "actor"])
def test_everything_can_be_left_out_by_its_name(loaded: Loaded, kind: str):
    scenario = loaded.scenario
    names = {
        "rule": [rule.name for rule in scenario.rules.chosen()],
        "option": list(scenario.options),
        "event": list(scenario.triggers()),
        "actor": [
            *scenario.actors,
            *(f"{a}.{d}" for a, actor in scenario.actors.items() for d in actor.deciders),
        ],
    }[kind]
    for name in names:
        study(exercise_without(loaded, (f"{kind}:{name}",)), 2, Hold(), 3)


def test_an_actor_that_is_left_out_does_nothing(loaded: Loaded):
    actor = next(iter(loaded.scenario.actors))
    exercise = exercise_without(loaded, (f"actor:{actor}",))
    acts = [n for n, act in enumerate(exercise.world.acts) if act.startswith(f"{actor}.")]
    game = study(exercise, 5, Hold(), 3)
    assert acts
    for name in loaded.scenario.actors[actor].reactions:
        event = exercise.world.events.index(f"{actor}.{name}")
        assert not game.facts.get("ReactionSeen", np.zeros((5, event + 1)))[:, event].any()


@pytest.mark.parametrize(
    "written",
    ["rule:nonsense", "option:nonsense", "event:x", "actor:x", "actor:x.y", "nonsense", "side:x"],
)
def test_what_is_not_there_is_named_with_what_there_is(loaded: Loaded, written: str):
    with pytest.raises(StudyError, match=r"there is no|names nothing"):
        exercise_without(loaded, (written,))


def test_only_an_option_can_always_be_chosen(loaded: Loaded):
    option = next(iter(loaded.scenario.options))
    assert check_option(loaded, f"option:{option}") == option
    for written in ("option:nonsense", "rule:movement"):
        with pytest.raises(StudyError):
            check_option(loaded, written)


def test_an_option_that_is_always_chosen_is_chosen_when_it_is_open():
    exercise = ten_places()
    option = next(iter(exercise.scenario.options))
    never, always = (study(exercise, 20, d, 3) for d in (Hold(), Always((option,))))
    assert (never.track != always.track).any()


def test_a_row_measures_game_by_game(loaded: Loaded):
    lab = Laboratory(loaded, 30, 3)
    track = next(iter(loaded.scenario.tracks))
    row = Row(
        element="x",
        without=("rule:drift",),
        observable=Observable(track=track),
        direction=1,
        least=0.001,
    )
    effect = lab.effect(row)
    assert effect.with_it != effect.without_it
    assert effect.holds(row) != effect.holds(row.model_copy(update={"direction": -1}))


def odds(name: str, endings: list[int], soon: list[int]) -> Odds:
    track = np.array(soon, np.int32)[:, None]
    return Odds(name, np.array(endings, np.int8), track, track[None], np.zeros(len(endings), bool))


def test_a_difference_that_luck_could_make_is_not_told_as_one():
    hold = odds("hold", [0, 1] * 25, [0] * 50)
    same = odds("same", [1, 0] * 25, [0] * 50)
    worse = odds("worse", [0] * 50, [3000] * 50)
    assert not compare(hold, same, (0,)).certain
    found = compare(hold, worse, (0,))
    assert (found.share, found.hold_share, found.difference, found.certain) == (
        1000,
        500,
        500,
        True,
    )
    assert shifts(hold, worse, ("x",))[0].certain
    assert not shifts(hold, same, ("x",))[0].certain


def test_an_interval_holds_its_share_and_narrows():
    few, many = (interval(np.arange(n) % 5 == 0) for n in (20, 2000))
    for share, low, high in (few, many):
        assert low <= share <= high
    assert few[2] - few[1] > many[2] - many[1]
    assert interval(np.zeros(0, bool)) == (0, 0, 1000)
