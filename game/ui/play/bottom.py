"""The lower strip: log with filters, forecast against holding course, regional tracks."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from game.ui.play import options
from game.ui.play.chips import IconSegment
from game.ui.play.logrow import LogRow, log_row
from game.ui.play.topbar import gauge
from game.ui.play.view import Chart, Filter, Show, View
from game.ui.situation import Fan, Forecast, LogLine, Situation, Track
from game.ui.toolkit.boxes import OWN, Column, Ground, Panel, Row, Scroll
from game.ui.toolkit.choice import choices
from game.ui.toolkit.fan import FanChart, Line
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

KINDS = ("all", "military", "diplomatic", "home")
NAMES = ("All", "Military", "Diplomatic", "Home")
HOLD = "hold"
NEAR = 5.0  # points from which on a level is worth a mark in the outlook


@dataclass(frozen=True)
class LogList(Widget):
    """The rows below each other; their heights are kept, because there are many of them."""

    rows: tuple[LogRow, ...]

    def _tops(self, kit: Kit, width: float) -> list[float]:
        """Return where each row begins, and where the last one ends."""
        key = ("log", self.rows, width)
        tops: list[float] = kit.flows.get(
            key, lambda: list(accumulate((r.height(kit, width) + 1 for r in self.rows), initial=0))
        )
        return tops

    def height(self, kit: Kit, width: float) -> float:
        return self._tops(kit, width)[-1]

    def lay(self, page: Page, box: Box) -> None:
        tops = self._tops(page.kit, box.w)
        for row, (top, low) in zip(self.rows, pairwise(tops), strict=True):
            page.add(row, Box(box.x, box.y + top, box.w, low - top - 1))


def log(s: Situation, view: View, title: bool = True) -> Widget:
    """Return filters and the lines they let through."""
    chosen = KINDS.index(view.kind)
    widths = (OWN,) * len(NAMES)
    filters = choices("log filter", NAMES, chosen, lambda i: Filter(KINDS[i]), widths=widths)
    kicker = Panel(Label("EVENT LOG", "kicker", "accent"), Ground(alpha=0), 0, 4)
    head = Row((kicker, filters), (OWN, None), 16) if title else filters
    none = "Nothing of this kind has happened lately." if s.log else "Nothing has happened yet."
    lines = rows(s.log, view.kind)
    list_ = LogList(lines) if lines else Label(none, "note", "second")
    return Column((head, Scroll(list_, name="log")), gap=6, fill=1)


@lru_cache(2)
def rows(log: tuple[LogLine, ...], kind: str) -> tuple[LogRow, ...]:
    """Return the rows of the lines of a kind; made once for a log, because there are many."""
    widest = max((line.date for line in log), key=len, default="")
    return tuple(log_row(line, widest) for line in log if kind in ("all", line.kind))


def chart(s: Situation, forecast: Forecast | None, view: View) -> Widget:
    """Return the way of a track under the option that is looked at, against holding course."""
    hold = _fan(forecast, HOLD, view.track)
    fan = _fan(forecast, view.option, view.track) or hold
    if not hold or not fan or len(hold.p50) < 2:
        course = forecast.hold if forecast else None
        told = "The last turn: nothing is left to foresee."
        note = options.waiting(course) if course is None or course.none else told
        return Label(note, "note", "second")
    track = s.track(view.track)
    now = (track.value,)
    low, below, middle, above, high = (
        now + line for line in (fan.p5, fan.p25, fan.p50, fan.p75, fan.p95)
    )
    turns = range(s.turn + 1, s.turn + len(fan.p50) + 1)
    ticks = ("now", *(f"T{turn}" if turn <= s.turns else "end" for turn in turns))
    mine = "" if fan == hold else "this option"
    held = "standing answer" if s.incident else "hold course"
    bands = (low, below, middle, above, high)
    return FanChart(bands, now + hold.p50, mine, held, *_mark(track, bands), ticks)


def _mark(track: Track, bands: tuple[Line, ...]) -> tuple[float | None, str]:
    """Return the level at which a track bites, where it may come near within the game."""
    if track.bite is None or not min(bands[0]) - NEAR <= track.bite <= max(bands[-1]) + NEAR:
        return None, ""
    return track.bite, track.bites


def _fan(forecast: Forecast | None, choice: str, track: str) -> Fan | None:
    return forecast.fans.get(choice, {}).get(track) if forecast else None


def outlook(s: Situation, forecast: Forecast | None, view: View) -> Widget:
    """Return title and chart."""
    track = s.track(view.track)
    told = f"*{track.title}* if the course is held"
    if s.incident:
        told = f"*{track.title}* with the standing answer"
    if s.council and any(option.id == view.option for option in s.council.open):
        title = s.council.option(view.option).title
        told = f"*{track.title}* with *{title}*, against holding course"
    head = Label(told, "note", "second", most=1)
    return Column((head, chart(s, forecast, view)), gap=3, fill=1)


def pick(s: Situation, view: View) -> Widget:
    """Return the choice of the track whose outlook is shown, an icon for each."""
    shown = [t for t in s.tracks if t.always]
    icons = tuple(
        IconSegment(
            t.icon, name=f"chart:{t.id}", group="chart track", tip=f"Outlook of {t.title}",
            action=Chart(t.id), current=t.id == view.track,
        )
        for t in shown
    )  # fmt: skip
    return Row(icons, (OWN,) * len(icons), 4, middle=True)


def region(s: Situation) -> Widget:
    """Return the regional tracks and what stands as a fact for all."""
    tracks = [t for t in s.tracks if not t.always]
    rows = [Row(tuple(map(gauge, tracks[i : i + 2])), gap=10) for i in range(0, len(tracks), 2)]
    facts = tuple(Label(f"{name}: *{level}*", "caption", "second") for name, level in s.statuses)
    return Scroll(Column((*rows, *facts), gap=2), name="region")


def bottom(s: Situation, forecast: Forecast | None, view: View, narrow: bool) -> Widget:
    """Return log and outlook side by side, or as tabs where the strip is narrow."""
    parts = {
        "Event log": lambda: log(s, view, title=not narrow),
        "Outlook": lambda: outlook(s, forecast, view),
        "Region": lambda: region(s),
    }
    names = tuple(parts) if narrow else tuple(parts)[1:]
    here = min(view.tab, len(names) - 1)
    tabs = choices("strip", names, here, Show, look="tab", widths=(OWN,) * len(names))
    head = Row((tabs, pick(s, view)), (None, OWN), 8) if names[here] == "Outlook" else tabs
    front = Column((head, parts[names[here]]()), gap=4, fill=1)
    if narrow:
        return Panel(front, Ground("panel"), 14, 4)
    line = Panel(Ground("rule"), Ground(alpha=0), 0, 2)
    row = Row((log(s, view), line, front), (None, 1, 430), 16)
    return Panel(row, Ground("panel"), 16, 8)
