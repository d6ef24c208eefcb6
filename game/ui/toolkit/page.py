"""Page: a widget tree laid out. A flat list in reading order, to draw, to hit and to walk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil

import pygame
from pygame import Rect, Surface

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Placed:
    """A widget, its place, and the part of the screen that it may touch."""

    widget: Widget
    box: Box
    clip: Box


@dataclass(frozen=True)
class Window:
    """A scrolled window: its name, its place, how far it can go."""

    name: str
    box: Box
    reach: float


class Page:
    """What a screen looks like now."""

    def __init__(self, kit: Kit, root: Widget, box: Box, offsets: dict[str, float]) -> None:
        self.kit, self.box, self.offsets = kit, box, offsets
        self.placed: list[Placed] = []
        self.windows: list[Window] = []
        self._clip = box
        root.lay(self, box)

    def add(self, widget: Widget, box: Box) -> None:
        """Note where a widget lies."""
        self.placed.append(Placed(widget, box, self._clip))

    @contextmanager
    def scrolled(self, name: str, box: Box, tall: float) -> Iterator[float]:
        """Clip what is added to a box; yield how far it is scrolled."""
        before, self._clip = self._clip, box.clip(self._clip)
        reach = max(0.0, tall - box.h)
        self.windows.append(Window(name, box, reach))
        self.offsets[name] = min(max(0.0, self.offsets.get(name, 0)), reach)
        yield self.offsets[name]
        self._clip = before

    def find(self, name: str) -> Placed | None:
        """Return the widget of a name."""
        return next((p for p in self.placed if p.widget.name == name), None)

    def at(self, x: float, y: float) -> Placed | None:
        """Return the topmost named widget under a point."""
        for p in reversed(self.placed):
            if p.widget.name and p.box.holds(x, y) and p.clip.holds(x, y):
                return p
        return None

    def reveal(self, name: str) -> bool:
        """Scroll so that a widget is seen; say whether anything moved."""
        target = self.find(name)
        if target is None:
            return False
        for window in self.windows:
            if window.box.clip(target.clip) == target.clip and target.clip != self.box:
                return self._bring(window, target.box)
        return False

    def _bring(self, window: Window, box: Box) -> bool:
        above, below = window.box.y - box.y, box.bottom - window.box.bottom
        move = -above if above > 0 else max(0.0, below)
        self.offsets[window.name] = self.offsets.get(window.name, 0) + move
        return abs(move) > 0.01

    def draw(self, target: Surface, hot: str, area: Rect | None = None) -> None:
        """Draw all of it, or what touches an area."""
        for p in self.placed:
            rect, clip = self.pixels(p.box), self.pixels(p.clip)
            seen = rect.clip(clip)
            if not seen.size or (area and not seen.colliderect(area)):
                continue
            target.set_clip(clip.clip(area) if area else clip)
            self._put(target, p, rect, bool(hot) and p.widget.name == hot)
        target.set_clip(None)

    def _put(self, target: Surface, p: Placed, rect: Rect, hot: bool) -> None:
        if p.widget.live:
            part = target.subsurface(rect.clip(target.get_rect()))
            p.widget.paint(Canvas(self.kit, part, p.box), hot)
        elif picture := self.picture(p.widget, rect.size, p.box, hot):
            target.blit(picture, rect)

    def picture(self, widget: Widget, size: tuple[int, int], box: Box, hot: bool) -> Surface | None:
        """Return the kept picture of a widget, drawn if its data are new."""
        if type(widget).paint is Widget.paint:
            return None
        return self.kit.pictures.get(
            (widget, size, hot), lambda: self._draw(widget, size, box, hot)
        )

    def _draw(self, widget: Widget, size: tuple[int, int], box: Box, hot: bool) -> Surface:
        surface = Surface(size, pygame.SRCALPHA)
        widget.paint(Canvas(self.kit, surface, box), hot)
        return surface

    def pixels(self, box: Box) -> Rect:
        """Turn dp into pixels. The size does not depend on the place, or kept pictures would not fit."""
        k = self.kit.scale
        return Rect(
            self.kit.px(box.x), self.kit.px(box.y), ceil(box.w * k - 0.01), ceil(box.h * k - 0.01)
        )

    def describe(self) -> list[str]:
        """Say the whole page in words, in reading order."""
        return [words for p in self.placed if (words := p.widget.describe())]
