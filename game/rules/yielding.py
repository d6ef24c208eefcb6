"""A place that its holder offers to another side passes to it without a fight."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, Part
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import hand_over
from game.core.relation import HOSTILE
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Mask, Small, count
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class PlaceYielded(Fact):
    """A place changed hands by agreement."""

    text: ClassVar = "{place}: handed over by {other} to {side}."
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
        state = week.state
        offered = state.yielding != NONE
        if not offered.any():
            return
        taker = np.where(offered, state.yielding, state.holder)
        willing = (taker != state.holder) & (state.stance(taker, state.holder) != HOSTILE)
        roll = week.roll_where(self.name, willing, week.world.places)
        taken = willing & (roll < self.accepted)
        for place in map(int, np.flatnonzero(taken.any(axis=0))):
            taken[:, place] &= self._near(week, place, taker[:, [place]])
        self.apply(week, self.change, count(taken), Source.ACTOR, "place yielded")
        week.record(PlaceYielded, taken, side=taker, other=state.holder)
        if taken.any():
            hand_over(week, taken, taker, state.garrison)

    def _near(self, week: Week, place: int, taker: Small) -> Mask:
        """Say in which games (games,) the taker (games, 1) has a place or a unit there or next."""
        state, world = week.state, week.world
        near = np.append(np.flatnonzero(world.links[place]), place)
        holds = (state.holder[:, near] == taker).any(axis=1)
        there = np.isin(state.at, near) & (state.strength > 0) & (world.unit_side == taker)
        return np.asarray(holds | there.any(axis=1))
