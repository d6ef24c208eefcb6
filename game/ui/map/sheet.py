"""Sheet: a part of the theatre at one step of zoom, on which the layers draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from pygame import Rect, Surface

from game.ui.ground import Ground, Point
from game.ui.map.geography import Geography
from game.ui.map.pen import Points, Stroke
from game.ui.map.projection import Projection
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour


@dataclass
class Sheet:
    """A picture of a window of the theatre, and how to find places on it."""

    kit: Kit
    projection: Projection
    geography: Geography
    window: Rect
    surface: Surface

    def xy(self, point: Point) -> tuple[float, float]:
        """Return the pixel of a place."""
        x, y = self.projection.xy(point)
        return x - self.window.x, y - self.window.y

    def line(self, points: Sequence[Point]) -> Points:
        """Return the pixels of places."""
        found = np.array(points, np.float64)
        p, t = self.projection, self.projection.theatre
        return (found - (t.west, t.north)) * (p.kx, -p.ky) - self.window.topleft

    def dp(self, size: float) -> float:
        """Turn dp into pixels."""
        return size * self.kit.scale

    def stroke(
        self,
        points: Points,
        ink: str,
        width: float,
        alpha: int = 255,
        dash: tuple[float, float] | None = None,
    ) -> Stroke:
        """Make a stroke along pixels, its measures in dp."""
        cut = (self.dp(dash[0]), self.dp(dash[1])) if dash else None
        return Stroke(points, colour(ink, alpha), self.dp(width), cut)


class Layer(Protocol):
    """One idea on the map."""

    name: str

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None] | None:
        """Draw it on the sheet, at once or in parts that are small enough for one frame each."""
