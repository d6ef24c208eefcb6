"""A line of text that can be typed in."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Typed:
    """The text of an entry has changed."""

    name: str
    text: str


@dataclass(frozen=True)
class Entry(Widget):
    """What has been typed so far; the window sends `Typed` with the next text."""

    text: str = ""
    label: str = ""
    longest: int = 24

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("row") + 16

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "ground", 5, "strong" if hot else "rule")
        y = (canvas.h - canvas.kit.type.leading("row")) / 2
        x = 12 + canvas.text(self.label, 12, y, "row", "third") + 10
        x += canvas.text(self.text, x, y, "row") if self.text else 0
        canvas.fill(Box(x + 2, y + 2, 1.5, canvas.h - 2 * y - 4), "accent")

    def edited(self, text: str) -> Typed:
        """Add typed text."""
        return Typed(self.name, (self.text + text)[: self.longest])

    def shortened(self) -> Typed:
        """Take the last letter away."""
        return Typed(self.name, self.text[:-1])

    def describe(self) -> str:
        return f"text: {self.label} {self.text}"
