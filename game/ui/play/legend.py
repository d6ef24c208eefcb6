"""Legend and scale bar of the map."""

from dataclasses import dataclass

import pygame

from game.ui.map import regions
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

LENGTHS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)  # km
LONGEST = 190  # dp


@dataclass(frozen=True)
class Legend(Widget):
    """The sides and their colours, then the signs; folds away."""

    sides: tuple[tuple[str, str], ...]  # colour and title
    signs: tuple[tuple[str, str], ...]  # sign and title
    is_open: bool
    patterns: tuple[str, ...] = ()  # colours in the order of their patterns on the map

    def _entries(self) -> tuple[tuple[str, str], ...]:
        return (*self.sides, *self.signs)

    def _half(self) -> int:
        return (len(self._entries()) + 1) // 2

    def _column(self, kit: Kit) -> float:
        return max(kit.type.width(title, "caption") for _, title in self._entries()) + 42

    def size(self, kit: Kit) -> tuple[float, float]:
        """Return the size it needs."""
        tall = kit.type.leading("caption") + 1
        if not self.is_open:
            return kit.type.width("LEGEND", "kicker") + 46, tall + 12
        return 2 * self._column(kit) + 10, tall * (self._half() + 1) + 20

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "panel", 7, "strong" if hot else "rule", 226)
        tall = canvas.kit.type.leading("caption") + 1
        canvas.text("LEGEND", 12, 6, "kicker", "second")
        canvas.icon(
            "chevron-down" if self.is_open else "chevron-up", canvas.w - 24, 6 + (tall - 14) / 2, 14
        )
        for i, (sign, title) in enumerate(self._entries() if self.is_open else ()):
            x, y = (
                12 + i // self._half() * self._column(canvas.kit),
                10 + tall * (i % self._half() + 1),
            )
            self._sign(canvas, sign, x, y + tall / 2)
            canvas.text(title, x + 28, y, "caption", "text")

    def _sign(self, canvas: Canvas, sign: str, x: float, y: float) -> None:
        if sign.startswith("#"):
            self._side(canvas, sign, x, y)
        elif sign == "held":
            canvas.fill(Box(x, y - 1.5, 20, 3), "road-line", 1)
        elif sign.startswith("zone:"):
            for i in range(4):
                canvas.polygon(
                    [
                        (x + i * 5, y - 5),
                        (x + 1.4 + i * 5, y - 5),
                        (x + 5.4 + i * 5, y + 5),
                        (x + 4 + i * 5, y + 5),
                    ],
                    sign[5:],
                )
        elif sign.startswith("ring:"):
            for i in range(3):
                canvas.fill(Box(x + i * 8, y - 1, 5, 2), sign[5:], 1)
        elif sign.startswith("reach:"):
            for i in range(4):
                canvas.fill(Box(x + i * 6, y - 1.1, 2.2, 2.2), sign[6:], 1)
        elif sign == "doubt":
            canvas.fill(Box(x + 3, y - 7, 14, 14), "paper", 7)
            canvas.text(
                "?", x + 10, y - canvas.kit.type.leading("kicker") / 2, "kicker", "dark", "centre"
            )
        else:
            for i in range(4):
                canvas.fill(Box(x + i * 6, y - 1.2, 2.6, 2.6), "road-line", 1)
        if sign == "barred":
            canvas.fill(Box(x + 8.5, y - 6, 3, 12), "bad", 1)

    def _side(self, canvas: Canvas, ink: str, x: float, y: float) -> None:
        """Draw the colour of a side, with its pattern where patterns are shown."""
        canvas.fill(Box(x, y - 5, 20, 10), ink, 2, "strong")
        if canvas.kit.strong and ink in self.patterns:
            red, green, blue, _ = colour(ink)
            size = canvas.kit.px(18), canvas.kit.px(8)
            piece = regions.swatch(self.patterns.index(ink), (red, green, blue), size)
            image = pygame.image.frombuffer(piece.data, size, "RGB")
            canvas.surface.blit(image, (canvas.kit.px(x + 1), canvas.kit.px(y - 4)))

    def describe(self) -> str:
        return "legend: " + ", ".join(title for _, title in self.sides)


@dataclass(frozen=True)
class ScaleBar(Widget):
    """A round number of kilometres, to scale."""

    dp_per_km: float

    def paint(self, canvas: Canvas, hot: bool) -> None:
        km = next((km for km in LENGTHS if self.dp_per_km * km < LONGEST), LENGTHS[-1])
        long, tall = self.dp_per_km * km, canvas.kit.type.leading("caption-bold")
        y = canvas.h - 7
        canvas.fill(Box(3, y - 1, long + 2, 5), "shade", 0, alpha=190)
        canvas.fill(Box(4, y, long / 2, 3), "paper")
        canvas.fill(Box(4 + long / 2, y, long / 2, 3), "third")
        for share, anchor in ((0, "left"), (1, "centre")):
            text = f"{round(km * share)}" + (" km" if share else "")
            at = 4 + long * share, y - tall - 1
            canvas.text(text, *at, "caption-bold", "paper", anchor, halo=True)

    def describe(self) -> str:
        return ""
