"""Roads as a graph: the way from one place to another along what is drawn on the map."""

from collections import defaultdict
from functools import lru_cache
from math import cos, hypot, radians

from game.ui.ground import Point
from game.ui.map.geography import Geography, Line
from game.ui.map.ways import cheapest

Node = tuple[int, int]
GRID = 0.012  # degrees: road ends nearer than this meet


def node(p: Point) -> Node:
    """Return the crossing that a point belongs to."""
    return round(p[0] / GRID), round(p[1] / GRID)


def length(a: Point, b: Point) -> float:
    """Return a distance in degrees of latitude."""
    return hypot((a[0] - b[0]) * cos(radians(a[1])), a[1] - b[1])


class Roads:
    """Neighbours of every crossing."""

    def __init__(self, geography: Geography) -> None:
        self.at: dict[Node, Point] = {}
        self.next: dict[Node, dict[Node, float]] = defaultdict(dict)
        self._ways: dict[tuple[Point, Point], Line] = {}
        for road in geography.roads:
            for a, b in zip(road.points, road.points[1:], strict=False):
                self._join(a, b, 1.35 if road.kind == "track" else 1.0)

    def _join(self, a: Point, b: Point, slow: float) -> None:
        one, other = node(a), node(b)
        self.at.setdefault(one, a)
        self.at.setdefault(other, b)
        self.next[one][other] = self.next[other][one] = length(a, b) * slow

    def way(self, a: Point, b: Point) -> Line:
        """Return the way along roads, or straight across country where roads go far about."""
        if (a, b) not in self._ways:
            self._ways[a, b] = self._way(a, b) if self.at else (a, b)
        return self._ways[a, b]

    def _nearest(self, p: Point) -> Node:
        return min(self.at, key=lambda n: length(self.at[n], p))

    def _way(self, a: Point, b: Point) -> Line:
        start, goal = self._nearest(a), self._nearest(b)
        way, cost = cheapest(lambda here: self.next[here].items(), {start: 0.0}, (goal,))
        if cost > 1.9 * length(a, b) + 0.05:
            return a, b
        return (a, *(self.at[n] for n in way), b)


@lru_cache(4)
def of(geography: Geography) -> Roads:
    """Return the roads of a map, joined once."""
    return Roads(geography)
