"""Conditions as data, compiled once to functions that test every game together, and to words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

import numpy as np
from pydantic import Field

from game.core.figures import (
    AreaId,
    CorridorId,
    DialId,
    EventId,
    Model,
    NetworkId,
    OptionId,
    Part,
    People,
    PlaceId,
    Points,
    Relations,
    SideId,
    StatusId,
    TokenId,
    TrackId,
    Weeks,
    Whole,
)
from game.core.relation import ALLIED, RELATIONS
from game.core.state import State
from game.core.types import Mask
from game.core.world import GRADES, NEVER, World

PLAYERS_OWN = {"dial", "chosen", "tokens"}  # what only the player knows

Test = Callable[[State], Mask]
Grade = Literal["none", "contiguous", "convoy", "routine"]


class Clause(NamedTuple):
    """One thing that is asked, and how to say that it must hold."""

    holds: Test
    words: str
    timed: bool = False  # whether it asks for nothing but the week


@dataclass(frozen=True)
class Compiled:
    """Clauses that must hold, all of them."""

    clauses: tuple[Clause, ...]
    first: int = 0
    """Before this week they cannot hold: that is the same in all games, and cheapest to ask."""
    last: int = NEVER
    """After this week they cannot."""

    def __call__(self, state: State) -> Mask:
        """Say in which games (games,) all hold; ask no further once there is none."""
        if not self.first <= state.week <= self.last:
            return np.zeros(state.games, bool)
        result: Mask | None = None
        for clause in self.clauses:
            if clause.timed:
                continue
            holds = clause.holds(state)
            result = holds if result is None else result & holds
            if not result.any():
                return result
        return np.ones(state.games, bool) if result is None else result

    def missing(self, state: State) -> list[str]:
        """Say in words what does not hold in the first game."""
        return [clause.words for clause in self.clauses if not clause.holds(state)[0]]


class Conditions(Model):
    """What must hold: all of it. Nothing said means always."""

    at_least: dict[TrackId, Points] = {}
    """Tracks that must stand at a level or above it."""
    at_most: dict[TrackId, Points] = {}
    """Tracks that must stand at a level or below it."""
    held: dict[PlaceId, SideId] = {}
    """Places that a side or one of its allies must hold."""
    not_held: dict[PlaceId, SideId] = {}
    """Places that neither a side nor any of its allies may hold."""
    worn: dict[PlaceId, Part] = {}
    """Places whose garrison must have fallen to this share of what it was, or which have fallen."""
    share_at_least: dict[SideId, dict[AreaId, Part]] = {}
    """Share of an area's places that a side and its allies must hold at least."""
    share_at_most: dict[SideId, dict[AreaId, Part]] = {}
    """Share of an area's places that a side and its allies may hold at most."""
    relations: Relations = {}
    """How sides must stand to each other."""
    status: dict[StatusId, str] = {}
    """Levels at which statuses must stand."""
    status_not: dict[StatusId, str] = {}
    """Levels at which statuses must not stand."""
    dial: dict[DialId, str] = {}
    """Levels at which dials must stand."""
    chosen: dict[OptionId, Annotated[Whole, Field(ge=0, le=100)]] = {}
    """How often an option must have been chosen at least."""
    fired: dict[EventId, Annotated[Whole, Field(ge=0, le=100)]] = {}
    """How often an event must have come about at least."""
    tokens: dict[TokenId, dict[AreaId, Annotated[Whole, Field(ge=0, le=100)]]] = {}
    """How many tokens must be in an area at least."""
    grade_at_least: dict[CorridorId, Grade] = {}
    """How far a corridor must work: none, contiguous, convoy or routine."""
    joined_weeks: dict[CorridorId, Weeks] = {}
    """For how many weeks the ends of a corridor must have been joined."""
    lost_at_least: dict[SideId, People] = {}
    """How many people of a side must have been killed at least."""
    leaders_at_most: dict[NetworkId, Annotated[Whole, Field(ge=0, le=100)]] = {}
    """How many leaders of a network may be at large at most."""
    from_week: Weeks = 0
    """The first week (from 0) in which this can hold."""
    until_week: Weeks | None = None
    """The last week (from 0) in which this can hold."""
    any_of: list["Conditions"] = []
    """Of these, one is enough."""
    none_of: list["Conditions"] = []
    """Of these, none may hold."""

    def verbs(self) -> set[str]:
        """Return the names of all that is asked, inside `any_of` and `none_of` too."""
        return self.model_fields_set.union(*(w.verbs() for w in (*self.any_of, *self.none_of)))


def compile_conditions(conditions: Conditions, world: World) -> Compiled:
    """Return a function from a state to the games in which the conditions hold."""
    known = world.memo.get(id(conditions))
    if known is None or known[0] is not conditions:  # an id may be used again by another object
        last = NEVER if conditions.until_week is None else conditions.until_week
        clauses = tuple(_clauses(conditions, world))
        known = (conditions, Compiled(clauses, conditions.from_week, last))
        world.memo[id(conditions)] = known
    compiled: Compiled = known[1]
    return compiled


def _clauses(c: Conditions, world: World) -> Iterator[Clause]:
    yield from _tracks(c, world)
    yield from _map(c, world)
    yield from _standing(c, world)
    yield from _decided(c, world)
    yield from _roads_and_losses(c, world)
    yield from _time(c)
    if c.any_of:
        yield _any_of([compile_conditions(way, world) for way in c.any_of])
    for way in c.none_of:
        yield _none_of(compile_conditions(way, world))


def _tracks(c: Conditions, world: World) -> Iterator[Clause]:
    for track, points in c.at_least.items():
        yield _level(world, track, points, up=True)
    for track, points in c.at_most.items():
        yield _level(world, track, points, up=False)


def _map(c: Conditions, world: World) -> Iterator[Clause]:
    for place, side in c.held.items():
        yield _held(world, place, side, held=True)
    for place, side in c.not_held.items():
        yield _held(world, place, side, held=False)
    for place, part in c.worn.items():
        yield _worn(world, place, part)
    for side, areas in c.share_at_least.items():
        for area, part in areas.items():
            yield _share(world, side, area, part, up=True)
    for side, areas in c.share_at_most.items():
        for area, part in areas.items():
            yield _share(world, side, area, part, up=False)


def _standing(c: Conditions, world: World) -> Iterator[Clause]:
    for one, others in c.relations.items():
        for other, relation in others.items():
            yield _relation(world, one, other, RELATIONS.index(relation))
    for status, level in c.status.items():
        yield _status(world, status, level, wanted=True)
    for status, level in c.status_not.items():
        yield _status(world, status, level, wanted=False)


def _decided(c: Conditions, world: World) -> Iterator[Clause]:
    for dial, level in c.dial.items():
        yield _dial(world, dial, level)
    for option, times in c.chosen.items():
        yield _times(world, "options", "chosen", option, times, "must have been chosen")
    for event, times in c.fired.items():
        yield _times(world, "events", "fired", event, times, "must have come about")
    for token, areas in c.tokens.items():
        for area, number in areas.items():
            yield _token(world, token, area, number)


def _roads_and_losses(c: Conditions, world: World) -> Iterator[Clause]:
    for corridor, grade in c.grade_at_least.items():
        yield _grade(world, corridor, GRADES.index(grade))
    for corridor, weeks in c.joined_weeks.items():
        yield _joined(world, corridor, weeks)
    for side, people in c.lost_at_least.items():
        yield _lost(world, side, people)
    for network, number in c.leaders_at_most.items():
        yield _leaders(world, network, number)


def _time(c: Conditions) -> Iterator[Clause]:
    if c.from_week:
        first = c.from_week
        words = f"it is too early before week {first + 1}"
        yield Clause(lambda state: np.full(state.games, state.week >= first), words, True)
    if c.until_week is not None:
        last = c.until_week
        words = f"it is too late after week {last + 1}"
        yield Clause(lambda state: np.full(state.games, state.week <= last), words, True)


def _level(world: World, name: str, points: int, up: bool) -> Clause:
    track, sign = world.tracks.index(name), 1 if up else -1
    limit = f"{points / 1000:g} or {'more' if up else 'less'}"
    words = f"{world.titles['tracks'][track]} must be {limit}"
    return Clause(lambda state: sign * state.track[:, track] >= sign * points, words)


def _held(world: World, where: str, who: str, held: bool) -> Clause:
    place, side = world.places.index(where), world.sides.index(who)
    ask = "must be held by" if held else "must not be held by"
    words = f"{world.titles['places'][place]} {ask} {world.titles['sides'][side]} or an ally"

    def holds(state: State) -> Mask:
        stance = state.stance(side, state.holder[:, place : place + 1])[:, 0]
        return np.asarray((stance == ALLIED) == held)

    return Clause(holds, words)


def _worn(world: World, where: str, part: int) -> Clause:
    place = world.places.index(where)
    start, side = int(world.start_garrison[place]), int(world.start_holder[place])
    words = f"{world.titles['places'][place]} must be worn down to {part / 10:g} %"

    def holds(state: State) -> Mask:
        fallen = state.holder[:, place] != side
        return np.asarray(fallen | (state.garrison[:, place] * 1000 <= start * part))

    return Clause(holds, words)


def _share(world: World, who: str, where: str, part: int, up: bool) -> Clause:
    side, area = world.sides.index(who), world.areas.index(where)
    there = np.flatnonzero(world.place_area == area)
    names = f"{world.titles['sides'][side]} and its allies must hold"
    limit = f"{part / 10:g} % or {'more' if up else 'less'} of {world.titles['areas'][area]}"

    def holds(state: State) -> Mask:
        held = (state.stance(side, state.holder[:, there]) == ALLIED).sum(axis=1) * 1000
        bound = part * len(there)
        return np.asarray(held >= bound if up else held <= bound)

    return Clause(holds, f"{names} {limit}")


def _relation(world: World, one: str, two: str, relation: int) -> Clause:
    a, b = world.sides.index(one), world.sides.index(two)
    names = f"{world.titles['sides'][a]} and {world.titles['sides'][b]}"
    words = f"{names} must be {world.titles['relations'][relation]}"
    return Clause(lambda state: state.relation[:, a, b] == relation, words)


def _status(world: World, name: str, word: str, wanted: bool) -> Clause:
    status, level = world.statuses.index(name), world.status_levels[name].index(word)
    ask = "must be" if wanted else "must not be"
    words = f"{world.titles['statuses'][status]} {ask} '{world.titles['status.' + name][level]}'"
    return Clause(lambda state: (state.status[:, status] == level) == wanted, words)


def _dial(world: World, name: str, word: str) -> Clause:
    dial, level = world.dials.index(name), world.levels[name].index(word)
    words = f"{world.titles['dials'][dial]} must stand at '{word}'"
    return Clause(lambda state: state.dial[:, dial] == level, words)


def _times(world: World, kind: str, array: str, name: str, times: int, ask: str) -> Clause:
    number = getattr(world, kind).index(name)
    often = "" if times == 1 else f" {times} times"
    words = f"'{world.titles[kind][number]}' {ask}{often}"
    return Clause(lambda state: getattr(state, array)[:, number] >= times, words)


def _token(world: World, name: str, where: str, number: int) -> Clause:
    token, area = world.tokens.index(name), world.areas.index(where)
    title, there = world.titles["tokens"][token], world.titles["areas"][area]
    words = f"{title}: {number} or more must be in {there}"
    return Clause(lambda state: state.token[:, token, area] >= number, words)


def _grade(world: World, name: str, grade: int) -> Clause:
    corridor = world.corridors.index(name)
    words = f"{world.titles['corridors'][corridor]} must be {GRADES[grade]} or more"
    return Clause(lambda state: state.grade[:, corridor] >= grade, words)


def _joined(world: World, name: str, weeks: int) -> Clause:
    corridor = world.corridors.index(name)
    words = f"{world.titles['corridors'][corridor]} must have been joined for {weeks} weeks"
    return Clause(lambda state: state.joined[:, corridor] >= weeks, words)


def _lost(world: World, who: str, people: int) -> Clause:
    side = world.sides.index(who)
    words = f"{world.titles['sides'][side]} must have lost {people} people or more"
    return Clause(lambda state: state.lost[:, side] >= people, words)


def _leaders(world: World, name: str, number: int) -> Clause:
    network = world.networks.index(name)
    words = f"{world.titles['networks'][network]} must have {number} leaders or fewer"
    return Clause(lambda state: state.leaders[:, network] <= number, words)


def _any_of(ways: list[Compiled]) -> Clause:
    words = " or ".join(" and ".join(clause.words for clause in way.clauses) for way in ways)
    return Clause(lambda state: np.logical_or.reduce([way(state) for way in ways]), words)


def _none_of(way: Compiled) -> Clause:
    words = "it must not be that " + " and ".join(clause.words for clause in way.clauses)
    return Clause(lambda state: ~way(state), words)
