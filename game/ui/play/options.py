"""Options: compact rows, the one looked at opened, those that are closed in a drawer."""

from dataclasses import dataclass

from game.ui.intents import Choose, Drop
from game.ui.play.chips import Chip, Delta, Drawer
from game.ui.play.view import Fold, Select, View
from game.ui.situation import Adviser, Council, Forecast, Odds, Option
from game.ui.toolkit.boxes import OWN, Column, Flow, Gap, Ground, Panel, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.odds import INKS, OddsBar
from game.ui.toolkit.widget import Widget

BAR, COST, AWAY = 96, 34, 14
MANY = 9  # more open options than this make the rows tighter
POINT = 3  # what one dot of the price stands for


@dataclass(frozen=True)
class OptionRow(Widget):
    """One option on one line."""

    number: int
    title: str
    icon: str
    tone: str
    price: str
    cost: float
    shares: tuple[int, int, int] | None
    taken: bool
    opened: bool = False
    tight: bool = False

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("row") + (11 if self.opened else 4 if self.tight else 10)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if not self.opened:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if hot else "card", 5)
            canvas.fill(Box(0, 5, 3, canvas.h - 10), self.tone, 1)
        style = "title" if self.opened else "row"
        y = (canvas.h - canvas.kit.type.leading(style)) / 2
        canvas.text(str(self.number), 20, y, style, "third", "centre")
        canvas.icon(self.icon, 34, (canvas.h - 16) / 2, 16, self.tone)
        right = canvas.w - AWAY
        price = canvas.text(f"{self.cost:g}", right, y, style, "caution", "right")
        room = right - max(price, COST) - 60 - (24 if self.taken else 0)
        wide = (
            0.0
            if self.opened
            else min(BAR, max(28.0, room - canvas.kit.type.width(self.title, style) - 12))
        )
        title = clipped(canvas.kit, self.title, style, room - (wide + 12 if wide else 0))
        end = 60 + canvas.text(title, 60, y, style)
        if self.taken:
            canvas.icon("circle-check", end + 8, (canvas.h - 16) / 2, 16, "accent")
        if wide:
            self._bar(canvas, Box(right - COST - wide, canvas.h / 2 - 4, wide, 8))

    def _bar(self, canvas: Canvas, box: Box) -> None:
        if self.shares is None:
            return canvas.fill(box, "inset", 2, "strong")
        x = box.x
        for share, ink in zip(self.shares, INKS, strict=True):
            wide = (box.w - 2) * share / 100
            if wide > 0.5:
                canvas.fill(Box(x, box.y, wide, box.h), ink, 2)
            x += wide + 1
        return None

    def describe(self) -> str:
        state = ", on the agenda" if self.taken else ""
        return f"option {self.number}: {self.title}, {self.price or 'free'}{state}"


def clipped(kit: Kit, text: str, style: str, room: float) -> str:
    """Return a text, or as much of it as there is room for and three dots."""
    if kit.type.width(text, style) <= room:
        return text
    while text and kit.type.width(f"{text}…", style) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def chip(adviser: Adviser) -> Chip:
    """Turn an adviser into a chip that can be asked."""
    stance = "for" if adviser.supports else "against"
    return Chip(
        adviser.office,
        adviser.supports,
        name=f"adviser:{adviser.office}:{stance}",
        group="advisers",
        action=Fold(""),
        tip=f"{adviser.office}, {stance}: {adviser.says} ({adviser.fears})",
    )


def shares(odds: Odds | None) -> tuple[int, int, int] | None:
    """Return the shares, if they can be told."""
    return (odds.aim, odds.other, odds.worst) if odds and odds.sure else None


def row(number: int, option: Option, council: Council, odds: Odds | None, view: View) -> OptionRow:
    """Turn an option into its row."""
    looked_at = option.id == view.option
    return OptionRow(
        number, option.title, option.icon, option.tone, option.price, option.cost, shares(odds),
        option.id in council.agenda, looked_at, len(council.open) > MANY,
        name=f"option:{option.id}", group="options", current=looked_at,
        action=take(option, council) if looked_at else Select(option.id),
    )  # fmt: skip


def take(option: Option, council: Council) -> Choose | Drop:
    """Return what a press on an option means: on the agenda, or off it again."""
    return Drop(option.id) if option.id in council.agenda else Choose(option.id)


@dataclass(frozen=True)
class CardGround(Ground):
    """The ground of the opened option, with its tone at the edge."""

    tone: str = "calm"

    def paint(self, canvas: Canvas, hot: bool) -> None:
        super().paint(canvas, hot)
        canvas.fill(Box(1, 8, 3, canvas.h - 16), self.tone, 1)


def opened(number: int, option: Option, council: Council, odds: Odds | None, view: View) -> Widget:
    """Return the option that is looked at, with all that speaks for and against it."""
    told = " ".join(odds.lines) if odds else ""
    low, high = (odds.low, odds.high) if odds else (0, 0)
    bar = ToldOdds(shares(odds), low, high, tip=told, name="odds", action=Fold(""))
    taken = option.id in council.agenda
    able = taken or (len(council.agenda) < council.slots and option.cost <= council.purse)
    word = "Take off" if taken else "Add to agenda" if able else "No slot or capital"
    action = take(option, council) if able else None
    act = Button(word, "x" if taken else "plus", tall=28, name="take", action=action)
    price = (Delta(option.price, None),) if option.price else ()
    short = tuple(Delta(e.text, e.good) for e in option.effects if len(e.text) < LONG)
    long = tuple(e.text for e in option.effects if len(e.text) >= LONG)
    then = (Clipped(" · ".join(long), name="then", action=Fold("")),) if long else ()
    body = Column((
        Label(option.text, "note", "text", most=2),
        *((Flow(short, gap=8),) if short else ()),
        *then,
        Flow((*map(chip, option.advisers), *price), gap=6),
        Row((bar, act), (None, OWN), 12),
    ), gap=4)  # fmt: skip
    card = Column(
        (row(number, option, council, odds, view), Panel(body, Ground(alpha=0), 14, 2), Gap(7))
    )
    return Panel(card, CardGround("chosen", "accent", 6, tone=option.tone), 0, 0)


LONG = 38  # letters; longer effects stand in a line of their own


@dataclass(frozen=True)
class Clipped(Widget):
    """One line of what may be longer; the whole of it is told on hover and focus."""

    text: str

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("note")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        line = clipped(canvas.kit, self.text, "note", canvas.w)
        canvas.text(line, 0, 0, "note", "text" if hot else "second")

    def card(self) -> Widget | None:
        return Label(self.text, "note", "text")

    def describe(self) -> str:
        return self.text


@dataclass(frozen=True)
class ToldOdds(OddsBar):
    """Odds that tell on hover and focus what differs from holding the course."""

    def card(self) -> Widget | None:
        return Label(self.tip, "note", "text") if self.tip else None

    def describe(self) -> str:
        return f"{super().describe()}. {self.tip}"


@dataclass(frozen=True)
class Key(Widget):
    """What the colours of the odds mean."""

    left: str
    words: tuple[str, ...] = ("aim", "other", "worst")

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.text(self.left.upper(), 0, 0, "kicker", "accent")
        x = canvas.w - 1
        for word, ink in zip(self.words[::-1], INKS[::-1], strict=True):
            x -= canvas.text(word, x, 0, "caption", "second", "right") + 15
            canvas.fill(Box(x, canvas.h / 2 - 5, 10, 10), ink, 2)
            x -= 12

    def describe(self) -> str:
        return f"{self.left}; odds of the endings: {', '.join(self.words)}"


def closed(option: Option) -> Widget:
    """Return a closed option and why it is closed."""
    return Label(f"*{option.title}* · {'; '.join(option.why_not)}", "note", "second")


def drawer(council: Council, view: View) -> Widget:
    """Return the drawer of closed options."""
    count, is_open = len(council.closed), "closed" in view.opened
    text = f"{count} option{'s' * (count != 1)} closed for now"
    head = Drawer(text, is_open, name="drawer", action=Fold("closed"))
    rows = (
        tuple(Panel(closed(o), Ground("ground", "rule", 5), 12, 6) for o in council.closed)
        if is_open
        else ()
    )
    return Column((head, *rows), gap=5)


def options(council: Council, forecast: Forecast | None, view: View) -> Widget:
    """Return the whole list."""
    rows = []
    for number, option in enumerate(council.open, 1):
        odds = forecast.of(option.id) if forecast else None
        shape = opened if option.id == view.option else row
        rows.append(shape(number, option, council, odds, view))
    many = len(council.open) > MANY
    key = Key(f"Policy options · {council.slots} a turn")
    return Column((key, *rows, drawer(council, view)), gap=2 if many else 4)
