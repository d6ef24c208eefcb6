"""Fire across a line where partners of the player's and a side that is no enemy face each other."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import ByStatus, Change, IncidentId, People, PerCent, SideId
from game.core.graph import neighbours
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import bleed
from game.core.relation import ALLIED, NEUTRAL
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Mask, Small, among, count, positions
from game.core.week import Week
from game.rules.base import Rule, when_careful


@dataclass(frozen=True)
class FireAcross(Fact):
    """Shots were exchanged across a line that nobody had meant to cross."""

    text: ClassVar = "{place}: fire across the line with {side}. Chance {chance}, rolled {roll}."
    place: Shown
    side: Shown
    chance: Shown
    roll: Shown


class Friction(Rule):
    """Where the player's alliance stands next to sides that are neither friend nor foe, shots fall.

    It says nothing of intentions: whoever stands close to somebody for long is shot at some day.
    """

    phase: ClassVar = Phase.CONTACT
    sides: tuple[SideId, ...]
    """The sides next door, each while it and the player are neutral to each other."""
    chance: ByStatus
    """Chance for each place that faces them, in a week, by the level of a status."""
    careful: PerCent = 1000
    """Factor on that chance while all are careful."""
    incident: IncidentId | None = None
    """What comes up for decision."""
    dead: People = 0
    """People of the garrison killed."""
    change: Change = {}
    """What every exchange of fire does to tracks."""

    def resolve(self, week: Week) -> None:
        """Roll for every place, and see which of those that come up face one of the sides."""
        chance = when_careful(week, week.figure(self.chance)[:, None], self.careful)
        if not chance.any():
            return
        roll = week.roll(self.name, size=len(week.world.places))
        side = self._facing(week, roll < chance)
        fire = side != NONE
        if not fire.any():
            return
        bleed(week, *positions(fire), self.dead)
        self.apply(week, self.change, count(fire), Source.INCIDENT, "fire across the line")
        week.record(FireAcross, fire, side=side, chance=chance, roll=roll)
        if self.incident:
            week.raise_incident(self.incident, fire)

    def _facing(self, week: Week, where: Mask) -> Small:
        """Return the side that each place of a mask faces: the first that counts, or NONE."""
        state, world = week.state, week.world
        stance, nobody = state.relation[:, world.player], np.int8(len(world.sides))
        counts = (stance == NEUTRAL) & among(world.sides, self.sides)
        games, places = positions(where)  # few of all
        holder = state.holder[games[:, None], neighbours(world.links)[places]]
        first = np.where(counts[games[:, None], holder], holder, nobody).min(axis=1)
        ours = stance[games, state.holder[games, places]] == ALLIED
        side = np.full(where.shape, NONE, np.int8)
        side[games, places] = np.where(ours & (first < nobody), first, np.int8(NONE))
        return side
