"""Why: the causes of a figure, which sum to its change."""

from dataclasses import dataclass

import pygame

from game.ui.intents import Close
from game.ui.screens.screen import Screen
from game.ui.situation import Cause
from game.ui.situation import Why as Reasons
from game.ui.toolkit.boxes import Column, Gap
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.gauge import signed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, flow
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class CauseRow(Widget):
    """A cause, its amount, and a bar from where we were to where it took us."""

    cause: Cause
    start: int
    low: int
    high: int

    def height(self, kit: Kit, width: float) -> float:
        return (flow(self.cause.text, kit, "body", width - 220)[-1].line + 1) * kit.type.leading(
            "body"
        ) + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        tall = canvas.kit.type.leading("body")
        for p in flow(self.cause.text, canvas.kit, "body", canvas.w - 220):
            canvas.text(p.word.text, p.x, 3 + p.line * tall, "body", "text")
        ink = "bad" if self.cause.amount > 0 else "good"
        canvas.text(signed(self.cause.amount), canvas.w - 172, 3, "strong", ink, "right")
        step = 156 / max(1, self.high - self.low)
        x0, x1 = (
            canvas.w - 158 + (v - self.low) * step
            for v in (self.start, self.start + self.cause.amount)
        )
        canvas.fill(Box(canvas.w - 158, canvas.h / 2 - 1, 156, 1), "rule")
        canvas.fill(Box(min(x0, x1), canvas.h / 2 - 5, max(2, abs(x1 - x0)), 10), ink, 2)

    def describe(self) -> str:
        return f"{self.cause.text}: {signed(self.cause.amount)}"


class Why(Screen):
    """A dialog with the ledger of one figure."""

    name = "why"
    clear = True
    first = "close"

    def __init__(self, reasons: Reasons) -> None:
        self.reasons = reasons

    def build(self, width: float, height: float) -> Widget:
        r = self.reasons
        steps = [r.before]
        for cause in r.causes:
            steps.append(steps[-1] + cause.amount)
        rows = tuple(
            CauseRow(c, s, min(steps), max(steps)) for c, s in zip(r.causes, steps, strict=False)
        )
        total = Label(
            f"*{r.before}* before, *{r.after}* now: {signed(r.after - r.before)}",
            "body",
            "second",
            "right",
        )
        close = Button("Close", hint="Esc", name="close", action=Close())
        parts: tuple[Widget, ...] = (
            Label("WHY", "kicker", "accent"),
            Label(r.title, "display"),
            Label(r.text, "serif", "second"),
            Gap(4),
            *rows,
        )
        return Dialog(Column((*parts, *((total,) if rows else ()), Gap(4), close), gap=5), 640)

    def key(self, event: pygame.Event) -> object | None:
        return Close() if event.key == pygame.K_ESCAPE else None
