"""The card of a unit: estimate, source, age, confidence."""

from dataclasses import dataclass

from game.ui.ground import Place, Report, Unit
from game.ui.map.symbols import counter
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import flow
from game.ui.toolkit.widget import Widget

SURE = {"high": "good", "medium": "caution", "low": "bad"}


@dataclass(frozen=True)
class UnitCard(Widget):
    """What is known, and how well."""

    unit: Unit

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return name, value and colour of each line."""
        return report_rows(self.unit.report)

    def width(self, kit: Kit) -> float:
        return 248

    def height(self, kit: Kit, width: float) -> float:
        note = flow(self.unit.note, kit, "note", 248) if self.unit.note else []
        lines = len(self.rows()) + (note[-1].line + 1 if note else 0)
        return 42 + lines * kit.type.leading("note") + (5 if note else 0)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        u, kit = self.unit, canvas.kit
        picture = counter(kit, u.kind, u.identity, u.ink, 30)
        wide, tall = (v / kit.scale for v in picture.get_size())
        canvas.picture(picture, 15 - wide / 2, 16 - tall / 2)
        canvas.text(u.title, 40, 16 - kit.type.leading("title") / 2, "title")
        tall, y = kit.type.leading("note"), 38.0
        for name, value, ink in self.rows():
            canvas.text(name, 0, y, "note", "second")
            canvas.text(value, canvas.w, y, "note", ink, "right", bold=True)
            y += tall
        for p in flow(u.note, kit, "note", canvas.w):
            canvas.text(p.word.text, p.x, y + 5 + p.line * tall, "note", "accent")

    def describe(self) -> str:
        rows = ", ".join(f"{name.lower()} {value}" for name, value, _ in self.rows())
        return f"{self.unit.title}: {rows}. {self.unit.note}".strip()


def report_rows(report: Report) -> tuple[tuple[str, str, str], ...]:
    """Return what is known of a strength: name, value and colour of each line."""
    return (
        ("Estimate", report.estimate, "text"),
        ("Source", report.source, "text"),
        ("Last seen", report.age, "text"),
        ("Confidence", report.confidence, SURE.get(report.confidence, "text")),
    )


@dataclass(frozen=True)
class PlaceCard(Widget):
    """A place: who is thought to hold it, and with how many."""

    place: Place

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return name, value and colour of each line."""
        held = (("Held by", self.place.holder, "text"),)
        return held + (report_rows(self.place.report) if self.place.report else ())

    def width(self, kit: Kit) -> float:
        return 248

    def height(self, kit: Kit, width: float) -> float:
        note = flow(self.place.note, kit, "note", 248) if self.place.note else []
        lines = len(self.rows()) + (note[-1].line + 1 if note else 0)
        return 26 + lines * kit.type.leading("note") + (5 if note else 0)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit = canvas.kit
        canvas.text(self.place.title, 0, 0, "title")
        tall, y = kit.type.leading("note"), 24.0
        for name, value, ink in self.rows():
            canvas.text(name, 0, y, "note", "second")
            canvas.text(value, canvas.w, y, "note", ink, "right", bold=True)
            y += tall
        for p in flow(self.place.note, kit, "note", canvas.w):
            canvas.text(p.word.text, p.x, y + 5 + p.line * tall, "note", "accent")

    def describe(self) -> str:
        rows = ", ".join(f"{name.lower()} {value}" for name, value, _ in self.rows())
        return f"{self.place.title}: {rows}. {self.place.note}".strip()
