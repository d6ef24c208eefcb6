"""What comes up for decision inside a week, at a place or at none, and what answers bring about."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np

from game.core.conditions import Compiled, compile_conditions
from game.core.facts import Fact
from game.core.ledger import Source
from game.core.observation import glance
from game.core.part import those
from game.core.queue import first, is_quiet, pop
from game.core.sight import Shown
from game.core.state import NONE, State
from game.core.types import Index, Mask, Small, present
from game.core.week import Week
from game.core.world import World
from game.scenario.acts import Cause, Effect
from game.scenario.bringing import Compiler
from game.scenario.model import Scenario
from game.scenario.policy import ByDial, Incident


@dataclass(frozen=True)
class Answered(Fact):
    """The player answered an incident."""

    text: ClassVar = "{incident}: {reply}."
    incident: Shown
    place: Shown
    unit: Shown
    reply: Shown


@dataclass(frozen=True)
class Delegated(Answered):
    """An incident did not reach the player: the standing answer was given."""

    text: ClassVar = "{incident}: the standing answer is given: {reply}."


@dataclass(frozen=True)
class CompiledIncident:
    """A kind of incident ready to be answered in every game."""

    name: str
    asks: Compiled
    standing: Small  # (levels,) the standing answer by the level of a dial
    dial: int  # that dial, or NONE
    answers: tuple[str, ...]
    when: tuple[Compiled, ...]
    effects: tuple[Effect, ...]
    causes: tuple[str, ...]
    first_reply: int  # where its answers begin in the world's replies

    @classmethod
    def of(cls, name: str, written: Incident, compiler: Compiler) -> Self:
        """Compile a kind of incident."""
        world, answers = compiler.world, tuple(written.answers)
        owners = tuple(f"incident.{name}.{answer}" for answer in answers)
        replies = written.answers.values()
        return cls(
            name,
            compile_conditions(written.asks, world),
            _standing(written, answers, world),
            world.dials.index(written.standing.dial)
            if isinstance(written.standing, ByDial)
            else NONE,
            answers,
            tuple(compile_conditions(reply.when, world) for reply in replies),
            tuple(
                compiler.compile(reply.effects, owner, Source.INCIDENT)
                for owner, reply in zip(owners, replies, strict=True)
            ),
            owners,
            world.replies.index(f"{name}.{answers[0]}"),
        )

    def standing_in(self, state: State) -> Small:
        """Return the standing answer in every game (games,)."""
        if self.dial == NONE:
            return np.broadcast_to(self.standing[0], (state.games,))
        return np.asarray(self.standing[state.dial[:, self.dial]])


def _standing(written: Incident, answers: tuple[str, ...], world: World) -> Small:
    if isinstance(written.standing, str):
        return np.array([answers.index(written.standing)], np.int8)
    levels = world.levels[written.standing.dial]
    return np.array([answers.index(written.standing.levels[level]) for level in levels], np.int8)


@dataclass(frozen=True)
class Incidents:
    """All kinds of incidents of a scenario, and how many flashes of a turn reach the player."""

    kinds: tuple[CompiledIncident, ...]
    allowance: int

    @classmethod
    def of(cls, scenario: Scenario, compiler: Compiler) -> Self:
        """Compile the incidents of a scenario."""
        written = scenario.incidents.items()
        kinds = tuple(CompiledIncident.of(name, kind, compiler) for name, kind in written)
        return cls(kinds, scenario.council.flashes)

    def standing(self, state: State) -> Small:
        """Return for every game the answer that is given when nobody says otherwise."""
        kind, _, _ = first(state)
        answer = np.zeros(state.games, np.int8)
        for number, each in self._present(kind):
            answer = np.where(kind == number, each.standing_in(state), answer)
        return answer.astype(np.int8)

    def allowed(self, state: State) -> Mask:
        """Say which answers (games, most answers) may be given to what is next in line."""
        kind, _, _ = first(state)
        most = max((len(each.answers) for each in self.kinds), default=1)
        found = np.zeros((state.games, most), bool)
        for number, each in self._present(kind):
            mine = kind == number
            for level, when in enumerate(each.when):
                found[:, level] |= mine & when(state)
        return found

    def delegate(self, week: Week) -> None:
        """Give standing answers until whatever is next in line needs the player.

        Who answers in the player's name knows no more than the player.
        """
        while not is_quiet(week.state):
            seen = glance(week.world, week.state, week.world.player).state
            where = self._delegated(seen)
            if not where.any():
                return
            with those(week, where) as (part, rows):
                mine = where if rows is None else where[rows]
                known = glance(part.world, part.state, part.world.player).state
                self._answer(part, self.standing(known), mine, Delegated)
                if rows is not None:
                    self.delegate(part)

    def answer(self, week: Week, answer: Small) -> None:
        """Bring the answers (games,) about wherever something is up for decision."""
        kind, place, _ = first(week.state)
        flash = (kind != NONE) & (place != NONE)
        week.state.flashes = week.state.flashes + flash.astype(np.int8)
        self._answer(week, answer, kind != NONE, Answered)

    def _delegated(self, state: State) -> Mask:
        """Say where the next in line is beyond the allowance, or does not ask for the player."""
        kind, place, _ = first(state)
        beyond = (place != NONE) & (state.flashes >= self.allowance)
        found: Mask = (kind != NONE) & beyond
        for number, each in self._present(kind):
            found |= (kind == number) & ~each.asks(state)
        return found

    def _answer(self, week: Week, answer: Small, where: Mask, fact: type[Fact]) -> None:
        kind, place, unit = first(week.state)
        pop(week.state, where)  # first, so that what an answer raises stands at the end of the line
        self._tell(week, kind, place, unit, answer, where, fact)
        for number, each in self._present(kind):
            given = np.where(where & (kind == number), answer, NONE)
            for level in present(given):
                if level != NONE:
                    cause = Cause(Source.INCIDENT, each.causes[level], place, unit)
                    each.effects[level](week, given == level, cause)

    def _tell(
        self,
        week: Week,
        kind: Small,
        place: Index,
        unit: Index,
        answer: Small,
        where: Mask,
        fact: type[Fact],
    ) -> None:
        if not week.told:
            return
        starts = np.array([each.first_reply for each in self.kinds], np.int32)
        said = where[:, None] & (np.arange(len(self.kinds)) == kind[:, None])
        reply = (starts[kind] + answer)[:, None]
        week.record(fact, said, place=place[:, None], unit=unit[:, None], reply=reply)

    def _present(self, kind: Small) -> list[tuple[int, CompiledIncident]]:
        """Return the kinds that are next in line in some game; the rest need no looking at."""
        return [(number, self.kinds[number]) for number in present(kind) if number != NONE]
