"""Page: a widget tree laid out. A flat list in reading order, to draw, to hit and to walk."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil

import pygame
from pygame import Rect, Surface

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

MARGIN = 18  # dp that are seen beyond what has been scrolled to


@dataclass(frozen=True)
class Placed:
    """A widget, its place, the part of the screen that it may touch, the windows it lies in."""

    widget: Widget
    box: Box
    clip: Box
    inside: tuple[int, ...] = ()


@dataclass(frozen=True)
class Laid:
    """What a widget has put on a page, and all that this depended on."""

    key: tuple[object, ...]
    placed: list[Placed]
    windows: list["Window"]
    offsets: dict[str, float]


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
        self._names: dict[str, int] = {}
        self._clip = box
        self._inside: tuple[int, ...] = ()
        root.lay(self, box)

    def add(self, widget: Widget, box: Box) -> None:
        """Note where a widget lies."""
        self._put_down(Placed(widget, box, self._clip, self._inside))

    def _put_down(self, placed: Placed) -> None:
        self.placed.append(placed)
        if placed.widget.name:
            self._names.setdefault(placed.widget.name, len(self.placed) - 1)

    def again(self, part: str, widget: Widget, box: Box) -> None:
        """Lay a widget out, or put down once more what the very same one became last time.

        While the map moves, all around it stays as it is; to lay that out takes half of a frame.
        """
        before = len(self.placed), len(self.windows)
        key = box, self._clip, self._inside, before[1]
        kept = self.kit.laid.get(part)
        if kept and kept[0] is widget and self._fits(kept[1], key):
            self.windows += kept[1].windows
            for placed in kept[1].placed:
                self._put_down(placed)
            return
        widget.lay(self, box)
        windows = self.windows[before[1] :]
        offsets = {window.name: self.offsets[window.name] for window in windows}
        laid = Laid(key, self.placed[before[0] :], windows, offsets)
        self.kit.laid[part] = widget, laid

    def _fits(self, laid: Laid, key: tuple[object, ...]) -> bool:
        """Say whether nothing has changed since: no place, and nothing was scrolled."""
        now = {name: self.offsets.get(name) for name in laid.offsets}
        return laid.key == key and laid.offsets == now

    def free(self, name: str) -> str:
        """Return a name that no widget has yet: the same, or with a number."""
        found, number = name, 1
        while found in self._names:
            number += 1
            found = f"{name} {number}"
        return found

    @contextmanager
    def scrolled(self, name: str, box: Box, tall: float, beside: float = 0) -> Iterator[float]:
        """Clip what is added to a box; yield how far it is scrolled.

        `beside` is room at its right for the marks of windows within it.
        """
        before = self._clip, self._inside
        self._clip = box._replace(w=box.w + beside).clip(self._clip)
        self._inside = (*self._inside, len(self.windows))
        reach = max(0.0, tall - box.h)
        self.windows.append(Window(name, box, reach))
        self.offsets[name] = min(max(0.0, self.offsets.get(name, 0)), reach)
        yield self.offsets[name]
        self._clip, self._inside = before

    def find(self, name: str) -> Placed | None:
        """Return the first widget of a name."""
        number = self._names.get(name)
        return None if number is None else self.placed[number]

    def at(self, x: float, y: float) -> Placed | None:
        """Return the topmost named widget under a point."""
        for p in reversed(self.placed):
            if p.widget.name and p.box.holds(x, y) and p.clip.holds(x, y):
                return p
        return None

    def around(self, name: str) -> Window | None:
        """Return the scrolled window that a widget lies in."""
        target = self.find(name)
        if target is None:
            return None
        inside = [self.windows[i] for i in target.inside if self.windows[i].reach]
        return inside[-1] if inside else None

    def reveal(self, name: str) -> bool:
        """Scroll so that a widget is seen; say whether anything moved."""
        target, window = self.find(name), self.around(name)
        return bool(target and window and self._bring(window, target.box))

    def scroll(self, name: str, by: float) -> bool:
        """Scroll a window; say whether anything moved."""
        reach = next((w.reach for w in self.windows if w.name == name), 0.0)
        before = self.offsets.get(name, 0.0)
        self.offsets[name] = min(max(0.0, before + by), reach)
        return self.offsets[name] != before

    def _bring(self, window: Window, box: Box) -> bool:
        above, below = window.box.y - box.y, box.bottom - window.box.bottom
        margin = max(0.0, min(MARGIN, (window.box.h - box.h) / 2))
        if above > 0 or (below > 0 and box.h > window.box.h):
            move = -above - margin
        else:
            move = below + margin if below > 0 else 0.0
        self.offsets[window.name] = self.offsets.get(window.name, 0) + move
        return abs(move) > 0.01

    def draw(self, target: Surface, hot: Collection[str] = (), area: Rect | None = None) -> None:
        """Draw all of it, or what touches an area; widgets named in `hot` are lit."""
        shown, around = None, Rect(0, 0, 0, 0)
        for p in self.placed:
            lit = bool(p.widget.name) and p.widget.name in hot
            if p.widget.unlit and not lit:
                continue
            if p.clip is not shown:
                shown, around = p.clip, self.pixels(p.clip)
                around = around.clip(area) if area else around
            rect = self.pixels(p.box)
            if rect.colliderect(around):
                target.set_clip(around)
                self._put(target, p, rect, lit)
        target.set_clip(None)

    def _put(self, target: Surface, p: Placed, rect: Rect, hot: bool) -> None:
        if p.widget.live:
            part = target.subsurface(rect.clip(target.get_rect()))
            p.widget.paint(Canvas(self.kit, part, p.box), hot)
        elif picture := self.picture(p.widget, rect.size, p.box, hot):
            soft = picture.get_flags() & pygame.SRCALPHA
            target.blit(picture, rect, special_flags=pygame.BLEND_PREMULTIPLIED if soft else 0)

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
        return surface.convert() if opaque(surface) else surface

    def pixels(self, box: Box) -> Rect:
        """Turn dp into pixels.

        The size does not depend on the place, or kept pictures would not fit.
        """
        k = self.kit.scale
        return Rect(
            self.kit.px(box.x), self.kit.px(box.y), ceil(box.w * k - 0.01), ceil(box.h * k - 0.01)
        )

    def describe(self) -> list[str]:
        """Say the whole page in words, in reading order."""
        return [words for p in self.placed if (words := p.widget.describe())]


def opaque(surface: Surface) -> bool:
    """Say whether nothing shines through a picture, so that it can be put down without blending."""
    corner = surface.get_at((0, 0)).a if surface.get_width() and surface.get_height() else 0
    if corner < 255:
        return False
    return (
        pygame.mask.from_surface(surface, 254).count() == surface.get_width() * surface.get_height()
    )
