"""A track: its name, value, last change, and a gauge with the threshold at which it bites."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.theme import MEANT
from game.ui.toolkit.widget import Widget


def whole(value: float) -> str:
    """Write a level in whole points, in the same way wherever it is seen."""
    return f"{value:.0f}"


def signed(amount: float) -> str:
    """Write a number with its sign, the minus as a minus."""
    return f"+{amount:g}" if amount > 0 else f"−{-amount:g}" if amount else "±0"


@dataclass(frozen=True)
class Gauge(Widget):
    """A figure and its bar."""

    title: str
    icon: str
    value: float
    change: float
    top: int = 100
    threshold: float | None = None
    good: bool | None = None  # whether the last change was a good one

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("kicker") + kit.type.leading("figure") + 2

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset", 4)
        canvas.line(0, 10, 0, canvas.h - 10)
        kit, x = canvas.kit, 12.0
        ink = MEANT[self.good if self.change else None]
        first, second = kit.type.leading("kicker"), kit.type.leading("figure")
        pad = (canvas.h - first - second) / 2
        room = canvas.w - x - 22 > kit.type.width(self.title.upper(), "kicker")
        if room:
            canvas.icon(self.icon, x, pad + (first - 13) / 2, 13, ink)
        self._name(canvas, x + 18 * room, pad, canvas.w - x - 18 * room)
        x += canvas.text(whole(self.value), x, pad + first, "figure") + 9
        middle = pad + first + second / 2
        canvas.mark(x + 3, middle + 0.5, 7, (self.change > 0) - (self.change < 0), ink)
        small = kit.type.leading("caption")
        x += (
            9
            + canvas.text(signed(self.change), x + 9, middle - small / 2 + 1, "caption-bold", ink)
            + 8
        )
        self._bar(canvas, Box(x, middle - 2, canvas.w - x - 10, 5))

    def _name(self, canvas: Canvas, x: float, y: float, room: float) -> None:
        """Write the name; where it is narrow, without space between the letters, or cut."""
        title, kit = self.title.upper(), canvas.kit
        style = "kicker" if kit.type.width(title, "kicker") <= room else "caption"
        canvas.text(shortened(title, kit, style, room), x, y, style, "second")

    def _bar(self, canvas: Canvas, box: Box) -> None:
        canvas.fill(box, "inset", 2)
        near = self.threshold is not None and abs(self.value - self.threshold) <= self.top * 0.08
        share = min(1.0, self.value / self.top)
        canvas.fill(
            Box(box.x, box.y, max(4, box.w * share), box.h), "caution" if near else "accent", 2
        )
        if self.threshold is not None:
            x = box.x + box.w * self.threshold / self.top
            canvas.fill(Box(x - 1, box.y - 3, 2, box.h + 6), "text")

    def card(self) -> Widget | None:
        return Label(self.tip, "note", "text") if self.tip else None

    def describe(self) -> str:
        bite = f", threshold {self.threshold}" if self.threshold is not None else ""
        return f"{self.title} {self.value:g} of {self.top}, {signed(self.change)}{bite}. {self.tip}"
