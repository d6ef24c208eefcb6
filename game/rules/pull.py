"""One track pulls at another, or a standing situation does."""

from typing import ClassVar

import numpy as np

from game.core.conditions import Conditions, compile_conditions
from game.core.figures import Change, Model, Percents, Points, Text, TrackId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.types import Ints, scale
from game.core.week import Week
from game.rules.base import Rule

ON_THE_MAP = {"held", "not_held", "worn", "share_at_least", "share_at_most"}
OF_THE_PLAYER = {"dial", "chosen", "tokens"}


class Slope(Model):
    """A pull that grows with the level of another track."""

    of: TrackId
    """The track that pulls."""
    above: Points = 0
    """The level from which on it pulls."""
    rate: Percents
    """What share of the distance above that level it adds in a week; negative if it takes away."""


class Pull(Rule):
    """While a situation lasts it moves tracks every week, by fixed amounts or by how far it goes.

    All pulls are measured before any of them moves a track.
    """

    phase: ClassVar = Phase.HOME
    when: Conditions = Conditions()
    """When it pulls."""
    change: Change = {}
    """What it does to tracks in a week."""
    slope: dict[TrackId, Slope] = {}
    """What other tracks do to these tracks in a week."""
    cause: Text
    """What the player reads as the cause: a few words."""

    def resolve(self, week: Week) -> None:
        """Pull where the situation holds."""
        holds = compile_conditions(self.when, week.world)(week.state)
        if not holds.any():
            return
        amounts = {track: self._amount(week, slope) for track, slope in self.slope.items()}
        self.apply(week, self.change, holds.astype(np.int32), self.source, self.cause)
        for track, amount in amounts.items():
            week.change(track, np.where(holds, amount, 0), Source.TRACK, self.cause, self.name)

    @property
    def source(self) -> Source:
        """Return what answers for the change: who holds what, the player's orders, or a track."""
        asked = self.when.verbs()
        if asked & ON_THE_MAP:
            return Source.PLACE
        return Source.ORDER if asked & OF_THE_PLAYER else Source.TRACK

    def _amount(self, week: Week, slope: Slope) -> Ints:
        level = week.state.track[:, week.world.tracks.index(slope.of)]
        return scale(np.maximum(level - slope.above, 0), slope.rate)
