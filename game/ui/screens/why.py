"""Why: the causes of a figure, which sum to its change, or the whole of a line of the log."""

from dataclasses import dataclass

from game.ui.play.effects import sentence
from game.ui.screens.menu import Sheet, close
from game.ui.situation import Cause
from game.ui.situation import Why as Reasons
from game.ui.toolkit.boxes import Column, Gap
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.gauge import signed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, flow
from game.ui.toolkit.theme import MEANT
from game.ui.toolkit.widget import Widget

SIDE = 240
INKS = MEANT | {None: "accent"}


@dataclass(frozen=True)
class CauseRow(Widget):
    """A cause, its amount, and a bar from what the figure was to what it made of it."""

    cause: Cause
    start: float
    low: float
    high: float

    def height(self, kit: Kit, width: float) -> float:
        pieces = flow(sentence(self.cause.text), kit, "body", width - SIDE)
        return (pieces[-1].line + 1 if pieces else 1) * kit.type.leading("body") + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        tall, moved = canvas.kit.type.leading("body"), self.cause.amount
        for p in flow(sentence(self.cause.text), canvas.kit, "body", canvas.w - SIDE):
            canvas.text(p.word.text, p.x, 3 + p.line * tall, "body", "text")
        ink = INKS[self.cause.good]
        canvas.text(signed(moved), canvas.w - 172, 3, "strong", ink, "right")
        step = 156 / max(0.1, self.high - self.low)
        ends = (self.start, self.start + moved)
        x0, x1 = (canvas.w - 158 + (v - self.low) * step for v in ends)
        canvas.fill(Box(canvas.w - 158, canvas.h / 2 - 1, 156, 1), "rule")
        canvas.fill(Box(min(x0, x1), canvas.h / 2 - 5, max(2, abs(x1 - x0)), 10), ink, 2)

    def describe(self) -> str:
        return f"{self.cause.text}: {signed(self.cause.amount)}"


class Why(Sheet):
    """A dialog with the ledger of one figure."""

    name = "why"

    def __init__(self, reasons: Reasons) -> None:
        self.reasons = reasons

    def build(self, width: float, height: float) -> Widget:
        r = self.reasons
        steps = [0.0]
        for cause in r.causes:
            steps.append(steps[-1] + cause.amount)
        rows = tuple(
            CauseRow(cause, start, min(steps), max(steps))
            for cause, start in zip(r.causes, steps, strict=False)
        )
        chances = tuple(Label(line, "note", "second") for line in r.chances)
        set_by = (
            (Gap(4), Label("WHAT IS KNOWN OF IT", "kicker", "accent"), *chances) if chances else ()
        )
        head = Column((Label("WHY", "kicker", "accent"), Label(r.title, "headline")), gap=2)
        total = (Label(r.total, "note", "text", "left" if not rows else "right"),)
        sums = (*rows, *(total if r.total else ()))
        column = Column((Label(r.text, "serif", "second"), Gap(4), *sums, *set_by), gap=5)
        return Dialog(column, 760, head=head, foot=close())
