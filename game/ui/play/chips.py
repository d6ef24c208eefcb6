"""Small parts of a card: what moves, who advises what, and the line that opens a drawer."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.gauge import signed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Delta(Widget):
    """A track and what happens to it."""

    title: str
    amount: int
    good: bool

    def width(self, kit: Kit) -> float:
        return (
            kit.type.width(f"{self.title} ", "note")
            + kit.type.width(signed(self.amount), "note", True)
            + 8
        )

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("note")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        x = canvas.text(f"{self.title} ", 0, 0, "note", "second")
        canvas.text(signed(self.amount), x, 0, "note", "good" if self.good else "bad", bold=True)

    def describe(self) -> str:
        return f"{self.title} {signed(self.amount)}"


@dataclass(frozen=True)
class Chip(Widget):
    """An adviser: a mark for or against, and the office."""

    office: str
    stance: int

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.office, "caption-bold") + 25

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption") + 4

    def paint(self, canvas: Canvas, hot: bool) -> None:
        ink = {1: "good", 0: "third", -1: "bad"}[self.stance]
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset", 4, "strong" if hot else "")
        canvas.mark(11, canvas.h / 2, 7, self.stance, ink)
        canvas.text(self.office, 19, 2, "caption-bold", "text" if self.stance else "second")

    def card(self) -> Widget | None:
        return Label(self.tip, "note", "text")

    def describe(self) -> str:
        return self.tip


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
        canvas.text(self.text, 20, 3, "caption", "text" if hot else "second")

    def describe(self) -> str:
        return f"{self.text}, {'open' if self.is_open else 'shut'}"
