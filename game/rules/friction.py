"""Fire across a line where partners of the player's and a side that is no enemy face each other."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import ByStatus, Change, IncidentId, People, PerCent, SideId
from game.core.graph import beside
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import bleed
from game.core.relation import NEUTRAL
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Mask, Small, among, count
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
        """Roll for every place that faces one of the sides."""
        theirs = self._theirs(week)
        if not theirs.any():
            return
        front = beside(week.world.links, theirs) & week.held_by(week.world.player)
        chance = when_careful(week, week.figure(self.chance)[:, None], self.careful)
        roll = week.roll(self.name, size=len(week.world.places))
        fire = front & (roll < chance)
        if not fire.any():
            return
        bleed(week, fire, self.dead)
        self.apply(week, self.change, count(fire), Source.INCIDENT, "fire across the line")
        week.record(FireAcross, fire, side=_facing(week, fire, theirs), chance=chance, roll=roll)
        if self.incident:
            week.raise_incident(self.incident, fire)

    def _theirs(self, week: Week) -> Mask:
        """Say of each place (games, places) whether one of the sides holds it, and is neutral."""
        state, world = week.state, week.world
        neutral = state.relation[:, world.player] == NEUTRAL
        neutral &= among(world.sides, self.sides)
        return np.take_along_axis(neutral, state.holder.astype(np.intp), axis=1)


def _facing(week: Week, fire: Mask, theirs: Mask) -> Small:
    """Return which side each place exchanges fire with: of several, the first of the world's."""
    games, places = np.nonzero(fire)
    beyond = (week.world.links[places] > 0) & theirs[games]
    holder = np.where(beyond, week.state.holder[games], np.int8(len(week.world.sides)))
    side = np.full(fire.shape, NONE, np.int8)
    side[games, places] = holder.min(axis=1)
    return side
