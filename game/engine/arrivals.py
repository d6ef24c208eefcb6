"""What was set in motion: it arrives when it is due, or goes on for a while."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.state import NONE
from game.core.week import Week
from game.scenario.acts import Cause, Effect


@dataclass(frozen=True)
class Arrived(Fact):
    """Something that was set in motion earlier has arrived."""

    text: ClassVar = "{later}."
    later: Shown


@dataclass(frozen=True)
class Arrivals:
    """Brings about what is due this week."""

    effects: dict[int, tuple[Effect, Cause]]
    phase: ClassVar = Phase.ARRIVALS

    def resolve(self, week: Week) -> None:
        """Let everything arrive whose week has come."""
        due = week.state.due == week.state.week
        if not due.any():
            return
        week.record(Arrived, due)
        week.state.due = np.where(due, np.int16(NONE), week.state.due)
        for number in np.flatnonzero(due.any(axis=0)).tolist():
            effect, cause = self.effects[number]
            effect(week, due[:, number], cause)


@dataclass(frozen=True)
class Lastings:
    """Brings about what goes on for a while."""

    effects: dict[int, tuple[Effect, Cause]]
    phase: ClassVar = Phase.ARRIVALS

    def resolve(self, week: Week) -> None:
        """Let everything act that has not run out."""
        going = week.state.until > week.state.week
        for number in np.flatnonzero(going.any(axis=0)).tolist():
            effect, cause = self.effects[number]
            effect(week, going[:, number], cause)
