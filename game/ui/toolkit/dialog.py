"""Dialog: a sheet on a dimmed screen, with a light on the place that it is about."""

from dataclasses import dataclass

import pygame
from pygame import Surface

from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Column, Ground, Panel, Scroll
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

LIGHT = 112


@dataclass(frozen=True)
class Dim(Widget):
    """A veil over everything, with a round hole."""

    spot: tuple[float, float] | None = None

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.surface.fill(colour("shade", 160).premul_alpha())
        if self.spot is None:
            return
        k, r = canvas.kit.scale, LIGHT * canvas.kit.scale
        box = pygame.Rect(0, 0, 2 * r, 2 * r)
        box.center = round(self.spot[0] * k), round(self.spot[1] * k)

        def paint(large: Surface, q: int) -> None:
            large.fill(colour("shade", 160))
            middle = large.get_rect().center
            pygame.draw.circle(large, colour("bad"), middle, r * q - 1)
            pygame.draw.circle(large, colour("shade", 0), middle, (r - 2 * k) * q)

        canvas.surface.fill((0, 0, 0, 0), box)
        shapes.stamp(canvas.surface, shapes.smooth(box.size, paint), box.topleft)


@dataclass(frozen=True)
class Dialog(Widget):
    """A child on a sheet as tall as it needs, scrolled if the screen is too small.

    `head` and `foot` stay where they are when the child scrolls.
    """

    child: Widget
    wide: float = 620
    edge: str = "strong"
    across: float = 0.5  # where the middle of the sheet lies
    spot: tuple[float, float] | None = None
    head: Widget | None = None
    foot: Widget | None = None

    def _body(self) -> Widget:
        scroll = Scroll(self.child, name="sheet")
        if self.head is None and self.foot is None:
            return scroll
        above = (self.head,) if self.head else ()
        below = (self.foot,) if self.foot else ()
        return Column((*above, scroll, *below), gap=12, fill=len(above))

    def lay(self, page: Page, box: Box) -> None:
        Dim(self.spot).lay(page, box)
        wide = min(self.wide, box.w - 32)
        sheet = Panel(self._body(), Ground("panel", self.edge, 10), 28, 24)
        tall = min(sheet.height(page.kit, wide), box.h - 32)
        x = min(max(box.x + 16, box.x + box.w * self.across - wide / 2), box.right - wide - 16)
        sheet.lay(page, Box(x, box.y + (box.h - tall) / 2, wide, tall))
