"""Incident: something asks inside a week. A dialog over the map, with a light on the place."""

from dataclasses import dataclass

import pygame

from game.ui.intents import Answer, Open
from game.ui.play.effects import sentence
from game.ui.play.options import shares
from game.ui.play.topbar import TALL
from game.ui.screens.needs import Beside, needs
from game.ui.screens.play import NARROW, PANEL, STRIP
from game.ui.screens.screen import Screen
from game.ui.situation import Forecast, Incident, Odds, Reply
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, Piece, flow
from game.ui.toolkit.odds import OddsBar
from game.ui.toolkit.widget import Widget

SIDE = 180  # of a row, kept for the odds
WIDE, BOTH = 1500, 890  # dp of a window with room for what the answers need, and of both


@dataclass(frozen=True)
class ReplyRow(Widget):
    """A way to answer: what it is, what speaks for it, what follows, and the odds."""

    number: int
    reply: Reply
    odds: Odds | None

    def _title(self, kit: Kit, width: float) -> list[Piece]:
        """Break the title where it would reach the odds."""
        return flow(self.reply.title, kit, "title", width - SIDE - 40)

    def _head(self, kit: Kit, width: float) -> float:
        """Return how tall the title is."""
        title = self._title(kit, width)
        return 10 + (title[-1].line + 1) * kit.type.leading("title")

    def _lines(self, kit: Kit, width: float) -> list[tuple[str, list[Piece]]]:
        texts = [("second", self.reply.advocate), ("third", sentence(self.reply.effects))]
        if self.reply.why_not:
            texts = [("caution", f"Not now: {self.reply.why_not}")]
        if self.reply.standing:
            texts.insert(0, ("accent", "standing answer · Enter"))
        return [(ink, flow(t, kit, "note", width - 56)) for ink, t in texts if t]

    def height(self, kit: Kit, width: float) -> float:
        lines = sum(pieces[-1].line + 1 for _, pieces in self._lines(kit, width) if pieces)
        return self._head(kit, width) + lines * kit.type.leading("note") + 7

    def paint(self, canvas: Canvas, hot: bool) -> None:
        hot = hot and not self.reply.why_not
        edge = "accent" if self.reply.standing else "strong" if hot else "rule"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if hot else "card", 6, edge)
        canvas.text(str(self.number), 20, 7, "title", "third", "centre")
        ink, tall = ("third" if self.reply.why_not else "text"), canvas.kit.type.leading("title")
        for p in self._title(canvas.kit, canvas.w):
            canvas.text(p.word.text, 40 + p.x, 7 + p.line * tall, "title", ink)
        y, tall = self._head(canvas.kit, canvas.w), canvas.kit.type.leading("note")
        for ink, pieces in self._lines(canvas.kit, canvas.w):
            for p in pieces:
                canvas.text(p.word.text, 40 + p.x, y + p.line * tall, "note", ink)
            y += (pieces[-1].line + 1) * tall
        if not self.reply.why_not:
            self._odds(canvas)

    def _odds(self, canvas: Canvas) -> None:
        bar = canvas.kit.type.leading("caption") + 2
        box = Box(canvas.w - SIDE + 6, 8, SIDE - 20, bar)
        rect = pygame.Rect(*(canvas.kit.px(v) for v in box))
        part = canvas.surface.subsurface(rect.clip(canvas.surface.get_rect()))
        low, high = (self.odds.low, self.odds.high) if self.odds else (0, 0)
        OddsBar(shares(self.odds), low, high).paint(Canvas(canvas.kit, part, box), False)

    def describe(self) -> str:
        state = "standing answer. " if self.reply.standing else ""
        closed = f"Not now: {self.reply.why_not}" if self.reply.why_not else ""
        return f"{self.number}: {self.reply.title}. {state}{self.reply.effects} {closed}".strip()


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
            Label("CHOOSE AN ANSWER", "kicker", "accent"), *rows,
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
