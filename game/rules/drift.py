"""Tracks drift towards a resting level when nothing feeds them."""

from typing import ClassVar

from game.core.figures import Model, Part, Points, TrackId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.types import scale
from game.core.week import Week
from game.rules.base import Rule


class Rest(Model):
    """Where a track comes to rest, and how fast."""

    level: Points
    """The resting level."""
    rate: Part = 0
    """Share of the distance that is covered in a week."""


class Drift(Rule):
    """Tracks drift towards a resting level."""

    phase: ClassVar = Phase.HOME
    tracks: dict[TrackId, Rest] = {}
    """The tracks that do, and how."""

    def resolve(self, week: Week) -> None:
        """Move every track part of the way."""
        for track, rest in self.tracks.items():
            level = week.state.track[:, week.world.tracks.index(track)]
            amount = scale(rest.level - level, rest.rate)
            week.change(track, amount, Source.DRIFT, "drift", self.name)
