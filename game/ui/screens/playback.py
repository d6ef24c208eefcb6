"""Playback: the week's facts in order on the map; then all of them can be read at leisure."""

from dataclasses import dataclass

import pygame

from game.ui.ground import Mark, Point
from game.ui.intents import Close, Follow, Intent
from game.ui.play.topbar import TALL
from game.ui.screens.play import NARROW, PANEL, STRIP
from game.ui.screens.screen import Screen
from game.ui.toolkit.boxes import Column, Ground, Panel, Row, Scroll
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import flow, tall
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

BASE = 2.2  # seconds for a line at speed 1
WIDE = 640  # dp of the sheet at the foot of the map


@dataclass(frozen=True)
class Shown:
    """One line of the playback, and where it happened."""

    date: str
    text: str
    tone: str
    at: Point | None


@dataclass(frozen=True)
class Step:
    """Go to the next line, or the one before."""

    by: int


@dataclass(frozen=True)
class Turn:
    """A line has been on the screen long enough."""

    line: int


@dataclass(frozen=True)
class RecapRow(Widget):
    """A line of the week in the list beside the map: told, being told, or still to come."""

    date: str  # empty where it is that of the line above
    text: str
    tone: str
    now: bool
    told: bool

    def height(self, kit: Kit, width: float) -> float:
        return self._head(kit) + tall(self.text, kit, "note", width - 34) + 12

    def _head(self, kit: Kit) -> float:
        return kit.type.leading("caption") if self.date else 0

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit = canvas.kit
        if self.now or hot:
            edge = "accent" if self.now else ""
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "chosen" if self.now else "inset", 6, edge)
        small, line = self._head(kit), kit.type.leading("note")
        dot = self.tone if self.now or self.told else "strong"
        canvas.fill(Box(10, 6 + small + line / 2 - 4, 8, 8), dot, 4)
        canvas.text(self.date, 26, 6, "caption", "second" if self.now or self.told else "third")
        ink = "text" if self.now else "second" if self.told else "third"
        for p in flow(self.text, kit, "note", canvas.w - 34):
            canvas.text(p.word.text, 26 + p.x, 6 + small + p.line * line, "note", ink)

    def describe(self) -> str:
        return f"{self.date or 'then'}: {self.text}{', now' if self.now else ''}"


@dataclass(frozen=True)
class Telling(Widget):
    """The line being told, with all lines under it over the panel; at the foot of a small map."""

    child: Widget
    recap: Widget

    def lay(self, page: Page, box: Box) -> None:
        if box.w < NARROW:
            wide = min(WIDE, box.w - 32)
            high = self.child.height(page.kit, wide)
            left, low = box.x + (box.w - wide) / 2, box.bottom - STRIP - 16
            self.child.lay(page, Box(left, low - high, wide, high))
            return
        left, top = box.right - PANEL, box.y + TALL
        high = self.child.height(page.kit, PANEL)
        self.child.lay(page, Box(left, top, PANEL, high))
        self.recap.lay(page, Box(left, top + high, PANEL, box.bottom - top - high))


class Playback(Screen):
    """Tells one line after the other; Enter or Escape skips, nothing is shown only here."""

    name = "playback"
    clear = True
    first = "skip"

    def __init__(self, lines: tuple[Shown, ...], speed: float) -> None:
        self.lines, self.speed, self.here = lines, speed, 0

    @property
    def mark(self) -> Mark | None:
        """Return the place that the line is about."""
        line = self.lines[self.here]
        return Mark(line.at, line.tone) if line.at else None

    def wake(self) -> tuple[float, object]:
        """Return how long a line stays."""
        words = len(self.lines[self.here].text.split())
        return (BASE + words * 0.12) / max(self.speed, 0.1), Turn(self.here)

    def build(self, width: float, height: float) -> Widget:
        line, last = self.lines[self.here], self.here == len(self.lines) - 1
        head = Label(
            f"{line.date} · {self.here + 1} of {len(self.lines)}".upper(), "kicker", "accent"
        )
        back = Button(
            "Before", "chevron-left", name="before", action=Step(-1) if self.here else None
        )
        next_ = Button("Next", "chevron-right", name="next", action=Close() if last else Step(1))
        skip = Button("Skip", "skip-forward", "primary", "Enter", name="skip", action=Close())
        row = Row((back, next_, skip), gap=8)
        body = Column((head, Label(line.text, "headline"), row), gap=8)
        sheet = Panel(body, Ground("panel", "strong", 10, 245), 22, 16)
        return Telling(sheet, self._recap())

    def _recap(self) -> Widget:
        rows = tuple(
            RecapRow(
                "" if n and line.date == self.lines[n - 1].date else line.date,
                line.text, line.tone, n == self.here, n < self.here,
                name=f"recap:{n}", group="recap", action=Step(n - self.here),
                current=n == self.here,
            )
            for n, line in enumerate(self.lines)
        )  # fmt: skip
        head = Label("WHAT HAPPENED", "kicker", "accent")
        list_ = Scroll(Column(rows, gap=3), name="recap")
        return Panel(Column((head, list_), gap=8, fill=1), Ground("panel"), 16, 12)

    def update(self, message: object) -> Intent | None:
        if not isinstance(message, Step | Turn):
            return super().update(message)
        there = self.here + (message.by if isinstance(message, Step) else 1)
        if there >= len(self.lines):
            return Close()
        self.here = max(0, there)
        return Follow()

    def key(self, event: pygame.Event) -> object | None:
        keys = {pygame.K_ESCAPE: Close(), pygame.K_RIGHT: Step(1), pygame.K_LEFT: Step(-1)}
        return keys.get(event.key)
