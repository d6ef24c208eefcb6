"""Containers: row, column, flow, scroll, panel. They cut boxes for their children."""

from dataclasses import dataclass
from typing import ClassVar

from pygame import BLEND_PREMULTIPLIED

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.shapes import fade
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

OWN = -1.0
"""The width of a child of a row that takes what it wants."""
FAIR = -2.0
"""The width of children that are equal where they fit; else each bears a part of the lack."""


@dataclass(frozen=True)
class Gap(Widget):
    """Empty space of some height."""

    tall: float = 8

    def height(self, kit: Kit, width: float) -> float:
        return self.tall


@dataclass(frozen=True)
class Column(Widget):
    """Children below each other; the one numbered `fill` takes what is left."""

    children: tuple[Widget, ...]
    gap: float = 0
    fill: int | None = None
    spread: bool = False  # share what is left among the gaps

    def width(self, kit: Kit) -> float:
        return max((c.width(kit) for c in self.children), default=0)

    def height(self, kit: Kit, width: float) -> float:
        heights = sum(c.height(kit, width) for c in self.children)
        return heights + self.gap * max(0, len(self.children) - 1)

    def lay(self, page: Page, box: Box) -> None:
        heights = [c.height(page.kit, box.w) for c in self.children]
        if self.fill is not None:
            others = sum(heights) - heights[self.fill] + self.gap * (len(heights) - 1)
            heights[self.fill] = max(0, box.h - others)
        left = box.h - sum(heights) - self.gap * (len(heights) - 1)
        gap = self.gap + (max(0, left) / max(1, len(heights) - 1) if self.spread else 0)
        y = box.y
        for child, tall in zip(self.children, heights, strict=True):
            child.lay(page, Box(box.x, y, box.w, tall))
            y += tall + gap


@dataclass(frozen=True)
class Row(Widget):
    """Children beside each other.

    A width is a number of dp, OWN, FAIR, or None for an equal part of what the others leave.
    Where OWN is too wide, all who have it give up as much. `middle` puts each child at its own
    height in the middle, rather than giving it all of the row's.
    """

    children: tuple[Widget, ...]
    widths: tuple[float | None, ...] = ()
    gap: float = 0
    middle: bool = False

    def width(self, kit: Kit) -> float:
        asked = self.widths or (None,) * len(self.children)
        pairs = zip(self.children, asked, strict=True)
        wanted = sum(c.width(kit) if w is None or w < 0 else w for c, w in pairs)
        return wanted + self.gap * max(0, len(self.children) - 1)

    def _widths(self, kit: Kit, width: float) -> list[float]:
        asked = self.widths or (None,) * len(self.children)
        pairs = zip(self.children, asked, strict=True)
        wanted = [c.width(kit) if w in (OWN, FAIR) else w for c, w in pairs]
        known = sum(w for w in wanted if w is not None) + self.gap * (len(wanted) - 1)
        kind = FAIR if FAIR in asked or known <= width else OWN
        if kind in asked:
            mine = [a == kind for a in asked]
            fair = [w or 0 for w, own in zip(wanted, mine, strict=True) if own]
            parts = iter(_fair(fair, sum(fair) + width - known))
            return [next(parts) if own else w or 0 for w, own in zip(wanted, mine, strict=True)]
        share = max(0, width - known) / max(1, wanted.count(None))
        return [share if w is None else w for w in wanted]

    def height(self, kit: Kit, width: float) -> float:
        pairs = zip(self.children, self._widths(kit, width), strict=True)
        return max((child.height(kit, wide) for child, wide in pairs), default=0)

    def lay(self, page: Page, box: Box) -> None:
        x = box.x
        for child, wide in zip(self.children, self._widths(page.kit, box.w), strict=True):
            tall = min(child.height(page.kit, wide), box.h) if self.middle else box.h
            child.lay(page, Box(x, box.y + (box.h - tall) / 2, wide, tall))
            x += wide + self.gap


def _fair(wanted: list[float], room: float) -> list[float]:
    """Share room equally where everybody gets enough; else let all give up as much."""
    equal = room / len(wanted)
    if equal >= max(wanted):
        return [equal] * len(wanted)
    return [max(0, w + (room - sum(wanted)) / len(wanted)) for w in wanted]


@dataclass(frozen=True)
class Flow(Widget):
    """Children of their own width, line after line."""

    children: tuple[Widget, ...]
    gap: float = 6
    leading: float = 4

    def _lines(self, kit: Kit, width: float) -> list[list[tuple[Widget, float, float]]]:
        lines: list[list[tuple[Widget, float, float]]] = [[]]
        x = 0.0
        for child in self.children:
            wide = child.width(kit)
            if lines[-1] and x + wide > width + 0.01:
                lines.append([])
                x = 0
            lines[-1].append((child, x, wide))
            x += wide + self.gap
        return lines if self.children else []

    def height(self, kit: Kit, width: float) -> float:
        lines = self._lines(kit, width)
        return sum(max(c.height(kit, w) for c, _, w in line) + self.leading for line in lines) - (
            self.leading if lines else 0
        )

    def lay(self, page: Page, box: Box) -> None:
        y = box.y
        for line in self._lines(page.kit, box.w):
            tall = max(c.height(page.kit, w) for c, _, w in line)
            for child, x, wide in line:
                child.lay(page, Box(box.x + x, y, wide, tall))
            y += tall + self.leading


@dataclass(frozen=True)
class Sized(Widget):
    """A child in a box of a given height, or width."""

    child: Widget
    tall: float = 0
    wide: float = 0

    def width(self, kit: Kit) -> float:
        return self.wide or self.child.width(kit)

    def height(self, kit: Kit, width: float) -> float:
        return self.tall or self.child.height(kit, self.wide or width)

    def lay(self, page: Page, box: Box) -> None:
        self.child.lay(page, Box(box.x, box.y, self.wide or box.w, self.tall or box.h))


@dataclass(frozen=True)
class Ground(Widget):
    """A plain background."""

    fill: str = "panel"
    edge: str = ""
    radius: float = 0
    alpha: int = 255

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(Box(0, 0, canvas.w, canvas.h), self.fill, self.radius, self.edge, self.alpha)


@dataclass(frozen=True)
class Panel(Widget):
    """A child on a background, with space around it."""

    child: Widget
    ground: Ground = Ground()
    dx: float = 16
    dy: float = 12

    def width(self, kit: Kit) -> float:
        return self.child.width(kit) + 2 * self.dx

    def height(self, kit: Kit, width: float) -> float:
        return self.child.height(kit, width - 2 * self.dx) + 2 * self.dy

    def lay(self, page: Page, box: Box) -> None:
        self.ground.lay(page, box)
        self.child.lay(page, box.inset(self.dx, self.dy))


@dataclass(frozen=True)
class Rule(Widget):
    """A thin line across."""

    def height(self, kit: Kit, width: float) -> float:
        return 1

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.line(0, 0, canvas.w, 0)


@dataclass(frozen=True)
class Thumb(Widget):
    """The mark of a scroll box: how much there is, and where we are. It can be pulled."""

    draggable: ClassVar[bool] = True
    share: float
    start: float
    window: str = ""

    def paint(self, canvas: Canvas, hot: bool) -> None:
        tall = max(18, canvas.h * self.share)
        box = Box((canvas.w - BAR) / 2, (canvas.h - tall) * self.start, BAR, tall)
        canvas.fill(box, "second" if hot else "strong", 2)


@dataclass(frozen=True)
class Veil(Widget):
    """Lets what goes on below fade out."""

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = canvas.surface.get_size()
        veil = fade(size, colour("panel", 0), colour("panel"))
        canvas.surface.blit(veil.premul_alpha(), (0, 0), special_flags=BLEND_PREMULTIPLIED)


BAR, GRIP = 4, 10  # dp that the mark of a scroll box is wide, and that one can take it by
ASIDE = 3  # dp between what scrolls and where its mark can be taken
FADE = 20  # dp over which what goes on fades out


@dataclass(frozen=True)
class Scroll(Widget):
    """A window on something taller. Its mark lies in the margin: nothing moves when it comes."""

    child: Widget

    def width(self, kit: Kit) -> float:
        return self.child.width(kit)

    def height(self, kit: Kit, width: float) -> float:
        return self.child.height(kit, width)

    def lay(self, page: Page, box: Box) -> None:
        tall = self.child.height(page.kit, box.w)
        with page.scrolled(self.name, box, tall, ASIDE + GRIP) as offset:
            self.child.lay(page, Box(box.x, box.y - offset, box.w, max(tall, box.h)))
        if tall > box.h + 0.5:
            start = offset / (tall - box.h)
            low = min(FADE, box.h)
            if start < 0.999:
                page.add(Veil(), Box(box.x, box.bottom - low, box.w, low))
            thumb = Thumb(box.h / tall, start, self.name, name=page.free(f"thumb {self.name}"))
            page.add(thumb, Box(box.right + ASIDE, box.y, GRIP, box.h))
