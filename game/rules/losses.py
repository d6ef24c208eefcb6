"""What people lost do to tracks."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, SideId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import among
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class Mourned(Fact):
    """People of a side were killed in this week."""

    text: ClassVar = "Dead in the week, {side}: {people}."
    side: Shown
    people: Shown


class Losses(Rule):
    """Each person killed moves tracks once, in the week in which it is counted."""

    phase: ClassVar = Phase.HOME
    sides: dict[SideId, Change] = {}
    """What each person lost by a side does to tracks."""

    def resolve(self, week: Week) -> None:
        """Count who was lost since the last count."""
        state, world = week.state, week.world
        people = np.maximum(state.lost - state.mourned, 0)
        if not people.any():
            return
        state.mourned = state.mourned + people
        for name, change in self.sides.items():
            dead = people[:, world.sides.index(name)]
            self.apply(week, change, dead, Source.INCIDENT, "people lost")
        counted = among(world.sides, tuple(self.sides))
        week.record(Mourned, (people > 0) & counted, people=people)
