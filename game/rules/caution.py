"""After a week that frightens all, all are careful for a while."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.core.facts import Fact
from game.core.figures import Points, TrackId, Whole
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import single
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class CautionSpread(Fact):
    """A track rose so fast that all became careful."""

    text: ClassVar = "{track} rises so fast that all sides are careful for {weeks} weeks."
    track: Shown
    weeks: Shown


class Caution(Rule):
    """When a track jumps within a week, all are careful for some weeks.

    What that means, other rules say: probes, strikes and friction have a factor for it.
    """

    phase: ClassVar = Phase.ESCALATION
    track: TrackId
    """The track that is watched."""
    jump: Annotated[Points, Field(gt=0)]
    """How much it must rise from one week to the next."""
    weeks: Annotated[Whole, Field(ge=1, le=100)]
    """For how many weeks all are careful then."""

    def resolve(self, week: Week) -> None:
        """Count down, or start anew; and keep the level to compare next week's with."""
        state, world = week.state, week.world
        number = world.tracks.index(self.track)
        jumps = state.track[:, number] - state.last_track[:, number] >= self.jump
        left = np.maximum(state.caution - 1, 0)
        state.caution = np.where(jumps, np.maximum(left, self.weeks), left).astype(np.int8)
        state.last_track = state.track.copy()
        where = single(jumps, number, len(world.tracks))
        week.record(CautionSpread, where, weeks=state.caution[:, None])
