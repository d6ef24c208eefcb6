"""Test places of another side from close by."""

import numpy as np

from game.core.figures import Km, PlaceId
from game.core.types import Index, Mask, indexes
from game.opponents.base import Decider, Desk, nearest_unit


class Probe(Decider):
    """Test places of others that a unit of one's own stands near to.

    A unit that stands before a closed zone counts as near the place in the zone's middle.
    """

    places: tuple[PlaceId, ...]
    """What may be tested."""
    reach: Km = 0
    """How near a unit must stand, by road."""

    def decide(self, desk: Desk) -> None:
        """Test whatever is no ally's and in reach."""
        places = indexes(desk.world.places, self.places)
        near, unit = self._in_reach(desk, places)
        occasions = near & desk.foreign(places) & desk.holds(self.when)[:, None]
        desk.probe(places, desk.tries(occasions), unit)

    def _in_reach(self, desk: Desk, places: list[int]) -> tuple[Mask, Index]:
        """Return which places (games, places) can be tested, and by which unit."""
        world, seen = desk.world, desk.seen.state
        near, unit = nearest_unit(desk, places, self.reach)
        own = np.flatnonzero(world.unit_side == desk.seen.side)
        barred = np.where(seen.strength[:, own] > 0, seen.barred[:, own], -1)
        for zone in np.flatnonzero(np.isin(world.zone_centre, places)):
            column = places.index(int(world.zone_centre[zone]))
            stands = barred == zone
            fresh = stands.any(axis=1) & ~near[:, column]
            near[:, column] |= fresh
            unit[:, column] = np.where(fresh, own[stands.argmax(axis=1)], unit[:, column])
        return near, unit
