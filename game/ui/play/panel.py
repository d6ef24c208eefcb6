"""The right panel: briefing, options, dials, forces; below them agenda and commit."""

from collections.abc import Callable
from dataclasses import dataclass

from game.report.words import DOT
from game.ui.intents import AskWhy, Commit, Drop, Redo, SetDial, Undo
from game.ui.play import forces, levers, options
from game.ui.play.chips import Drawer
from game.ui.play.effects import minus, sentence
from game.ui.play.view import Fold, Select, View
from game.ui.situation import Briefing, Council, Dial, Forecast, Situation
from game.ui.toolkit.boxes import OWN, Column, Gap, Ground, Panel, Row, Rule, Scroll
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.choice import choices
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.gauge import whole
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

DRAFT = "draft"  # what is opened where the odds of the draft are to be read
OFF, CROSS, BETWEEN = 20.0, 12.0, 6.0  # dp of the place that takes off, its cross, between slots
BRIEF = 2  # lines of the briefing that are seen until one reads all of it


def briefing(b: Briefing, view: View) -> Widget:
    """Return headline and a few lines, or all of it."""
    is_open = "briefing" in view.opened
    kicker = Panel(Label(b.kicker.upper(), "kicker", "accent"), Ground(alpha=0), 0, 3)
    rest = (
        tuple(Label(minus(part), "serif", "second", link=AskWhy) for part in b.body)
        if is_open
        else ()
    )
    more = Drawer(
        "fold" if is_open else "read all", is_open, name="briefing", action=Fold("briefing")
    )
    head = Row((kicker, more), (None, OWN))
    lines = 0 if is_open else BRIEF
    summary = (
        (Label(minus(b.summary), "serif", "second", link=AskWhy, most=lines),) if b.summary else ()
    )
    title, *moved = minus(b.headline).split(DOT)
    what = (Label(DOT.join(moved), "note", "caution", most=1),) if moved else ()
    return Column((head, Label(title, "headline", most=lines), *what, *summary, *rest), gap=2)


def dial(d: Dial, forecast: Forecast | None) -> Widget:
    """Return a standing setting as a choice; what is drafted says so."""
    title = f"{d.title} · {'*drafted*' if d.level != d.was else d.price}"
    names = tuple(sentence(levers.readable(level)) for level in d.levels)
    here = d.levels.index(d.level)
    act: Callable[[int], object] = lambda i: SetDial(d.id, d.levels[i])  # noqa: E731
    odds = (levers.alone(forecast, f"dial:{d.id}:{level}") for level in d.levels)
    notes = tuple(
        "\n".join(map(sentence, (*note, *filter(None, [told]))))
        for note, told in zip(d.notes, odds, strict=True)
    )
    row = choices(f"dial:{d.id}", names, here, act, notes, "low")
    return Column((Label(title, "caption", "second", most=1), row), gap=1)


def dials(all_: tuple[Dial, ...], forecast: Forecast | None) -> Widget:
    """Return the dials two by two."""
    shown = [dial(each, forecast) for each in all_]
    return Column(
        tuple(Row(tuple(shown[i : i + 2]), gap=14) for i in range(0, len(all_), 2)), gap=4
    )


def drawers(council: Council, forecast: Forecast | None, view: View) -> tuple[Widget, ...]:
    """Return the handles of what there is to open on one line, and below it what is opened."""
    closed = (options.drawer(council, view),) if council.closed else ()
    moved = (forces.handle(council, view),) if council.tokens else ()
    handles = (*closed, *moved)
    if not handles:
        return ()
    shut = options.shut(council) if "closed" in view.opened else ()
    table = forces.table(council, forecast) if "forces" in view.opened else ()
    return Row(handles, (None, OWN)[: len(handles)], 8), *table, *shut


@dataclass(frozen=True)
class Slot(Widget):
    """A slot of the agenda; what is in it can be looked at."""

    title: str = ""

    def height(self, kit: Kit, width: float) -> float:
        return 2 * kit.type.leading("caption") + 5

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit, tall, box = (
            canvas.kit,
            canvas.kit.type.leading("caption"),
            Box(0, 0, canvas.w, canvas.h),
        )
        if not self.title:
            canvas.fill(box, "ground", 5, "rule")
            y = (canvas.h - tall) / 2
            canvas.text("empty slot", canvas.w / 2, y, "caption", "third", "centre")
            return
        canvas.fill(box, "inset" if hot else "chosen", 5, "accent")
        lines, room = halves(kit, self.title, canvas.w - 8 - OFF), canvas.w - OFF + 4
        y = (canvas.h - tall * len(lines)) / 2
        for i, line in enumerate(lines):
            canvas.text(line, room / 2, y + i * tall, "caption-bold", "text", "centre")

    def describe(self) -> str:
        return f"on the agenda: {self.title}" if self.title else "empty slot of the agenda"


@dataclass(frozen=True)
class Off(Widget):
    """The mark in a slot that takes off the agenda what is in it."""

    def paint(self, canvas: Canvas, hot: bool) -> None:
        ink = "text" if hot else "second"
        if hot:
            canvas.fill(Box(1, 1, canvas.w - 2, canvas.h - 2), "strong", 4)
        canvas.icon("x", (canvas.w - CROSS) / 2, (canvas.h - CROSS) / 2, CROSS, ink)


@dataclass(frozen=True)
class Slots(Widget):
    """The slots of the agenda: a press looks at what is in one, its cross takes it off."""

    options: tuple[tuple[str, str], ...]  # id and title of what is in them
    slots: int

    def height(self, kit: Kit, width: float) -> float:
        return Slot().height(kit, width)

    def lay(self, page: Page, box: Box) -> None:
        wide = (box.w - BETWEEN * (self.slots - 1)) / self.slots
        for i in range(self.slots):
            place = Box(box.x + i * (wide + BETWEEN), box.y, wide, box.h)
            if i >= len(self.options):
                page.add(Slot(), place)
                continue
            option, title = self.options[i]
            page.add(
                Slot(title, name=f"slot:{option}", group="agenda", action=Select(option)), place
            )
            off = Off(
                name=f"off:{option}", group="agenda", action=Drop(option), tip=f"Take off: {title}"
            )
            page.add(off, Box(place.right - OFF, place.y, OFF, place.h))


def halves(kit: Kit, title: str, width: float) -> list[str]:
    """Break a title into two lines at most."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if kit.type.width(longer, "caption-bold") <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]
    return [shortened(line, kit, "caption-bold", width) for line in lines]


def weighed(council: Council, forecast: Forecast | None, view: View) -> tuple[Widget, ...]:
    """Return the odds of all that is drafted, put together, and what is left to spend."""
    odds = forecast.draft if forecast else None
    bar = options.odds_bar(odds, "draft odds", Fold(DRAFT))
    left = f"{whole(council.purse)} to spend" if council.priced else ""
    exact = f"{council.purse:g} to spend" if council.priced else ""
    purse = Label(left, "caption-bold", "caution", name="purse" if exact != left else "", tip=exact)
    parts = (
        Label("AGENDA", "kicker", "accent"), Label("odds", "caption", "second"), bar, purse,
    )  # fmt: skip
    row = Row(parts, (OWN, OWN, None, OWN), 8, middle=True)
    read = (bullets(options.said(odds), "note", "text"),) if DRAFT in view.opened else ()
    lost = levers.way_out(council, forecast)
    out = (Label(lost, "note", "caution"),) if lost else ()
    return (row, *read, *out)


def footer(council: Council, forecast: Forecast | None, view: View) -> Widget:
    """Return agenda and its odds, undo, redo and commit."""
    chosen = tuple((name, council.option(name).title) for name in council.agenda)
    word = "Commit orders · end turn" if council.drafted else "Hold course · end turn"
    undo = IconButton(
        "undo-2", size=40, name="undo", tip="Take back the last change (Backspace)",
        action=Undo() if council.can_undo else None,
    )  # fmt: skip
    redo = IconButton(
        "redo-2", size=40, name="redo", tip="Make it again (Ctrl+Y)",
        action=Redo() if council.can_redo else None,
    )  # fmt: skip
    commit = Button(
        word,
        kind="primary",
        hint="Ctrl+Enter",
        tall=40,
        style="title",
        name="commit",
        action=Commit(),
    )
    slots = Slots(chosen, council.slots)
    buttons = Row((undo, redo, commit), (40, 40, None), 8)
    return Column((*weighed(council, forecast, view), slots, buttons), gap=5)


def panel(s: Situation, forecast: Forecast | None, view: View) -> Widget:
    """Return the whole panel."""
    council = s.council
    if council is None:
        note = Label("The council has been called in; it meets again next turn.", "note", "second")
        parts: tuple[Widget, ...] = (briefing(s.briefing, view), Rule(), note, Gap(0))
        return Panel(Scroll(Column(parts, gap=6), name="panel"), Ground("panel"), 16, 9)
    middle = Column((
        briefing(s.briefing, view), Rule(), options.options(s, council, forecast, view),
        *drawers(council, forecast, view), Rule(), dials(council.dials, forecast), Gap(0),
    ), gap=4.5, spread=True)  # fmt: skip
    whole = Column(
        (Scroll(middle, name="panel"), Rule(), footer(council, forecast, view)), gap=7, fill=0
    )
    return Panel(whole, Ground("panel"), 16, 9)
