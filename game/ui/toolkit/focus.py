"""Focus: one order, the order of reading. Tab goes from stop to stop, arrows within a group."""

from collections.abc import Sequence

from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

Way = tuple[int, int]
ASIDE = 2.0  # how much worse a step to the side is than one straight ahead


def stops(page: Page) -> list[list[Widget]]:
    """Return the stops of the Tab key in order; a group is one stop of many members."""
    found: dict[str, dict[str, Widget]] = {}
    for p in page.placed:
        if p.widget.focusable:
            found.setdefault(p.widget.group or p.widget.name, {}).setdefault(
                p.widget.name, p.widget
            )
    return [list(members.values()) for members in found.values()]


def entry(stop: Sequence[Widget], memory: dict[str, str]) -> str:
    """Return the member at which Tab enters a stop: current, remembered or first."""
    names = [w.name for w in stop]
    current = [w.name for w in stop if w.current]
    kept = memory.get(stop[0].group, "")
    return current[0] if current else kept if kept in names else names[0]


def index(page: Page, name: str) -> int | None:
    """Return the number of the stop that a widget belongs to."""
    return next((i for i, stop in enumerate(stops(page)) if name in [w.name for w in stop]), None)


def nearest(page: Page, number: int, memory: dict[str, str]) -> str:
    """Return where focus goes when its widget is gone: to the stop that took its place."""
    order = stops(page)
    return entry(order[min(number, len(order) - 1)], memory) if order else ""


def tab(page: Page, name: str, step: int, memory: dict[str, str]) -> str:
    """Return where Tab (step 1) or Shift-Tab (-1) leads; empty when nothing can be reached."""
    order = stops(page)
    if not order:
        return ""
    here = index(page, name)
    there = (here + step) % len(order) if here is not None else (0 if step > 0 else -1)
    return entry(order[there], memory)


def arrow(page: Page, name: str, way: Way) -> str:
    """Return the next member of the group, or the same name at its end.

    Members that are `spatial` are walked by where they lie, the rest in the order of reading.
    """
    here = index(page, name)
    if here is None:
        return name
    members = stops(page)[here]
    if any(w.spatial for w in members):
        return toward(page, [w.name for w in members], name, way)
    names = [w.name for w in members]
    step = way[0] or way[1]
    return names[min(max(0, names.index(name) + step), len(names) - 1)]


def toward(page: Page, names: Sequence[str], name: str, way: Way) -> str:
    """Return the neighbour in a direction: near, and rather ahead than aside."""
    found = page.find(name)
    if found is None:
        return name
    x, y = middle(found.box)
    best, least = name, float("inf")
    for other in names:
        spot = page.find(other)
        if spot is None or other == name:
            continue
        dx, dy = middle(spot.box)[0] - x, middle(spot.box)[1] - y
        ahead, aside = (dx * way[0], abs(dy)) if way[0] else (dy * way[1], abs(dx))
        if ahead > 0.5 and ahead >= aside * 0.5 and ahead + ASIDE * aside < least:
            best, least = other, ahead + ASIDE * aside
    return best


def middle(box: Box) -> tuple[float, float]:
    """Return the middle of a box."""
    return box.x + box.w / 2, box.y + box.h / 2
