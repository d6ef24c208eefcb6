"""March: columns under way, all games in one list: no table of units by places is made."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np

from game.core import zones
from game.core.facts import Fact
from game.core.places import hand_over
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Ints, Mask, Rows, Small, positions, scale, spots, spread
from game.core.week import Week

DEEPEST = 100


@dataclass(frozen=True)
class PlaceOccupied(Fact):
    """A column entered a place that nobody held."""

    text: ClassVar = "{place}: occupied by {side} without a fight."
    scene: ClassVar = "place"
    place: Shown
    side: Shown


@dataclass
class Columns:
    """Columns that are under way: one entry for each, whatever its game."""

    rows: Rows
    units: Rows
    side: Small
    way: Rows  # the table of ways that is open to it
    levels: Small  # (games, zones) how far the zones reach
    at: Index
    goal: Index
    faced: Index  # the place it has stood before until now, or NONE
    gain: Ints  # thousandths of a week
    spare: Ints  # the same, with what is left of earlier weeks
    before: Index
    barred: Small
    on: Rows  # the entries that may still go further in this week

    @classmethod
    def of(cls, week: Week, going: Mask, gain: Ints) -> Self:
        """Make the list of the columns that go."""
        state, world = week.state, week.world
        rows, units = positions(going)
        side, given = world.unit_side[units], gain[rows, units]
        return cls(
            rows=rows,
            units=units,
            side=side,
            way=zones.ways(world, state)[rows, side],
            levels=zones.levels(world, state),
            at=state.at[rows, units],
            goal=state.goal[rows, units],
            faced=state.before[rows, units],
            gain=given,
            spare=state.marched[rows, units] + given,
            before=np.full(len(rows), NONE, np.int16),
            barred=np.full(len(rows), NONE, np.int8),
            on=np.arange(len(rows)),
        )

    def advance(self, week: Week, guard: int) -> None:
        """Take every column that may go further over one link, or up to what stops it."""
        on, march = self.on, week.world.unit_march[self.units[self.on]]
        towards, zone = self._ahead(week, march)
        toll = week.world.toll[march, self.at[on], towards]
        turned = (self.faced[on] != NONE) & (self.faced[on] != towards)  # that way was for nothing
        spare = np.where(turned, self.gain[on], self.spare[on])
        goes = (zone == NONE) & (towards != self.at[on])
        comes = goes & (spare >= toll)
        occupy(week, self.rows[on[comes]], self.units[on[comes]], towards[comes], guard)
        holder = week.state.holder[self.rows[on], towards]
        stance = week.state.relation[self.rows[on], self.side[on], holder]
        enters = comes & (stance == ALLIED)
        self.barred[on] = zone
        self.before[on] = np.where(comes & ~enters, towards, NONE)
        left = np.where(enters, spare - toll, np.minimum(spare, toll))
        self.spare[on] = np.where(goes, left, 0)
        self.at[on] = np.where(enters, towards, self.at[on])
        self.faced[on] = NONE
        self.on = on[enters & (towards != self.goal[on])]

    def _ahead(self, week: Week, march: Small) -> tuple[Index, Small]:
        """Return each column's next place, and the zone that shuts the link to it, or NONE.

        A zone is gone round if there is a way. Else the column goes straight up to it.
        """
        world, on = week.world, self.on
        at, goal = self.at[on], self.goal[on]
        towards = world.hop[self.way[on], march, at, goal]
        stuck = np.flatnonzero((towards == at) & (self.way[on] != 0))
        zone = np.full(len(on), NONE, np.int8)
        if len(stuck):
            towards[stuck] = world.hop[0, march[stuck], at[stuck], goal[stuck]]
            zone[stuck] = self._shut(week, on[stuck], towards[stuck])
        return towards, zone

    def _shut(self, week: Week, on: Rows, towards: Index) -> Small:
        """Return the zone that shuts the link to a place; none for whoever stands before that."""
        world = week.world
        found = np.full(len(on), NONE, np.int8)
        for zone in reversed(range(len(world.zones))):
            level = self.levels[self.rows[on], zone]
            shut = world.zone_shut[zone, level, self.at[on], towards]
            denied = world.zone_denied[zone, self.side[on]] & (towards != self.faced[on])
            found = np.where(shut & denied, np.int8(zone), found)
        return found


def occupy(week: Week, rows: Rows, units: Rows, places: Index, guard: int) -> None:
    """Let columns that come to places which nobody holds take them; of several the first."""
    state, world = week.state, week.world
    empty = state.holder[rows, places] == world.nobody
    if not empty.any():
        return
    rows, units, places = rows[empty], units[empty], places[empty]
    _, first = np.unique(rows * len(world.places) + places, return_index=True)
    rows, units, places = rows[first], units[first], places[first]
    people = scale(state.strength[rows, units], guard)
    strength = state.strength.copy()
    strength[rows, units] -= people
    state.strength = strength
    shape = state.holder.shape
    where = spots(shape, rows, places)
    side = spread(shape, rows, places, world.unit_side[units])
    depth = spread(shape, rows, places, deep(week, rows, units, places))
    hand_over(week, where, side, spread(shape, rows, places, people), depth=depth)
    week.record(PlaceOccupied, where, side=side)


def deep(week: Week, rows: Rows, units: Rows, places: Rows | Index) -> Small:
    """Return how many places in a row a column will have taken with each of these.

    It is nought for a place that was its side's from the start.
    """
    state, world = week.state, week.world
    behind = state.depth[rows, state.at[rows, units]]
    home = world.start_holder[places] == world.unit_side[units]
    return np.where(home, np.int8(0), np.minimum(behind, DEEPEST) + np.int8(1))
