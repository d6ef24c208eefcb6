"""Geography: the vector map of a theatre, read once and typed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import dist
from pathlib import Path
from typing import Any

from game.ui.ground import Point, Theatre
from game.ui.map import world
from game.ui.map.ways import cheapest

Line = tuple[Point, ...]
SLACK = 0.05  # degrees that a theatre may reach over the map that was drawn for it
FORK = 0.35  # degrees between two pieces of a river that are joined
GAP = 2.0  # how much longer a way across such a gap counts


@dataclass(frozen=True)
class Trace:
    """A line of the map and what it is."""

    kind: str
    name: str
    points: Line

    @cached_property
    def bounds(self) -> world.Bounds:
        """Return the box that it lies in."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class Town:
    """A place to be named; rank 3 is a capital, 0 a village."""

    name: str
    at: Point
    rank: int
    side: str = "r"
    ink: str = ""  # of who holds it, for a place of the game
    id: str = ""


@dataclass(frozen=True, eq=False)
class Geography:
    """Everything on the ground that does not change."""

    polygons: dict[str, list[Line]]
    water: tuple[Line, ...]
    rivers: tuple[Trace, ...]
    lakelines: tuple[Trace, ...]
    roads: tuple[Trace, ...]
    borders: tuple[Trace, ...]
    admin: tuple[Trace, ...]
    towns: tuple[Town, ...]
    coast: tuple[Line, ...] = ()
    relief: bool = True  # whether there is a picture of the relief


@lru_cache(4)
def read(assets: Path, theatre: Theatre) -> Geography:
    """Read the detailed map if the theatre lies on it, else the map of the world."""
    data = json.loads((assets / "map.json").read_text("utf-8"))
    if _covers(data["terrain"], theatre):
        return _detailed(data)
    return _plain(world.read(assets / "world.json", theatre))


def _covers(box: dict[str, float] | list[float], theatre: Theatre) -> bool:
    west, east, south, north = box.values() if isinstance(box, dict) else box
    low, high = theatre.west >= west - SLACK, theatre.east <= east + SLACK
    return low and high and theatre.south >= south - SLACK and theatre.north <= north + SLACK


def _line(points: list[list[float]]) -> Line:
    return tuple((x, y) for x, y in points)


def _traces(rows: list[dict[str, Any]], kind: str = "", lake: bool = False) -> tuple[Trace, ...]:
    """Read lines that have a kind or a name; centre lines inside lakes on demand only."""
    return tuple(
        Trace(str(r.get("kind", kind)), str(r.get("name", "")), _line(r["pts"]))
        for r in rows
        if bool(r.get("lake")) == lake
    )


def _detailed(data: dict[str, Any]) -> Geography:
    polygons: dict[str, list[Line]] = {}
    for country in data["countries"]:
        polygons.setdefault(country["name"], []).append(_line(country["pts"]))
    towns = [Town(t["n"], (t["x"], t["y"]), t["r"], t["side"]) for t in data["towns"]]
    return Geography(
        polygons=polygons,
        water=tuple(_line(w["pts"]) for w in data["water"]),
        rivers=_traces(data["rivers"], "river"),
        lakelines=_traces(data["rivers"], "river", lake=True),
        roads=_traces(data["roads"]),
        borders=_traces(data["borders"]),
        admin=_traces(data["admin1"], "admin"),
        towns=tuple(sorted(towns, key=lambda t: -t.rank)),
    )


def _plain(found: world.World) -> Geography:
    towns = [Town(name, at, rank) for name, at, rank in found.towns]
    return Geography(
        polygons=found.countries,
        water=tuple(found.lakes),
        rivers=tuple(Trace("river", name, line) for name, line in found.rivers),
        lakelines=(),
        roads=(),
        borders=tuple(Trace("border", "", line) for line in found.borders),
        admin=(),
        towns=tuple(sorted(towns, key=lambda t: -t.rank)),
        coast=tuple(found.coast),
        relief=False,
    )


@lru_cache(8)
def course(geography: Geography, names: tuple[str, ...], source: Point, end: Point) -> Line:
    """Return a river from one place to another: the shortest way along its pieces, lakes included.

    Ends of pieces that lie near each other are joined. Nothing is returned for an unknown river.
    """
    pieces = [r.points for r in geography.rivers + geography.lakelines if r.name in names]
    points = [point for piece in pieces for point in piece]
    if not points:
        return ()
    near = _joined(pieces)
    first, last = (min(range(len(points)), key=lambda i: dist(points[i], p)) for p in (source, end))

    def along(here: int) -> Iterator[tuple[int, float]]:
        for there, times in near[here]:
            yield there, times * dist(points[here], points[there])

    way, _ = cheapest(along, {first: 0.0}, (last,))
    return tuple(points[i] for i in way)


def _joined(pieces: list[Line]) -> list[list[tuple[int, float]]]:
    """Return the neighbours of every point: along its piece, and across a gap at dearer cost."""
    near: list[list[tuple[int, float]]] = []
    ends: list[tuple[int, Point]] = []
    for piece in pieces:
        start = len(near)
        for i in range(len(piece)):
            around = [j for j in (i - 1, i + 1) if 0 <= j < len(piece)]
            near.append([(start + j, 1.0) for j in around])
        ends += [(start, piece[0]), (len(near) - 1, piece[-1])]
    for one, a in ends:
        near[one] += [(other, GAP) for other, b in ends if other != one and dist(a, b) < FORK]
    return near
