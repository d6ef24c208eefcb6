"""Capture: what happens to a place that falls, to those who were in it and to those who come in."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.places import hand_over, kill
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Ints, Rows, Small, count, scale, spots, spread
from game.core.week import Week
from game.rules.clash import Columns, Fronts, summed
from game.rules.march import deep


@dataclass(frozen=True)
class PlaceTaken(Fact):
    """A place fell to an assault."""

    text: ClassVar = "{place}: taken by {side} from {other}."
    scene: ClassVar = "place"
    place: Shown
    side: Shown
    other: Shown


@dataclass(frozen=True)
class PostLost(Fact):
    """A place of the player's or an ally's fell, and people in it were lost."""

    text: ClassVar = "People lost with {place}: {people}."
    place: Shown
    people: Shown


def enter(week: Week, fronts: Fronts, columns: Columns, guard: int, refit: int, fresh: int) -> None:
    """Let columns into the places that fell to them; each leaves a part of its people as guard."""
    state, those = week.state, (columns.rows, columns.units)
    rows, places, shape = fronts.rows, fronts.places, state.holder.shape
    depth = spread(shape, rows, places, deep(week, rows, fronts.leader, places))
    left = scale(state.strength[those], guard)
    people = spread(shape, rows, places, summed(columns.front, left, len(rows)))
    side = spread(shape, rows, places, fronts.side)
    other, where = spread(shape, rows, places, fronts.holder), spots(shape, rows, places)
    hand_over(week, where, side, people, fresh, depth)
    week.record(PlaceTaken, where, side=side, other=other)
    state.strength = state.strength - spread(state.at.shape, *those, left)
    state.at, state.before = state.at.copy(), state.before.copy()
    state.marched, state.rest = state.marched.copy(), state.rest.copy()
    state.at[those], state.before[those] = fronts.places[columns.front], NONE
    state.marched[those], state.rest[those] = 0, refit


def scatter(week: Week, fronts: Fronts, survivors: int) -> Ints:
    """Let some of the garrisons of fallen places slip away; return how many of each do not.

    They go to the place behind, if their side still holds that, else to their side's reserve.
    """
    state, world, rows = week.state, week.world, fronts.rows
    away = scale(fronts.garrison, survivors)
    behind = world.place_back[fronts.places]
    stands = (behind != NONE) & (state.holder[rows, behind] == fronts.holder)
    state.garrison, state.reserve = state.garrison.copy(), state.reserve.copy()
    np.add.at(state.garrison, (rows[stands], behind[stands]), away[stands])
    np.add.at(state.reserve, (rows[~stands], fronts.holder[~stands]), away[~stands])
    return fronts.garrison - away


def count_lost(week: Week, rows: Rows, places: Rows | Index, holder: Small, dead: Ints) -> Ints:
    """Count the dead of fallen places; return how many of these were the player's or an ally's."""
    state = week.state
    shape = state.holder.shape
    people = spread(shape, rows, places, dead)
    kill(week, spread(shape, rows, places, holder), people)
    ours = state.relation[rows, week.world.player, holder] == ALLIED
    lost = spots(shape, rows[ours], places[ours])
    week.record(PostLost, lost, people=people)
    return count(lost)
