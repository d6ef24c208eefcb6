"""Mediators take the edge off tracks, when they get the parties to listen."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import ByStatus, Part
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import THOUSAND, Ints, scale
from game.core.week import Week
from game.rules.base import Rule

ODDS = ". Chance that the parties listen: {chance}, rolled {roll}."


@dataclass(frozen=True)
class Mediated(Fact):
    """Mediators were heard."""

    text: ClassVar = "Mediators are heard over {track}" + ODDS
    track: Shown
    chance: Shown
    roll: Shown


@dataclass(frozen=True)
class Unheard(Mediated):
    """Mediators were not heard."""

    text: ClassVar = "Mediators find no hearing over {track}" + ODDS


class Talks(Rule):
    """Mediators' offers take effect with some chance."""

    phase: ClassVar = Phase.REACTIONS
    heard: Part = 0
    """Chance that an offer is heard."""
    by: ByStatus | None = None
    """Factor on that chance, by the level of a status."""

    def resolve(self, week: Week) -> None:
        """Roll once for each track that mediators work on."""
        relief, world = week.state.relief, week.world
        if not relief.any():
            return
        chance = self._chance(week)
        roll = week.roll(self.name, size=len(world.tracks))
        heard = (relief != 0) & (roll < chance)
        eased = np.where(heard, -relief, 0)
        for track in np.flatnonzero(heard.any(axis=0)):
            week.change(world.tracks[track], eased[:, track], Source.ACTOR, "mediation", self.name)
        week.record(Mediated, heard, chance=chance, roll=roll)
        week.record(Unheard, (relief != 0) & ~heard, chance=chance, roll=roll)

    def _chance(self, week: Week) -> Ints:
        if self.by is None:
            return np.full((1, 1), self.heard, np.int32)
        chance = scale(week.figure(self.by), self.heard)
        return np.asarray(np.minimum(chance, THOUSAND)[:, None])
