"""Flash: an incident that wants an answer now."""

from dataclasses import dataclass

import pygame

from game.ui.intents import Answer
from game.ui.play.topbar import TALL
from game.ui.screens.play import PANEL, STRIP
from game.ui.screens.screen import Screen
from game.ui.situation import Flash as Incident
from game.ui.situation import Rung
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, flow
from game.ui.toolkit.odds import OddsBar
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class RungRow(Widget):
    """A way to answer: what it is, what it does, what may follow."""

    number: int
    rung: Rung

    def height(self, kit: Kit, width: float) -> float:
        lines = flow(self.rung.effect, kit, "note", width - 256)[-1].line + 1
        return kit.type.leading("title") + lines * kit.type.leading("note") + 16

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(
            Box(0, 0, canvas.w, canvas.h),
            "inset" if hot else "card",
            6,
            "strong" if hot else "rule",
        )
        canvas.text(str(self.number), 20, 8, "title", "third", "centre")
        canvas.icon(self.rung.icon, 38, 9, 17, "caution")
        canvas.text(self.rung.title, 66, 8, "title")
        first, tall = canvas.kit.type.leading("title"), canvas.kit.type.leading("note")
        for p in flow(self.rung.effect, canvas.kit, "note", canvas.w - 256):
            canvas.text(p.word.text, 66 + p.x, 8 + first + p.line * tall, "note", "second")
        odds, bar = self.rung.odds, canvas.kit.type.leading("caption") + 4
        box = Box(canvas.w - 172, (canvas.h - bar) / 2, 158, bar)
        part = canvas.surface.subsurface(canvas.surface.get_rect().clip(pixels(canvas.kit, box)))
        inner = Canvas(canvas.kit, part, box)
        OddsBar((odds.quiet, odds.clash, odds.war), odds.low, odds.high).paint(inner, False)

    def describe(self) -> str:
        return f"{self.number}: {self.rung.title}. {self.rung.effect}"


def pixels(kit: Kit, box: Box) -> pygame.Rect:
    """Turn a box into pixels."""
    return pygame.Rect(kit.px(box.x), kit.px(box.y), kit.px(box.w), kit.px(box.h))


class Flash(Screen):
    """A dialog over the map."""

    name = "flash"
    clear = True

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        self.first = f"rung:{incident.rungs[0].id}"

    def build(self, width: float, height: float) -> Widget:
        i = self.incident
        facts = tuple(
            Row((Label(n, "note", "second"), Label(v, "note", "text")), (190, None))
            for n, v in i.facts
        )
        rungs = tuple(
            RungRow(n, r, name=f"rung:{r.id}", group="rungs", action=Answer(r.id))
            for n, r in enumerate(i.rungs, 1)
        )
        return Dialog(Column((
            Label(i.kicker.upper(), "kicker", "bad"), Label(i.headline, "display"), Label(i.text, "serif", "text"),
            Gap(4), *facts, Gap(6), Label("CHOOSE AN ANSWER", "kicker", "accent"), *rungs,
        ), gap=6), 660, "bad", 0.76, self.spot(width, height))  # fmt: skip

    def spot(self, width: float, height: float) -> tuple[float, float] | None:
        """Return the middle of the map, if it can be seen beside the sheet; the camera is put there."""
        return None if width < 1300 else ((width - PANEL) / 2, (TALL + height - STRIP) / 2)

    def key(self, event: pygame.Event) -> object | None:
        digit = "123456789".find(event.unicode or "-")
        return (
            Answer(self.incident.rungs[digit].id) if 0 <= digit < len(self.incident.rungs) else None
        )
