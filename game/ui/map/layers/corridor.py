"""Corridor: the road as the graph has it, leg by leg along real roads: held, gap or barred."""

from collections.abc import Iterator

import numpy as np

from game.ui.ground import Ground, Segment
from game.ui.map import pen
from game.ui.map.pen import Points, Stroke
from game.ui.map.roads import of
from game.ui.map.sheet import Sheet


class Corridor:
    """Draws held legs solid, gaps as dots, barred legs with a bar across."""

    name = "corridor"

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        legs = [(s, sheet.line(of(sheet.geography).way(s.a, s.b))) for s in once(ground.corridor)]
        under = [sheet.stroke(way, "shade", 4.8, 150) for s, way in legs if s.state == "held"]
        yield from pen.ink(sheet.surface, under + [leg(sheet, s, way) for s, way in legs])
        bars = [bar for s, way in legs if s.state == "barred" for bar in cross(sheet, way)]
        yield from pen.ink(sheet.surface, bars)


def once(legs: tuple[Segment, ...]) -> list[Segment]:
    """Return every leg once, whichever way it is travelled."""
    return list({frozenset((leg.a, leg.b)): leg for leg in legs}.values())


def leg(sheet: Sheet, s: Segment, way: Points) -> Stroke:
    """Return the stroke of a leg."""
    if s.state == "held":
        return sheet.stroke(way, "road-line", 2.4, 245)
    return sheet.stroke(way, "road-line", 2.2, 225, (2.5, 5))


def cross(sheet: Sheet, way: Points) -> list[Stroke]:
    """Return a bar across the middle of a leg."""
    i = max(1, len(way) // 2)
    (ax, ay), (bx, by) = way[i - 1], way[i]
    x, y, size = (ax + bx) / 2, (ay + by) / 2, sheet.dp(6.5)
    long = max(1e-6, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    nx, ny = -(by - ay) / long * size, (bx - ax) / long * size
    ends = np.array(((x - nx, y - ny), (x + nx, y + ny)))
    return [sheet.stroke(ends, "shade", 7, 210), sheet.stroke(ends, "bad", 3.4)]
