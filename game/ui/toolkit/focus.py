"""Focus: one order, the order of reading. Tab goes from stop to stop, arrows within a group."""

from collections.abc import Sequence

from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget


def stops(page: Page) -> list[list[Widget]]:
    """Return the stops of the Tab key in order; a group is one stop of many members."""
    found: dict[str, list[Widget]] = {}
    for p in page.placed:
        if p.widget.focusable:
            found.setdefault(p.widget.group or p.widget.name, []).append(p.widget)
    return list(found.values())


def entry(stop: Sequence[Widget], memory: dict[str, str]) -> str:
    """Return the member at which Tab enters a stop: remembered, current or first."""
    names = [w.name for w in stop]
    current = [w.name for w in stop if w.current]
    kept = memory.get(stop[0].group, "")
    return current[0] if current else kept if kept in names else names[0]


def tab(page: Page, name: str, step: int, memory: dict[str, str]) -> str:
    """Return where Tab (step 1) or Shift-Tab (-1) leads; empty when nothing can be reached."""
    order = stops(page)
    if not order:
        return ""
    here = next((i for i, stop in enumerate(order) if name in [w.name for w in stop]), None)
    there = (here + step) % len(order) if here is not None else (0 if step > 0 else -1)
    return entry(order[there], memory)


def arrow(page: Page, name: str, step: int) -> str:
    """Return the next member of the group, or the same name at its end."""
    for stop in stops(page):
        names = [w.name for w in stop]
        if name in names:
            return names[min(max(0, names.index(name) + step), len(names) - 1)]
    return name
