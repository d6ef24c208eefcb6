"""Options: compact rows, the one looked at opened, those that are closed in a drawer."""

from dataclasses import dataclass

from game.ui.intents import Choose
from game.ui.play.chips import Chip, Delta, Drawer
from game.ui.play.view import Fold, Select, View
from game.ui.situation import Adviser, Effect, Option, Situation
from game.ui.toolkit.boxes import Column, Flow, Gap, Ground, Panel, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.odds import INKS, OddsBar
from game.ui.toolkit.widget import Widget

BAR, COST, AWAY = 96, 34, 14
MANY = 9  # more open options than this make the rows tighter


@dataclass(frozen=True)
class OptionRow(Widget):
    """One option on one line."""

    number: int
    title: str
    icon: str
    posture: str
    cost: int
    shares: tuple[int, int, int] | None
    taken: bool
    opened: bool = False
    tight: bool = False

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("row") + (11 if self.opened else 4 if self.tight else 10)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if not self.opened:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if hot else "card", 5)
            canvas.fill(Box(0, 5, 3, canvas.h - 10), self.posture, 1)
        style = "title" if self.opened else "row"
        y = (canvas.h - canvas.kit.type.leading(style)) / 2
        canvas.text(str(self.number), 20, y, style, "third", "centre")
        canvas.icon(self.icon, 34, (canvas.h - 16) / 2, 16, self.posture)
        end = 60 + canvas.text(self.title, 60, y, style)
        right = canvas.w - AWAY
        canvas.dots(right, canvas.h / 2 - 3.5, self.cost, "caution")
        if self.taken:
            canvas.icon("circle-check", end + 8, (canvas.h - 16) / 2, 16, "accent")
        if not self.opened:
            room = right - COST - end - (36 if self.taken else 12)
            wide = min(BAR, max(28, room))
            self._bar(canvas, Box(right - COST - wide, canvas.h / 2 - 4, wide, 8))

    def _bar(self, canvas: Canvas, box: Box) -> None:
        if self.shares is None:
            return canvas.fill(box, "inset", 2, "strong")
        x = box.x
        for share, ink in zip(self.shares, INKS, strict=True):
            wide = max(2.0, (box.w - 2) * share / 100)
            canvas.fill(Box(x, box.y, wide, box.h), ink, 2)
            x += wide + 1

    def describe(self) -> str:
        state = ", on the agenda" if self.taken else ""
        return f"option {self.number}: {self.title}, costs {self.cost}{state}"


def delta(effect: Effect) -> Delta:
    """Turn an effect into its words."""
    return Delta(effect.title, effect.amount, effect.good)


def chip(adviser: Adviser) -> Chip:
    """Turn an adviser into a chip that can be asked."""
    name = f"adviser:{adviser.office}"
    return Chip(
        adviser.office,
        adviser.stance,
        name=name,
        group="advisers",
        action=Fold(""),
        tip=adviser.reason,
    )


def shares(option: Option) -> tuple[int, int, int] | None:
    """Return the shares, if they can be told."""
    return (
        (option.odds.quiet, option.odds.clash, option.odds.war)
        if option.odds and option.odds.sure
        else None
    )


def row(number: int, option: Option, situation: Situation, view: View) -> OptionRow:
    """Turn an option into its row."""
    return OptionRow(
        number, option.title, option.icon, option.posture, option.cost, shares(option), option.id in situation.agenda,
        option.id == view.option, len(situation.open) > MANY, name=f"option:{option.id}", group="options",
        action=Choose(option.id) if option.id == view.option else Select(option.id), current=option.id == view.option,
    )  # fmt: skip


@dataclass(frozen=True)
class CardGround(Ground):
    """The ground of the opened option, with its posture at the edge."""

    posture: str = "calm"

    def paint(self, canvas: Canvas, hot: bool) -> None:
        super().paint(canvas, hot)
        canvas.fill(Box(1, 8, 3, canvas.h - 16), self.posture, 1)


def opened(number: int, option: Option, situation: Situation, view: View) -> Widget:
    """Return the option that is looked at, with all that speaks for and against it."""
    odds = option.odds
    bar = OddsBar(shares(option), odds.low if odds else 0, odds.high if odds else 0)
    taken = option.id in situation.agenda
    able = (
        not taken and len(situation.agenda) < situation.slots and option.cost <= situation.capital
    )
    word = "On the agenda" if taken else "Add to agenda" if able else "No slot or capital left"
    act = Button(
        word,
        "check" if taken else "plus",
        tall=28,
        name="take",
        action=Choose(option.id) if able else None,
    )
    body = Column((
        Label(option.effect, "note", "text"),
        Flow(tuple(map(delta, option.effects)), gap=8),
        Flow(tuple(map(chip, option.advisers)), gap=5),
        Row((bar, act), (None, 160), 12),
    ), gap=6)  # fmt: skip
    card = Column(
        (row(number, option, situation, view), Panel(body, Ground(alpha=0), 14, 2), Gap(7))
    )
    return Panel(card, CardGround("chosen", "accent", 6, posture=option.posture), 0, 0)


@dataclass(frozen=True)
class Key(Widget):
    """What the colours of the odds mean."""

    words: tuple[str, ...] = ("quiet", "armed clash", "wider war")
    when: str = "within three turns:"

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        left = canvas.text("POLICY OPTIONS", 0, 0, "kicker", "accent")
        x = canvas.w - 1
        for word, ink in zip(self.words[::-1], INKS[::-1], strict=True):
            x -= canvas.text(word, x, 0, "caption", "second", "right") + 15
            canvas.fill(Box(x, canvas.h / 2 - 5, 10, 10), ink, 2)
            x -= 12
        if x - canvas.kit.type.width(self.when, "caption") > left + 8:
            canvas.text(self.when, x, 0, "caption", "third", "right")

    def describe(self) -> str:
        return "policy options; odds within three turns"


def closed(option: Option) -> Widget:
    """Return a closed option and why it is closed."""
    return Label(f"*{option.title}* · {option.why_not}", "note", "second")


def drawer(situation: Situation, view: View) -> Widget:
    """Return the drawer of closed options."""
    count, is_open = len(situation.closed), "closed" in view.opened
    head = Drawer(
        f"{count} option{'s' * (count != 1)} closed for now",
        is_open,
        name="drawer",
        action=Fold("closed"),
    )
    rows = (
        tuple(Panel(closed(o), Ground("ground", "rule", 5), 12, 6) for o in situation.closed)
        if is_open
        else ()
    )
    return Column((head, *rows), gap=5)


def options(situation: Situation, view: View) -> Widget:
    """Return the whole list."""
    rows = tuple(
        opened(i, o, situation, view) if o.id == view.option else row(i, o, situation, view)
        for i, o in enumerate(situation.open, 1)
    )
    return Column(
        (Key(), *rows, drawer(situation, view)), gap=2 if len(situation.open) > MANY else 4
    )
