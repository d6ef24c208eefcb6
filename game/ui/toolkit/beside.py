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
TOP = 80  # dp; what ends above is in a bar along the top, and its card lies below it
EDGE = 6  # dp that a card keeps from the edge of the window


def card_of(widget: Widget) -> Widget | None:
    """Return what to show beside a widget: its card, or its tip."""
    return widget.card() or (Label(widget.tip, "note") if widget.tip else None)


def place(page: Page, card: Widget, near: Box) -> tuple[Widget, Box]:
    """Return a card on its sheet, and the box for it beside another, where it covers the least."""
    wide = min(card.width(page.kit) or WIDE, WIDE) + 28
    sheet = Panel(card, Ground("panel", "strong", 7, 246), 14, 10)
    tall = sheet.height(page.kit, wide)
    room = page.box.inset(EDGE)
    middle = near.x + near.w / 2 - wide / 2
    spots = [(x, near.bottom + 8) for x in (middle, near.x, near.right - wide)]
    if near.bottom > page.box.y + TOP:
        sides = [(x, near.y - 10) for x in (near.right + 10, near.x - wide - 10)]
        spots = [*sides, *spots, (middle, near.y - tall - 8)]
    boxes = [
        Box(_kept(x, room.x, room.right - wide), _kept(y, room.y, room.bottom - tall), wide, tall)
        for x, y in spots
    ]
    free = [b for b in boxes if not Rect(*b).colliderect(Rect(*near))]
    return sheet, min(free or boxes, key=lambda box: covered(page, box))


def covered(page: Page, box: Box) -> float:
    """Return how much of what can be read or pressed a box would lie on; the map is free."""
    found = 0.0
    for p in page.placed:
        both = p.box.clip(p.clip).clip(box)
        area = both.w * both.h
        if area and not (p.widget.draggable or p.widget.unlit) and said(p.widget):
            found += area
    return found


def said(widget: Widget) -> bool:
    """Say whether there is anything to read on a widget, or to press."""
    return bool(widget.name or widget.describe())


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
