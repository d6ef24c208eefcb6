"""Playback: the week's facts in order on the map; then all of them can be read at leisure."""

from dataclasses import dataclass

import pygame

from game.ui.ground import Mark, Point
from game.ui.intents import Close, Follow, Intent
from game.ui.screens.play import NARROW, PANEL, STRIP
from game.ui.screens.screen import Screen
from game.ui.toolkit.boxes import Column, Ground, Panel, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

BASE = 2.2  # seconds for a line at speed 1


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
class Strip(Widget):
    """A sheet at the foot of the map."""

    child: Widget
    wide: float
    low: float

    def lay(self, page: Page, box: Box) -> None:
        wide = min(self.wide, box.w - 32)
        tall = self.child.height(page.kit, wide)
        left = (box.w - (0 if box.w < NARROW else PANEL) - wide) / 2
        self.child.lay(
            page, Box(box.x + max(16, left), box.bottom - self.low - tall - 16, wide, tall)
        )


class Playback(Screen):
    """Tells one line after the other; any key skips, nothing is shown only here."""

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
        return Strip(Panel(body, Ground("panel", "strong", 10, 245), 22, 16), 640, STRIP)

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
