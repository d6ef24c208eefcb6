"""Top bar: scenario and side, date, the tracks that are always shown, three buttons."""

from dataclasses import dataclass

from game.ui.intents import AskWhy, Open
from game.ui.situation import Situation, Track
from game.ui.toolkit.boxes import Ground, Row
from game.ui.toolkit.button import IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.gauge import Gauge
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

TALL = 60


@dataclass(frozen=True)
class Mark(Widget):
    """The sign of the game, the title of the scenario and the player's side."""

    title: str
    side: str
    small: bool = False

    def paint(self, canvas: Canvas, hot: bool) -> None:
        y = (canvas.h - 34) / 2
        canvas.fill(Box(0, y, 34, 34), "primary", 8)
        canvas.icon("shield", 8, y + 8, 18, "white")
        if not self.small:
            first, second = canvas.kit.type.leading("head"), canvas.kit.type.leading("caption")
            top = (canvas.h - first - second) / 2
            canvas.text(self.title, 46, top, "head")
            canvas.text(self.side, 46, top + first, "caption", "second")

    def describe(self) -> str:
        return f"{self.title}, {self.side}"


@dataclass(frozen=True)
class Date(Widget):
    """Turn and dates."""

    turn: str
    dates: str

    def paint(self, canvas: Canvas, hot: bool) -> None:
        first, second = canvas.kit.type.leading("kicker"), canvas.kit.type.leading("strong")
        top = (canvas.h - first - second) / 2
        canvas.text(self.turn.upper(), 0, top, "kicker", "second")
        canvas.text(self.dates, 0, top + first, "strong")

    def describe(self) -> str:
        return f"{self.turn}, {self.dates}"


@dataclass(frozen=True)
class TopBar(Widget):
    """Lays the parts out; on a narrow screen the words of the mark go first."""

    situation: Situation

    def height(self, kit: Kit, width: float) -> float:
        return TALL

    def lay(self, page: Page, box: Box) -> None:
        s, small = self.situation, box.w < 1300
        Ground("ground").lay(page, box)
        Ground("rule").lay(page, Box(box.x, box.bottom - 1, box.w, 1))
        buttons = Row(tuple(button(*b) for b in BUTTONS), gap=6)
        date = Date(f"Turn {s.turn} of {s.turns}", s.dates.rpartition(" ")[0] if small else s.dates)
        wide = (
            max(
                page.kit.type.width(date.dates, "strong"),
                page.kit.type.width(date.turn.upper(), "kicker"),
            )
            + 6
        )
        parts: tuple[Widget, ...] = (
            Mark(s.scenario, s.side, small),
            date,
            Row(tuple(gauge(t) for t in s.tracks if t.always), gap=2),
        )
        names = (page.kit.type.width(*name) for name in ((s.scenario, "head"), (s.side, "caption")))
        mark = 40 if small else max(names) + 54
        rows = Row((*parts, Middle(buttons, 34)), (mark, wide, None, 114), 12 if small else 18)
        rows.lay(page, Box(box.x + 16, box.y, box.w - 32, box.h - 1))


@dataclass(frozen=True)
class Middle(Widget):
    """A child of known height in the middle of its box."""

    child: Widget
    tall: float

    def lay(self, page: Page, box: Box) -> None:
        self.child.lay(page, Box(box.x, box.y + (box.h - self.tall) / 2, box.w, self.tall))


BUTTONS = (
    ("history", "history", "History: how we came here (H)", Open("history")),
    ("help", "keyboard", "Keys and help (F1)", Open("help")),
    ("menu", "settings", "Saves, settings, leave (Esc)", Open("menu")),
)


def button(name: str, icon: str, tip: str, action: object) -> IconButton:
    """Return a button of the bar."""
    return IconButton(icon, name=f"bar:{name}", tip=tip, action=action)


def gauge(track: Track) -> Gauge:
    """Turn a track into its gauge."""
    return Gauge(
        track.title, track.icon, track.value, track.change,
        threshold=track.bite, good=track.good,
        name=f"track:{track.id}", group="tracks", action=AskWhy(f"track:{track.id}"),
        tip=track.text,
    )  # fmt: skip
