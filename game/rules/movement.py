"""Units march along the roads towards their goals."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import IncidentId, Part
from game.core.phase import Phase
from game.core.relation import ALLIED, NEUTRAL
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Ints, Rows, Small, scale, spots, spread
from game.core.week import Week
from game.rules.base import Rule
from game.rules.march import Columns

LINKS = 3  # that a column can take in one week, at most


@dataclass(frozen=True)
class Standoff(Fact):
    """A column halted before a place of a side that it is not at war with."""

    text: ClassVar = "Halted before {place}: {unit}."
    scene: ClassVar = "place"
    unit: Shown
    place: Shown


@dataclass(frozen=True)
class ZoneHalted(Fact):
    """A column came to the edge of a zone and found no way round."""

    text: ClassVar = "Halted at the edge of the zone around {place}: {unit}."
    scene: ClassVar = "place"
    unit: Shown
    place: Shown
    zone: Shown


class Movement(Rule):
    """Units march: into allied and empty places, and no further than before any other.

    Zones that are denied to them they go round; where there is no way round they halt at the edge.
    """

    phase: ClassVar = Phase.MOVEMENT
    luck: Part = 0
    """How far a week's march may fall short of the pace, or go beyond it."""
    guard: Part = 0
    """Share of a column that it leaves behind in an empty place."""
    incident: IncidentId | None = None
    """What comes up when a unit halts before a place of the player's alliance in peace."""

    def resolve(self, week: Week) -> None:
        """March over up to three links, then say who halted, and where."""
        state = week.state
        going = (state.strength > 0) & (state.rest == 0) & (state.goal != state.at)
        columns = Columns.of(week, going, self._gain(week))
        for _ in range(LINKS):
            columns.advance(week, self.guard)
        state.rest = np.maximum(state.rest - np.int8(1), np.int8(0))
        self._say_who_halted(week, columns)
        self._settle(week, columns)

    def _gain(self, week: Week) -> Ints:
        """Return by how many thousandths of a week each unit gets on."""
        if not self.luck:
            return np.full(week.state.at.shape, 1000, np.int32)
        roll = week.roll(self.name, size=len(week.world.units))
        return 1000 - self.luck + scale(roll, 2 * self.luck)

    def _settle(self, week: Week, columns: Columns) -> None:
        """Write down where the columns are. Those that pause keep what they have marched."""
        state, where = week.state, (columns.rows, columns.units)
        state.at, state.marched = state.at.copy(), state.marched.copy()
        state.at[where] = columns.at
        state.marched[where] = np.where(columns.at == columns.goal, 0, columns.spare)
        state.before = np.full_like(state.before, NONE)
        state.before[where] = columns.before
        state.barred = np.full_like(state.barred, NONE)
        state.barred[where] = columns.barred

    def _say_who_halted(self, week: Week, columns: Columns) -> None:
        state, rows, units = week.state, columns.rows, columns.units
        stands = (columns.before != NONE) & (columns.before != state.before[rows, units])
        if stands.any():
            self._stand(week, rows[stands], units[stands], columns.before[stands])
        halts = (columns.barred != NONE) & (columns.barred != state.barred[rows, units])
        if halts.any():
            self._halt(week, rows[halts], units[halts], columns.barred[halts])

    def _halt(self, week: Week, rows: Rows, units: Rows, zone: Small) -> None:
        shape = week.state.at.shape
        place = spread(shape, rows, units, week.world.zone_centre[zone])
        zones = spread(shape, rows, units, zone)
        week.record(ZoneHalted, spots(shape, rows, units), place=place, zone=zones)

    def _stand(self, week: Week, rows: Rows, units: Rows, places: Index) -> None:
        """Tell of those who now stand before a place of a side that they are not at war with."""
        state, side = week.state, week.world.unit_side[units]
        peace = state.relation[rows, side, state.holder[rows, places]] == NEUTRAL
        if peace.any():
            self._stand_off(week, rows[peace], units[peace], places[peace])

    def _stand_off(self, week: Week, rows: Rows, units: Rows, places: Index) -> None:
        state, world, shape = week.state, week.world, week.state.at.shape
        place = spread(shape, rows, units, places)
        week.record(Standoff, spots(shape, rows, units), place=place)
        ours = state.relation[rows, world.player, state.holder[rows, places]] == ALLIED
        if self.incident and ours.any():
            rows, units, places = rows[ours], units[ours], places[ours]
            who = spread(state.holder.shape, rows, places, units.astype(np.int16))
            week.raise_incident(self.incident, spots(who.shape, rows, places), who)
