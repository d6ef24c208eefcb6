"""Endings: the first whose conditions hold ends a game."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np

from game.core.clauses import Test
from game.core.conditions import compile_conditions
from game.core.phase import Phase
from game.core.state import NONE
from game.core.week import Week
from game.core.world import World
from game.scenario.model import Scenario


@dataclass(frozen=True)
class Endings:
    """The endings of a scenario, in order."""

    when: tuple[Test, ...]
    at_close: tuple[bool, ...]
    phase: ClassVar = Phase.ENDINGS

    @classmethod
    def of(cls, scenario: Scenario, world: World) -> Self:
        """Compile the endings; one without conditions comes at the close only."""
        endings = scenario.endings.values()
        when = tuple(compile_conditions(ending.when, world) for ending in endings)
        return cls(
            when, tuple(e.at_close or not t.clauses for e, t in zip(endings, when, strict=True))
        )

    def resolve(self, week: Week) -> None:
        """End the games for which it is time."""
        state = week.state
        closing = state.week == week.world.weeks - 1
        for number, (holds, at_close) in enumerate(zip(self.when, self.at_close, strict=True)):
            if closing or not at_close:
                ends = (state.ending == NONE) & holds(state)
                state.ending = np.where(ends, number, state.ending).astype(np.int8)
