"""Sheet: a part of the theatre at one step of zoom, on which the layers draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pygame import Rect, Surface

from game.ui.ground import Ground, Point
from game.ui.map.geography import Geography
from game.ui.map.pen import Stroke
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

    def dp(self, size: float) -> float:
        """Turn dp into pixels."""
        return size * self.kit.scale

    def stroke(
        self,
        points: tuple[Point, ...],
        ink: str,
        width: float,
        alpha: int = 255,
        dash: tuple[float, float] | None = None,
    ) -> Stroke:
        """Make a stroke from places, its measures in dp."""
        cut = (self.dp(dash[0]), self.dp(dash[1])) if dash else None
        return Stroke(tuple(map(self.xy, points)), colour(ink, alpha), self.dp(width), cut)

    @property
    def key(self) -> object:
        """Return what all depends on that only shows the ground itself."""
        return self.kit, self.projection, tuple(self.window)


class Layer(Protocol):
    """One idea on the map."""

    name: str

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None] | None:
        """Draw it on the sheet, at once or in parts that are small enough for one frame each."""


@dataclass
class Kept:
    """A picture that is made again only when its key changes."""

    key: object = None
    picture: Surface | None = None
