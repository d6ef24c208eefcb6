"""Opponents decide from what their side sees, as hard as their posture drives them."""

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.observation import observe
from game.core.relation import ALLIED
from game.core.sight import Sight
from game.core.state import State, columns
from game.core.week import Week
from game.engine.exercise import Exercise
from game.engine.orders import OpponentsOrders
from tests.states import any_state

GAMES = 60
GIVEN = ("goal", "probing", "prober", "sorties", "flights", "hindering", "plotting", "yielding")


def decide(exercise: Exercise, state: State) -> State:
    """Let everybody give orders on a copy of a state."""
    week = Week(exercise.world, state.copy(), Chance(2, np.arange(state.games)))
    OpponentsOrders.of(exercise.scenario).resolve(week)
    return week.state


def acts_of(exercise: Exercise, actor: int) -> list[int]:
    """Return the numbers of an actor's acts."""
    name = exercise.world.actors[actor]
    acts = exercise.world.acts
    return [number for number, act in enumerate(acts) if act.partition(".")[0] == name]


def hidden_from(exercise: Exercise, state: State, side: int, seed: int) -> State:
    """Return a state that a side cannot tell from another, with all that it may not see swapped."""
    world, twin, dice = exercise.world, state.copy(), np.random.default_rng(seed)
    other = any_state(world, state.games, seed)
    for name, column in columns().items():
        secret = column.sight is Sight.NOBODY and name not in ("posture", "goal")
        if secret or (column.sight is Sight.PLAYER and side != world.player):
            setattr(twin, name, getattr(other, name))
    ours = state.relation[:, side] == ALLIED
    held = np.take_along_axis(ours, state.holder.astype(np.intp), axis=1)
    few = dice.integers(0, max(world.band // 2, 1), state.garrison.shape)
    twin.garrison = np.where(held, twin.garrison, twin.garrison + few).astype(np.int32)
    return twin


def rounded(exercise: Exercise, seed: int) -> State:
    """Return a wild state in which every garrison is a whole number of bands."""
    state = any_state(exercise.world, GAMES, seed)
    state.garrison -= state.garrison % exercise.world.band
    return state


def test_what_is_hidden_from_an_actor_does_not_reach_its_decisions(exercise: Exercise):
    world, state = exercise.world, rounded(exercise, 5)
    one = decide(exercise, state)
    for actor, side in enumerate(world.actor_side.tolist()):
        twin = hidden_from(exercise, state, side, 6)
        views = [observe(world, each, side).state.digest() for each in (state, twin)]
        assert views[0] == views[1]
        two = decide(exercise, twin)
        acts = acts_of(exercise, actor)
        np.testing.assert_array_equal(one.could[:, acts], two.could[:, acts])
        np.testing.assert_array_equal(one.tried[:, acts], two.tried[:, acts])
        np.testing.assert_array_equal(one.pushing[:, actor], two.pushing[:, actor])
        own = world.unit_side == side
        np.testing.assert_array_equal(one.goal[:, own], two.goal[:, own])


def test_everything_can_be_ordered(ten_places: Exercise):
    """Or the test above would compare nothing with nothing."""
    state = rounded(ten_places, 5)
    after = decide(ten_places, state)
    assert after.tried.any(axis=0).all()
    assert (after.goal != state.at).any()
    for name in ("probing", "sorties", "flights", "hindering", "plotting", "pushing", "relief"):
        assert getattr(after, name).any(), name
    assert (after.yielding >= 0).any()


def test_a_bolder_posture_tries_more_often_by_what_the_scenario_says(ten_places: Exercise):
    """The chance under each posture is the decider's own, scaled by the posture's drive."""
    world, state = ten_places.world, any_state(ten_places.world, 400, 5)
    actor, act = world.actors.index("cartel"), world.acts.index("cartel.night-raids")
    rates = []
    for posture in range(2):
        state.posture[:, actor] = posture
        after = decide(ten_places, state)
        rates.append(after.tried[:, act].sum() / after.could[:, act].sum())
    assert abs(rates[0] - 0.15) < 0.04
    assert abs(rates[1] - 0.54) < 0.06


def test_whoever_is_no_more_has_no_occasion(ten_places: Exercise):
    world, state = ten_places.world, any_state(ten_places.world, GAMES, 5)
    state.strength[:30] = 0
    could = decide(ten_places, state).could
    for name in ("hill-command.down-river", "hill-command.sniping", "cartel.boats"):
        assert not could[:30, world.acts.index(name)].any()
        assert could[30:, world.acts.index(name)].any()


def test_last_weeks_orders_are_gone(ten_places: Exercise):
    """What nobody orders again in this week is not ordered."""
    state = any_state(ten_places.world, GAMES, 7)
    for name in GIVEN:
        getattr(state, name)[:] = 1
    week = Week(ten_places.world, state, Chance(2, np.arange(GAMES)))
    OpponentsOrders(()).resolve(week)
    np.testing.assert_array_equal(week.state.goal, week.state.at)
    for name in ("probing", "sorties", "flights", "hindering", "plotting", "pushing", "relief"):
        assert not getattr(week.state, name).any()
    for name in ("prober", "yielding"):
        assert (getattr(week.state, name) == -1).all()


@pytest.mark.parametrize("left_out", ["cartel.night-raids", "northern-court.tariffs"])
def test_a_decider_that_is_left_out_moves_nobody_elses_dice(ten_places: Exercise, left_out: str):
    world, state = ten_places.world, any_state(ten_places.world, GAMES, 5)
    act = world.acts.index(left_out)
    week = Week(world, state.copy(), Chance(2, np.arange(GAMES)))
    OpponentsOrders.of(ten_places.scenario, frozenset({act})).resolve(week)
    whole = decide(ten_places, state)
    assert not week.state.tried[:, act].any()
    others = [number for number in range(len(world.acts)) if number != act]
    np.testing.assert_array_equal(week.state.tried[:, others], whole.tried[:, others])
