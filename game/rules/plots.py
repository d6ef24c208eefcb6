"""What hidden organizations work towards: attacks far from the front."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from game.core.facts import Fact
from game.core.figures import Change, IncidentId, PerCent, Points, TrackId
from game.core.ledger import Source
from game.core.sight import Shown
from game.core.types import scale, single
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class PlotCarriedOut(Fact):
    """A network carried out an attack far from the front."""

    text: ClassVar = "{network}: an attack is carried out: chance {chance}, rolled {roll}."
    network: Shown
    chance: Shown
    roll: Shown


class Plots(Rule):
    """A track tells how far plots have come; above a threshold they may be carried out."""

    track: TrackId | None = None
    """The track that tells how far its plots have come."""
    threshold: Points = 0
    """Up to here no plot is ready."""
    attack: PerCent = 0
    """Chance of an attack in a week, for each point of the track above the threshold."""
    attacked: Change = {}
    """What an attack does to tracks."""
    incident: IncidentId | None = None
    """What comes up for decision after an attack."""

    @model_validator(mode="after")
    def _knows_its_track(self) -> Self:
        if self.attack and self.track is None:
            raise ValueError("'attack' needs a 'track' that tells how far the plots have come")
        return self

    def carry_out(self, week: Week, number: int) -> None:
        """See in which games a plot of a network is ready and succeeds."""
        if self.track is None:
            return
        level = week.state.track[:, week.world.tracks.index(self.track)]
        chance = scale(np.maximum(level - self.threshold, 0), self.attack)
        if not chance.any():
            return
        roll = week.roll(self.name, "attack")[:, 0]
        struck = roll < chance
        self.apply(week, self.attacked, struck.astype(np.int32), Source.ACTOR, "plot carried out")
        where = single(struck, number, len(week.world.networks))
        week.record(PlotCarriedOut, where, chance=chance[:, None], roll=roll[:, None])
        if self.incident:
            week.ask(self.incident, struck)
