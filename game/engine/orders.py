"""The opponents decide, each from what its own side sees."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np

from game.core.eyes import Rounded
from game.core.observation import glance
from game.core.phase import Phase
from game.core.state import NONE, State
from game.core.week import Week
from game.opponents import Decider, Desk
from game.scenario.model import Scenario

BLANK = (
    "could",
    "tried",
    "probing",
    "sorties",
    "flights",
    "hindering",
    "plotting",
    "pushing",
    "relief",
    "support",
    "cover",
)


@dataclass(frozen=True)
class OpponentsOrders:
    """Every actor's deciders, in the order of the world's acts."""

    deciders: tuple[tuple[int, Decider], ...]  # with the number of the actor
    off: frozenset[int] = frozenset()  # acts that are left out, for a study
    phase: ClassVar = Phase.ORDERS

    @classmethod
    def of(cls, scenario: Scenario, off: frozenset[int] = frozenset()) -> Self:
        """Take the deciders from a scenario."""
        return cls(
            tuple(
                (number, way.decider)
                for number, actor in enumerate(scenario.actors.values())
                for way in actor.deciders.values()
            ),
            off,
        )

    def resolve(self, week: Week) -> None:
        """Clear last week's orders and let everybody give new ones."""
        _clear(week.state)
        world, state = week.world, week.state
        rounded, sides = Rounded(world, state), set(world.actor_side.tolist())
        seen = {side: glance(world, state, side, rounded) for side in sides}
        for act, (actor, decider) in enumerate(self.deciders):
            if act in self.off:
                continue
            sign = len(world.signals) + act
            chance = world.sign_chance[sign, 0][state.posture[:, actor]]
            side = int(world.actor_side[actor])
            decider.decide(Desk(world, seen[side], act, actor, chance, week))


def _clear(state: State) -> None:
    state.goal = state.at.copy()
    for name in BLANK:
        setattr(state, name, np.zeros_like(getattr(state, name)))
    for name in ("prober", "yielding"):
        setattr(state, name, np.full_like(getattr(state, name), NONE))
