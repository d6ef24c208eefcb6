"""The right panel: briefing, options, dials; below them agenda and commit."""

from dataclasses import dataclass

from game.ui.intents import AskWhy, Commit, SetDial, Undo
from game.ui.play.chips import Drawer
from game.ui.play.options import options
from game.ui.play.view import Fold, View
from game.ui.situation import Briefing, Dial, Situation
from game.ui.toolkit.boxes import OWN, Column, Gap, Ground, Panel, Row, Rule, Scroll
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.choice import choices
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget


def briefing(b: Briefing, view: View) -> Widget:
    """Return headline and two lines, or all of it."""
    is_open = "briefing" in view.opened
    kicker = Panel(Label(b.kicker.upper(), "kicker", "accent"), Ground(alpha=0), 0, 3)
    rest: tuple[Widget, ...] = (Label(b.body, "serif", "second", link=AskWhy),) if is_open else ()
    more = Drawer(
        "fold" if is_open else "read all", is_open, name="briefing", action=Fold("briefing")
    )
    return Column((
        Row((kicker, more), (None, OWN)), Label(b.headline, "headline"),
        Label(b.summary, "serif", "second", link=AskWhy), *rest,
    ), gap=3)  # fmt: skip


def dial(d: Dial) -> Widget:
    """Return a standing setting as a choice."""
    row = choices(f"dial:{d.id}", d.levels, d.level, lambda i: SetDial(d.id, i), d.notes)
    return Column((Label(d.title, "caption", "second"), row), gap=2)


def dials(all_: tuple[Dial, ...]) -> Widget:
    """Return the dials two by two."""
    rows = [Row(tuple(map(dial, all_[i : i + 2])), gap=14) for i in range(0, len(all_), 2)]
    return Column(tuple(rows), gap=5)


@dataclass(frozen=True)
class Slots(Widget):
    """What is on the agenda, and the capital that is left."""

    titles: tuple[str, ...]
    slots: int
    capital: int

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("kicker") + 4 + 2 * kit.type.leading("caption") + 5

    def paint(self, canvas: Canvas, hot: bool) -> None:
        first = canvas.kit.type.leading("kicker")
        canvas.text("AGENDA", 0, 0, "kicker", "accent")
        x = canvas.text(
            f"{self.capital} capital left", canvas.w - 1, 0, "caption", "second", "right"
        )
        canvas.dots(canvas.w - x - 8, first / 2 - 3, self.capital, "caution", 6, 3)
        wide = (canvas.w - 6 * (self.slots - 1)) / self.slots
        for i in range(self.slots):
            box = Box(i * (wide + 6), first + 4, wide, canvas.h - first - 4)
            title = self.titles[i] if i < len(self.titles) else ""
            self._slot(canvas, box, title)

    def _slot(self, canvas: Canvas, box: Box, title: str) -> None:
        tall = canvas.kit.type.leading("caption")
        canvas.fill(box, "chosen" if title else "ground", 5, "accent" if title else "rule")
        if not title:
            canvas.text(
                "empty slot",
                box.x + box.w / 2,
                box.y + (box.h - tall) / 2,
                "caption",
                "third",
                "centre",
            )
            return
        lines = halves(canvas.kit, title, box.w - 12)
        y = box.y + (box.h - tall * len(lines)) / 2
        for i, line in enumerate(lines):
            canvas.text(line, box.x + box.w / 2, y + i * tall, "caption-bold", "text", "centre")

    def describe(self) -> str:
        return f"agenda: {', '.join(self.titles) or 'empty'}; {self.capital} capital left"


def halves(kit: Kit, title: str, width: float) -> list[str]:
    """Break a title into lines that fit."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if kit.type.width(longer, "caption-bold") <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def footer(s: Situation) -> Widget:
    """Return agenda, undo and commit."""
    titles = tuple(s.option(i).title for i in s.agenda)
    word = "Commit orders · end turn" if titles else "Hold course · end turn"
    undo = IconButton(
        "undo-2",
        size=40,
        name="undo",
        tip="Take the last option off the agenda",
        action=Undo() if titles else None,
    )
    commit = Button(
        word,
        kind="primary",
        hint="Ctrl+Enter",
        tall=40,
        style="title",
        name="commit",
        action=Commit(),
    )
    return Column((Slots(titles, s.slots, s.capital), Row((undo, commit), (40, None), 8)), gap=8)


def panel(s: Situation, view: View) -> Widget:
    """Return the whole panel."""
    middle = Column(
        (briefing(s.briefing, view), Rule(), options(s, view), Rule(), dials(s.dials), Gap(0)),
        gap=5.5,
        spread=True,
    )
    whole = Column((Scroll(middle, name="panel"), Rule(), footer(s)), gap=7, fill=0)
    return Panel(whole, Ground("panel"), 16, 9)
