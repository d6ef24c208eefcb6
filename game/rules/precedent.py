"""Self-defense drags the mission along: every act still in memory pulls at the tracks."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.core.facts import Fact
from game.core.figures import Change, Part, Whole
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import tallied
from game.core.week import Week
from game.rules.base import Rule

REMEMBERED = 100  # acts, at most


@dataclass(frozen=True)
class MissionDragged(Fact):
    """Acts of self-defense made more of the mission than anybody had decided."""

    text: ClassVar = "Acts of self-defense still in memory that drag the mission along: {acts}."
    acts: Shown  # the item: it is about no place


class Precedent(Rule):
    """Acts of force are remembered for a while; each beyond a number moves tracks every week."""

    phase: ClassVar = Phase.ESCALATION
    each: Change = {}
    """What each act in memory, beyond those that are free, does to tracks in a week."""
    free: Annotated[Whole, Field(ge=0, le=100)] = 0
    """How many acts in memory do nothing yet."""
    fades: Part = 0
    """Chance that one of them is forgotten, in a week."""

    def resolve(self, week: Week) -> None:
        """Let what is remembered pull, then let some of it fade."""
        state = week.state
        if not state.precedent.any():
            return
        acts = np.maximum(state.precedent.astype(np.int32) - self.free, 0)
        self.apply(week, self.each, acts, Source.INCIDENT, "self-defense in memory")
        if self.each:
            week.record(MissionDragged, tallied(acts, REMEMBERED))
        fades = (week.roll(self.name)[:, 0] < self.fades) & (state.precedent > 0)
        state.precedent = state.precedent - fades.astype(np.int8)
