"""Roads, rivers and the map of the world."""

from itertools import pairwise
from math import dist

import numpy as np
import pytest

from game.paths import shipped
from game.ui.ground import Theatre
from game.ui.map import geography, world
from game.ui.map.geography import course
from game.ui.map.layers.corridor import once
from game.ui.map.roads import of
from game.ui.map.symbols import symbol
from tests.ui.map.theatre import BOTH, ground_of, table

ISLANDS = Theatre(-11.0, 49.0, 3.0, 60.0, (-3.0, 54.5))
SEA = Theatre(-30.0, -10.0, -26.0, -8.0, (-28.0, -9.0))


def test_a_river_runs_from_one_place_to_the_other() -> None:
    found = ground_of(BOTH[0])
    land = geography.read(shipped("assets"), found.theatre)
    bank = found.warning
    assert bank
    line = course(land, bank.rivers, bank.source, bank.end)
    assert dist(line[0], bank.source) < 0.2
    assert dist(line[-1], bank.end) < 0.2
    assert max(dist(a, b) for a, b in pairwise(line)) < geography.FORK
    long = sum(dist(a, b) for a, b in pairwise(line))
    assert long < 2 * dist(bank.source, bank.end), "it runs on without going back"


def test_an_unknown_river_is_no_river() -> None:
    land = geography.read(shipped("assets"), ground_of(BOTH[0]).theatre)
    assert course(land, ("No such river",), (38, 36), (40, 35)) == ()


def test_the_corridor_follows_roads() -> None:
    found = ground_of(BOTH[0])
    roads = of(geography.read(shipped("assets"), found.theatre))
    ways = [roads.way(leg.a, leg.b) for leg in found.corridor]
    assert all((way[0], way[-1]) == (s.a, s.b) for way, s in zip(ways, found.corridor, strict=True))
    assert sum(len(way) > 3 for way in ways) >= len(ways) // 2


def test_without_roads_the_corridor_goes_straight() -> None:
    found = ground_of(BOTH[1])
    roads = of(geography.read(shipped("assets"), found.theatre))
    leg = found.corridor[0]
    assert roads.way(leg.a, leg.b) == (leg.a, leg.b)


def test_a_leg_travelled_both_ways_is_drawn_once() -> None:
    legs = ground_of(BOTH[0]).corridor
    kept = once(legs)
    assert {frozenset((leg.a, leg.b)) for leg in kept} == {frozenset((s.a, s.b)) for s in legs}
    assert len(kept) == len({frozenset((s.a, s.b)) for s in legs})


def test_the_world_is_cut_to_the_theatre() -> None:
    found = world.read(shipped("assets") / "world.json", ISLANDS)
    assert found.coast
    assert found.borders
    assert any(rank == 3 for _, _, rank in found.towns)
    xs, ys = zip(*(p for rings in found.countries.values() for r in rings for p in r), strict=True)
    wide, tall = ISLANDS.east - ISLANDS.west, ISLANDS.north - ISLANDS.south
    assert min(xs) >= ISLANDS.west - wide / 2 - 1e-9
    assert max(ys) <= ISLANDS.north + tall / 2 + 1e-9


def test_no_name_on_the_world_has_lost_a_letter() -> None:
    text = (shipped("assets") / "world.json").read_text("utf-8")
    assert "\ufffd" not in text
    assert "Montréal" in text


def test_an_empty_sea_can_be_looked_at() -> None:
    on = table(BOTH[1])
    land = geography.read(shipped("assets"), SEA)
    assert not land.polygons
    assert not land.relief
    assert on.atlas.assets


@pytest.mark.parametrize(
    ("ring", "corners"),
    [
        ([(-1, -1), (2, -1), (2, 2), (-1, 2)], {(0, 0), (1, 0), (1, 1), (0, 1)}),
        ([(0.2, 0.2), (0.8, 0.2), (0.5, 0.8)], {(0.2, 0.2), (0.8, 0.2), (0.5, 0.8)}),
        ([(3, 3), (4, 3), (4, 4)], set()),
    ],
)
def test_a_polygon_is_clipped(
    ring: list[tuple[float, float]], corners: set[tuple[float, float]]
) -> None:
    assert set(world.clipped(np.array(ring, float), (0, 0, 1, 1))) == corners


def test_a_kind_that_the_pack_does_not_know_is_an_empty_frame() -> None:
    table(BOTH[1])
    assets = shipped("assets")
    known = symbol(assets, "infantry", "friend", "#3f7ab8")
    strange = symbol(assets, "balloonists", "friend", "#3f7ab8")
    assert strange.get_size() == known.get_size()
