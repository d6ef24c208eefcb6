"""A track that mirrors the map: how a siege, a force, an area or a road stands."""

from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from game.core.figures import (
    AreaId,
    CorridorId,
    Model,
    Part,
    People,
    PlaceId,
    Points,
    SideId,
    UnitId,
)
from game.core.ledger import HIGHEST, Source
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.types import Ints, clip, indexes, scale, share
from game.core.week import Week
from game.core.world import GRADES
from game.rules.base import Rule

POINTS = 100  # thousandths of a point of a track in one per mille
Grade = Literal["none", "contiguous", "convoy", "routine"]


class Strength(Model):
    """How strong units are together."""

    units: tuple[UnitId, ...]
    """Whose people are counted."""
    full: Annotated[People, Field(gt=0)]
    """How many people make 100 points."""


class Ground(Model):
    """How much of an area a side and its allies hold."""

    side: SideId
    """Who holds it."""
    area: AreaId
    """Of whose places the share is taken."""


class Roads(Model):
    """How well the best of some corridors works."""

    corridors: tuple[CorridorId, ...]
    """Which they are."""
    grades: dict[Grade, Points] = {}
    """The points at each grade; a grade that is not named counts nought."""
    traffic: Points = 0
    """What full traffic adds; less adds in proportion."""


class Gauge(Rule):
    """Closes the gap between a track and what the map shows. Exactly one thing is shown."""

    phase: ClassVar = Phase.HOME
    worn: PlaceId | None = None
    """The place whose garrison is worn down: 0 as at the start, 100 with nobody left, or when the
    player's alliance holds it."""
    strength: Strength | None = None
    """Units whose people are counted."""
    share: Ground | None = None
    """The area of which a side holds a share."""
    traffic: Roads | None = None
    """The corridors of which the best counts."""
    rate: Part = 1000
    """Share of the gap that is closed in a week."""

    @model_validator(mode="after")
    def _shows_one_thing(self) -> Self:
        kinds = ("worn", "strength", "share", "traffic")
        if sum(getattr(self, kind) is not None for kind in kinds) != 1:
            raise ValueError("give exactly one of worn, strength, share, traffic")
        return self

    def resolve(self, week: Week) -> None:
        """Move the track that it is named by towards what the map shows."""
        level, source, cause = self._read(week)
        gap = clip(level, 0, HIGHEST) - week.state.track[:, week.world.tracks.index(self.key)]
        week.change(self.key, scale(gap, self.rate), source, cause, self.name)

    def _read(self, week: Week) -> tuple[Ints, Source, str]:
        """Return the level that the map shows, what shows it, and the words for that."""
        if self.worn is not None:
            return _worn(week, self.worn), Source.PLACE, "garrison worn down"
        if self.strength is not None:
            return _strength(week, self.strength), Source.UNIT, "strength of units"
        if self.share is not None:
            return _ground(week, self.share), Source.PLACE, "ground held"
        assert self.traffic is not None
        return _roads(week, self.traffic), Source.PLACE, "traffic on roads"


def _worn(week: Week, name: str) -> Ints:
    state, place = week.state, week.world.places.index(name)
    held = state.stance(week.world.player, state.holder[:, [place]])[:, 0] == ALLIED
    left = share(state.garrison[:, place], int(week.world.start_garrison[place]))
    return np.where(held, np.int32(HIGHEST), HIGHEST - POINTS * left)


def _strength(week: Week, strength: Strength) -> Ints:
    units = indexes(week.world.units, strength.units)
    people = week.state.strength[:, units].sum(axis=1, dtype=np.int32)
    return POINTS * share(people, strength.full)


def _ground(week: Week, ground: Ground) -> Ints:
    state, world = week.state, week.world
    there = np.flatnonzero(world.place_area == world.areas.index(ground.area))
    held = state.stance(world.sides.index(ground.side), state.holder[:, there]) == ALLIED
    return POINTS * share(held.sum(axis=1, dtype=np.int32), len(there))


def _roads(week: Week, roads: Roads) -> Ints:
    state = week.state
    corridors = indexes(week.world.corridors, roads.corridors)
    points = np.array([roads.grades.get(grade, 0) for grade in GRADES], np.int32)  # type: ignore
    level = points[state.grade[:, corridors]]
    level = level + scale(state.traffic[:, corridors], roads.traffic)
    return np.asarray(level.max(axis=1, initial=0))
