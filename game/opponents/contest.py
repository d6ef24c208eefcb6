"""Contest the air over areas."""

import numpy as np

from game.core.figures import AreaId
from game.core.types import indexes
from game.opponents.base import Decider, Desk


class Contest(Decider):
    """Send aircraft over areas, to be in the way of whoever else flies there.

    Every area is an occasion in every week.
    """

    areas: tuple[AreaId, ...]
    """Where they may fly."""

    def decide(self, desk: Desk) -> None:
        """Fly over some of the areas."""
        areas = indexes(desk.world.areas, self.areas)
        occasions = np.repeat(desk.holds(self.when)[:, None], len(areas), axis=1)
        desk.fly(areas, desk.tries(occasions))
