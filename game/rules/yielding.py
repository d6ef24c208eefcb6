"""A place that its holder offers to another side passes to it without a fight."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, Part
from game.core.graph import beside
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import hand_over
from game.core.relation import HOSTILE
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Mask, Small, count, marked
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class PlaceYielded(Fact):
    """A place changed hands by agreement."""

    text: ClassVar = "{other} hands {place} over to {side}."
    scene: ClassVar = "place"
    place: Shown
    side: Shown
    other: Shown


class Yielding(Rule):
    """A side takes a place that it is offered, if it is near and not hostile to the holder."""

    phase: ClassVar = Phase.PARTNERS
    accepted: Part = 1000
    """Chance in a week that an offer is taken."""
    change: Change = {}
    """What each place that changes hands so does to tracks."""

    def resolve(self, week: Week) -> None:
        """Hand over what is offered and taken; as many people hold it as before."""
        state, world = week.state, week.world
        offered = state.yielding != NONE
        if not offered.any():
            return
        taker = np.where(offered, state.yielding, state.holder)
        willing = (taker != state.holder) & (state.stance(taker, state.holder) != HOSTILE)
        taken = willing & (week.roll(self.name, size=len(world.places)) < self.accepted)
        taken = taken & self._near(week, taken, taker)
        self.apply(week, self.change, count(taken), Source.ACTOR, "place yielded")
        week.record(PlaceYielded, taken, side=taker, other=state.holder)
        hand_over(week, taken, taker, state.garrison)

    def _near(self, week: Week, taken: Mask, taker: Small) -> Mask:
        """Say of each place whether its taker holds a place, or has a unit, there or next door."""
        near = np.zeros_like(taken)
        for side in np.unique(taker[taken]):
            own = (week.state.holder == side) | self._occupied(week, int(side))
            near |= (taker == side) & (own | beside(week.world.links, own))
        return near

    def _occupied(self, week: Week, side: int) -> Mask:
        state, world = week.state, week.world
        alive = (state.strength > 0) & (world.unit_side == side)
        return marked(alive, state.at, len(world.places))
