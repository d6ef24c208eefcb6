"""Zones that are denied to others; sometimes a column gets through all the same."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

import numpy as np
from pydantic import Field, model_validator

from game.core import zones
from game.core.facts import Fact
from game.core.figures import Change, IncidentId, Km, Part, PlaceId, SideId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Ints, Mask, count, positions, single
from game.core.week import Week
from game.rules.base import Rule
from game.rules.march import occupy


@dataclass(frozen=True)
class ZonePassed(Fact):
    """A column got through a zone that is denied to it."""

    text: ClassVar = (
        "The zone around {place} does not stop {unit} (chance {chance}, rolled {roll})."
    )
    scene: ClassVar = "place"
    unit: Shown
    place: Shown
    chance: Shown  # its radius is announced, and so is how far it leaks
    roll: Shown


class Zone(Rule):
    """Around a place that a side holds, others may not move: links nearer than a radius are shut.

    It counts while the side or an ally holds the centre. Columns go round it, or halt at its edge.
    """

    phase: ClassVar = Phase.CONTACT
    side: SideId
    """Who keeps it."""
    centre: PlaceId
    """The place around which it lies."""
    radii: Annotated[tuple[Km, ...], Field(min_length=1, max_length=6)]
    """The radii that it can have, from the smallest to the largest."""
    start: Km
    """The radius at the start: one of these, or 0 for no zone."""
    denied: tuple[SideId, ...]
    """Whom it is meant for."""
    leak: tuple[Part, ...] = ()
    """For each radius, the chance in a week that a halted column gets through; or none."""
    incident: IncidentId | None = None
    """What comes up when one gets through."""
    change: Change = {}
    """What each column that gets through does to tracks."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if 0 in self.radii or list(self.radii) != sorted(set(self.radii)):
            raise ValueError("give the radii from the smallest to the largest, none of them 0")
        if self.start and self.start not in self.radii:
            raise ValueError(
                f"start must be 0 or one of the radii {', '.join(map(str, self.radii))}"
            )
        if self.leak and len(self.leak) != len(self.radii):
            raise ValueError(f"leak needs one chance for each radius: {len(self.radii)}")
        return self

    def resolve(self, week: Week) -> None:
        """Roll for every column that stands at the edge."""
        state, number = week.state, week.world.zones.index(self.key)
        waits = (state.barred == number) & (state.strength > 0)
        if not self.leak or not waits.any():
            return
        level = zones.levels(week.world, state)[:, number]
        chance = np.array((0, *self.leak), np.int32)[level][:, None]
        roll = week.roll(self.name, size=len(week.world.units))
        through = waits & (roll < chance)
        if through.any():
            self._let_through(week, through)
            self._tell(week, through, chance, roll)

    def _let_through(self, week: Week, through: Mask) -> None:
        """Bring columns to the next place on the way that the zone shuts, or before it."""
        state, world = week.state, week.world
        rows, units = positions(through)
        march, at, goal = world.unit_march[units], state.at[rows, units], state.goal[rows, units]
        place = world.hop[0, march, at, goal]
        occupy(week, rows, units, place, guard=0)
        holder = state.holder[rows, place]
        enters = state.relation[rows, world.unit_side[units], holder] == ALLIED
        state.at, state.before = state.at.copy(), state.before.copy()
        state.barred, state.marched = state.barred.copy(), state.marched.copy()
        state.at[rows, units] = np.where(enters, place, at)
        state.before[rows, units] = np.where(enters, NONE, place)
        state.barred[rows, units] = NONE
        state.marched[rows, units] = np.where(enters, 0, world.toll[march, at, place])

    def _tell(self, week: Week, through: Mask, chance: Ints, roll: Ints) -> None:
        world = week.world
        centre = world.places.index(self.centre)
        place = np.full(through.shape, centre, np.int16)
        week.record(ZonePassed, through, place=place, chance=chance, roll=roll)
        self.apply(week, self.change, count(through), Source.UNIT, "column inside the zone")
        if self.incident:
            where = single(np.asarray(through.any(axis=1)), centre, len(world.places))
            first = through.argmax(axis=1).astype(np.int16)[:, None]
            unit = np.broadcast_to(first, where.shape)
            week.raise_incident(self.incident, where, unit)
