"""Geography: the vector map of the pack, read once and typed."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.ui.ground import Point

Line = tuple[Point, ...]


@dataclass(frozen=True)
class Trace:
    """A line of the map and what it is."""

    kind: str
    name: str
    points: Line


@dataclass(frozen=True)
class Town:
    """A place to be named; rank 3 is a capital, 0 a village."""

    name: str
    at: Point
    rank: int
    side: str


@dataclass(frozen=True)
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


def line(points: list[list[float]]) -> Line:
    """Turn lists into points."""
    return tuple((x, y) for x, y in points)


def paths(rows: list[dict[str, object]], kind: str = "", lake: bool = False) -> tuple[Trace, ...]:
    """Read lines that have a kind or a name; centre lines inside lakes on demand only."""
    return tuple(
        Trace(str(r.get("kind", kind)), str(r.get("name", "")), line(r["pts"]))  # type: ignore[arg-type]
        for r in rows
        if bool(r.get("lake")) == lake
    )


@lru_cache(1)
def read(assets: Path) -> Geography:
    """Read map.json."""
    data = json.loads((assets / "map.json").read_text())
    polygons: dict[str, list[Line]] = {}
    for country in data["countries"]:
        polygons.setdefault(country["name"], []).append(line(country["pts"]))
    towns = [Town(t["n"], (t["x"], t["y"]), t["r"], t["side"]) for t in data["towns"]]
    return Geography(
        polygons=polygons,
        water=tuple(line(w["pts"]) for w in data["water"]),
        rivers=paths(data["rivers"], "river"),
        lakelines=paths(data["rivers"], "river", lake=True),
        roads=paths(data["roads"]),
        borders=paths(data["borders"]),
        admin=paths(data["admin1"], "admin"),
        towns=tuple(sorted(towns, key=lambda t: -t.rank)),
    )


def course(geography: Geography, names: tuple[str, ...], source: Point, end: Point) -> Line:
    """Join the pieces of a river, lakes included, and cut it between two places.

    Where the map does not know the river, it is a straight line.
    """
    pieces = [list(r.points) for r in geography.rivers + geography.lakelines if r.name in names]
    if not pieces:
        return source, end
    line = pieces.pop(min(range(len(pieces)), key=lambda i: -max(p[1] for p in pieces[i])))
    line.sort(key=lambda p: -p[1])
    while pieces:
        near = min(
            pieces, key=lambda piece: min(_apart(line[-1], piece[0]), _apart(line[-1], piece[-1]))
        )
        pieces.remove(near)
        line += near if _apart(line[-1], near[0]) <= _apart(line[-1], near[-1]) else near[::-1]
    first, last = (min(range(len(line)), key=lambda i: _apart(line[i], p)) for p in (source, end))
    return tuple(line[first : last + 1])


def _apart(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])
