"""Geography: distances, ways round zones, and what each way costs a column."""

import math
from dataclasses import dataclass
from itertools import product
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.core.graph import FAR, ways
from game.core.types import Index, Ints, Small
from game.core.world import Names
from game.scenario.distances import Point, great_circle
from game.scenario.model import Scenario

DEGREE = 111.195  # km of latitude


@dataclass(frozen=True)
class Geography:
    """The map as arrays. Distances are rounded to whole kilometres once, here."""

    links: NDArray[np.float32]
    road: Ints
    straight: Ints
    hop: Index
    toll: Ints
    zone_shut: NDArray[np.bool_]
    zone_denied: NDArray[np.bool_]
    zone_centre: Index
    zone_side: Small
    zone_stride: Ints

    @classmethod
    def of(cls, scenario: Scenario, sides: Names) -> Self:
        """Work out the geography of a scenario."""
        places, zones = tuple(scenario.places), scenario.rules.zone.values()
        km = _kilometres(scenario)
        shut = _shut(scenario)
        strides, options = _strides(scenario)
        toll = _tolls(scenario, km)
        denied = np.array([[side in z.denied for side in sides] for z in zones], bool)
        return cls(
            links=np.asarray(km < FAR, np.float32) - np.eye(len(places), dtype=np.float32),
            road=ways(km[None])[1][0],
            straight=_straight(scenario),
            hop=_hops(toll, shut, options),
            toll=toll,
            zone_shut=shut,
            zone_denied=denied.reshape(len(zones), len(sides)),
            zone_centre=np.array([places.index(z.centre) for z in zones], np.int16),
            zone_side=np.array([sides.index(z.side) for z in zones], np.int8),
            zone_stride=strides,
        )


def _kilometres(scenario: Scenario) -> Ints:
    places = tuple(scenario.places)
    km = np.full((len(places), len(places)), FAR, np.int32)
    np.fill_diagonal(km, 0)
    for link in scenario.links:
        a, b = places.index(link.one), places.index(link.other)
        km[a, b] = km[b, a] = link.km
    return km


def _straight(scenario: Scenario) -> Ints:
    points = [place.position for place in scenario.places.values()]
    table = [[round(great_circle(a, b)) for b in points] for a in points]
    return np.array(table, np.int32)


def _tolls(scenario: Scenario, km: Ints) -> Ints:
    """Return thousandths of a week for every link and march; rounded up, at least one."""
    places = tuple(scenario.places)
    toll = np.full((max(len(scenario.marches), 1), *km.shape), FAR, np.int32)
    for number, march in enumerate(scenario.marches.values()):
        for link in scenario.links:
            if link.kind in march:
                a, b = places.index(link.one), places.index(link.other)
                cost = max(-(-1000 * link.km // march[link.kind]), 1)
                toll[number, a, b] = toll[number, b, a] = cost
    return toll


def _shut(scenario: Scenario) -> NDArray[np.bool_]:
    """Say for every zone and radius which links come nearer to its centre; radius 0 shuts none."""
    zones, places = scenario.rules.zone, tuple(scenario.places)
    most = max((len(zone.radii) for zone in zones.values()), default=0)
    shut = np.zeros((len(zones), most + 1, len(places), len(places)), bool)
    for number, zone in enumerate(zones.values()):
        centre = scenario.places[zone.centre].position
        for link in scenario.links:
            a, b = places.index(link.one), places.index(link.other)
            ends = scenario.places[link.one].position, scenario.places[link.other].position
            near = _nearest_km(centre, *ends)
            for level, radius in enumerate(zone.radii, start=1):
                shut[number, level, a, b] = shut[number, level, b, a] = near < radius
    return shut


def _nearest_km(centre: Point, a: Point, b: Point) -> float:
    """Return the least distance from a point to the straight line between two others."""
    shrink = math.cos(math.radians(centre[1]))

    def flat(point: Point) -> Point:
        return (point[0] - centre[0]) * DEGREE * shrink, (point[1] - centre[1]) * DEGREE

    (ax, ay), (bx, by) = flat(a), flat(b)
    dx, dy = bx - ax, by - ay
    along = -(ax * dx + ay * dy) / ((dx * dx + dy * dy) or 1.0)
    along = min(max(along, 0.0), 1.0)
    return math.hypot(ax + along * dx, ay + along * dy)


def _strides(scenario: Scenario) -> tuple[Ints, list[range]]:
    """Number the combinations of radii: each zone has a stride, and a digit for each radius."""
    options = [range(len(zone.radii) + 1) for zone in scenario.rules.zone.values()]
    strides, stride = [], 1
    for digits in reversed(options):
        strides.append(stride)
        stride *= len(digits)
    return np.array(strides[::-1], np.int32), options


def _hops(toll: Ints, shut: NDArray[np.bool_], options: list[range]) -> Index:
    tables = []
    for levels in product(*options):
        closed = np.zeros(toll.shape[1:], bool)
        for zone, level in enumerate(levels):
            closed |= shut[zone, level]
        hop, _ = ways(np.where(closed, np.int32(FAR), toll).astype(np.int32))
        tables.append(hop)
    return np.stack(tables)
