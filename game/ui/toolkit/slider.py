"""Slider: a number between two ends, by arrows, by a click or by pulling."""

from dataclasses import dataclass
from typing import ClassVar

import pygame

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

KNOB = 14  # dp
LINE = 0.76  # share of the width that the line takes; the figure stands in the rest


@dataclass(frozen=True)
class Slid:
    """A slider was moved."""

    name: str
    value: int


@dataclass(frozen=True)
class Slider(Widget):
    """Where it stands; the window sends `Slid` with the next value."""

    draggable: ClassVar[bool] = True
    value: int
    label: str = ""
    low: int = 0
    high: int = 100
    step: int = 5
    unit: str = ""

    @property
    def focusable(self) -> bool:
        return bool(self.name)

    @property
    def able(self) -> bool:
        return True

    @property
    def sound(self) -> str:
        return ""

    def width(self, kit: Kit) -> float:
        return 180

    def height(self, kit: Kit, width: float) -> float:
        return max(24, kit.type.leading("caption") + 8)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit, middle = canvas.kit, canvas.h / 2
        long = canvas.w * LINE
        x = KNOB / 2 + (long - KNOB) * (self.value - self.low) / (self.high - self.low)
        canvas.fill(Box(0, middle - 2, long, 4), "inset", 2)
        canvas.fill(Box(0, middle - 2, x, 4), "accent", 2)
        knob = Box(x - KNOB / 2, middle - KNOB / 2, KNOB, KNOB)
        canvas.fill(knob, "text" if hot else "second", KNOB / 2)
        y = middle - kit.type.leading("caption-bold") / 2
        canvas.text(f"{self.value}{self.unit}", canvas.w, y, "caption-bold", "text", "right")

    def pressed(self, share: float) -> Slid:
        """Return the value under the mouse; the line takes the first part of the width."""
        return self._at(self.low + share / LINE * (self.high - self.low))

    def keyed(self, event: pygame.Event) -> Slid | None:
        by = {
            pygame.K_RIGHT: self.step, pygame.K_UP: self.step, pygame.K_LEFT: -self.step,
            pygame.K_DOWN: -self.step, pygame.K_HOME: self.low - self.high,
            pygame.K_END: self.high - self.low,
        }.get(event.key)  # fmt: skip
        return None if by is None else self._at(self.value + by)

    def _at(self, value: float) -> Slid:
        whole = self.low + self.step * round((value - self.low) / self.step)
        return Slid(self.name, min(max(self.low, whole), self.high))

    def describe(self) -> str:
        return f"{self.label or self.name}: {self.value}{self.unit}"
