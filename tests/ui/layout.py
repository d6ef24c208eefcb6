"""What is true of every screen at every size. Tests of screens call `check`."""

from itertools import combinations

import pygame
from pygame import Surface

from game.ui.toolkit import focus
from game.ui.toolkit.boxes import Thumb
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page, Placed
from game.ui.toolkit.theme import TYPE
from tests.ui.pilot import Pilot

SLACK = 1.5  # dp that rounding may cost
ASCENT, SIDE = 3.0, 1.0  # dp of a line's box that its letters leave free


def check(pilot: Pilot) -> None:
    """Check the screen on top: its layout, its words and its keys."""
    page = pilot.stage.page
    check_text_fits(page)
    check_nothing_overlaps(page)
    check_nothing_is_off_its_panel(page)
    check_names(page)
    check_words(page)
    check_sizes(page)
    check_keys(pilot)


def runs(page: Page, p: Placed) -> list[tuple[str, Box]]:
    """Draw a widget again and return its runs of text, where they lie in it."""
    if p.widget.live:
        return []
    size = page.pixels(p.box).size
    canvas = Canvas(page.kit, Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA), p.box)
    p.widget.paint(canvas, False)
    return canvas.runs


def check_text_fits(page: Page) -> None:
    """No text is cut by the edge of its widget."""
    for p in page.placed:
        room = Box(0, 0, p.box.w, p.box.h)
        for text, box in runs(page, p):
            assert box.within(room, SLACK), f"{text!r} does not fit: {box} in {room}"


def check_nothing_overlaps(page: Page) -> None:
    """No text lies on other text."""
    found = []
    for p in page.placed:
        for text, b in runs(page, p):
            seen = Box(p.box.x + b.x, p.box.y + b.y, b.w, b.h).clip(p.clip).inset(SIDE, ASCENT)
            if seen.w > 0 and seen.h > 0:
                found.append((text, seen))
    for (one, a), (other, b) in combinations(found, 2):
        both = a.clip(b)
        assert both.w <= 0 or both.h <= 0, f"{one!r} and {other!r} overlap by {both}"


def check_nothing_is_off_its_panel(page: Page) -> None:
    """Nothing reaches over the edge of the window, or over the sides of what scrolls it."""
    for p in page.placed:
        what = p.widget.describe() or p.widget.name or type(p.widget).__name__
        if not p.inside:
            assert p.box.within(page.box, SLACK), f"{what} is off the window: {p.box}"
            continue
        window = page.windows[p.inside[-1]]
        if window.name and not isinstance(p.widget, Thumb):
            left, right = window.box.x - SLACK, window.box.right + SLACK
            assert left <= p.box.x and p.box.right <= right, f"{what} is cut at the side: {p.box}"


def check_names(page: Page) -> None:
    """A name belongs to one widget, but for the parts of a link that wraps."""
    kept: dict[str, object] = {}
    for p in page.placed:
        if p.widget.name:
            first = kept.setdefault(p.widget.name, p.widget.action)
            assert first == p.widget.action, f"two widgets are named {p.widget.name}"
    named = [w.name for w in page.windows if w.name]
    assert len(named) == len(set(named)), "two windows share a name, and so their place"


def check_words(page: Page) -> None:
    """What can be reached says what it is."""
    for p in page.placed:
        if p.widget.focusable:
            assert p.widget.describe().strip(), f"{p.widget.name} says nothing of itself"


def check_sizes(page: Page) -> None:
    """No glyph is smaller than eleven real pixels."""
    assert all(page.kit.type.pixels(style) >= 11 for style in TYPE.values())


def check_keys(pilot: Pilot) -> None:
    """Tab and arrows reach every action, each is seen with its ring, and Shift-Tab goes back."""
    stage = pilot.stage
    wanted = {p.widget.name for p in stage.page.placed if p.widget.focusable}
    if not wanted:
        return
    reached: set[str] = set()
    for stop in pilot.walk():
        stage._go(stop)
        reached |= _members(pilot)
    assert wanted <= reached, f"no key leads to {sorted(wanted - reached)}"
    order = pilot.walk()
    stage._go(order[-1])
    back = [stage.focus]
    for _ in order[1:]:
        pilot.press(pygame.K_TAB, pygame.KMOD_SHIFT)
        back.append(stage.focus)
    stop_of = {w.name: i for i, stop in enumerate(focus.stops(stage.page)) for w in stop}
    assert [stop_of[n] for n in back] == [stop_of[n] for n in order[::-1]], "Shift-Tab goes astray"


def _members(pilot: Pilot) -> set[str]:
    """Walk all members of the stop that has the focus; each must be seen while it has it."""
    stage = pilot.stage
    members = next(s for s in focus.stops(stage.page) if stage.focus in [w.name for w in s])
    reached, waiting = set[str](), [stage.focus]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        stage._go(name)
        spot = pilot.spot(name)
        assert spot.box.clip(spot.clip).h >= min(spot.box.h, spot.clip.h) - 4, f"{name} is hidden"
        if len(members) > 1:
            for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                waiting.append(focus.arrow(stage.page, name, way))
    return reached
