"""Frame: the window of the map around some places, wherever on Earth they lie."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians

from game.ui.ground import Point
from game.ui.map.projection import ROUND, SEEN

WIDEST, TALLEST = 1.9, 1.6
"""Shapes of views that are allowed for, across by down; beyond them the margin grows less."""
MARGIN = 0.22
"""Of the span of all places: what is seen beyond them on every side."""
LEAST = 0.2  # degrees of latitude that the places of a theatre span at the least
POLAR = 80.0  # degrees; a window around anything nearer to a pole has its middle there


def around(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a window whose first view holds all of some places.

    A view sees less than the window, and its shape is not known here: whichever side of it is the
    scarcer one, the places and a margin fit.
    """
    start = _west([x for x, _ in points])
    xs = [x + ROUND * (x < start) for x, _ in points]
    ys = [y for _, y in points]
    x, y = (min(xs) + max(xs)) / 2, max(-POLAR, min((min(ys) + max(ys)) / 2, POLAR))
    squeeze = cos(radians(y))
    across = (max(xs) - min(xs)) * squeeze
    down = max(2 * max(abs(v - y) for v in ys), LEAST)
    wide = max(across, down * WIDEST) * (1 + 2 * MARGIN) / SEEN[0] / squeeze
    tall = max(down, across / TALLEST) * (1 + 2 * MARGIN) / SEEN[1]
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def _west(xs: Sequence[float]) -> float:
    """Return the first longitude east of the widest gap: there the places begin."""
    order = sorted(xs)
    gaps = [(order[0] + ROUND - order[-1], order[0])]
    gaps += [(b - a, b) for a, b in pairwise(order)]
    return max(gaps, key=lambda gap: gap[0])[1]
