"""Strike what travels on a corridor."""

from typing import Literal

from game.core.figures import CorridorId
from game.core.world import GRADES
from game.opponents.base import Decider, Desk


class Hinder(Decider):
    """Strike what travels on a corridor, at most once a week, while it is seen to work."""

    corridor: CorridorId
    """Which corridor it is."""
    grade: Literal["contiguous", "convoy", "routine"] = "contiguous"
    """From which grade on there is something to strike."""

    def decide(self, desk: Desk) -> None:
        """Order a strike, or not."""
        corridor = desk.world.corridors.index(self.corridor)
        works = desk.seen.state.grade[:, corridor] >= GRADES.index(self.grade)
        strikes = desk.tries((works & desk.holds(self.when))[:, None])[:, 0]
        desk.hinder(corridor, strikes)
