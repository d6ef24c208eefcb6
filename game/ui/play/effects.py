"""Effects of an option on two lines at most: tracks that it moves, then everything else.

A track that is pressed tells what has moved it so far; what is cut can be opened below.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from game.report.words import DOT
from game.ui.intents import AskWhy
from game.ui.play.view import Fold
from game.ui.situation import Effect
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import MEANT
from game.ui.toolkit.widget import Widget

MINUS = re.compile(r"(?<=[ (])-(?=\d)|^-(?=\d)")
APART = 12.0  # dp between two effects on a line
REST = 60.0  # dp that are kept for those that have no room
OPENED = "effects"  # what is opened where all effects are to be read


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
            ink = "text" if hot and effect.good is None else MEANT[effect.good]
            x += canvas.text(text, x, 0, "note", ink) + APART

    def cut(self, kit: Kit, width: float) -> bool:
        """Say whether there is not room for all of them."""
        wide = sum(kit.type.width(sentence(e.text), "note") for e in self.effects)
        return wide + APART * (len(self.effects) - 1) > width

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


@dataclass(frozen=True)
class Move(Widget):
    """A track that is moved, and by how much; pressed, it tells what has moved the track so far."""

    effect: Effect

    @property
    def text(self) -> str:
        """What is shown."""
        return sentence(self.effect.text)

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.text, "note") + 2

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("note")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            canvas.line(0, canvas.h - 1, canvas.w - 2, canvas.h - 1, "strong")
        canvas.text(self.text, 0, 0, "note", MEANT[self.effect.good])

    def describe(self) -> str:
        return f"{self.text}. Why does it stand where it does?"


@dataclass(frozen=True)
class Moves(Widget):
    """Tracks that are moved, side by side; those without room are cut together."""

    effects: tuple[Effect, ...]

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("note")

    def lay(self, page: Page, box: Box) -> None:
        x = box.x
        for number, effect in enumerate(self.effects):
            move = Move(
                effect, name=f"effect:{effect.track}", group="effects",
                action=AskWhy(f"track:{effect.track}"),
            )  # fmt: skip
            last = number == len(self.effects) - 1
            wide = move.width(page.kit)
            if x + wide + (0 if last else REST) > box.right:
                rest = EffectLine(
                    self.effects[number:], name="effects:0", group="effects", action=Fold(OPENED)
                )
                rest.lay(page, Box(x, box.y, box.right - x, box.h))
                return
            move.lay(page, Box(x, box.y, wide, box.h))
            x += wide + APART


def lines(effects: tuple[Effect, ...]) -> tuple[Widget, ...]:
    """Return what moves which track on one line, and everything else on another."""
    moves = tuple(e for e in effects if e.track)
    others = tuple(e for e in effects if not e.track)
    line = EffectLine(others, name="effects:1", group="effects", action=Fold(OPENED))
    return (*((Moves(moves),) if moves else ()), *((line,) if others else ()))
