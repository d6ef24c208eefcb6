"""Distances: links that cannot be so short, and places that no link leads to."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.model import Scenario
from game.scenario.setting import Link
from game.scenario.wording.words import Steps

EARTH = 6371.0  # km, mean radius
SLACK_KM, SLACK_PART = 3, 0.1  # a town is no point, and positions are rounded

Point = tuple[float, float]  # longitude, latitude


class Misplaced(NamedTuple):
    """What is wrong on the map, where it is written, and what to do."""

    path: Steps
    message: str
    hint: str


def great_circle(a: Point, b: Point) -> float:
    """Return the kilometers between two points."""
    (lon_a, lat_a), (lon_b, lat_b) = (tuple(map(math.radians, p)) for p in (a, b))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def misplaced(scenario: Scenario) -> Iterator[Misplaced]:
    """Return what is wrong with places and links, as far as they tell it of each other."""
    short = {n: each for n, each in enumerate(scenario.links) if _is_short(scenario, each)}
    turned = _turned(scenario, short)
    for place in turned:
        lon, lat = scenario.places[place].position
        hint = f"longitude comes first: write [{lat:g}, {lon:g}]"
        yield Misplaced(("places", place, "position"), "this is far from all its links", hint)
    for number, link in short.items():
        if link.one not in turned and link.other not in turned:
            km = math.ceil(_straight(scenario, link))
            message = (
                f"{link.km} km is shorter than the straight line from {link.one} to {link.other}"
            )
            yield Misplaced(("links", number, 3), message, f"that is {km} km")
    yield from _alone(scenario)


def _alone(scenario: Scenario) -> Iterator[Misplaced]:
    linked = {end for link in scenario.links for end in (link.one, link.other)}
    for place in scenario.places if linked else ():
        if place not in linked:
            hint = "add one under 'links', or leave the place out"
            yield Misplaced(("places", place), f"no link leads to '{place}'", hint)


def _straight(scenario: Scenario, link: Link, turned: str = "") -> float:
    """Return the kilometers between the ends of a link, with the figures of one turned round."""
    ends = {end: scenario.places[end].position for end in (link.one, link.other)}
    if turned in ends:
        lon, lat = ends[turned]
        ends[turned] = lat, lon
    return great_circle(ends[link.one], ends[link.other])


def _is_short(scenario: Scenario, link: Link, turned: str = "") -> bool:
    km = _straight(scenario, link, turned)
    return link.km < km - max(SLACK_KM, SLACK_PART * km)


def _turned(scenario: Scenario, short: dict[int, Link]) -> list[str]:
    """Return the places of which all links are too short, and none were if it lay turned round."""
    links: dict[str, list[int]] = {}
    for number, link in enumerate(scenario.links):
        for end in {link.one, link.other} if short else ():
            links.setdefault(end, []).append(number)
    return [
        place
        for place, own in links.items()
        if all(number in short and not _is_short(scenario, short[number], place) for number in own)
    ]
