"""Actors move tracks by what they do off the map."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class Pressed(Fact):
    """An actor did something that moves a track."""

    text: ClassVar = "Pressure on {track} from {actor}."
    actor: Shown
    track: Shown


class Pressure(Rule):
    """What actors decide to do to tracks, by talk, money or threat, takes effect."""

    phase: ClassVar = Phase.REACTIONS

    def resolve(self, week: Week) -> None:
        """Add up for each track what every actor does."""
        pushing, world = week.state.pushing, week.world
        if not pushing.any():
            return
        for actor, track in np.argwhere(pushing.any(axis=0)):
            amount, title = pushing[:, actor, track], world.titles["actors"][actor]
            week.change(world.tracks[track], amount, Source.ACTOR, title, self.name)
        for track in np.flatnonzero(pushing.any(axis=(0, 1))):
            week.record(Pressed, pushing[:, :, track] != 0, track=np.array([[track]], np.int32))
