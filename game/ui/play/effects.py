"""Effects of an option on two lines at most; what is cut is told by the card of its line."""

import re
from dataclasses import dataclass
from functools import lru_cache

from game.report.words import DOT
from game.ui.play.view import Fold
from game.ui.situation import Effect
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

INKS = {True: "good", False: "bad", None: "second"}
MINUS = re.compile(r"(?<=[ (])-(?=\d)|^-(?=\d)")
APART = 12.0  # dp between two effects on a line


@dataclass(frozen=True)
class EffectLine(Widget):
    """Some effects on one line, each in its colour; the last one that fits may be cut."""

    effects: tuple[Effect, ...]

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("note")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            canvas.fill(Box(-4, 0, canvas.w + 8, canvas.h), "inset", 4)
        x = 0.0
        for effect in self.effects:
            text = shortened(sentence(effect.text), canvas.kit, "note", canvas.w - x)
            if len(text) < 2:
                break
            ink = "text" if hot and effect.good is None else INKS[effect.good]
            x += canvas.text(text, x, 0, "note", ink) + APART

    def card(self) -> Widget:
        return bullets(tuple(sentence(e.text) for e in self.effects), "note", "text")

    def describe(self) -> str:
        return DOT.join(sentence(e.text) for e in self.effects)


def sentence(text: str) -> str:
    """Return a text that begins with a great letter, with true signs for what is taken away."""
    return minus(text[:1].upper() + text[1:])


@lru_cache(2000)
def minus(text: str) -> str:
    """Write the minus of amounts as a minus."""
    return MINUS.sub("−", text)


def lines(effects: tuple[Effect, ...]) -> tuple[EffectLine, ...]:
    """Return what moves which track on one line, and everything else on another."""
    parts = ([e for e in effects if e.good is not None], [e for e in effects if e.good is None])
    return tuple(
        EffectLine(tuple(part), name=f"effects:{n}", group="effects", action=Fold(""))
        for n, part in enumerate(parts)
        if part
    )
