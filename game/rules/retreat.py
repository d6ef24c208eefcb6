"""Retreat: what becomes of columns that lose the place they stand in."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.graph import FAR
from game.core.places import kill
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Rows, spots
from game.core.week import Week


@dataclass(frozen=True)
class ColumnLost(Fact):
    """A column lost its place and had nowhere to go."""

    text: ClassVar = "Cut off at {place} and lost: {unit}."
    scene: ClassVar = "place"
    unit: Shown
    place: Shown


def retreat(week: Week, rows: Rows, units: Rows, surrounded: bool = True) -> None:
    """Let columns leave places that no ally holds any more, for the place behind or the next.

    `rows` and `units` list columns of all games. Whoever has nowhere to go is lost. Those who are
    not surrounded may go as far as the nearest allied place, whatever lies between.
    """
    state, world = week.state, week.world
    at, side = state.at[rows, units], world.unit_side[units]
    homeless = state.relation[rows, side, state.holder[rows, at]] != ALLIED
    if not homeless.any():
        return
    rows, units, at, side = rows[homeless], units[homeless], at[homeless], side[homeless]
    safe = state.relation[rows[:, None], side[:, None], state.holder[rows]] == ALLIED
    near = world.links[at] > 0 if surrounded else world.road[at] < FAR
    km = np.where(safe & near, world.road[at], FAR)
    behind = world.place_back[at]
    goes_back = (behind != NONE) & safe[np.arange(len(rows)), behind]
    place = np.where(goes_back, behind, km.argmin(axis=1))
    lost = ~goes_back & (km.min(axis=1) == FAR)
    state.at, state.marched = state.at.copy(), state.marched.copy()
    state.before, state.barred = state.before.copy(), state.barred.copy()
    state.at[rows, units] = np.where(lost, at, place)
    state.marched[rows, units] = 0
    state.before[rows, units] = state.barred[rows, units] = NONE
    if lost.any():
        _lose(week, rows[lost], units[lost])


def _lose(week: Week, rows: Rows, units: Rows) -> None:
    state, world = week.state, week.world
    where = spots(state.at.shape, rows, units)
    kill(week, world.unit_side, np.where(where, state.strength, 0))
    state.strength = np.where(where, 0, state.strength)
    week.record(ColumnLost, where, place=state.at)
