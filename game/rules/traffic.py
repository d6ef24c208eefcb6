"""What travels on a road: it grows week by week, raiders stop it, strikes cut it."""

from dataclasses import dataclass
from typing import ClassVar, Literal, Self

import numpy as np
from pydantic import model_validator

from game.core.facts import Fact
from game.core.figures import Change, Part
from game.core.ledger import Source
from game.core.sight import Shown
from game.core.types import THOUSAND, Ints, Mask, Small, clip, replaced, single
from game.core.week import Week
from game.core.world import GRADES
from game.rules.raids import Raids

Working = Literal["contiguous", "convoy", "routine"]
NO_WAY, CONTIGUOUS, CONVOY, ROUTINE = range(len(GRADES))


@dataclass(frozen=True)
class FirstConvoy(Fact):
    """Traffic on a corridor has become enough for convoys to get through."""

    text: ClassVar = "Convoys start to get through on {corridor}."
    corridor: Shown


@dataclass(frozen=True)
class CorridorRoutine(Fact):
    """Traffic on a corridor has become routine."""

    text: ClassVar = "{corridor}: in regular use."
    corridor: Shown


class Traffic(Raids):
    """How much travels makes a corridor contiguous, a way for convoys, or routine."""

    ramp: Part
    """What a week adds to the traffic while the ends are joined."""
    first: Part
    """The traffic from which on convoys get through."""
    routine: Part
    """The traffic from which on they are routine."""
    grades: dict[Working, Change] = {}
    """What every week at a grade does to tracks."""
    convoy: Change = {}
    """What every week in which convoys get through does to tracks."""

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.first > self.routine:
            raise ValueError("'first' should not be more than 'routine'")
        return self

    def travel(self, week: Week, number: int, joined: Mask) -> None:
        """Let traffic grow, be raided and be struck, and set the grade that follows."""
        state = week.state
        raided = self.raided(week, number, joined)
        struck = self.strikes(week, number, joined)
        more = np.where(raided, 0, self.ramp) - np.where(struck, self.cut, 0)
        traffic = clip(state.traffic[:, number] + more.astype(np.int32), 0, THOUSAND)
        traffic = np.where(joined, traffic, np.int32(0))
        grade = np.where(joined, self._grade(traffic), np.int8(NO_WAY))
        self._tell(week, number, state.grade[:, number], grade)
        state.traffic = replaced(state.traffic, number, traffic)
        state.grade = replaced(state.grade, number, grade)
        for word, change in self.grades.items():
            there = (grade == GRADES.index(word)).astype(np.int32)
            self.apply(week, change, there, Source.PLACE, f"road at grade '{word}'")
        through = (grade >= CONVOY) & ~raided
        self.apply(week, self.convoy, through.astype(np.int32), Source.PLACE, "convoy")

    def _grade(self, traffic: Ints) -> Small:
        grade = CONTIGUOUS + (traffic >= self.first).astype(np.int8) + (traffic >= self.routine)
        return np.asarray(grade, np.int8)

    def _tell(self, week: Week, number: int, before: Small, grade: Small) -> None:
        for fact, step in ((FirstConvoy, CONVOY), (CorridorRoutine, ROUTINE)):
            risen = (before < step) & (grade >= step)
            week.record(fact, single(risen, number, len(week.world.corridors)))
