"""The lower strip: log with filters, forecast against holding course."""

from dataclasses import dataclass

from game.ui.intents import AskWhy
from game.ui.play.view import Filter, Show, View
from game.ui.situation import LogLine, Situation
from game.ui.toolkit.boxes import OWN, Column, Ground, Panel, Row, Scroll
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.choice import choices
from game.ui.toolkit.fan import FanChart
from game.ui.toolkit.gauge import signed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label, Piece, flow
from game.ui.toolkit.widget import Widget

KINDS = ("all", "military", "diplomatic", "home")
NAMES = ("All", "Military", "Diplomatic", "Home")
TINTS = {"military": "bad", "diplomatic": "accent", "home": "caution"}


@dataclass(frozen=True)
class LogRow(Widget):
    """One line of the log, in full: it wraps rather than being cut."""

    date: str
    kind: str
    icon: str
    text: str
    effects: tuple[tuple[str, int, bool], ...]

    def _side(self, kit: Kit) -> float:
        return max(
            [kit.type.width(f"{t} {signed(n)}", "caption-bold") for t, n, _ in self.effects] or [0]
        )

    def _left(self, kit: Kit) -> float:
        return kit.type.width("30 Nov", "note") + 40

    def _text(self, kit: Kit, width: float) -> list[Piece]:
        return flow(self.text, kit, "note", width - self._left(kit) - self._side(kit) - 24)

    def height(self, kit: Kit, width: float) -> float:
        lines = self._text(kit, width)[-1].line + 1
        return max(lines, len(self.effects)) * kit.type.leading("note") + 5

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset", 4)
        kit, tall, left = canvas.kit, canvas.kit.type.leading("note"), self._left(canvas.kit)
        canvas.text(self.date, 4, 2, "note", "third")
        canvas.icon(self.icon, left - 24, 2 + (tall - 14) / 2, 14, TINTS[self.kind])
        for p in self._text(kit, canvas.w):
            canvas.text(p.word.text, left + p.x, 2 + p.line * tall, "note", "text")
        for i, (title, amount, good) in enumerate(self.effects):
            y = 2 + i * tall
            wide = canvas.text(
                signed(amount), canvas.w - 4, y, "caption-bold", "good" if good else "bad", "right"
            )
            canvas.text(title, canvas.w - 8 - wide, y, "caption", "second", "right")

    def describe(self) -> str:
        moved = ", ".join(f"{t} {signed(n)}" for t, n, _ in self.effects)
        return f"{self.date}: {self.text} {moved}"


def log_row(line: LogLine) -> LogRow:
    """Turn a line of the log into its row."""
    effects = tuple((e.title, e.amount, e.good) for e in line.effects)
    return LogRow(
        line.date,
        line.kind,
        line.icon,
        line.text,
        effects,
        name=line.id,
        group="log",
        action=AskWhy(line.id),
    )


def log(s: Situation, view: View, title: bool = True) -> Widget:
    """Return filters and the lines they let through."""
    lines = [log_row(line) for line in s.log if view.kind in ("all", line.kind)]
    chosen = KINDS.index(view.kind)
    filters = choices(
        "log filter", NAMES, chosen, lambda i: Filter(KINDS[i]), widths=(OWN,) * len(NAMES)
    )
    kicker = Panel(Label("EVENT LOG", "kicker", "accent"), Ground(alpha=0), 0, 4)
    head = Row((kicker, filters), (OWN, None), 16) if title else filters
    return Column((head, Scroll(Column(tuple(lines), gap=1), name="log")), gap=6, fill=1)


def chart(s: Situation, view: View) -> FanChart:
    """Return the forecast of escalation for the option that is looked at."""
    option = s.option(view.option)
    fan = option.fan or s.hold
    bands = (fan.p5, fan.p25, fan.p50, fan.p75, fan.p95)
    ticks = ("now", *(f"T{s.turn + i}" for i in range(1, 9)))
    track = next(t for t in s.tracks if t.id == "escalation")
    return FanChart(
        bands,
        s.hold.p50,
        "this option",
        "hold course",
        track.threshold or 0,
        "retaliation in Iraq",
        ticks,
    )


def forecast(s: Situation, view: View) -> Widget:
    """Return title and chart."""
    title = s.option(view.option).title
    head = Label(f"Escalation with *{title}*, against holding course", "note", "second")
    return Column((Label("FORECAST", "kicker", "accent"), head, chart(s, view)), gap=2, fill=2)


def bottom(s: Situation, view: View, narrow: bool) -> Widget:
    """Return both side by side, or as tabs where the strip is narrow."""
    if narrow:
        tabs = choices(
            "strip", ("Event log", "Forecast"), view.tab, Show, look="tab", widths=(OWN, OWN)
        )
        front = forecast(s, view) if view.tab else log(s, view, title=False)
        return Panel(Column((tabs, front), gap=6, fill=1), Ground("panel"), 14, 4)
    line = Panel(Ground("rule"), Ground(alpha=0), 0, 2)
    return Panel(
        Row((log(s, view), line, forecast(s, view)), (None, 1, 400), 16), Ground("panel"), 16, 10
    )
