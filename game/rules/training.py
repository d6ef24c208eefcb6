"""A partner force is trained and grows, or melts away."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from pydantic import ValidationInfo, model_validator

from game.core.conditions import Conditions, compile_conditions
from game.core.facts import Fact
from game.core.figures import Change, Part, People, StatusId, UnitId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.types import Ints, Mask, Rows, indexes, scale
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class Trained(Fact):
    """People joined a unit."""

    text: ClassVar = "People who join {unit}: {people}."
    unit: Shown
    people: Shown


@dataclass(frozen=True)
class Deserted(Fact):
    """People left a unit; nobody was killed."""

    text: ClassVar = "People who leave {unit}: {people}."
    unit: Shown
    people: Shown


class Training(Rule):
    """Units grow or melt towards a number of people that a status sets.

    They grow only while they stand in a place of their side or of an ally.
    """

    phase: ClassVar = Phase.PARTNERS
    units: tuple[UnitId, ...]
    """Who is trained."""
    status: StatusId
    """The status that says how much is spent on them."""
    people: dict[str, People]
    """How many people each unit comes to have, by the level of the status."""
    rate: Part
    """Share of the distance that is covered in a week."""
    cut: Conditions | None = None
    """When they are cut off from whoever trains them."""
    cut_to: Part = 1000
    """Share of that number which is still reached while they are cut off."""
    scatter: Part = 0
    """Chance that a week's training comes to nothing."""
    trained: Change = {}
    """What every ten people who join do to tracks."""
    lost: Change = {}
    """What every ten people who leave do to tracks."""

    @model_validator(mode="after")
    def _has_every_level(self, info: ValidationInfo) -> Self:
        wanted = (info.context or {}).get("status_levels", {}).get(self.status)
        if wanted is not None and set(wanted) != set(self.people):
            raise ValueError(f"give a number of people for each of {', '.join(wanted)}")
        return self

    def resolve(self, week: Week) -> None:
        """Cover a share of the distance."""
        state = week.state
        units = indexes(week.world.units, self.units)
        distance = self._target(week)[:, None] - state.strength[:, units]
        step = scale(distance, self.rate)
        step = np.where(self._trains(week, units) | (step < 0), step, 0)
        if step.any():
            strength = state.strength.copy()
            strength[:, units] += step
            self._tell(week, strength - state.strength)
            state.strength = strength

    def _target(self, week: Week) -> Ints:
        state, world = week.state, week.world
        levels = world.status_levels[self.status]
        people = np.array([self.people[level] for level in levels], np.int32)
        target = people[state.status[:, world.statuses.index(self.status)]]
        if self.cut is None:
            return target
        cut_off = compile_conditions(self.cut, world)(state)
        return np.where(cut_off, scale(target, self.cut_to), target)

    def _trains(self, week: Week, units: list[int]) -> Mask:
        """Say of each of the units (games, units) whether it can take people in this week."""
        state, side = week.state, week.world.unit_side[units]
        at: Rows = state.at[:, units].astype(np.intp)
        home = state.stance(side, np.take_along_axis(state.holder, at, axis=1)) == ALLIED
        return np.asarray(home & (week.roll(self.name) >= self.scatter))

    def _tell(self, week: Week, step: Ints) -> None:
        """Note who came and who went, from a table (games, all units)."""
        came, went = np.maximum(step, 0), np.maximum(-step, 0)
        self._feel(week, self.trained, came, "training of partners")
        self._feel(week, self.lost, went, "partners leave")
        week.record(Trained, step > 0, people=came)
        week.record(Deserted, step < 0, people=went)

    def _feel(self, week: Week, change: Change, people: Ints, cause: str) -> None:
        tens = people.sum(axis=1, dtype=np.int32) * np.int32(100)  # in per mille
        self.apply_part(week, change, tens, Source.UNIT, cause)
