"""Containers: row, column, stack, scroll, panel. They hold widgets and cut boxes; no more."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.shapes import fade
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

OWN = -1.0


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
    """Children beside each other; OWN takes the width a child wants, None shares what is left."""

    children: tuple[Widget, ...]
    widths: tuple[float | None, ...] = ()
    gap: float = 0

    def _widths(self, kit: Kit, width: float) -> list[float]:
        asked = self.widths or (None,) * len(self.children)
        wanted = [
            c.width(kit) if w == OWN else w for c, w in zip(self.children, asked, strict=True)
        ]
        known = sum(w for w in wanted if w is not None) + self.gap * (len(wanted) - 1)
        share = (width - known) / max(1, sum(w is None for w in wanted))
        return [share if w is None else w for w in wanted]

    def height(self, kit: Kit, width: float) -> float:
        pairs = zip(self.children, self._widths(kit, width), strict=True)
        return max(child.height(kit, wide) for child, wide in pairs)

    def lay(self, page: Page, box: Box) -> None:
        x = box.x
        for child, wide in zip(self.children, self._widths(page.kit, box.w), strict=True):
            child.lay(page, Box(x, box.y, wide, box.h))
            x += wide + self.gap


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
class Stack(Widget):
    """Children on top of each other."""

    children: tuple[Widget, ...]

    def height(self, kit: Kit, width: float) -> float:
        return max(c.height(kit, width) for c in self.children)

    def lay(self, page: Page, box: Box) -> None:
        for child in self.children:
            child.lay(page, box)


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
    """The mark of a scroll box: how much there is, and where we are."""

    share: float
    start: float

    def paint(self, canvas: Canvas, hot: bool) -> None:
        tall = max(18, canvas.h * self.share)
        canvas.fill(Box(0, (canvas.h - tall) * self.start, canvas.w, tall), "strong", 2)


@dataclass(frozen=True)
class Veil(Widget):
    """Lets what goes on below fade out."""

    ink: str

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = canvas.surface.get_size()
        canvas.surface.blit(fade(size, colour(self.ink, 0), colour(self.ink)), (0, 0))


@dataclass(frozen=True)
class Scroll(Widget):
    """A window on something taller. Its mark lies in the margin: nothing moves when it comes."""

    child: Widget
    bar: float = 4
    veil: str = "panel"

    def height(self, kit: Kit, width: float) -> float:
        return self.child.height(kit, width)

    def lay(self, page: Page, box: Box) -> None:
        tall = self.child.height(page.kit, box.w)
        with page.scrolled(self.name, box, tall) as offset:
            self.child.lay(page, Box(box.x, box.y - offset, box.w, max(tall, box.h)))
        if tall > box.h + 0.5:
            start = offset / (tall - box.h)
            if start < 0.999:
                page.add(Veil(self.veil), Box(box.x, box.bottom - 20, box.w, 20))
            page.add(
                Thumb(box.h / tall, start), Box(box.right + self.bar + 2, box.y, self.bar, box.h)
            )
