"""Drive units along axes of objectives, the most urgent axis first."""

from typing import Annotated, NamedTuple, Self

import numpy as np
from pydantic import Field, model_validator

from game.core.conditions import Conditions
from game.core.figures import Model, PlaceId, UnitId, suggest
from game.core.types import Index, Mask, Rows, indexes
from game.core.world import World
from game.opponents.base import Decider, Desk


class Axis(Model):
    """A line of advance. It has work while some objective is not held by the side or an ally."""

    objectives: Annotated[tuple[PlaceId, ...], Field(min_length=1)]
    """Places in order: the goal is always the first that is not held, so a lost one is retaken."""
    when: Conditions = Conditions()
    """When the axis is worked on, as far as the side sees."""


class Plan(NamedTuple):
    """The figures of a campaign as positions in the names of the world."""

    units: list[int]
    objectives: list[list[int]]  # of each axis
    choices: Rows  # (units, any) the axes of each unit in order; one that never has work fills up


class Campaign(Decider):
    """Drive units along axes. Each serves the first of its axes that has work.

    An occasion is a week in which a unit has somewhere to go. Who does not take it stays where he
    is; all see on the road who does.
    """

    axes: dict[str, Axis]
    """Lines of advance, each by a name of its own."""
    units: dict[UnitId, tuple[str, ...]]
    """Who takes part, and on which axes, the most urgent first."""

    @model_validator(mode="after")
    def _names_its_axes(self) -> Self:
        for unit, names in self.units.items():
            for name in names:
                if name not in self.axes:
                    hint = suggest(name, self.axes)
                    raise ValueError(f"units.{unit}: no axis is called '{name}'{hint}")
        return self

    def asked(self) -> dict[str, Conditions]:
        """Return what it asks, and what each of its axes does."""
        return super().asked() | {f"axes.{n}.when": axis.when for n, axis in self.axes.items()}

    def decide(self, desk: Desk) -> None:
        """Send every unit on, or let it halt."""
        plan, seen = self._plan(desk.world), desk.seen.state
        at, alive = seen.at[:, plan.units], seen.strength[:, plan.units] > 0
        goal = self._goals(desk, plan, at)
        occasions = (goal != at) & alive & desk.holds(self.when)[:, None]
        goal = np.where(desk.tries(occasions), goal, at)
        for number, unit in enumerate(plan.units):
            desk.send(unit, goal[:, number])

    def _goals(self, desk: Desk, plan: Plan, at: Index) -> Index:
        """Return where each unit (games, units) should go: where it stands if there is no work."""
        work, objective = self._work(desk, plan)
        choices = work[:, plan.choices]  # (games, units, axes in order)
        first = choices.argmax(axis=2)
        axis = plan.choices[np.arange(len(plan.units)), first]
        goal = np.take_along_axis(objective, axis, axis=1)
        return np.where(choices.any(axis=2), goal, at)

    def _work(self, desk: Desk, plan: Plan) -> tuple[Mask, Index]:
        """Say which axes have work (games, axes + 1), and which place is the goal of each."""
        games = desk.seen.state.games
        work = np.zeros((games, len(self.axes) + 1), bool)
        objective = np.zeros((games, len(self.axes) + 1), np.int16)
        for number, axis in enumerate(self.axes.values()):
            places = plan.objectives[number]
            open_ = desk.foreign(places)
            work[:, number] = open_.any(axis=1) & desk.holds(axis.when)
            objective[:, number] = np.array(places, np.int16)[open_.argmax(axis=1)]
        return work, objective

    def _plan(self, world: World) -> Plan:
        known = world.memo.get((id(self), "plan"))
        if known is None or known[0] is not self:  # an id may be used again by another object
            known = (self, self._compile(world))
            world.memo[(id(self), "plan")] = known
        plan: Plan = known[1]
        return plan

    def _compile(self, world: World) -> Plan:
        names, most = tuple(self.axes), max(map(len, self.units.values()), default=0)
        choices = np.full((len(self.units), max(most, 1)), len(names), np.intp)
        for number, chosen in enumerate(self.units.values()):
            choices[number, : len(chosen)] = indexes(names, chosen)
        objectives = [indexes(world.places, axis.objectives) for axis in self.axes.values()]
        return Plan(indexes(world.units, tuple(self.units)), objectives, choices)
