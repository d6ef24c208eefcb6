"""Choices: one of a few, side by side. Tabs are choices that look like tabs."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.toolkit.boxes import FAIR, Row
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

PADS = {"segment": 8, "low": 4, "tab": 12}  # dp above and below the words, by look


@dataclass(frozen=True)
class Segment(Widget):
    """One of the choices."""

    text: str
    look: str = "segment"

    @property
    def sound(self) -> str:
        return "select"

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.text, "caption-bold") + 26

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption") + PADS[self.look]

    def paint(self, canvas: Canvas, hot: bool) -> None:
        box, on = Box(0, 0, canvas.w, canvas.h), self.current
        if self.look != "tab":
            canvas.fill(box, "inset" if on or hot else "card", 4, "accent" if on else "rule")
        elif on:
            canvas.fill(Box(0, canvas.h - 2, canvas.w, 2), "accent")
        style = "caption-bold" if on else "caption"
        ink = "text" if on or hot else "second" if self.able else "third"
        text = shortened(self.text, canvas.kit, style, canvas.w - 4)
        y = (canvas.h - canvas.kit.type.leading(style)) / 2
        canvas.text(text, canvas.w / 2, y, style, ink, "centre")

    def describe(self) -> str:
        return f"{self.group}: {self.text}{', chosen' if self.current else ''}"


def choices(
    group: str, texts: tuple[str, ...], chosen: int, act: Callable[[int], object],
    tips: tuple[str, ...] = (), look: str = "segment", widths: tuple[float | None, ...] = (),
) -> Row:  # fmt: skip
    """Return a row of choices that is one stop of the Tab key."""
    members = tuple(
        Segment(
            t,
            look,
            name=f"{group}:{i}",
            group=group,
            action=act(i),
            current=i == chosen,
            tip=tips[i] if tips else "",
        )
        for i, t in enumerate(texts)
    )
    return Row(
        members, widths or (FAIR,) * len(members), gap=0 if look == "tab" else 4, middle=True
    )
