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
        level = week.clarity().take(world.sign_area[signals], axis=1)
        posture = state.posture.take(world.sign_actor[signals], axis=1)
        _, levels, postures = world.sign_chance.shape
        spot = signals * levels + level  # one index is a third of the work of three
        seen = week.chance.each(state.week, "signals", world.signals) < world.sign_chance.take(
            spot * postures + posture
        )
        spot += np.arange(state.games)[:, None] * (state.seen.shape[1] * levels)
        state.own("seen").reshape(-1)[spot] += seen
        state.own("watched").reshape(-1)[spot] += 1
        week.record(SignalSeen, seen)


@dataclass(frozen=True)
class Deeds:
    """When the week's deeds are done they are known, and with them how many were left undone."""

    phase: ClassVar = Phase.REACTIONS

    def resolve(self, week: Week) -> None:
        """Add the occasions, and those that were taken, to what the player has seen."""
        state, world = week.state, week.world
        acts = slice(len(world.signals), len(world.signals) + len(world.acts))
        state.own("seen")[:, acts, 0] += state.tried
        state.own("watched")[:, acts, 0] += state.could
