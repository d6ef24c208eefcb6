"""Hints of the first game: one sentence at a time, beside what it is about."""

from dataclasses import dataclass

from game.ui.intents import Change, Seen
from game.ui.situation import Hint
from game.ui.toolkit.boxes import Column, Ground, Panel, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

WIDE, AWAY = 340, 14
AT_SIDE = {"options": 0.12, "odds": 0.3, "dials": 0.62, "tokens": 0.7, "agenda": 0.75}
"""How far down the panel each part lies that a hint may be about."""
WORDS = {"tracks": "top", "map": "map", "log": "strip", "region": "strip", "outlook": "strip"}


@dataclass(frozen=True)
class Outline(Widget):
    """A line around the part that a hint is about."""

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(Box(1, 1, canvas.w - 2, canvas.h - 2), "ground", 4, "accent", 0, 2)


def card(hint: Hint, left: int) -> Widget:
    """Return what a hint says, and the ways on: to the next one, or to none any more."""
    more = f"{left} more" if left else "the last for now"
    buttons = Row((
        Button("Got it", kind="primary", hint="Enter", tall=32, name="hint", action=Seen(hint.id)),
        Button("No hints", tall=32, name="no hints", action=Change("hints", False)),
    ), (None, 110), 8)  # fmt: skip
    kicker = Label(f"FIRST GAME · {more.upper()}", "kicker", "accent")
    body = Column((kicker, Label(hint.text, "note", "text"), buttons), gap=7)
    return Panel(body, Ground("chosen", "accent", 8), 16, 12)


def lay(page: Page, hint: Hint, left: int, parts: dict[str, Box]) -> None:
    """Put a hint beside the part of the screen that it is about."""
    sheet, stage = card(hint, left), parts["map"]
    wide = min(WIDE, stage.w - 2 * AWAY)
    tall = sheet.height(page.kit, wide)
    part = parts[WORDS.get(hint.look, "side")]
    Outline().lay(page, part)
    x, y = stage.x + AWAY, stage.y + AWAY
    if part == parts["side"]:
        x, y = stage.right - wide - AWAY, part.y + part.h * AT_SIDE.get(hint.look, 0.12)
    if part == parts["strip"]:
        y = stage.bottom - tall - AWAY
    sheet.lay(page, Box(x, min(y, stage.bottom - tall - AWAY), wide, tall))
