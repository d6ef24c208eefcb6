"""Nobody's dice are somebody else's: places, phases, events, looks and actors have their own."""

from dataclasses import replace

import numpy as np

from game.core.chance import Chance
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.state import State
from game.core.week import Week
from game.engine.exercise import Exercise
from game.engine.orders import OpponentsOrders
from game.engine.setup import set_up
from game.engine.triggers import Triggers
from game.scenario.acts import Cause
from game.scenario.bringing import Compiler
from game.scenario.effects import Effects, Gamble

GAMES = 400


def a_week(exercise: Exercise) -> Week:
    """Return games before their first week."""
    chance = Chance(3, np.arange(GAMES))
    return Week(exercise.world, set_up(exercise, chance), chance)


def won(exercise: Exercise, place: int, phase: Phase) -> np.ndarray:
    """Say in which games a gamble in answer to something at a place is won."""
    (owner, effects), *_ = (
        (owner, effects) for owner, effects in exercise.scenario.effects() if effects.gamble
    )
    name = next(iter(effects.gamble))
    only = Effects(gamble={name: Gamble(chance=50, then=Effects(change={"feud": 1}))})
    week = a_week(exercise)
    week.state.phase, feud = phase, exercise.world.tracks.index("feud")
    before = week.state.track[:, feud].copy()
    act = Compiler(exercise.world, {}, {}).compile(only, owner, Source.INCIDENT)
    at = np.full(GAMES, place, np.int16)
    act(week, np.ones(GAMES, bool), Cause(Source.INCIDENT, owner, at))
    return week.state.track[:, feud] > before


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Say whether two fall alike more often than chance would have it."""
    return bool((one == other).mean() > 0.6)


def test_a_gamble_has_dice_of_its_own_at_every_place_and_in_every_phase(ten_places: Exercise):
    first = won(ten_places, 0, Phase.CLASHES)
    assert alike(first, won(ten_places, 0, Phase.CLASHES))
    assert not alike(first, won(ten_places, 1, Phase.CLASHES))
    assert not alike(first, won(ten_places, 0, Phase.REPORTS))


def always(state: State) -> np.ndarray:
    return np.ones(state.games, bool)


def test_every_event_has_dice_of_its_own(ten_places: Exercise):
    (step,) = (s for s in ten_places.steps[Phase.EVENTS] if isinstance(s, Triggers))
    one, other, *_ = (replace(t, holds=always, chance=500, times=9) for t in step.triggers)
    week = a_week(ten_places)
    assert not alike(one.ripe(week), other.ripe(week))


def test_every_further_look_has_dice_of_its_own(ten_places: Exercise):
    world, week = ten_places.world, a_week(ten_places)
    act = Compiler(world, {}, {}).compile(
        Effects(look={"hill-command": 2}), "option.x", Source.OPTION
    )
    act(week, np.ones(GAMES, bool), Cause(Source.OPTION, "option.x"))
    drums = world.signs.index("hill-command.drums")
    assert set(week.state.seen[:, drums].sum(axis=1).tolist()) == {0, 1, 2}


def test_every_way_of_deciding_has_dice_of_its_own(ten_places: Exercise):
    week = a_week(ten_places)
    (step,) = (s for s in ten_places.steps[Phase.ORDERS] if isinstance(s, OpponentsOrders))
    week.state.posture[:] = 0
    step.resolve(week)
    acts = [ten_places.world.acts.index(f"cartel.{name}") for name in ("night-raids", "boats")]
    tried, could = week.state.tried[:, acts], week.state.could[:, acts]
    assert (could > 0).all()
    night, boats = (tried > 0).T
    assert (boats & ~night).any()
    assert (night & ~boats).any()
