"""Conditions as data, compiled once to functions that test every game together, and to words."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from game.core import clauses
from game.core.clauses import Clause
from game.core.clauses import Compiled as Compiled
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
from game.core.relation import RELATIONS
from game.core.world import GRADES, NEVER, World

PLAYERS_OWN = {"dial", "chosen", "tokens"}  # what only the player knows

Grade = Literal["none", "contiguous", "convoy", "routine"]


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
    from_date: date | None = None
    """The day in whose week this can first hold, whenever the game starts."""
    until_date: date | None = None
    """The day in whose week this can last hold, whenever the game starts."""
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
        first, last = _window(conditions, world)
        asked = tuple(clauses_of(conditions, world))
        known = (conditions, Compiled(asked, first, last))
        world.memo[id(conditions)] = known
    compiled: Compiled = known[1]
    return compiled


def clauses_of(c: Conditions, world: World) -> Iterator[Clause]:
    """Return each thing that is asked, for conditions that are made for the moment.

    What is compiled is kept with the world for as long as it lives.
    """
    yield from _tracks(c, world)
    yield from _map(c, world)
    yield from _standing(c, world)
    yield from _decided(c, world)
    yield from _roads_and_losses(c, world)
    yield from _time(c, world)
    if c.any_of:
        yield clauses.any_of([compile_conditions(way, world) for way in c.any_of])
    for way in c.none_of:
        yield clauses.none_of(compile_conditions(way, world))


def _tracks(c: Conditions, world: World) -> Iterator[Clause]:
    for track, points in c.at_least.items():
        yield clauses.level(world, track, points, up=True)
    for track, points in c.at_most.items():
        yield clauses.level(world, track, points, up=False)


def _map(c: Conditions, world: World) -> Iterator[Clause]:
    for place, side in c.held.items():
        yield clauses.held(world, place, side, held=True)
    for place, side in c.not_held.items():
        yield clauses.held(world, place, side, held=False)
    for place, part in c.worn.items():
        yield clauses.worn(world, place, part)
    for side, areas in c.share_at_least.items():
        for area, part in areas.items():
            yield clauses.share(world, side, area, part, up=True)
    for side, areas in c.share_at_most.items():
        for area, part in areas.items():
            yield clauses.share(world, side, area, part, up=False)


def _standing(c: Conditions, world: World) -> Iterator[Clause]:
    for one, others in c.relations.items():
        for other, relation in others.items():
            yield clauses.relation(world, one, other, RELATIONS.index(relation))
    for status, level in c.status.items():
        yield clauses.status(world, status, level, wanted=True)
    for status, level in c.status_not.items():
        yield clauses.status(world, status, level, wanted=False)


def _decided(c: Conditions, world: World) -> Iterator[Clause]:
    for dial, level in c.dial.items():
        yield clauses.dial(world, dial, level)
    for option, times in c.chosen.items():
        yield clauses.times(world, "options", "chosen", option, times)
    for event, times in c.fired.items():
        yield clauses.times(world, "events", "fired", event, times)
    for token, areas in c.tokens.items():
        for area, number in areas.items():
            yield clauses.token(world, token, area, number)


def _roads_and_losses(c: Conditions, world: World) -> Iterator[Clause]:
    for corridor, grade in c.grade_at_least.items():
        yield clauses.grade(world, corridor, GRADES.index(grade))
    for corridor, weeks in c.joined_weeks.items():
        yield clauses.joined(world, corridor, weeks)
    for side, people in c.lost_at_least.items():
        yield clauses.lost(world, side, people)
    for network, number in c.leaders_at_most.items():
        yield clauses.leaders(world, network, number)


def _window(c: Conditions, world: World) -> tuple[int, int]:
    """Return the first and the last week in which they can hold; before the start is none."""
    first = c.from_week if c.from_date is None else max(c.from_week, world.week_of(c.from_date))
    last = NEVER if c.until_week is None else c.until_week
    return first, last if c.until_date is None else min(last, world.week_of(c.until_date))


def _time(c: Conditions, world: World) -> Iterator[Clause]:
    first, last = _window(c, world)
    if first:
        yield clauses.by_week(world, first, after=True)
    if last < NEVER:
        yield clauses.by_week(world, max(last + 1, 0), after=False)
