"""What a track can mirror: how a force, an area or a road stands, in thousandths of a point."""

from abc import ABC, abstractmethod
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.core.figures import AreaId, CorridorId, Model, People, Points, SideId, UnitId
from game.core.ledger import Source
from game.core.relation import ALLIED
from game.core.types import Ints, indexes, scale, share
from game.core.week import Week
from game.core.world import GRADES

POINTS = 100  # thousandths of a point in one per mille of a track
Grade = Literal["none", "contiguous", "convoy", "routine"]


class Reading(Model, ABC):
    """Something on the map that is read as a number."""

    source: ClassVar[Source]
    cause: ClassVar[str]

    @abstractmethod
    def read(self, week: Week) -> Ints:
        """Return where the track would stand in each game (games,)."""


class Strength(Reading):
    """How strong units are together."""

    source: ClassVar = Source.UNIT
    cause: ClassVar = "strength of units"
    units: tuple[UnitId, ...]
    """Whose people are counted."""
    full: Annotated[People, Field(gt=0)]
    """How many people make 100 points."""

    def read(self, week: Week) -> Ints:
        """Compare the people there are with the full number."""
        strength = week.state.strength[:, indexes(week.world.units, self.units)]
        people = np.minimum(strength.sum(axis=1, dtype=np.int32), self.full)
        return POINTS * share(people, self.full)


class Ground(Reading):
    """How much of an area a side and its allies hold."""

    source: ClassVar = Source.PLACE
    cause: ClassVar = "ground held"
    side: SideId
    """Who holds it."""
    area: AreaId
    """Of whose places the share is taken."""

    def read(self, week: Week) -> Ints:
        """Count the places of the area."""
        state, world = week.state, week.world
        there = np.flatnonzero(world.place_area == world.areas.index(self.area))
        held = state.stance(world.sides.index(self.side), state.holder[:, there]) == ALLIED
        return POINTS * share(held.sum(axis=1, dtype=np.int32), len(there))


class Roads(Reading):
    """How well the best of some corridors works."""

    source: ClassVar = Source.PLACE
    cause: ClassVar = "traffic on roads"
    corridors: tuple[CorridorId, ...]
    """Which they are."""
    grades: dict[Grade, Points] = {}
    """The points at each grade; a grade that is not named counts nought."""
    traffic: Points = 0
    """What full traffic adds; less adds in proportion."""

    def read(self, week: Week) -> Ints:
        """Take the best of the corridors."""
        state, grades = week.state, {str(grade): points for grade, points in self.grades.items()}
        corridors = indexes(week.world.corridors, self.corridors)
        points = np.array([grades.get(grade, 0) for grade in GRADES], np.int32)
        carried = scale(state.traffic[:, corridors], self.traffic)
        level = points[state.grade[:, corridors]] + carried
        return np.asarray(level.max(axis=1, initial=0))
