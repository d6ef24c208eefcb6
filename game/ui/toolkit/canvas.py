"""Canvas: a widget's piece of the screen, drawn in dp from its own corner."""

from collections.abc import Sequence

import pygame
from pygame import Surface

from game.ui.toolkit import shapes
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour


class Canvas:
    """Draws in dp; every run of text is noted, so that a test can see what does not fit.

    Its surface is premultiplied: what is drawn on nothing with soft edges keeps its colour when the
    widget's picture is put on the screen. So pictures go on it by `picture`, not by a plain blit.
    """

    def __init__(self, kit: Kit, surface: Surface, box: Box) -> None:
        self.kit, self.surface, self.w, self.h = kit, surface, box.w, box.h
        self.runs: list[tuple[str, Box]] = []

    def fill(
        self,
        box: Box,
        name: str,
        radius: float = 0,
        edge: str = "",
        alpha: int = 255,
        width: float = 1,
    ) -> None:
        """Draw a rectangle with round corners and perhaps an edge."""
        px = self.kit.px
        x, y, right, bottom = px(box.x), px(box.y), px(box.x + box.w), px(box.y + box.h)
        key = (right - x, bottom - y, radius, name, edge, alpha, width)
        shape = self.kit.shapes.get(key, lambda: self._rounded(*key))
        shapes.stamp(self.surface, shape, (x, y))

    def _rounded(
        self, w: int, h: int, radius: float, name: str, edge: str, alpha: int, width: float
    ) -> Surface:
        line = colour(edge) if edge else None
        return shapes.rounded(
            (w, h), self.kit.px(radius), colour(name, alpha), line, max(1, self.kit.px(width))
        )

    def blend(self, box: Box, left: str, right: str) -> None:
        """Fill a box with one colour passing into another."""
        size = self.kit.px(box.h), max(1, self.kit.px(box.w))
        turned = pygame.transform.rotate(shapes.fade(size, colour(right), colour(left)), -90)
        self.surface.blit(turned, (self.kit.px(box.x), self.kit.px(box.y)))

    def text(
        self,
        text: str,
        x: float,
        y: float,
        style: str,
        ink: str = "text",
        anchor: str = "left",
        bold: bool = False,
        italic: bool = False,
        halo: bool = False,
    ) -> float:
        """Draw one run with its line's top at y; return its width."""
        if not text:
            return 0
        kit = self.kit
        image = kit.type.picture(text, style, colour(ink), bold, halo, italic)
        wide, tall = kit.type.width(text, style, bold, italic), kit.type.leading(style)
        left = x - wide * {"left": 0, "centre": 0.5, "right": 1}[anchor]
        high = round(y * kit.scale + (tall * kit.scale - image.get_height()) / 2)
        shapes.stamp(self.surface, image, (kit.px(left), high))
        self.runs.append((text, Box(left, y, wide, tall)))
        return wide

    def icon(self, name: str, x: float, y: float, size: float, ink: str = "second") -> None:
        """Draw an icon with its corner at (x, y)."""
        image = self.kit.icon(name, size, colour(ink))
        shapes.stamp(self.surface, image, (self.kit.px(x), self.kit.px(y)))

    def picture(self, image: Surface, x: float, y: float) -> None:
        """Draw a picture that has plain alpha with its corner at (x, y)."""
        corner = self.kit.px(x), self.kit.px(y)
        shapes.stamp(self.surface, image.premul_alpha(), corner)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, ink: str = "rule", width: float = 1
    ) -> None:
        """Draw a straight rule."""
        px = self.kit.px
        pygame.draw.line(
            self.surface, colour(ink), (px(x0), px(y0)), (px(x1), px(y1)), max(1, px(width))
        )

    def polygon(self, points: Sequence[tuple[float, float]], ink: str, alpha: int = 255) -> None:
        """Draw a filled polygon."""
        scaled = [(x * self.kit.scale, y * self.kit.scale) for x, y in points]
        shapes.polygon(self.surface, scaled, colour(ink, alpha))

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        ink: str,
        width: float = 1.5,
        dash: float = 0,
        alpha: int = 255,
    ) -> None:
        """Draw a line through points, perhaps in dashes."""
        k = self.kit.scale
        scaled = [(x * k, y * k) for x, y in points]
        shapes.stroke(self.surface, scaled, colour(ink, alpha), max(1, width * k), dash * k)

    def mark(self, x: float, y: float, size: float, way: int, ink: str) -> None:
        """Draw a small triangle up or down, or a bar for neither, centred on (x, y)."""
        half = size / 2
        if way == 0:
            self.polygon(
                [
                    (x - half, y - 0.9),
                    (x + half, y - 0.9),
                    (x + half, y + 0.9),
                    (x - half, y + 0.9),
                ],
                ink,
            )
        else:
            tip, base = y - way * half * 0.9, y + way * half * 0.8
            self.polygon([(x - half, base), (x + half, base), (x, tip)], ink)
