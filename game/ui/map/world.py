"""World: a plain map of all countries, cut to a theatre. Lines are kept as steps from a start."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from game.ui.ground import Point, Theatre

Line = tuple[Point, ...]
Bounds = tuple[float, float, float, float]  # west, south, east, north
BEYOND = 0.5  # of a theatre's size that is kept around it
RANKS = ((2, 3), (4, 2), (6, 1))  # up to which rank of the file a town has which here
CAPITAL = 2  # the mark of a capital in the file


@dataclass
class World:
    """What lies in and around a theatre."""

    countries: dict[str, list[Line]] = field(default_factory=dict)
    lakes: list[Line] = field(default_factory=list)
    rivers: list[tuple[str, Line]] = field(default_factory=list)
    borders: list[Line] = field(default_factory=list)
    coast: list[Line] = field(default_factory=list)
    towns: list[tuple[str, Point, int]] = field(default_factory=list)


def read(path: Path, theatre: Theatre) -> World:
    """Read the map of the world and keep what a theatre shows."""
    data = json.loads(path.read_text("utf-8"))
    wide, tall = theatre.east - theatre.west, theatre.north - theatre.south
    box = (
        theatre.west - wide * BEYOND, theatre.south - tall * BEYOND,
        theatre.east + wide * BEYOND, theatre.north + tall * BEYOND,
    )  # fmt: skip
    arcs = [_points(code, data["q"]) for code in data["arcs"]]
    out = World()
    for country in data["countries"]:
        rings = [_joined(ring, arcs) for ring in country["rings"]]
        kept = [cut for ring in rings if _meets(ring, box) and len(cut := clipped(ring, box)) > 2]
        if kept:
            out.countries.setdefault(country["name"], []).extend(kept)
    out.borders = [part for n in data["border"] for part in _within(arcs[n], box)]
    out.coast = [part for n in data["coast"] for part in _within(arcs[n], box)]
    for lake in data["lakes"]:
        ring = _points(lake["pts"], data["q"])
        if _meets(ring, box) and len(cut := clipped(ring, box)) > 2:
            out.lakes.append(cut)
    for river in data["rivers"]:
        line = _points(river["pts"], data["q"])
        out.rivers += [(river["name"] or "", part) for part in _within(line, box)]
    out.towns = list(_towns(data["places"], box))
    return out


def _towns(rows: list[Any], box: Bounds) -> Iterator[tuple[str, Point, int]]:
    for name, _, x, y, rank, capital, _ in rows:
        if box[0] < x < box[2] and box[1] < y < box[3]:
            found = next((ours for theirs, ours in RANKS if rank <= theirs), 0)
            yield name, (x, y), 3 if capital == CAPITAL else found


def _points(code: list[int], q: float) -> np.ndarray:
    """Return the points of a line that is written as a start and steps."""
    return np.asarray(np.array(code, np.int64).reshape(-1, 2).cumsum(0) / q)


def _joined(ring: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """Put a ring together; a number below nought is an arc from its end."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _meets(line: np.ndarray, box: Bounds) -> bool:
    (west, south), (east, north) = line.min(0), line.max(0)
    return bool(west < box[2] and east > box[0] and south < box[3] and north > box[1])


def _within(line: np.ndarray, box: Bounds) -> list[Line]:
    """Return the stretches of a line that lie in a box, each with a point beyond at its ends."""
    if not _meets(line, box):
        return []
    x, y = line[:, 0], line[:, 1]
    inside = (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
    near = inside.copy()
    near[1:] |= inside[:-1]
    near[:-1] |= inside[1:]
    cuts = np.flatnonzero(np.diff(near.astype(np.int8))) + 1
    parts = zip(np.split(line, cuts), np.split(near, cuts), strict=True)
    return [_line(part) for part, kept in parts if kept[0] and len(part) > 1]


def _line(points: np.ndarray) -> Line:
    return tuple((float(x), float(y)) for x, y in points)


def clipped(ring: np.ndarray, box: Bounds) -> Line:
    """Return the part of a polygon that lies in a box, edge of the box after edge."""
    points = list(_line(ring))
    for axis, bound, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        points = _cut(points, lambda p, a=axis, b=bound, s=sign: (p[a] - b) * s)  # type: ignore[misc]
    return tuple(points)


def _cut(points: list[Point], depth: Callable[[Point], float]) -> list[Point]:
    """Keep what lies on the side of a line where depth is above nought."""
    out: list[Point] = []
    for a, b in zip(points[-1:] + points[:-1], points, strict=True):
        inside, before = depth(b), depth(a)
        if (inside >= 0) != (before >= 0):
            share = before / (before - inside)
            out.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
        if inside >= 0:
            out.append(b)
    return out
