"""Lists to choose from: scenarios, saved games, moments of the history."""

from dataclasses import dataclass
from itertools import pairwise

from game.ui.intents import Close, DeleteSave, GoTo, Intent, LoadGame, NewGame, SaveAs
from game.ui.library import Course, Kept, Moment, Offer
from game.ui.screens.menu import Sheet
from game.ui.toolkit.boxes import Column, Gap, Row, Scroll
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.entry import Entry, Typed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, Piece, flow
from game.ui.toolkit.widget import Widget

GRAPH = 46


@dataclass(frozen=True)
class ListRow(Widget):
    """A title, a line below it, and a note at the right."""

    title: str
    text: str
    note: str = ""
    broken: bool = False
    mark: bool = False

    def _text(self, kit: Kit, width: float) -> list[Piece]:
        return flow(self.text, kit, "note", width - 28)

    def height(self, kit: Kit, width: float) -> float:
        lines = self._text(kit, width)
        tall = (lines[-1].line + 1 if lines else 0) * kit.type.leading("note")
        return kit.type.leading("title") + tall + 16

    def paint(self, canvas: Canvas, hot: bool) -> None:
        edge = "accent" if self.mark else "strong" if hot else "rule"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if hot else "card", 6, edge)
        canvas.text(self.title, 14, 8, "title", "third" if self.broken else "text")
        canvas.text(self.note, canvas.w - 14, 9, "note", "second", "right")
        y, tall = 8 + canvas.kit.type.leading("title"), canvas.kit.type.leading("note")
        for p in self._text(canvas.kit, canvas.w):
            ink = "caution" if self.broken else "second"
            canvas.text(p.word.text, 14 + p.x, y + p.line * tall, "note", ink)

    def describe(self) -> str:
        return f"{self.title}, {self.note}. {self.text}"


def close(text: str = "Close") -> Button:
    """Return the button that leaves a sheet."""
    return Button(text, hint="Esc", name="close", action=Close())


class Chooser(Sheet):
    """What can be played; a broken scenario says why it cannot."""

    name = "chooser"

    def __init__(self, offers: tuple[Offer, ...]) -> None:
        self.offers, self.word = offers, ""
        self.first = f"scenario:{offers[0].id}" if offers else "close"

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(
            ListRow(
                offer.title, offer.problem or offer.summary, f"{offer.length} · {offer.level}" if not offer.problem else "broken",
                bool(offer.problem), name=f"scenario:{offer.id}", group="scenarios",
                action=None if offer.problem else NewGame(offer.id, self.word.strip()),
            )
            for offer in self.offers
        )  # fmt: skip
        entry = Entry(
            self.word,
            "Seed word (the same word, the same luck):",
            name="word",
            action=Typed("word", self.word),
        )
        parts = (Label("Choose a scenario", "display"), Gap(2), *rows, Gap(4), entry, close())
        return Dialog(Column(parts, gap=7), 700)

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Typed):
            self.word = message.text
        return super().update(message)


class Saves(Sheet):
    """Saved games by name, with date and turn."""

    name = "saves"

    def __init__(self, kept: tuple[Kept, ...], playing: bool) -> None:
        self.kept, self.playing, self.typed = kept, playing, ""
        self.first = "save:0" if kept else "close"

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(self._row(n, k) for n, k in enumerate(self.kept))
        none = (Label("No game has been saved yet.", "note", "second"),) if not rows else ()
        keep: tuple[Widget, ...] = ()
        if self.playing:
            entry = Entry(
                self.typed, "Keep a copy as:", name="name", action=Typed("name", self.typed)
            )
            action = SaveAs(self.typed.strip()) if self.typed.strip() else None
            keep = (Row((entry, Button("Keep", name="keep", action=action)), (None, 110), 8),)
        body = Scroll(Column((*rows, *none), gap=6), name="saves")
        parts = (Label("Saved games", "display"), body, *keep, close())
        return Dialog(Column(parts, gap=8), 700)

    def _row(self, number: int, kept: Kept) -> Widget:
        row = ListRow(
            kept.name, kept.problem or f"{kept.scenario} · {kept.turn}", kept.when, bool(kept.problem),
            name=f"save:{number}", group="saves", action=None if kept.problem else LoadGame(kept.path),
        )  # fmt: skip
        delete = IconButton(
            "trash-2", name=f"delete:{number}", group="delete", tip=f"Delete {kept.name}",
            action=DeleteSave(kept.path),
        )  # fmt: skip
        return Row((row, delete), (None, 34), 6)

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Typed):
            self.typed = message.text
        return super().update(message)


@dataclass(frozen=True)
class Graph(Widget):
    """The way of a track, with a mark wherever something was decided."""

    course: Course

    def height(self, kit: Kit, width: float) -> float:
        return max(GRAPH, 2 * kit.type.leading("caption") + 6)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        values = self.course.values
        canvas.icon(self.course.icon, 0, (canvas.h - 14) / 2, 14)
        tall = canvas.kit.type.leading("caption")
        canvas.text(self.course.title, 22, (canvas.h - tall) / 2, "caption", "second")
        plot = Box(170, 5, canvas.w - 170 - 44, canvas.h - 10)
        canvas.fill(plot, "ground", 3)
        steps = max(1, len(values) - 1)
        points = [
            (plot.x + plot.w * i / steps, plot.bottom - plot.h * value / 100)
            for i, value in enumerate(values)
        ]
        for (x0, y0), (x1, y1) in pairwise(points):
            canvas.polygon(
                [(x0, y0 - 0.9), (x1, y1 - 0.9), (x1, y1 + 0.9), (x0, y0 + 0.9)], "accent"
            )
        for mark in self.course.marks:
            x, y = points[mark]
            canvas.fill(Box(x - 2.5, y - 2.5, 5, 5), "caution", 2.5)
        canvas.text(
            f"{values[-1]:.0f}", canvas.w, (canvas.h - tall) / 2, "caption-bold", "text", "right"
        )

    def describe(self) -> str:
        return (
            f"{self.course.title}: from {self.course.values[0]:.0f} to {self.course.values[-1]:.0f}"
        )


class History(Sheet):
    """The line of play and its branches; graphs of every track."""

    name = "history"

    def __init__(self, moments: tuple[Moment, ...], courses: tuple[Course, ...]) -> None:
        self.moments, self.courses = moments, courses

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(
            ListRow(
                moment.turn, moment.decided, "here" if moment.now else "" if moment.counts else "branch",
                mark=moment.now, name=f"moment:{moment.number}", group="moments",
                action=None if moment.now else GoTo(moment.number),
            )
            for moment in self.moments
        )  # fmt: skip
        graphs = tuple(Graph(course) for course in self.courses)
        left = Scroll(Column(rows, gap=5), name="moments")
        right = Scroll(Column(graphs, gap=1), name="graphs")
        note = (
            "Choose a decision to stand there again. What you then decide begins a branch; nothing is "
            "deleted, and only the first line of play counts for the grades."
        )
        body = Row((left, right), (None, None), 26)
        parts = (
            Label("How we came here", "display"),
            Label(note, "note", "second"),
            Tall(body, height - 250),
            close(),
        )
        return Dialog(Column(parts, gap=8), min(1160, width - 60))


@dataclass(frozen=True)
class Tall(Widget):
    """A child in a box of a given height."""

    child: Widget
    tall: float

    def height(self, kit: Kit, width: float) -> float:
        return self.tall

    def lay(self, page, box: Box) -> None:  # type: ignore[no-untyped-def]
        self.child.lay(page, box)
