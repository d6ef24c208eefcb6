"""Sheet: the whole theatre at one step of zoom, on which the layers draw."""

from dataclasses import dataclass, field
from typing import Protocol

from pygame import FRect, Rect, Surface

from game.ui.ground import Ground, Point
from game.ui.map.geography import Geography
from game.ui.map.pen import Stroke
from game.ui.map.placer import Placer
from game.ui.map.projection import Projection
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour


@dataclass
class Sheet:
    """A surface, how to find places on it, and what is taken."""

    kit: Kit
    projection: Projection
    geography: Geography
    surface: Surface
    placer: Placer = field(default_factory=Placer)
    hidden: frozenset[str] = frozenset()
    spots: dict[str, Rect] = field(default_factory=dict)

    def xy(self, point: Point) -> tuple[float, float]:
        """Return the pixel of a place."""
        return self.projection.xy(point)

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

    def write(
        self, text: str, at: tuple[float, float], style: str, ink: str, order: str, away: float = 7
    ) -> FRect | None:
        """Write a haloed name beside a point where there is room; return its box, or None."""
        image = self.kit.type.image(text, style, colour(ink), halo=True)
        size = image.get_width() - self.dp(2), image.get_height() - self.dp(5)
        box = self.placer.beside(at, size, self.dp(away), order.split())
        if box:
            self.surface.blit(image, image.get_rect(center=box.center))
        return box


class Layer(Protocol):
    """One idea on the map."""

    name: str

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        """Draw it on the sheet."""


@dataclass
class Kept:
    """A picture that is made again only when its key changes."""

    key: object = None
    picture: Surface | None = None
