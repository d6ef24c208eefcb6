"""Minds: an actor that has thought again goes on as before, or turns to another posture."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.week import Week


@dataclass(frozen=True)
class ThoughtAgain(Fact):
    """An actor has thought again about what it wants; what it decided, only it knows."""

    text: ClassVar = "{actor}: thinking again about what to intend. Chance of a change: {chance}."
    actor: Shown
    chance: Shown


@dataclass(frozen=True)
class Minds:
    """Who has cause to think again decides when the week's deeds are done and known.

    So what was seen until then speaks of the old posture, and whatever is seen later of the new.
    """

    phase: ClassVar = Phase.REPORTS

    def resolve(self, week: Week) -> None:
        """Roll for every actor that thinks again, and note what had been seen of it."""
        state, world = week.state, week.world
        thinks = state.mind > 0
        if not thinks.any():
            return
        roll = week.roll_where("minds", thinks, world.actors)
        turns = thinks & (roll < state.odds_to_turn)
        state.posture = np.where(turns, state.mind - 1, state.posture).astype(np.int8)
        signs = thinks.take(world.sign_actor, axis=1)[:, :, None]
        state.seen_then = np.where(signs, state.seen, state.seen_then)
        state.watched_then = np.where(signs, state.watched, state.watched_then)
        state.mind = np.where(thinks, -state.mind, state.mind).astype(np.int8)
        chance = state.odds_to_turn.astype(np.int32)
        week.record(ThoughtAgain, thinks, chance=chance)
