"""Options: compact rows, the one looked at opened, those that are closed in a drawer."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.words import DOT
from game.ui.futures import ENOUGH
from game.ui.intents import Choose, Drop
from game.ui.play import effects
from game.ui.play.chips import Chip, Drawer
from game.ui.play.view import Fold, Select, View
from game.ui.situation import Adviser, Council, Forecast, Odds, Option, Situation
from game.ui.toolkit.boxes import OWN, Column, Flow, Gap, Ground, Panel, Row
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.odds import INKS, OddsBar
from game.ui.toolkit.widget import Widget

BAR, COST, AWAY = 96, 34, 14
KEY = "key"  # what is opened where one reads what the colors of the odds mean
ODDS = "odds"  # what is opened where the odds of the option are to be read
MANY = 9  # more open options than this make the rows tighter


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
    played: float  # which part of the futures, while the shares cannot be told
    taken: bool
    opened: bool = False
    tight: bool = False

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("row") + (9 if self.opened else 4 if self.tight else 10)

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
        title = shortened(self.title, canvas.kit, style, room - (wide + 12 if wide else 0))
        end = 60 + canvas.text(title, 60, y, style)
        if self.taken:
            canvas.icon("circle-check", end + 8, (canvas.h - 16) / 2, 16, "accent")
        if wide:
            self._bar(canvas, Box(right - COST - wide, canvas.h / 2 - 4, wide, 8))

    def _bar(self, canvas: Canvas, box: Box) -> None:
        if self.shares is None:
            canvas.fill(box, "inset", 2, "strong")
            if self.played:
                canvas.fill(box._replace(w=max(4, box.w * self.played)), "strong", 2)
            return
        x = box.x
        for share, ink in zip(self.shares, INKS, strict=True):
            wide = (box.w - 2) * share / 100
            if wide > 0.5:
                canvas.fill(Box(x, box.y, wide, box.h), ink, 2)
            x += wide + 1

    def describe(self) -> str:
        state = ", on the agenda" if self.taken else ""
        return f"option {self.number}: {self.title}, {self.price or 'free'}{state}"


def chip(adviser: Adviser) -> Chip:
    """Turn an adviser into a chip that can be asked: a press keeps the answer on the card."""
    return Chip(
        adviser.office, adviser.supports, name=asked(adviser), group="advisers",
        action=Fold(asked(adviser)), tip=answer(adviser),
    )  # fmt: skip


def asked(adviser: Adviser) -> str:
    """Return the name under which an adviser's answer is opened."""
    return f"adviser:{adviser.office}:{'for' if adviser.supports else 'against'}"


def answer(adviser: Adviser) -> str:
    """Say what an adviser says, and fears."""
    stance = "for" if adviser.supports else "against"
    return f"*{adviser.office}, {stance}:* {adviser.says} _({adviser.fears})_"


def kept(option: Option, odds: Odds | None, view: View) -> Iterator[Widget]:
    """Return what was pressed to be read on the card itself."""
    for adviser in option.advisers:
        if asked(adviser) in view.opened:
            yield Label(answer(adviser), "note", "text")
    if effects.OPENED in view.opened:
        yield bullets(tuple(effects.sentence(e.text) for e in option.effects), "note", "text")
    if ODDS in view.opened:
        yield bullets(said(odds), "note", "text")


def shares(odds: Odds | None) -> tuple[int, int, int] | None:
    """Return the shares, if they can be told."""
    return (odds.aim, odds.other, odds.worst) if odds and odds.sure else None


def played(odds: Odds | None) -> float:
    """Return which part of the futures has been played, while the shares cannot be told."""
    return 0 if odds is None or odds.sure else min(1, odds.games / ENOUGH)


def row(number: int, option: Option, council: Council, odds: Odds | None, view: View) -> OptionRow:
    """Turn an option into its row."""
    looked_at = option.id == view.option
    return OptionRow(
        number, option.title, option.icon, option.tone, option.price, option.cost, shares(odds),
        played(odds), option.id in council.agenda, looked_at, len(council.open) > MANY,
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
    bar = odds_bar(odds, "odds", Fold(ODDS))
    price = () if option.price == f"costs {option.cost:g}" else (option.price,)
    notes = tuple(Label(text, "caption", "caution", most=1) for text in price)
    body = Column((
        Label(option.text, "note", "text", most=2),
        *effects.lines(option.effects),
        Flow((*map(chip, option.advisers), *notes), gap=5),
        Row((bar, act(option, council)), (None, OWN), 12),
        *kept(option, odds, view),
    ), gap=4.5)  # fmt: skip
    card = Column(
        (row(number, option, council, odds, view), Panel(body, Ground(alpha=0), 14, 0), Gap(6))
    )
    return Panel(card, CardGround("chosen", "accent", 6, tone=option.tone), 0, 0)


def act(option: Option, council: Council) -> Button:
    """Return the button that puts an option on the agenda or off it, or says why it cannot."""
    taken = option.id in council.agenda
    full, dear = len(council.agenda) >= council.slots, option.cost > council.purse
    able = taken or not (full or dear)
    word = "Take off" if taken else "No slot left" if full else "Costs too much"
    action = take(option, council) if able else None
    if able and not taken:
        word = "Add to agenda"
    return Button(word, "x" if taken else "plus", tall=26, name="take", action=action)


@dataclass(frozen=True)
class TellingBar(OddsBar):
    """The odds of an option; its card says in words what they are."""

    odds: Odds | None = None

    def card(self) -> Widget:
        return bullets(said(self.odds), "note", "text")


def odds_bar(odds: Odds | None, name: str = "", action: object = None) -> TellingBar:
    """Return the bar of some odds, or how far they have been worked out."""
    low, high, games = (odds.low, odds.high, odds.games) if odds else (0, 0, 0)
    games = ENOUGH if odds and odds.none else games
    return TellingBar(shares(odds), low, high, games, ENOUGH, odds=odds, name=name, action=action)


def waiting(odds: Odds | None) -> str:
    """Say whether odds are still to come."""
    return "There are no odds." if odds and odds.none else "The odds are being worked out."


def said(odds: Odds | None) -> tuple[str, ...]:
    """Say the odds of an option: the shares, then what differs from holding course."""
    if odds is None or odds.none:
        return (waiting(odds),)
    head = (
        f"{odds.aim} % the aim, {odds.other} % another ending, "
        f"{odds.worst} % the worst ({odds.low} to {odds.high})"
    )
    games = f"{odds.games} of {ENOUGH}" if odds.games < ENOUGH else f"{odds.games}"
    if not odds.sure:
        head = "Too few futures have been played to tell"
    told = (part for line in odds.lines for part in line.split(DOT))
    return (f"{head}; {games} futures", *map(effects.sentence, told))


@dataclass(frozen=True)
class Key(Widget):
    """What the colours of the odds mean."""

    left: str
    words: tuple[str, ...] = ("aim", "other", "worst")

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("caption")

    def paint(self, canvas: Canvas, hot: bool) -> None:
        used = canvas.text(self.left.upper(), 0, 0, "kicker", "accent")
        x = canvas.w - 1
        for word, ink in zip(self.words[::-1], INKS[::-1], strict=True):
            if x - canvas.kit.type.width(word, "caption") - 15 < used:
                return  # in a small window; the tip names them all
            x -= canvas.text(word, x, 0, "caption", ink, "right") + 15
            canvas.fill(Box(x, canvas.h / 2 - 5, 10, 10), ink, 2)
            x -= 12

    def describe(self) -> str:
        return f"{self.left}; odds of the endings: {', '.join(self.words)}"


def closed(option: Option) -> Widget:
    """Return a closed option and why it is closed."""
    return Label(f"*{option.title}* · {'; '.join(option.why_not)}", "note", "second")


def drawer(council: Council, view: View) -> Drawer:
    """Return the handle of the drawer of closed options."""
    count = len(council.closed)
    text = f"{count} option{'s' * (count != 1)} closed for now"
    return Drawer(text, "closed" in view.opened, name="drawer", action=Fold("closed"))


def shut(council: Council) -> tuple[Widget, ...]:
    """Return the closed options, each with its reasons."""
    return tuple(Panel(closed(o), Ground("ground", "rule", 5), 12, 6) for o in council.closed)


def meaning(s: Situation) -> Iterator[Widget]:
    """Say which endings the colors of the odds stand for."""
    for word, endings in (("aim", s.aims), ("worst", s.worst)):
        yield Label(f"*{word}:* {'; '.join(endings) or 'none'}", "note", "text")


def options(s: Situation, council: Council, forecast: Forecast | None, view: View) -> Widget:
    """Return the whole list."""
    told = tuple(meaning(s)) if KEY in view.opened else ()
    rows = []
    for number, option in enumerate(council.open, 1):
        odds = forecast.of(option.id) if forecast else None
        shape = opened if option.id == view.option else row
        rows.append(shape(number, option, council, odds, view))
    many = len(council.open) > MANY
    said = f"Policy options · {council.slots} a turn"
    key = Key(said, name="odds key", tip="Press to read which endings these are", action=Fold(KEY))
    return Column((key, *told, *rows), gap=1.5 if many else 4)
