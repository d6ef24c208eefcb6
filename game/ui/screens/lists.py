"""Lists to choose from: scenarios, saved games, moments of the history."""

from game.ui.intents import DeleteSave, GoTo, Intent, LoadGame, NewGame, SaveAs
from game.ui.library import Course, Kept, Moment, Offer
from game.ui.screens.menu import Sheet, close
from game.ui.toolkit.boxes import Column, Row, Scroll, Sized
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.entry import Entry, Typed
from game.ui.toolkit.graph import Graph, Sign
from game.ui.toolkit.label import Label
from game.ui.toolkit.listrow import ListRow
from game.ui.toolkit.widget import Widget


class Chooser(Sheet):
    """What can be played; a broken scenario says why it cannot."""

    name = "chooser"

    def __init__(self, offers: tuple[Offer, ...]) -> None:
        self.offers, self.word = offers, ""
        self.first = f"scenario:{offers[0].id}" if offers else "close"

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(
            ListRow(
                offer.title, offer.problem or offer.summary,
                "broken" if offer.problem else f"{offer.length} · {offer.level}",
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
        foot = Column((entry, close()), gap=7)
        head = Label("Choose a scenario", "display")
        return Dialog(Column(rows, gap=7), 700, head=head, foot=foot)

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Typed):
            self.word = message.text
        return super().update(message)


class Saves(Sheet):
    """Saved games: of which scenario, where they stand, and under which name."""

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
        foot = Column((*keep, close()), gap=8)
        head = Label("Saved games", "display")
        return Dialog(Column((*rows, *none), gap=6), 700, head=head, foot=foot)

    def _row(self, number: int, kept: Kept) -> Widget:
        row = ListRow(
            kept.name if kept.problem else kept.stands,
            kept.problem or f"saved as {kept.name}", kept.when,
            bool(kept.problem), name=f"save:{number}", group="saves",
            action=None if kept.problem else LoadGame(kept.path),
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


def signs(course: Course) -> tuple[Sign, ...]:
    """Return a dot wherever the council decided something or an incident was answered.

    Its card says what; pressed, it leads there as the row of that moment does.
    """
    return tuple(
        Sign(dot.at, dot.text, "caution" if dot.council else "second", GoTo(dot.moment))
        for dot in course.marks
    )


class History(Sheet):
    """The line of play and its branches, the newest first; graphs of every track."""

    name = "history"

    def __init__(self, moments: tuple[Moment, ...], courses: tuple[Course, ...]) -> None:
        self.moments, self.courses = moments, courses

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(
            ListRow(
                moment.turn, moment.decided,
                "here" if moment.now else "" if moment.counts else "branch", mark=moment.now,
                name=f"moment:{moment.number}", group="moments",
                action=None if moment.now else GoTo(moment.number),
            )
            for moment in reversed(self.moments)
        )  # fmt: skip
        graphs = tuple(
            Graph(course.title, course.values, signs(course), course.icon)
            for course in self.courses
        )
        left = Scroll(Column(rows, gap=5), name="moments")
        right = Scroll(Column(graphs, gap=1), name="graphs")
        note = (
            "Choose a decision to stand there again. What you then decide begins a branch; "
            "nothing is deleted, and only the first line of play counts for the grades. "
            "Dots: what the council decided, and what an incident asked."
        )
        body = Row((left, right), (min(380, width * 0.3), None), 26)
        head = Column((Label("How we came here", "display"), Label(note, "note", "second")), gap=6)
        tall = max(120, height - 250)
        return Dialog(Sized(body, tall), min(1380, width - 60), head=head, foot=close())
