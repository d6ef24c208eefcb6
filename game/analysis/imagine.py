"""Imagine: fills in what a player cannot see, as the player believes it may be."""

import numpy as np

from game.analysis.belief import belief
from game.core.observation import Observation
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.types import Ints, Mask, scale
from game.core.week import Week
from game.engine.exercise import Exercise
from game.engine.setup import draw_postures


def imagine(exercise: Exercise, seen: Observation, week: Week) -> None:
    """Fill in what is hidden in every game of a week whose state is what is seen.

    Postures come from the exact belief; numbers from the last report and its width; this week's
    hidden orders are given anew.
    """
    world, state = exercise.world, week.state
    state.posture = draw_postures(world, week.chance, belief(world, seen)[None])
    ours = state.relation[:, seen.side] == ALLIED
    held = np.take_along_axis(ours, state.holder.astype(np.intp), axis=1)
    _blur(week, "garrison", held, world.width[state.report_source])
    _blur(week, "strength", ours[:, world.unit_side], world.width[state.track_source])
    roll = week.roll("imagine", "reserve", len(world.sides)) - 500
    guess = np.maximum(state.reserve + scale(world.band, roll), 0)  # half a band either way
    state.reserve = np.where(ours, state.reserve, guess).astype(np.int32)
    if state.phase > Phase.ORDERS:
        for step in exercise.steps[Phase.ORDERS]:
            step.resolve(week)


def _blur(week: Week, name: str, own: Mask, width: Ints) -> None:
    known: Ints = getattr(week.state, name)
    roll = week.roll("imagine", name, known.shape[1])
    factor = 1000 - width + scale(roll, 2 * width)
    setattr(week.state, name, np.where(own, known, scale(known, factor)).astype(np.int32))
