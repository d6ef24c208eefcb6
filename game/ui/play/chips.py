"""Small parts of a card: who advises what, and the line that opens a drawer."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import plain, shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Chip(Widget):
    """An adviser: a mark for or against, and the office."""

    office: str
    supports: bool

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.office, "caption-bold") + 25

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption") + 4

    def paint(self, canvas: Canvas, hot: bool) -> None:
        ink = "good" if self.supports else "bad"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset", 4, "strong" if hot else "")
        canvas.mark(11, canvas.h / 2, 7, 1 if self.supports else -1, ink)
        canvas.text(self.office, 19, 2, "caption-bold", "text")

    def card(self) -> Widget | None:
        return Label(self.tip, "note", "text")

    def describe(self) -> str:
        return plain(self.tip)


@dataclass(frozen=True)
class IconSegment(Widget):
    """One of a few choices that an icon stands for; its tip says which."""

    icon: str

    @property
    def sound(self) -> str:
        return "select"

    def width(self, kit: Kit) -> float:
        return 30

    def height(self, kit: Kit, width: float) -> float:
        return 26

    def paint(self, canvas: Canvas, hot: bool) -> None:
        on = self.current
        ground, edge = "inset" if on or hot else "card", "accent" if on else "rule"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), ground, 4, edge)
        ink = "accent" if on else "text" if hot else "second"
        canvas.icon(self.icon, canvas.w / 2 - 7.5, canvas.h / 2 - 7.5, 15, ink)

    def describe(self) -> str:
        return f"{self.tip}{', chosen' if self.current else ''}"


@dataclass(frozen=True)
class Drawer(Widget):
    """A line that opens and shuts something."""

    text: str
    is_open: bool

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.text, "caption") + 22

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption") + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.icon(
            "chevron-down" if self.is_open else "chevron-right", 0, canvas.h / 2 - 7, 14, "second"
        )
        text = shortened(self.text, canvas.kit, "caption", canvas.w - 20)
        canvas.text(text, 20, 3, "caption", "text" if hot else "second")

    def describe(self) -> str:
        return f"{self.text}, {'open' if self.is_open else 'shut'}"
