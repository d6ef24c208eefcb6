"""Switch: something that is on or off."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

WIDE, TALL, GAP = 34.0, 18.0, 10.0


@dataclass(frozen=True)
class Switch(Widget):
    """A knob at the right when it is on, with a tick, and on or off in words."""

    on: bool
    label: str  # what it is about, which stands elsewhere

    @property
    def sound(self) -> str:
        return "toggle"

    def _said(self) -> str:
        return "On" if self.on else "Off"

    def width(self, kit: Kit) -> float:
        return WIDE + GAP + kit.type.width(self._said(), "note") + 4

    def height(self, kit: Kit, width: float) -> float:
        return max(TALL, kit.type.leading("note")) + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        y = (canvas.h - TALL) / 2
        edge = "text" if hot else "accent" if self.on else "third"
        canvas.fill(Box(0, y, WIDE, TALL), "primary" if self.on else "inset", TALL / 2, edge)
        x = WIDE - TALL + 3 if self.on else 3
        canvas.fill(Box(x, y + 3, TALL - 6, TALL - 6), "white" if self.on else "second", 6)
        if self.on:
            canvas.icon("check", 4, y + 3, 12, "white")
        top = (canvas.h - canvas.kit.type.leading("note")) / 2
        canvas.text(self._said(), WIDE + GAP, top, "note", "text" if hot or self.on else "second")

    def describe(self) -> str:
        return f"{self.label}: {'on' if self.on else 'off'}"
