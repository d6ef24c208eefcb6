"""World: a plain map of all countries, cut to a theatre. Lines are kept as steps from a start."""

import json
import math
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
HALF, POLE = 180.0, 90.0
TURNS = (0.0, -360.0, 360.0)
"""By how many degrees the map is written on beyond its edges."""


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
        rings = (_closed(_joined(ring, arcs)) for ring in country["rings"])
        if kept := [part for ring in rings for part in _filled(ring, box)]:
            out.countries.setdefault(country["name"], []).extend(kept)
    out.borders = [part for n in data["border"] for part in _within(arcs[n], box)]
    out.coast = [part for n in data["coast"] for part in _within(arcs[n], box)]
    for lake in data["lakes"]:
        out.lakes += _filled(_points(lake["pts"], data["q"]), box)
    for river in data["rivers"]:
        line = _points(river["pts"], data["q"])
        out.rivers += [(river["name"] or "", part) for part in _within(line, box)]
    out.towns = list(_towns(data["places"], box))
    return out


def _towns(rows: list[Any], box: Bounds) -> Iterator[tuple[str, Point, int]]:
    for name, _, x, y, rank, capital, _ in rows:
        for turn in TURNS:
            if box[0] < x + turn < box[2] and box[1] < y < box[3]:
                found = next((ours for theirs, ours in RANKS if rank <= theirs), 0)
                yield name, (x + turn, y), 3 if capital == CAPITAL else found


def _points(code: list[int], q: float) -> np.ndarray:
    """Return the points of a line that is written as a start and steps."""
    return _unbroken(np.asarray(np.array(code, np.int64).reshape(-1, 2).cumsum(0) / q))


def _unbroken(line: np.ndarray) -> np.ndarray:
    """Let a line that steps over the meridian of 180 degrees go on there.

    The file has no step from 180 to -180 other than that: read as it stands, it would run once
    round the Earth, and a country would be filled the long way.
    """
    if np.ptp(line[:, 0]) > HALF:
        line = line.copy()
        line[:, 0] = np.unwrap(line[:, 0], period=2 * HALF)
    return line


def _joined(ring: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """Put a ring together; a number below nought is an arc from its end."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return _unbroken(np.concatenate([parts[0], *(part[1:] for part in parts[1:])]))


def _closed(ring: np.ndarray) -> np.ndarray:
    """Close a coast that goes once round the Earth by way of the pole that it is around."""
    if abs(ring[-1, 0] - ring[0, 0]) < HALF:
        return ring
    pole = math.copysign(POLE, ring[0, 1])
    return np.concatenate([ring, [(ring[-1, 0], pole), (ring[0, 0], pole)]])


def _turned(line: np.ndarray, box: Bounds) -> Iterator[np.ndarray]:
    """Return a line as often as it lies in a box: a theatre may reach beyond 180 degrees."""
    (west, south), (east, north) = line.min(0), line.max(0)
    if south < box[3] and north > box[1]:
        for turn in TURNS:
            if west + turn < box[2] and east + turn > box[0]:
                yield line + np.array((turn, 0.0))


def _filled(ring: np.ndarray, box: Bounds) -> list[Line]:
    """Return what of a polygon lies in a box."""
    return [part for turned in _turned(ring, box) if len(part := clipped(turned, box)) > 2]


def _within(line: np.ndarray, box: Bounds) -> list[Line]:
    """Return the stretches of a line that lie in a box, each with a point beyond at its ends."""
    return [part for turned in _turned(line, box) for part in _stretches(turned, box)]


def _stretches(line: np.ndarray, box: Bounds) -> Iterator[Line]:
    """Cut a line where it leaves a box, and where land was cut in two along 180 degrees."""
    low, high = np.minimum(line[1:], line[:-1]), np.maximum(line[1:], line[:-1])
    kept = ((low < box[2:]) & (high > box[:2])).all(1)
    kept &= (low[:, 0] != high[:, 0]) | (low[:, 0] % (2 * HALF) != HALF)
    cuts = np.flatnonzero(np.diff(kept.astype(np.int8))) + 1
    for legs in np.split(np.arange(len(kept)), cuts):
        if len(legs) and kept[legs[0]]:
            yield _line(line[legs[0] : legs[-1] + 2])


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
