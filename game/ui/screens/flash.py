"""Incident: something asks inside a week. A dialog over the map, with a light on the place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame

from game.ui.intents import Answer, Open
from game.ui.play.effects import EffectLine
from game.ui.play.options import Key, odds_bar
from game.ui.play.topbar import TALL
from game.ui.screens.needs import Beside, needs
from game.ui.screens.play import NARROW, PANEL, STRIP
from game.ui.screens.screen import Screen
from game.ui.situation import Effect, Forecast, Incident, Odds, Reply
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, Piece, flow
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

SIDE = 180  # dp of a row, kept for the odds
LEFT, RIGHT = 40, 16  # dp beside the words of a row
NOTHING = (EffectLine((Effect("nothing follows at once"),)),)
COLOURS = "Of all futures that follow an answer: how many end with the aim, otherwise, at the worst"
WIDE, BOTH = 1500, 890  # dp of a window with room for what the answers need, and of both


@dataclass(frozen=True)
class ReplyRow(Widget):
    """A way to answer: what it is, what speaks for it, what follows, and the odds.

    What surely follows stands first; what may follow has a line for each. If any of it is `cut`,
    the card says all.
    """

    number: int
    reply: Reply
    odds: Odds | None
    cut: bool = False

    def _title(self, kit: Kit, width: float) -> list[Piece]:
        """Break the title where it would reach the odds."""
        return flow(self.reply.title, kit, "title", width - SIDE - LEFT)

    def _head(self, kit: Kit, width: float) -> float:
        """Return how tall the title is."""
        title = self._title(kit, width)
        return 10 + (title[-1].line + 1) * kit.type.leading("title")

    def _words(self) -> Iterator[tuple[str, str]]:
        """Return what is said before what follows, each with its colour."""
        if self.reply.standing:
            yield "accent", "standing answer · Enter"
        if self.reply.why_not:
            yield "caution", f"Not now: {self.reply.why_not}"
        elif self.reply.advocate:
            yield "second", self.reply.advocate

    def _lines(self) -> tuple[EffectLine, ...]:
        """Return what follows; nothing of an answer that cannot be given."""
        r = self.reply
        if r.why_not:
            return ()
        moves = tuple(effect for effect in r.effects if effect.track)
        others = tuple(effect for effect in r.effects if not effect.track)
        perhaps = ((Effect(text),) for text in r.perhaps)
        return tuple(EffectLine(line) for line in (moves, others, *perhaps) if line) or NOTHING

    def _body(self) -> Column:
        said = (Label(text, "note", ink) for ink, text in self._words())
        return Column((*said, *self._lines()))

    def height(self, kit: Kit, width: float) -> float:
        return self._head(kit, width) + self._body().height(kit, width - LEFT - RIGHT) + 7

    def lay(self, page: Page, box: Box) -> None:
        kit, head, inner = page.kit, self._head(page.kit, box.w), box.w - LEFT - RIGHT
        page.add(replace(self, cut=any(line.cut(kit, inner) for line in self._lines())), box)
        self._body().lay(page, Box(box.x + LEFT, box.y + head, inner, box.h - head - 7))
        if not self.reply.why_not:
            bar = odds_bar(self.odds)
            tall = kit.type.leading("caption") + 2
            bar.lay(page, Box(box.right - SIDE + 6, box.y + 8, SIDE - 20, tall))

    def paint(self, canvas: Canvas, hot: bool) -> None:
        hot = hot and not self.reply.why_not
        edge = "accent" if self.reply.standing else "strong" if hot else "rule"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if hot else "card", 6, edge)
        canvas.text(str(self.number), 20, 7, "title", "third", "centre")
        ink, tall = ("third" if self.reply.why_not else "text"), canvas.kit.type.leading("title")
        for p in self._title(canvas.kit, canvas.w):
            canvas.text(p.word.text, LEFT + p.x, 7 + p.line * tall, "title", ink)

    def card(self) -> Widget | None:
        told = (line.describe() for line in self._lines())
        return bullets(told, "note", "text") if self.cut else None

    def describe(self) -> str:
        words = [text for _, text in self._words()] + [line.describe() for line in self._lines()]
        return f"{self.number}: {self.reply.title}. {'. '.join(words)}"


class Flash(Screen):
    """A dialog over the play screen."""

    name = "flash"
    clear = True

    def __init__(self, incident: Incident, hint: str = "") -> None:
        self.incident, self.hint = incident, hint
        self.forecast: Forecast | None = None
        standing = next(r.id for r in incident.replies if r.standing)
        self.first = f"reply:{standing}"

    def build(self, width: float, height: float) -> Widget:
        i, beside = self.incident, width >= WIDE
        labels = (
            ()
            if beside
            else tuple(
                Row((Label(n, "note", "third"), Label(v, "note", "text")), (70, None))
                for n, v in i.facts
            )
        )
        rows = tuple(self._row(n, reply) for n, reply in enumerate(i.replies, 1))
        kind, ink = ("Flash", "bad") if i.flash else ("Decision", "accent")
        column = Column((
            Label(f"{kind} · {i.date}".upper(), "kicker", ink), Label(i.title, "display"),
            Label(i.text, "serif", "text"), Gap(2), *labels, *self._hint(), Gap(4),
            Key("Choose an answer", name="odds key", tip=COLOURS), *rows,
        ), gap=6)  # fmt: skip
        spot = self._spot(width, height)
        if not beside:
            return Dialog(column, 680, ink, 0.5 if width < NARROW or not i.at else 0.72, spot)
        both = Beside(column, needs(i, self.forecast))
        return Dialog(both, BOTH, ink, 1.0 if i.at else 0.5, spot)

    def _hint(self) -> tuple[Widget, ...]:
        """Return what the first game has to say about it."""
        return (Label(f"*First game:* {self.hint}", "note", "accent"),) if self.hint else ()

    def _row(self, number: int, reply: Reply) -> ReplyRow:
        odds = self.forecast.of(reply.id) if self.forecast else None
        action = None if reply.why_not else Answer(reply.id)
        return ReplyRow(
            number, reply, odds, name=f"reply:{reply.id}", group="replies", action=action,
            current=reply.standing,
        )  # fmt: skip

    def _spot(self, width: float, height: float) -> tuple[float, float] | None:
        """Return the middle of the map, where the camera has put the place."""
        if width < NARROW or not self.incident.at:
            return None
        return (width - PANEL) / 2, (TALL + height - STRIP) / 2

    def key(self, event: pygame.Event) -> object | None:
        if event.key == pygame.K_ESCAPE:
            return Open("menu")
        open_ = self.incident.replies
        digit = "123456789".find(event.unicode or "-")
        if 0 <= digit < len(open_) and not open_[digit].why_not:
            return Answer(open_[digit].id)
        return None
