"""The meridian of 180 degrees: no country is filled the long way round, and maps reach across."""

from itertools import pairwise

import numpy as np
import pytest

from game.paths import shipped
from game.ui.ground import Point, Theatre
from game.ui.map import world
from game.ui.map.projection import Projection, turned
from game.ui.map.world import World

ICELAND, NORWAY = (-30.0, 61.0, -13.0, 70.0), (4.0, 62.0, 18.0, 71.0)
BERING, FIJI = (172.0, 60.0, 198.0, 72.0), (176.0, -20.0, 184.0, -14.0)
ROSS = (160.0, -86.0, 200.0, -74.0)


def seen(west: float, south: float, east: float, north: float) -> World:
    middle = (west + east) / 2, (south + north) / 2
    return world.read(shipped("assets") / "world.json", Theatre(west, south, east, north, middle))


def country(found: World, point: Point) -> str:
    """Return which country a place lies in, by how often a line to the east leaves each."""
    x, y = point
    for name, rings in found.countries.items():
        inside = 0
        for ring in rings:
            for (ax, ay), (bx, by) in pairwise((*ring, ring[0])):
                inside += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
        if inside % 2:
            return name
    return ""


@pytest.mark.parametrize("window", [ICELAND, NORWAY])
def test_no_country_lies_over_another_in_the_north(window: tuple[float, ...]) -> None:
    found = seen(*window)
    corners = {p for ring in found.countries.get("Russia", []) for p in ring}
    assert not corners
    assert country(found, ((window[0] + window[2]) / 2, window[3] - 0.2)) == ""


@pytest.mark.parametrize(
    ("window", "at", "name"),
    [
        (ICELAND, (-19.0, 65.6), "Iceland"),
        (BERING, (178.0, 66.5), "Russia"),
        (BERING, (181.0, 66.5), "Russia"),  # the same land, east of the meridian
        (BERING, (179.5, 71.2), "Russia"),  # an island on both sides of it
        (BERING, (180.5, 71.2), "Russia"),
        (BERING, (195.0, 65.5), "United States of America"),
        (BERING, (190.5, 62.0), ""),
        (FIJI, (178.0, -17.9), "Fiji"),
        (FIJI, (179.97, -16.9), "Fiji"),
        (FIJI, (180.1, -16.8), "Fiji"),
        (FIJI, (182.5, -16.0), ""),
        (ROSS, (180.0, -85.5), "Antarctica"),
        (ROSS, (161.0, -78.0), "Antarctica"),
        (ROSS, (180.0, -76.5), ""),
    ],
)
def test_both_sides_of_the_meridian_are_one_map(
    window: tuple[float, ...], at: Point, name: str
) -> None:
    assert country(seen(*window), at) == name
    if window[2] > 180:  # the same as it is told from the other side
        west, south, east, north = window
        assert country(seen(west - 360, south, east - 360, north), (at[0] - 360, at[1])) == name


@pytest.mark.parametrize("window", [BERING, FIJI, ROSS])
def test_no_coast_runs_where_land_was_cut_in_two(window: tuple[float, ...]) -> None:
    found = seen(*window)
    assert found.coast
    for line in found.coast:
        for (ax, ay), (bx, by) in pairwise(line):
            assert abs(ax - bx) < 10
            assert not (ax == bx == 180 and ay != by)


def test_a_border_is_drawn_though_its_ends_are_far_away() -> None:
    borders = seen(-112.0, 48.0, -108.0, 50.0).borders
    assert any(a[0] < -112 and b[0] > -108 for line in borders for a, b in pairwise(line))


def test_towns_lie_on_either_side() -> None:
    xs = np.array([x for _, (x, _), _ in seen(*BERING).towns])
    assert (xs < 180).any()
    assert (xs > 180).any()


@pytest.mark.parametrize("lon", [-179.5, 180.5])
def test_a_place_is_found_however_its_longitude_is_told(lon: float) -> None:
    on = Projection(Theatre(*FIJI, (180.0, -17.0)), 100.0)
    assert turned((lon, -16.0), 180.0) == (180.5, -16.0)
    assert on.near((lon, -16.0)) == on.xy((180.5, -16.0))
