"""Other truths under the same observation: all that is hidden, swapped."""

import numpy as np

from game.core.eyes import in_sight
from game.core.observation import observe
from game.core.relation import ALLIED
from game.core.sight import Sight
from game.core.state import NONE, State, columns
from game.engine.exercise import Exercise


def other_truth(exercise: Exercise, state: State, seed: int) -> State:
    """Return a state that looks the same to the player, with everything else drawn anew."""
    world, dice, twin = exercise.world, np.random.default_rng(seed), state.copy()
    ours = state.relation[:, world.player] == ALLIED
    held, sight = in_sight(world, state, ours)
    seen = observe(world, state, world.player).state
    for name, column in columns().items():
        if column.sight is Sight.NOBODY and name != "posture":
            array = getattr(twin, name)
            array[:] = dice.integers(0, 2, array.shape)
    _postures(world, dice, twin)
    foreign = ~ours[:, world.unit_side]
    twin.strength = np.where(foreign, dice.integers(0, 5000, twin.strength.shape), twin.strength)
    twin.garrison = np.where(held, twin.garrison, dice.integers(0, 5000, twin.garrison.shape))
    twin.strength, twin.garrison = (a.astype(np.int32) for a in (twin.strength, twin.garrison))
    hidden = ~sight
    twin.fresh = np.where(hidden, dice.integers(0, 3, twin.fresh.shape), twin.fresh).astype(np.int8)
    _move_the_unseen(exercise, dice, twin, sight, foreign)
    half = exercise.world.band // 2
    low = np.maximum(seen.reserve - half, 0)
    twin.reserve = np.where(ours, twin.reserve, low).astype(np.int32)
    return twin


def _postures(world, dice: np.random.Generator, twin: State) -> None:
    postures = (world.prior > 0).sum(axis=1)
    twin.posture[:] = (twin.posture + 1 + dice.integers(0, 2, twin.posture.shape)) % postures


def _move_the_unseen(exercise, dice, twin: State, sight, foreign) -> None:
    """Units nobody sees may stand at any place out of sight."""
    world = exercise.world
    near = np.take_along_axis(sight, twin.at.astype(np.intp), axis=1)
    unseen = foreign & ~near & (twin.before == NONE) & (twin.barred == NONE)
    dark = np.flatnonzero(~sight[0])
    if len(dark):
        anywhere = dark[dice.integers(0, len(dark), twin.at.shape)]
        twin.at = np.where(unseen, anywhere, twin.at).astype(np.int16)
    assert len(world.places)
