"""The cards of a force and of a place: estimate, source, age, confidence."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.ground import Place, Report, Unit
from game.ui.map.symbols import counter
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import flow, tall
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

SURE = {"high": "good", "medium": "caution", "low": "bad"}


WIDE = 248.0


@dataclass(frozen=True)
class Card(Widget):
    """A head, what is known line by line, and a note."""

    head: ClassVar[float] = 24  # dp of what stands above the lines

    @property
    def title(self) -> str:
        """What it is called."""
        raise NotImplementedError

    @property
    def note(self) -> str:
        """What is to be known besides."""
        raise NotImplementedError

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return name, value and colour of each line."""
        raise NotImplementedError

    def width(self, kit: Kit) -> float:
        return WIDE

    def height(self, kit: Kit, width: float) -> float:
        lines = len(self.rows()) * kit.type.leading("note")
        return self.head + 4 + lines + (5 + tall(self.note, kit, "note", WIDE) if self.note else 0)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit, y = canvas.kit, self.head
        line = kit.type.leading("note")
        for name, value, ink in self.rows():
            canvas.text(name, 0, y, "note", "second")
            canvas.text(value, canvas.w, y, "note", ink, "right", bold=True)
            y += line
        for p in flow(self.note, kit, "note", canvas.w):
            canvas.text(p.word.text, p.x, y + 5 + p.line * line, "note", "accent")

    def describe(self) -> str:
        rows = ", ".join(f"{name.lower()} {value}" for name, value, _ in self.rows())
        return f"{self.title}: {rows}. {self.note}".strip()


@dataclass(frozen=True)
class UnitCard(Card):
    """A force: what is known of it, and how well."""

    head: ClassVar[float] = 38
    unit: Unit

    @property
    def title(self) -> str:
        return self.unit.title

    @property
    def note(self) -> str:
        return self.unit.note

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        return report_rows(self.unit.report)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        picture = counter(canvas.kit, self.unit.kind, self.unit.identity, self.unit.ink, 30)
        wide, high = (v / canvas.kit.scale for v in picture.get_size())
        canvas.picture(picture, 15 - wide / 2, 16 - high / 2)
        canvas.text(self.title, 40, 16 - canvas.kit.type.leading("title") / 2, "title")
        super().paint(canvas, hot)


@dataclass(frozen=True)
class PlaceCard(Card):
    """A place: who is thought to hold it, and with how many."""

    place: Place

    @property
    def title(self) -> str:
        return self.place.title

    @property
    def note(self) -> str:
        return self.place.note

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        held = (("Held by", self.place.holder, "text"),)
        return held + (report_rows(self.place.report) if self.place.report else ())

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.text(self.title, 0, 0, "title")
        super().paint(canvas, hot)


def report_rows(report: Report) -> tuple[tuple[str, str, str], ...]:
    """Return what is known of a strength: name, value and colour of each line."""
    return (
        ("Estimate", report.estimate, "text"),
        ("Source", report.source, "text"),
        ("Last seen", report.age, "text"),
        ("Confidence", report.confidence, SURE.get(report.confidence, "text")),
    )
