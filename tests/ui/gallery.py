"""A screen that shows every widget of the toolkit, for tests and for those who look."""

from dataclasses import dataclass, replace

import pygame

from game.ui.intents import Close, Intent
from game.ui.screens.screen import Screen
from game.ui.toolkit.boxes import (
    OWN,
    Column,
    Flow,
    Gap,
    Ground,
    Panel,
    Row,
    Rule,
    Scroll,
    Sized,
)
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.choice import choices
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.entry import Entry, Typed
from game.ui.toolkit.fan import FanChart
from game.ui.toolkit.gauge import Gauge
from game.ui.toolkit.graph import Graph, Sign
from game.ui.toolkit.label import Label
from game.ui.toolkit.listrow import ListRow
from game.ui.toolkit.odds import OddsBar
from game.ui.toolkit.slider import Slid, Slider
from game.ui.toolkit.switch import Switch
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Ask:
    """Ask what something means."""

    subject: str


@dataclass(frozen=True)
class Set:
    """Set one of the gallery's own values."""

    what: str
    value: object


@dataclass(frozen=True)
class State:
    """What has been set."""

    chosen: int = 1
    tab: int = 0
    on: bool = True
    volume: int = 40
    typed: str = "monday"
    row: int = 0


LONG = (
    "A line that is long enough to wrap, with *bold words*, an _aside_ and [[a link|track:one]] "
    "that one can follow; then it goes on to [[another link that wraps|track:two]]. "
)
BANDS = (
    (40.0, 38, 36, 34, 33, 32), (43.0, 43, 42, 42, 42, 41), (46.0, 47, 48, 49, 50, 50),
    (49.0, 52, 54, 56, 58, 60), (53.0, 57, 61, 65, 68, 71),
)  # fmt: skip
HOLD = (46.0, 49, 52, 54, 57, 59)


class Gallery(Screen):
    """Every widget once, some twice."""

    name = "gallery"
    first = "primary"

    def __init__(self) -> None:
        self.state = State()
        self.asked: list[object] = []

    def build(self, width: float, height: float) -> Widget:
        parts = (
            _words(), _buttons(), _controls(self.state), _lists(self.state), _figures(), _charts(),
        )  # fmt: skip
        count = max(1, min(3, int(width - 24) // 424))
        columns = Row(tuple(Column(parts[i::count], gap=24) for i in range(count)), gap=24)
        return Row((Panel(Scroll(columns, name="gallery"), Ground("panel"), 24, 20),))

    def update(self, message: object) -> Intent | None:
        match message:
            case Set(what, value):
                self.state = replace(self.state, **{what: value})
            case Slid("volume", value):
                self.state = replace(self.state, volume=value)
            case Typed("name", text):
                self.state = replace(self.state, typed=text)
            case Ask():
                self.asked.append(message)
        return super().update(message)

    def key(self, event: pygame.Event) -> object | None:
        return Close() if event.key == pygame.K_ESCAPE else None


def _section(title: str, *parts: Widget) -> Widget:
    return Column((Label(title.upper(), "kicker", "accent"), Rule(), *parts), gap=8)


def _words() -> Widget:
    return _section(
        "Words",
        Label("A headline in serif", "display"),
        Label(LONG, "serif", link=Ask),
        Label(LONG, "note", "second", most=2),
        Label("scenarios/a-path-without-any-space-that-is-longer-than-a-line/map.yaml:28:13" * 2),
        bullets(("The first thing.", "The second thing, which needs more than one line " * 2)),
        Label("at the right", "caption", "caution", "right"),
    )


def _buttons() -> Widget:
    icons = tuple(
        IconButton(icon, down, name=f"icon:{icon}", group="icons", tip=tip, action=Ask(icon))
        for icon, tip, down in (
            ("plus", "Nearer", None), ("layers", "Who holds the ground", True),
            ("radar", "Warnings", False),
        )
    )  # fmt: skip
    able = IconButton("undo-2", name="undo", tip="Nothing to take back")
    return _section(
        "Buttons",
        Button("Commit orders", "play", "primary", "Ctrl+Enter", name="primary", action=Ask("p")),
        Row((
            Button("Plain", name="plain", action=Ask("plain")),
            Button("Delete", "trash-2", name="danger", action=Ask("danger")),
            Button("Not now", name="unable", tip="There is no slot left."),
        ), gap=8),
        Row((*icons, able, Gap(0)), (OWN, OWN, OWN, OWN, None), 6, middle=True),
    )  # fmt: skip


def _controls(s: State) -> Widget:
    return _section(
        "Controls",
        choices(
            "posture", ("restrained", "defend", "forward"), s.chosen, lambda i: Set("chosen", i)
        ),
        choices("tabs", ("Outlook", "Region"), s.tab, lambda i: Set("tab", i), look="tab"),
        Switch(s.on, "Patterns and strong fills", name="strong", action=Set("on", not s.on)),
        Slider(s.volume, "Volume", unit=" %", name="volume"),
        Entry(s.typed, "Keep as", name="name", action=Ask("keep")),
    )


def _lists(s: State) -> Widget:
    rows = tuple(
        ListRow(
            title, text, note, broken, s.row == i, name=f"save:{i}", group="saves",
            action=None if broken else Set("row", i), current=s.row == i,
        )
        for i, (title, text, note, broken) in enumerate((
            ("monday", "The long summer · turn 6 of 14", "28 Nov, 14:20", False),
            ("a name that is much longer than there is room for", "Turn 2 of 14", "27 Nov", False),
            ("old", "This file was cut short and cannot be read.", "broken", True),
        ))
    )  # fmt: skip
    return _section("Lists", *rows)


def _figures() -> Widget:
    gauges = tuple(
        Gauge(
            title, "gauge", value, change, threshold=bite, good=good, name=f"track:{title}",
            group="tracks", action=Ask(title), tip="What it measures, in a sentence.",
        )
        for title, value, change, bite, good in (
            ("Strain", 46, 5, 50, False), ("Trust", 68, -3, None, False),
            ("Ease", 100, 0, 90, None),
        )
    )  # fmt: skip
    return _section(
        "Figures",
        Row(gauges),
        OddsBar((38, 44, 18), 14, 21),
        OddsBar((96, 3, 1), 0, 2),
        OddsBar((0, 0, 100), 99, 100),
        OddsBar(None),
        OddsBar(None, games=150, wanted=500),
        Flow(
            tuple(Button(t, name=t, group="flow", action=Ask(t)) for t in ("One", "Two", "Three"))
        ),
        Sized(Ground("inset", "rule", 6), tall=20, wide=200),
    )


def _charts() -> Widget:
    ticks = tuple(f"T{i}" for i in range(3, 9))
    signs = (Sign(1, "Week 3: the road is closed"), Sign(4, "Week 9: a drone is shot down", "bad"))
    reached = tuple(replace(sign, action=Ask(sign.text)) for sign in signs)
    line = (46.0, 47, 45, 52, 58, 57, 61)
    return _section(
        "Charts",
        FanChart(BANDS, HOLD, "this option", "hold course", 75, "bites", ticks, 130),
        Graph("Escalation", line, reached, "flame", name="one"),
        Graph("A track with a long name", (98.0, 99, 100, 100), (), "gauge"),
        Graph("Only begun", (40.0,)),
    )


class Question(Screen):
    """A dialog whose head and foot stay while its text scrolls."""

    name = "question"
    clear = True
    first = "yes"

    def build(self, width: float, height: float) -> Widget:
        foot = Row((
            Button("Overwrite", kind="primary", name="yes", action=Close()),
            Button("Keep it", hint="Esc", name="no", action=Close()),
        ), gap=8)  # fmt: skip
        text = Column(tuple(Label(LONG, "serif", link=Ask) for _ in range(9)), gap=8)
        return Dialog(text, 560, head=Label("Overwrite it?", "display"), foot=foot)
