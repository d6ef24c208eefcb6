"""What is seen of the actors: signals, and what they do. Both are evidence of their intentions."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.week import Week


@dataclass(frozen=True)
class SignalSeen(Fact):
    """A sign of what an actor intends was seen."""

    text: ClassVar = "Seen: {signal}."
    signal: Shown


@dataclass(frozen=True)
class Signals:
    """Every signal is looked for once a week; its chance depends on the hidden posture.

    The closer its area is watched, the fewer of the signals mean nothing.
    """

    phase: ClassVar = Phase.SIGNALS

    def resolve(self, week: Week) -> None:
        """Roll for every signal by its own name."""
        state, world = week.state, week.world
        signals = np.arange(len(world.signals))
        if not len(signals):
            return
        level = week.clarity()[:, world.sign_area[signals]]
        posture = state.posture[:, world.sign_actor[signals]]
        chance = world.sign_chance[signals, level, posture]
        seen = week.chance.each(state.week, "signals", world.signals) < chance
        state.seen, state.watched = state.seen.copy(), state.watched.copy()
        rows = np.arange(state.games)[:, None]
        state.seen[rows, signals, level] += seen
        state.watched[rows, signals, level] += 1
        week.record(SignalSeen, seen)


@dataclass(frozen=True)
class Deeds:
    """When the week's deeds are done they are known, and with them how many were left undone."""

    phase: ClassVar = Phase.REACTIONS

    def resolve(self, week: Week) -> None:
        """Add the occasions, and those that were taken, to what the player has seen."""
        state, world = week.state, week.world
        acts = slice(len(world.signals), len(world.signals) + len(world.acts))
        state.seen, state.watched = state.seen.copy(), state.watched.copy()
        state.seen[:, acts, 0] += state.tried
        state.watched[:, acts, 0] += state.could
