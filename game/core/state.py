"""State: everything that changes in play, as arrays whose first axis is games."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Annotated, Any, NamedTuple, Self, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray

from game.core.sight import ESTIMATE, EVERYBODY, NOBODY, PLAYER, REPORTED, Sight
from game.core.types import Index, Ints, Rows, Small
from game.core.world import World

NONE = -1  # no incident, no ending, no place
LONG_AGO = -10_000  # the week of what has not happened yet


@dataclass
class State:
    """The situation at some moment of a week, in one game or in many played in step.

    Every array says who may see it and what its axes after the first count. Sight has no default:
    whoever adds an array decides what is secret.
    """

    week: int
    phase: int  # the next to be played
    # what all can see
    track: Annotated[Ints, EVERYBODY, "tracks"]  # thousandths of a point
    relation: Annotated[Small, EVERYBODY, "sides", "sides"]  # how the first stands to the second
    status: Annotated[Small, EVERYBODY, "statuses"]  # level
    zone: Annotated[Small, EVERYBODY, "zones"]  # 0 for off, else 1 + the position of its radius
    joined: Annotated[Index, EVERYBODY, "corridors"]  # weeks that its ends have been joined
    grade: Annotated[Small, EVERYBODY, "corridors"]  # how far it works
    traffic: Annotated[Ints, EVERYBODY, "corridors"]  # per mille of what it could carry
    seat: Annotated[Index, EVERYBODY, "networks"]  # the place it works from, or NONE
    leaders: Annotated[Small, EVERYBODY, "networks"]  # at large
    lost: Annotated[Ints, EVERYBODY, "sides"]  # people killed so far
    mourned: Annotated[Ints, EVERYBODY, "sides"]  # of these, how many tracks have felt
    fired: Annotated[Small, EVERYBODY, "events"]  # times
    until: Annotated[Index, EVERYBODY, "lastings"]  # the first week in which it no longer goes on
    queue_kind: Annotated[Small, EVERYBODY, "queue"]  # what awaits an answer, or NONE
    queue_place: Annotated[Index, EVERYBODY, "queue"]  # where, or NONE
    queue_unit: Annotated[Index, EVERYBODY, "queue"]  # by whom, or NONE
    precedent: Annotated[Small, EVERYBODY]  # acts of force still fresh in memory
    caution: Annotated[Small, EVERYBODY]  # weeks for which all are careful
    last_track: Annotated[Ints, EVERYBODY, "tracks"]  # as they stood when caution was last asked
    ending: Annotated[Small, EVERYBODY]  # or NONE
    # 1 + the posture an actor may turn to: positive until it has decided, negative afterwards
    mind: Annotated[Small, EVERYBODY, "actors"]
    odds_to_turn: Annotated[Index, EVERYBODY, "actors"]  # per mille, once it thinks again
    # what lies on the map
    holder: Annotated[Small, REPORTED, "places"]  # the side that holds it
    garrison: Annotated[Ints, REPORTED, "places"]  # people
    fresh: Annotated[Small, REPORTED, "places"]  # weeks for which its fall may be reversed
    depth: Annotated[Small, REPORTED, "places"]  # how many places its taker had taken before it
    at: Annotated[Index, REPORTED, "units"]  # place
    before: Annotated[Index, REPORTED, "units"]  # the place of others it stands before, or NONE
    strength: Annotated[Ints, REPORTED, "units"]  # people
    marched: Annotated[Ints, REPORTED, "units"]  # thousandths of a week towards the next place
    barred: Annotated[Small, REPORTED, "units"]  # the zone that it stands before, or NONE
    rest: Annotated[Small, REPORTED, "units"]  # weeks for which it does not move
    reserve: Annotated[Ints, ESTIMATE, "sides"]  # people who can still be sent
    # what the player knows and has decided
    dial: Annotated[Small, PLAYER, "dials"]  # level
    token: Annotated[Small, PLAYER, "tokens", "areas"]  # how many are there
    aim: Annotated[Small, PLAYER, "aims"]  # its rank, from 1, or 0
    chosen: Annotated[Small, PLAYER, "options"]  # times
    chosen_at: Annotated[Index, PLAYER, "options"]  # the week it was last chosen in, or LONG_AGO
    flashes: Annotated[Small, PLAYER]  # answered by the player in this turn
    cover: Annotated[Ints, PLAYER, "strikes", "places"]  # the chance that a strike is stopped
    due: Annotated[Index, PLAYER, "laters"]  # the week of its arrival, or NONE
    seen: Annotated[Index, PLAYER, "signs", "clarity"]  # how often it was seen
    watched: Annotated[Index, PLAYER, "signs", "clarity"]  # how often it could have been
    seen_then: Annotated[Index, PLAYER, "signs", "clarity"]  # the same when the actor had decided
    watched_then: Annotated[Index, PLAYER, "signs", "clarity"]
    report_holder: Annotated[Small, PLAYER, "places"]
    report_garrison: Annotated[Ints, PLAYER, "places"]  # people, as far as is known
    report_age: Annotated[Small, PLAYER, "places"]  # weeks
    report_source: Annotated[Small, PLAYER, "places"]
    track_at: Annotated[Index, PLAYER, "units"]  # the place it was last reported at
    track_strength: Annotated[Ints, PLAYER, "units"]  # people, as far as is known
    track_age: Annotated[Small, PLAYER, "units"]  # weeks
    track_source: Annotated[Small, PLAYER, "units"]
    # what is secret
    posture: Annotated[Small, NOBODY, "actors"]  # what an actor really intends
    goal: Annotated[Index, NOBODY, "units"]  # place
    support: Annotated[Ints, NOBODY, "units"]  # per mille that aircraft add to it this week
    could: Annotated[Index, NOBODY, "acts"]  # this week's occasions to act
    tried: Annotated[Index, NOBODY, "acts"]  # and how many of them are taken
    probing: Annotated[Ints, NOBODY, "places"]  # the chance at which a probe was ordered, or nought
    prober: Annotated[Index, NOBODY, "places"]  # the unit that was ordered to
    sorties: Annotated[Ints, NOBODY, "strikes", "places"]  # the same of what strikes from afar
    flights: Annotated[Ints, NOBODY, "areas"]  # the same of aircraft that contest the air
    hindering: Annotated[Ints, NOBODY, "corridors"]  # the same of strikes on a corridor
    plotting: Annotated[Small, NOBODY, "networks"]  # efforts made this week
    yielding: Annotated[Small, NOBODY, "places"]  # the side it is offered to, or NONE
    pushing: Annotated[Ints, NOBODY, "actors", "tracks"]  # what an actor does to tracks
    relief: Annotated[Ints, NOBODY, "tracks"]  # what mediators would take off

    @classmethod
    def blank(cls, world: World, games: int) -> Self:
        """Return a state of noughts, of the right shapes."""
        return cls(0, 0, **{name: column.blank(world, games) for name, column in columns().items()})

    @property
    def games(self) -> int:
        """How many games are played together."""
        return len(self.ending)

    def stance(self, mine: Small | int, theirs: Small) -> Small:
        """Return how sides stand to others (games, any): each of `mine` to its own of `theirs`."""
        sides = self.relation.shape[1]
        first = np.arange(self.games)[:, None] * sides + mine
        # One index is a third of the work of three.
        return np.asarray(self.relation.take(first * sides + theirs))

    def take(self, rows: Rows) -> "State":
        """Return a copy with the games of these rows, each as often as it is named."""
        return self.map(lambda array: array.take(rows, axis=0))

    def own(self, name: str) -> NDArray[Any]:
        """Return an array to write into: a copy, for others may still look at what was there."""
        array: NDArray[Any] = getattr(self, name).copy()
        setattr(self, name, array)
        return array

    def copy(self) -> "State":
        """Return a copy that shares no array with this one."""
        return self.map(np.copy)

    def map(self, change: Callable[[NDArray[Any]], NDArray[Any]]) -> "State":
        """Return a state whose arrays are what `change` makes of these."""
        changed: dict[str, Any] = {name: change(getattr(self, name)) for name in columns()}
        return State(self.week, self.phase, **changed)

    def digest(self) -> str:
        """Return a short checksum of every number in the state."""
        total = blake2b(f"{self.week}.{int(self.phase)}".encode(), digest_size=8)
        for name in columns():
            total.update(np.ascontiguousarray(getattr(self, name)).tobytes())
        return total.hexdigest()


class Column(NamedTuple):
    """What the state says about one of its arrays."""

    sight: Sight
    axes: tuple[str, ...]
    dtype: type[np.generic]

    def blank(self, world: World, games: int) -> NDArray[Any]:
        """Return noughts of the right shape."""
        return np.zeros(self.shape(world, games), self.dtype)

    def shape(self, world: World, games: int) -> tuple[int, ...]:
        """Return the right shape."""
        return (games, *(len(getattr(world, axis)) for axis in self.axes))


@cache
def columns() -> dict[str, Column]:
    """Return every array's column, in the order of the fields."""
    hints = get_type_hints(State, include_extras=True)
    return {name: _column(hint) for name, hint in hints.items() if hint is not int}


def _column(hint: Any) -> Column:
    array, sight, *axes = get_args(hint)
    return Column(sight, tuple(axes), get_args(get_args(array)[1])[0])
