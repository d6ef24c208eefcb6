"""Observation: all that one side may see. Deciders, screens and forecasts get nothing else."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.graph import beside
from game.core.relation import ALLIED
from game.core.sight import Sight
from game.core.state import NONE, State, columns
from game.core.types import Mask, nearest
from game.core.world import World

SOURCES = ("briefing", "reports", "surveillance", "own eyes")
"""Where the player's knowledge of a place or a unit comes from, from the worst to the best."""
BRIEFING, REPORTS, SURVEILLANCE, OWN_EYES = range(len(SOURCES))


@dataclass(frozen=True)
class Observation:
    """A state in which whatever the side may not see is blank, blurred or as reported."""

    side: int
    state: State


@dataclass(frozen=True)
class Estimate:
    """What is known of a number of people: between what bounds, whence, how old, how sure."""

    low: int
    high: int
    source: str
    age: int  # weeks
    confidence: str

    def __str__(self) -> str:
        """Say the number with its width, or alone where it is one's own."""
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


def observe(world: World, state: State, side: int) -> Observation:
    """Return what a side sees.

    What all may see is shared with the state, not copied: nothing may be written, and it holds
    only until the state changes. `Game` keeps every state as it was, so there it always holds.
    """
    ours = state.relation[:, side] == ALLIED  # (games, sides)
    shown: dict[str, Any] = {}
    for name, column in columns().items():
        array = getattr(state, name)
        if column.sight is Sight.ESTIMATE:
            shown[name] = np.where(ours, array, nearest(array, world.band))
        elif column.sight is Sight.NOBODY or (
            column.sight is Sight.PLAYER and side != world.player
        ):
            shown[name] = _blank(array.shape, array.dtype)
    if side == world.player:
        shown |= _reported(world, state, ours)
    else:  # the others watch their own war: they see where, and roughly how many
        own = ours[:, world.unit_side]
        shown["strength"] = np.where(own, state.strength, nearest(state.strength, world.band))
        held = np.take_along_axis(ours, state.holder.astype(np.intp), axis=1)
        shown["garrison"] = np.where(held, state.garrison, nearest(state.garrison, world.band))
    return Observation(side, replace(state, **shown))


def _reported(world: World, state: State, ours: Mask) -> dict[str, NDArray[Any]]:
    """Return the map as the player knows it: one's own, what is in sight, and the last reports."""
    held, sight = in_sight(world, state, ours)
    near = np.take_along_axis(sight, state.at.astype(np.intp), axis=1)
    own = ours[:, world.unit_side]
    front = np.take_along_axis(held, state.before.astype(np.intp), axis=1)
    seen = own | near | ((state.before != NONE) & front) | (state.barred != NONE)
    return {
        "holder": np.where(sight, state.holder, state.report_holder),
        "garrison": np.where(held, state.garrison, state.report_garrison),
        "fresh": np.where(sight, state.fresh, np.int8(0)),
        "depth": np.where(sight, state.depth, np.int8(0)),
        "at": np.where(seen, state.at, state.track_at),
        "before": np.where(seen, state.before, np.int16(NONE)),
        "strength": np.where(own, state.strength, state.track_strength),
        "marched": np.where(seen, state.marched, np.int32(0)),
        "barred": np.where(seen, state.barred, np.int8(NONE)),
        "rest": np.where(seen, state.rest, np.int8(0)),
    }


def in_sight(world: World, state: State, ours: Mask) -> tuple[Mask, Mask]:
    """Return the places (games, places) that the player's alliance holds, and those in its sight.

    In sight is what it holds, what lies next to that, and what lies in an area closely watched.
    """
    held = np.take_along_axis(ours, state.holder.astype(np.intp), axis=1)
    sight = held | beside(world.links, held)
    if world.watcher != NONE:
        close = state.token[:, world.watcher] >= len(world.clarity) - 1
        close = np.concatenate([close, np.zeros((len(close), 1), bool)], axis=1)
        sight |= close[:, world.place_area]
    return held, sight


@lru_cache(maxsize=256)
def _blank(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    noughts = np.zeros(shape, dtype)
    noughts.flags.writeable = False  # many observations share it
    return noughts


def unit_estimate(world: World, seen: Observation, unit: int) -> Estimate:
    """Say what is known of a unit's strength in the first game."""
    state = seen.state
    if state.relation[0, seen.side, world.unit_side[unit]] == ALLIED:
        return _exact(int(state.strength[0, unit]))
    source, age = int(state.track_source[0, unit]), int(state.track_age[0, unit])
    return _estimate(world, int(state.strength[0, unit]), source, age)


def place_estimate(world: World, seen: Observation, place: int) -> Estimate:
    """Say what is known of a garrison in the first game."""
    state = seen.state
    if state.relation[0, seen.side, state.holder[0, place]] == ALLIED:
        return _exact(int(state.garrison[0, place]))
    source, age = int(state.report_source[0, place]), int(state.report_age[0, place])
    return _estimate(world, int(state.garrison[0, place]), source, age)


def _exact(people: int) -> Estimate:
    return Estimate(people, people, "own count", 0, "certain")


def _estimate(world: World, people: int, source: int, age: int) -> Estimate:
    width = int(world.width[source])
    low, high = (people * (1000 + sign * width) // 1000 for sign in (-1, 1))
    half = world.band // 2
    low, high = low // world.band * world.band, (high + half) // world.band * world.band
    return Estimate(low, max(high, low), SOURCES[source], age, _confidence(source, age))


def _confidence(source: int, age: int) -> str:
    """Say how sure one may be: fresh sightings more than old reports."""
    doubt = (OWN_EYES - source) + age // 2
    return "high" if doubt == 0 else "moderate" if doubt <= 2 else "low"
