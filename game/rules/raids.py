"""Raiders stop what travels on a road for a week, and strikes from afar destroy some of it."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, Part, PlaceId, SideId
from game.core.ledger import Source
from game.core.relation import HOSTILE
from game.core.sight import Hidden, Shown
from game.core.types import Mask, single
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class CorridorHit(Fact):
    """A strike on what travels on a corridor succeeded."""

    text: ClassVar = (
        "A strike hits traffic on {corridor}. That it comes: {intent}; "
        "that it succeeds: {chance}, rolled {roll}."
    )
    corridor: Shown
    intent: Hidden
    chance: Shown
    roll: Shown


@dataclass(frozen=True)
class ConvoyRaided(Fact):
    """Raiders stopped the traffic on a corridor for a week."""

    text: ClassVar = "Raiders from {place} stop traffic on {corridor} for a week."
    corridor: Shown
    place: Shown


class Raids(Rule):
    """Enemies of a corridor's side who stand near it, or can strike it."""

    side: SideId
    """Whose corridor it is."""
    raiders: dict[PlaceId, Part] = {}
    """Chance that a week's traffic is stopped from a place while enemies hold it."""
    hit: Part = 0
    """Chance that a strike on the traffic succeeds."""
    cut: Part = 0
    """What a strike that succeeds takes off the traffic."""
    struck: Change = {}
    """What a strike that succeeds does to tracks."""

    def raided(self, week: Week, number: int, joined: Mask) -> Mask:
        """Roll for every place of raiders: they do not know of each other."""
        state, world = week.state, week.world
        side, raided = world.sides.index(self.side), np.zeros_like(joined)
        for name, chance in self.raiders.items():
            place = world.places.index(name)
            hostile = (
                state.relation[np.arange(state.games), side, state.holder[:, place]] == HOSTILE
            )
            stops = joined & hostile & (week.roll(self.name, name)[:, 0] < chance)
            where = single(stops, number, len(world.corridors))
            week.record(ConvoyRaided, where, place=np.full_like(where, place, np.int16))
            raided = raided | stops
        return raided

    def strikes(self, week: Week, number: int, joined: Mask) -> Mask:
        """Roll for a strike that was ordered; the way may have been cut since."""
        intent = week.state.hindering[:, number]
        ordered = joined & (intent > 0)
        roll = week.roll(self.name, "strike")[:, 0]
        struck = ordered & (roll < self.hit)
        self.apply(week, self.struck, struck.astype(np.int32), Source.ACTOR, "strike on a road")
        where = single(struck, number, len(week.world.corridors))
        odds = {"intent": intent[:, None], "chance": np.full_like(intent, self.hit)[:, None]}
        week.record(CorridorHit, where, roll=roll[:, None], **odds)
        return struck
