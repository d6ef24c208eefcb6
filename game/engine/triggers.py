"""Events and reactions: what a scenario says shall come about when something holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from game.core.conditions import Compiled, compile_conditions
from game.core.facts import Fact
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.state import State
from game.core.types import Mask
from game.core.week import Week
from game.scenario.actors import Trigger
from game.scenario.acts import Cause, Effect
from game.scenario.bringing import Compiler
from game.scenario.model import Scenario


@dataclass(frozen=True)
class EventFired(Fact):
    """An event of the scenario came about."""

    text: ClassVar = "{event}"
    event: Shown


@dataclass(frozen=True)
class ReactionSeen(Fact):
    """An actor reacted to something."""

    text: ClassVar = "{event}"
    event: Shown


@dataclass(frozen=True)
class CompiledTrigger:
    """A trigger ready to act on every game."""

    name: str
    index: int
    holds: Compiled
    chance: int
    times: int
    effect: Effect
    cause: Cause

    def ripe(self, week: Week) -> Mask:
        """Say in which games (games,) it comes about this week."""
        ready = week.state.fired[:, self.index] < self.times
        if not ready.any():
            return ready
        ready = ready & self.holds(week.state)
        if self.chance >= 1000 or not ready.any():
            return ready
        return ready & (week.roll("event", self.name)[:, 0] < self.chance)


@dataclass(frozen=True)
class Triggers:
    """Triggers of one kind, in the order of the scenario."""

    phase: Phase
    fact: type[Fact]
    triggers: tuple[CompiledTrigger, ...]

    def resolve(self, week: Week) -> None:
        """Let each come about where it is ripe."""
        events = len(week.world.events)
        for trigger in self._left(week.state):
            now = trigger.ripe(week)
            if now.any():
                week.state.own("fired")[:, trigger.index] += now
                week.record_one(self.fact, now, trigger.index, events)
                trigger.effect(week, now, trigger.cause)

    def _left(self, state: State) -> list[CompiledTrigger]:
        """Return those that may still come about in some game in this week.

        What others bring about before their turn comes changes neither.
        """
        now = [t for t in self.triggers if t.holds.first <= state.week <= t.holds.last]
        fired = state.fired.min(axis=0, initial=127).tolist()
        return [trigger for trigger in now if fired[trigger.index] < trigger.times]


def events(scenario: Scenario, compiler: Compiler) -> Triggers:
    """Return the events of a scenario."""
    chosen = [(name, event) for name, event in scenario.events.items()]
    return Triggers(Phase.EVENTS, EventFired, _compiled(chosen, compiler, Source.EVENT))


def reactions(scenario: Scenario, compiler: Compiler) -> Triggers:
    """Return what the actors do by themselves when something holds."""
    chosen = [
        (f"{name}.{key}", reaction)
        for name, actor in scenario.actors.items()
        for key, reaction in actor.reactions.items()
    ]
    return Triggers(Phase.REACTIONS, ReactionSeen, _compiled(chosen, compiler, Source.ACTOR))


def _compiled(
    chosen: Iterable[tuple[str, Trigger]], compiler: Compiler, source: Source
) -> tuple[CompiledTrigger, ...]:
    world, found = compiler.world, []
    for name, trigger in chosen:
        owner = f"event.{name}"
        effect = compiler.compile(trigger.effects, owner, source)
        holds = compile_conditions(trigger.when, world)
        index = world.events.index(name)
        cause = Cause(source, owner)
        made = CompiledTrigger(name, index, holds, trigger.chance, trigger.times, effect, cause)
        found.append(made)
    return tuple(found)
