"""Move tracks by what is done off the map: talk, money, threats."""

import numpy as np

from game.core.figures import Change
from game.opponents.base import Decider, Desk


class Press(Decider):
    """Put pressure on tracks; every week in which the conditions hold is one occasion."""

    change: Change
    """What it does to tracks in a week."""

    def decide(self, desk: Desk) -> None:
        """Press, or leave it."""
        presses = desk.tries(desk.holds(self.when)[:, None])[:, 0]
        for track, points in self.change.items():
            amount = np.where(presses, np.int32(points), np.int32(0))
            desk.push(desk.world.tracks.index(track), amount)
