"""Compiles effects to functions that bring them about in the games of a mask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.ledger import Source
from game.core.part import those
from game.core.sight import Hidden, Shown
from game.core.state import NONE
from game.core.types import Ints, Mask, present
from game.core.week import Week
from game.core.world import World
from game.scenario.acts import Cause, Effect, simple_acts
from game.scenario.effects import Effects, Gamble, Lasting, Later


@dataclass(frozen=True)
class CameAbout(Fact):
    """Something with a known chance came about."""

    text: ClassVar = "{gamble} ({chance}, rolled {roll})."
    gamble: Shown
    chance: Shown
    roll: Shown


@dataclass(frozen=True)
class CameToNothing(CameAbout):
    """Something with a known chance did not come about."""

    text: ClassVar = "Not this time: {gamble} ({chance}, rolled {roll})."


@dataclass(frozen=True)
class Obliged(Fact):
    """Something that depended on a posture came about."""

    text: ClassVar = "{gamble} ({chance}, rolled {roll})."
    gamble: Shown
    chance: Hidden
    roll: Hidden


@dataclass(frozen=True)
class Declined(Obliged):
    """Something that depended on a posture did not come about."""

    text: ClassVar = "Not this time: {gamble} ({chance}, rolled {roll})."


def nothing(week: Week, mask: Mask, cause: Cause) -> None:
    """Bring nothing about."""


@dataclass
class Compiler:
    """Compiles effects, and collects what they set in motion."""

    world: World
    arrivals: dict[int, tuple[Effect, Cause]]
    """For each thing that may arrive later: what it brings about, and who answers for it."""
    runs: dict[int, tuple[Effect, Cause]]
    """The same of what goes on for a while."""

    def compile(self, effects: Effects | None, owner: str, source: Source) -> Effect:
        """Return a function that brings the effects about in the games of a mask."""
        acts = [] if effects is None else list(self._acts(effects, owner, source))
        if not acts:
            return nothing

        def act(week: Week, mask: Mask, cause: Cause) -> None:
            if not mask.any():  # an event fires in few games, mostly in none
                return
            with those(week, mask) as (part, rows):
                if rows is not None:
                    mask, cause = mask[rows], cause.of(rows)
                for each in acts:
                    each(part, mask, cause)

        return act

    def _acts(self, e: Effects, owner: str, source: Source) -> Iterator[Effect]:
        yield from simple_acts(e, self.world)
        for name, gamble in e.gamble.items():
            yield self._gamble(f"{owner}/{name}", gamble, source)
        for name, later in e.later.items():
            yield self._later(f"{owner}/{name}", later, source)
        for name, lasting in e.lasting.items():
            yield self._lasting(f"{owner}/{name}", lasting, source)

    def _gamble(self, name: str, gamble: Gamble, source: Source) -> Effect:
        number = self.world.gambles.index(name)
        then = self.compile(gamble.then, name, source)
        otherwise = self.compile(gamble.otherwise, f"{name}/not", source)
        known = gamble.chance

        def act(week: Week, mask: Mask, cause: Cause) -> None:
            roll = _roll(week, cause, name, mask)
            chance = _posture_chance(week, number) if known is None else np.int32(known)
            won = mask & (roll < chance)
            if known is None:
                _count_sign(week, number, mask, won)
            lost = mask & ~won
            kinds = (Obliged, Declined) if known is None else (CameAbout, CameToNothing)
            if week.told:
                _tell(week, kinds[0], number, won, chance, roll)
                _tell(week, kinds[1], number, lost, chance, roll)
            then(week, won, cause._replace(owner=name))
            otherwise(week, lost, cause._replace(owner=name))

        return act

    def _later(self, name: str, later: Later, source: Source) -> Effect:
        number, weeks = self.world.laters.index(name), later.weeks
        then = self.compile(later.then, name, source)
        self.arrivals[number] = (then, Cause(source, name))

        def act(week: Week, mask: Mask, cause: Cause) -> None:
            week.state.own("due")[mask, number] = week.state.week + weeks

        return act

    def _lasting(self, name: str, lasting: Lasting, source: Source) -> Effect:
        number, weeks = self.world.lastings.index(name), lasting.weeks
        each = self.compile(lasting.each, name, source)
        self.runs[number] = (each, Cause(source, name))

        def act(week: Week, mask: Mask, cause: Cause) -> None:
            week.state.own("until")[mask, number] = week.state.week + weeks

        return act


def _roll(week: Week, cause: Cause, name: str, mask: Mask) -> Ints:
    """Roll for an item; every place and phase has dice of its own, and so has what is at none."""
    item = f"{name} {week.state.phase}"
    if cause.place is None:
        return week.roll(cause.source, item)[:, 0]
    rolls = np.zeros(len(mask), np.int32)
    for place in present(cause.place[mask]):
        where = week.world.places[place] if place != NONE else ""
        here = cause.place == place
        rolls[here] = week.roll(cause.source, f"{item} {where}")[here, 0]
    return rolls


def _posture_chance(week: Week, gamble: int) -> Ints:
    world = week.world
    sign = int(world.gamble_sign[gamble])
    actor = int(world.sign_actor[sign])
    return np.asarray(world.sign_chance[sign, 0][week.state.posture[:, actor]])


def _count_sign(week: Week, gamble: int, tried: Mask, won: Mask) -> None:
    """What depends on a posture is evidence of it, like a signal."""
    state, sign = week.state, int(week.world.gamble_sign[gamble])
    state.own("seen")[:, sign, 0] += won
    state.own("watched")[:, sign, 0] += tried


def _tell(
    week: Week, kind: type[Fact], gamble: int, mask: Mask, chance: Ints | np.int32, roll: Ints
) -> None:
    if mask.any():
        chances = np.broadcast_to(chance, roll.shape)[:, None]
        items = len(week.world.gambles)
        week.record_one(kind, mask, gamble, items, chance=chances, roll=roll[:, None])
