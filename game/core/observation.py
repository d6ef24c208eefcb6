"""Observation: all that one side may see. Deciders, screens and forecasts get nothing else."""

from dataclasses import dataclass

from game.core.eyes import Rounded, Seen
from game.core.relation import ALLIED
from game.core.state import State
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
    """Return all that a side sees.

    What all may see is shared with the state, not copied: nothing may be written, and it holds
    only until the state changes. `Game` keeps every state as it was, so there it always holds.
    """
    return Observation(side, Seen.by(world, state, side, Rounded(world, state)).all())


def glance(world: World, state: State, side: int, rounded: Rounded | None = None) -> Observation:
    """Return the same, but work out only what is then looked at. For whoever decides at once."""
    return Observation(side, Seen.by(world, state, side, rounded or Rounded(world, state)))


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
