"""Beside: where a card goes, and the ring round what has the focus."""

from pygame import Rect, Surface

from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Ground, Panel
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page, Placed
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

WIDE = 300  # dp; the most that a card takes which does not say how wide it is
EDGE = 6  # dp that a card keeps from the edge of the window


def card_of(widget: Widget) -> Widget | None:
    """Return what to show beside a widget: its card, or its tip."""
    return widget.card() or (Label(widget.tip, "note") if widget.tip else None)


def place(page: Page, card: Widget, near: Box) -> tuple[Widget, Box]:
    """Return a card on its sheet, and the box for it beside another where there is room."""
    wide = min(card.width(page.kit) or WIDE, WIDE) + 28
    sheet = Panel(card, Ground("panel", "strong", 7, 246), 14, 10)
    tall = sheet.height(page.kit, wide)
    room = page.box.inset(EDGE)
    middle = near.x + near.w / 2 - wide / 2
    spots = (
        (near.right + 10, near.y - 10), (near.x - wide - 10, near.y - 10),
        (middle, near.bottom + 8), (middle, near.y - tall - 8),
    )  # fmt: skip
    boxes = [
        Box(_kept(x, room.x, room.right - wide), _kept(y, room.y, room.bottom - tall), wide, tall)
        for x, y in spots
    ]
    free = [b for b in boxes if not Rect(*b).colliderect(Rect(*near))]
    return sheet, (free or boxes)[0]


def _kept(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def show(surface: Surface, page: Page, card: Widget, near: Box) -> None:
    """Draw a card beside a box."""
    sheet, box = place(page, card, near)
    Page(page.kit, sheet, box, {}).draw(surface)


def ring(surface: Surface, page: Page, spot: Placed) -> None:
    """Draw the ring round what has the focus."""
    kit, rect = page.kit, page.pixels(spot.box.inset(-2).clip(spot.clip.inset(-2)))
    if not rect.w or not rect.h:
        return
    clear, line = colour("accent", 0), colour("accent")
    width = max(2, kit.px(2))
    shape = kit.shapes.get(
        ("ring", rect.size), lambda: shapes.rounded(rect.size, kit.px(6), clear, line, width)
    )
    shapes.stamp(surface, shape, rect.topleft)
