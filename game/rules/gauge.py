"""A track that mirrors the map: how a siege, a force, an area or a road stands."""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from game.core.figures import Part, PlaceId
from game.core.ledger import HIGHEST, Source
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.types import Ints, clip, scale, share
from game.core.week import Week
from game.rules.base import Rule
from game.rules.readings import POINTS, Ground, Reading, Roads, Strength


class Gauge(Rule):
    """Closes the gap between a track and what the map shows. Exactly one thing is shown."""

    phase: ClassVar = Phase.HOME
    worn: PlaceId | None = None
    """A place whose garrison is worn down: 0 as at the start, 100 with nobody left in it.

    It is 100, too, while the player's alliance holds it.
    """
    strength: Strength | None = None
    """Units whose people are counted."""
    share: Ground | None = None
    """An area of which a side holds a share."""
    traffic: Roads | None = None
    """Corridors of which the best counts."""
    rate: Part = 1000
    """Share of the gap that is closed in a week."""

    @model_validator(mode="after")
    def _shows_one_thing(self) -> Self:
        given = [one for one in (self.worn, *self._readings) if one is not None]
        if len(given) != 1:
            raise ValueError("give exactly one of worn, strength, share, traffic")
        return self

    @property
    def _readings(self) -> tuple[Reading | None, ...]:
        return self.strength, self.share, self.traffic

    def resolve(self, week: Week) -> None:
        """Move the track that it is named by towards what the map shows."""
        if self.worn is not None:
            self._close(week, _worn(week, self.worn), Source.PLACE, "garrison worn down")
        for reading in self._readings:
            if reading is not None:
                self._close(week, reading.read(week), reading.source, reading.cause)

    def _close(self, week: Week, level: Ints, source: Source, cause: str) -> None:
        gap = clip(level, 0, HIGHEST) - week.state.track[:, week.world.tracks.index(self.key)]
        week.change(self.key, scale(gap, self.rate), source, cause, self.name)


def _worn(week: Week, name: str) -> Ints:
    """Return how far the garrison of a place is worn down, in thousandths of a point."""
    state, place = week.state, week.world.places.index(name)
    held = state.stance(week.world.player, state.holder[:, [place]])[:, 0] == ALLIED
    start = max(int(week.world.start_garrison[place]), 1)
    left = share(np.minimum(state.garrison[:, place], start), start)
    return np.where(held, np.int32(HIGHEST), HIGHEST - POINTS * left)
