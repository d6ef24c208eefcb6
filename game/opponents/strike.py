"""Send something from afar against places of another side."""

from typing import Self

import numpy as np
from pydantic import model_validator

from game.core.figures import Km, MeansId, PlaceId
from game.core.types import Mask, indexes
from game.opponents.base import Decider, Desk


class Strike(Decider):
    """Strike places of others from afar, with what one of the rules for strikes describes."""

    means: MeansId
    """What is sent: the name of a rule for strikes."""
    places: tuple[PlaceId, ...]
    """What may be struck."""
    bases: tuple[PlaceId, ...] = ()
    """Places of which one must be the side's own or an ally's; none said, none is needed."""
    within: Km | None = None
    """How near to such a base the target must lie, as the crow flies."""

    @model_validator(mode="after")
    def _measures_from_somewhere(self) -> Self:
        if self.within is not None and not self.bases:
            raise ValueError("'within' is measured from bases: give some")
        return self

    def decide(self, desk: Desk) -> None:
        """Strike whatever is no ally's and in reach."""
        places = indexes(desk.world.places, self.places)
        occasions = desk.foreign(places) & desk.holds(self.when)[:, None]
        if self.bases:
            occasions &= self._in_reach(desk, places)
        desk.strike(desk.world.strikes.index(self.means), places, desk.tries(occasions))

    def _in_reach(self, desk: Desk, places: list[int]) -> Mask:
        """Say of each place (games, places) whether a base is held that it lies near enough to."""
        bases = indexes(desk.world.places, self.bases)
        km = desk.world.straight[np.ix_(bases, places)]
        near = np.full(km.shape, True) if self.within is None else km <= self.within
        return np.asarray(~desk.foreign(bases) @ near)  # of truths: is any both?
