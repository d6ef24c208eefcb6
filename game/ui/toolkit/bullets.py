"""Bullets: short texts below each other, each behind a dot."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.toolkit.boxes import Column, Row
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

DOT = 5.0


@dataclass(frozen=True)
class Dot(Widget):
    """The dot before a text of some style, at the height of its first line."""

    style: str

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading(self.style)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        middle = canvas.kit.type.leading(self.style) / 2 + 1
        canvas.fill(Box(2, middle - DOT / 2, DOT, DOT), "accent", DOT / 2)


def bullets(texts: Iterable[str], style: str = "note", ink: str = "text") -> Column:
    """Return a list of texts."""
    rows = tuple(Row((Dot(style), Label(text, style, ink)), (14, None)) for text in texts)
    return Column(rows, gap=3)
