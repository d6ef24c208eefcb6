"""Ending: how it ended, what it cost, how well the aims were served, and what was hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.ui.intents import Open, ToTitle
from game.ui.library import Closing
from game.ui.screens.menu import Sheet
from game.ui.toolkit.boxes import Column, Gap, Row, Rule, Scroll, Sized
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

TWO = 1100  # dp of the window from which there are two columns
NAME = 48  # letters that a name before a colon may have
TONES = {"A": "good", "B": "good", "C": "caution", "D": "caution", "E": "bad"}


@dataclass(frozen=True)
class GradeRow(Widget):
    """A letter, an aim, whether it was to count most, and how far it was served."""

    letter: str
    aim: str
    points: float
    rank: int = 0

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("title") + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        ink = TONES[self.letter]
        canvas.text(self.letter, 8, 2, "head", ink)
        wide = canvas.text(self.aim, 38, 3, "row")
        canvas.text(self._ranked(), 48 + wide, 4, "caption", "accent")
        plot = Box(canvas.w - 220, canvas.h / 2 - 4, 170, 8)
        canvas.fill(plot, "inset", 3)
        canvas.fill(Box(plot.x, plot.y, max(3, plot.w * self.points / 100), 8), ink, 3)
        canvas.text(f"{self.points:.0f}", canvas.w, 3, "strong", "text", "right")

    def _ranked(self) -> str:
        return f"your aim {self.rank}" if self.rank else ""

    def describe(self) -> str:
        ranked = f", {self._ranked()}" if self.rank else ""
        return f"{self.aim}{ranked}: {self.letter}, {self.points:.0f} of 100"


class Ending(Sheet):
    """The debrief."""

    name = "ending"
    first = "history"
    closing = ToTitle()

    def __init__(self, closing: Closing) -> None:
        self.told = closing

    def compared(self, standing: str) -> None:
        """Tell how the score stands, now that it is known."""
        self.told = replace(self.told, standing=standing)

    def build(self, width: float, height: float) -> Widget:
        c = self.told
        head = Column((Label("ENDING", "kicker", "accent"), Label(c.title, "display")), gap=2)
        grades = tuple(GradeRow(*grade) for grade in c.grades)
        score = Label(c.score, "strong", "text", "right")
        others = (Label(c.standing, "note", "second"),) if c.standing else ()
        talk = c.sections[-1:] if width >= TWO else ()
        first = Column((
            Label(c.text, "serif", "text"), Label(c.dead, "note", "caution"), Gap(2), Rule(),
            *grades, Rule(), score, *others, Gap(8), *_told(talk),
        ), gap=7)  # fmt: skip
        rest = c.sections[:-1] if talk else c.sections
        second = Column(tuple(_told(rest)), gap=6)
        buttons = Row((
            Button(
                "History · choose otherwise", "history", "primary", name="history",
                action=Open("history"),
            ),
            Button("To the title", "log-out", name="title", action=ToTitle()),
        ), gap=8)  # fmt: skip
        if width < TWO:
            return Dialog(Column((first, second), gap=14), 800, head=head, foot=buttons)
        halves = (Scroll(first, name="result"), Scroll(second, name="debrief"))
        body = Sized(Row(halves, (None, None), 44), max(120, height - 250))
        return Dialog(body, min(1240, width - 60), head=head, foot=buttons)


def _told(sections: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Widget]:
    """Return what could not be seen while it was played, or is to be talked about."""
    for number, (title, lines) in enumerate(sections):
        if number:
            yield Gap(6)
        yield Label(title.upper(), "kicker", "accent")
        yield from (Label(named(line), "note", "second") for line in lines)


def named(line: str) -> str:
    """Return a line with the name before its colon set off."""
    name, colon, rest = line.partition(": ")
    return f"*{name}:* {rest}" if colon and len(name) < NAME else line
