"""Casualties: who pays for an assault, on both sides."""

import numpy as np

from game.core.places import kill
from game.core.types import Ints, scale, share, spread
from game.core.week import Week
from game.rules.clash import Columns, Defenders, Fronts, summed

HALF = 500  # per mille
ENOUGH = 2_000_000  # people: more cannot be lost in a week


def pay(week: Week, fronts: Fronts, columns: Columns, cost: Ints) -> None:
    """Let the columns at each front share its cost by their force; none loses more than half."""
    state, world, where = week.state, week.world, (columns.rows, columns.units)
    part = share(columns.force, fronts.attack[columns.front])
    dead = np.minimum(scale(cost[columns.front], part), scale(state.strength[where], HALF))
    lost = spread(state.strength.shape, *where, dead)
    kill(week, world.unit_side, lost)
    state.strength = state.strength - lost


def wear_down(week: Week, fronts: Fronts, inside: Defenders, loss: Ints) -> None:
    """Let the defenders at each front lose people, columns inside and the garrison alike."""
    state, world, where = week.state, week.world, (inside.rows, inside.units)
    if not loss.any():
        return
    people = fronts.garrison + summed(inside.front, inside.people, len(loss))
    dead = scale(state.strength[where], share(loss, people)[inside.front])
    rest = np.maximum(loss - summed(inside.front, dead, len(loss)), 0)
    lost = spread(state.strength.shape, *where, dead)
    gone = spread(
        state.garrison.shape, fronts.rows, fronts.places, np.minimum(rest, fronts.garrison)
    )
    kill(week, world.unit_side, lost)
    kill(week, state.holder, gone)
    state.strength, state.garrison = state.strength - lost, state.garrison - gone
