"""Wanted: what must be kept of a game for some measures, and how it is read from a state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.analysis.calibration import measures as m
from game.analysis.calibration.filters import Filter, Happening, Limited
from game.analysis.calibration.names import place_field
from game.core.relation import ALLIED
from game.core.state import State
from game.core.types import Mask, Small
from game.core.world import World

Numbers = NDArray[np.int64]


class Hold(NamedTuple):
    """A place in the hands of a side, and of its allies unless it is alone."""

    place: str
    by: str
    alone: bool

    def now(self, world: World, state: State) -> Mask:
        """Say in which games (games,) it is held."""
        holder: Small = state.holder[:, world.places.index(self.place)]
        side = world.sides.index(self.by)
        if self.alone:
            return np.asarray(holder == side)
        stance = state.relation[np.arange(state.games), side, holder]
        return np.asarray((stance == ALLIED) | (holder == side))


class Series(NamedTuple):
    """Something that has a number at the end of every week."""

    kind: str
    ids: tuple[str, ...]

    def now(self, world: World, state: State) -> Numbers:
        """Return it for every game (games,): thousandths, people, per mille, levels or times."""
        match self.kind:
            case "unit_strength":
                numbers = state.strength[:, [world.units.index(each) for each in self.ids]]
            case "garrison":
                numbers = state.garrison[:, [world.places.index(each) for each in self.ids]]
            case "people":
                return _people(world, state, *self.ids)
            case _:
                array, names = ARRAYS[self.kind]
                numbers = getattr(state, array)[:, [getattr(world, names).index(self.ids[0])]]
        return np.asarray(numbers.sum(axis=1, dtype=np.int64))


ARRAYS = {
    "track": ("track", "tracks"),
    "lost": ("lost", "sides"),
    "traffic": ("traffic", "corridors"),
    "grade": ("grade", "corridors"),
    "leaders": ("leaders", "networks"),
    "status": ("status", "statuses"),
    "fired": ("fired", "events"),
}
"""For what is one number of the state: its array, and the names that number it."""
TIMES = {"track": 1000, "traffic": 10}
"""How many of what the state keeps make one of what an author writes: points, per cent."""


def _people(world: World, state: State, name: str, area: str = "") -> Numbers:
    side = world.sides.index(name)
    inside = np.ones(len(world.places), bool)
    if area:
        inside = world.place_area == world.areas.index(area)
    people = np.where((state.holder == side) & inside, state.garrison, 0).sum(axis=1)
    ours = np.flatnonzero(world.unit_side == side)
    there = inside[state.at[:, ours]]
    return np.asarray(people + np.where(there, state.strength[:, ours], 0).sum(axis=1), np.int64)


@dataclass(frozen=True)
class Wanted:
    """All that must be kept."""

    holds: tuple[Hold, ...]
    passed: tuple[str, ...]  # places of which it counts how often they go back
    series: tuple[Series, ...]
    facts: dict[str, tuple[str, ...]]  # of each kind, the fields beyond the item


def wanted(measures: Iterable[m.Measure]) -> Wanted:
    """Return what must be kept of every game for some measures."""
    holds, passed, series = dict[Hold, None](), dict[str, None](), dict[Series, None]()
    facts = dict[str, dict[str, None]]()
    for each in (detail for measure in measures for detail in _details(measure)):
        for hold in holds_of(each):
            holds[hold] = None
        if isinstance(each, m.Reverses) and each.by is None:
            passed[each.place] = None
        for one in series_of(each):
            series[one] = None
        if kind := getattr(each, "fact", None):
            facts.setdefault(kind, {}).update(dict.fromkeys(_fields(each, kind)))
    kept = {kind: tuple(fields) for kind, fields in facts.items()}
    return Wanted(tuple(holds), tuple(passed), tuple(series), kept)


def _details(measure: m.Measure) -> Iterator[Limited | Happening]:
    """Return what is asked, with all that is asked inside of it."""
    asked = measure.asked
    yield asked
    yield from (limit for limit in (asked.given, asked.unless) if limit)
    for inner in inside(measure):
        yield from _details(inner)


def inside(measure: m.Measure) -> list[m.Measure]:
    """Return the measures that a measure is made of."""
    match measure.asked:
        case m.Interval(from_=one, to=other) | m.Ratio(of=one, to=other):
            return [one, other]
        case m.Total(of=parts):
            return list(parts)
    return []


def holds_of(asked: Limited | Happening) -> list[Hold]:
    """Return the hold that a measure asks for, if it does."""
    if isinstance(asked, m.Held | m.Reverses | m.Run) and asked.place and asked.by:
        return [Hold(asked.place, asked.by, asked.alone)]
    return []


def series_of(asked: Limited | Happening) -> list[Series]:
    """Return the series that a measure asks for, if it does."""
    found = [quantity(asked)] if isinstance(asked, m.Quantity) and asked.asked() else []
    if status := getattr(asked, "status", None):
        found.append(Series("status", (status,)))
    if event := getattr(asked, "event", None):
        found.append(Series("fired", (event,)))
    return found


def quantity(asked: m.Quantity) -> Series:
    """Return the series of the one quantity that is asked for."""
    name = asked.asked()[0]
    value = getattr(asked, name)
    if isinstance(value, m.People):
        return Series(name, (value.side, value.area) if value.area else (value.side,))
    return Series(name, tuple(value) if isinstance(value, list) else (value,))


def _fields(asked: object, kind: str) -> list[str]:
    """Return which fields of a kind of fact a measure looks at."""
    fields = [field] if (field := getattr(asked, "field", None)) else []
    if isinstance(asked, Filter):
        fields += asked.where
        fields += [place] if asked.near and (place := place_field(kind)) else []
    return fields
