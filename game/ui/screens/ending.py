"""Ending: how it ended, what it cost, how well the aims were served, and what was hidden."""

from dataclasses import dataclass

from game.ui.intents import Open, ToTitle
from game.ui.library import Closing
from game.ui.screens.menu import Sheet
from game.ui.toolkit.boxes import Column, Gap, Row, Rule
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

TONES = {"A": "good", "B": "good", "C": "caution", "D": "caution", "E": "bad"}


@dataclass(frozen=True)
class GradeRow(Widget):
    """A letter, an aim, and how far it was served."""

    letter: str
    aim: str
    points: float

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("title") + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        ink = TONES[self.letter]
        canvas.text(self.letter, 8, 2, "head", ink)
        canvas.text(self.aim, 38, 3, "row")
        plot = Box(canvas.w - 220, canvas.h / 2 - 4, 170, 8)
        canvas.fill(plot, "inset", 3)
        canvas.fill(Box(plot.x, plot.y, max(3, plot.w * self.points / 100), 8), ink, 3)
        canvas.text(f"{self.points:.0f}", canvas.w, 3, "strong", "text", "right")

    def describe(self) -> str:
        return f"{self.aim}: {self.letter}, {self.points:.0f} of 100"


class Ending(Sheet):
    """The debrief."""

    name = "ending"
    first = "history"
    closing = ToTitle()

    def __init__(self, closing: Closing) -> None:
        self.told = closing

    def build(self, width: float, height: float) -> Widget:
        c = self.told
        grades = tuple(GradeRow(*grade) for grade in c.grades)
        sections: list[Widget] = []
        for title, lines in c.sections:
            sections += [Gap(4), Label(title.upper(), "kicker", "accent")]
            sections += [Label(line, "note", "second") for line in lines]
        buttons = Row((
            Button(
                "History · choose otherwise", "history", "primary", name="history",
                action=Open("history"),
            ),
            Button("To the title", "log-out", name="title", action=ToTitle()),
        ), gap=8)  # fmt: skip
        return Dialog(Column((
            Label("ENDING", "kicker", "accent"), Label(c.title, "display"),
            Label(c.text, "serif", "text"), Label(c.dead, "note", "caution"), Rule(), *grades,
            Label(c.score, "strong", "text", "right"),
            buttons, *sections, Gap(4),
        ), gap=7), 800)  # fmt: skip
