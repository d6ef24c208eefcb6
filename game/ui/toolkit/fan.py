"""Fan chart: the bands of a forecast against the median of the alternative."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

Line = tuple[float, ...]
CLOSE = 7  # turns; of more, every other one is named
APART = 6.0  # dp between now and the turn after it
LEAST = 3.0  # lines of text; where there is less room, the chart becomes a sentence


@dataclass(frozen=True)
class FanChart(Widget):
    """Bands: p5, p25, p50, p75, p95, one figure per turn. Without a title there is no choice."""

    bands: tuple[Line, Line, Line, Line, Line]
    hold: Line
    title: str
    other: str
    threshold: float | None
    bites: str
    ticks: tuple[str, ...]
    tall: float = 100

    def height(self, kit: Kit, width: float) -> float:
        return max(self.tall, 5 * kit.type.leading("caption"))

    def paint(self, canvas: Canvas, hot: bool) -> None:
        small = canvas.kit.type.leading("caption")
        if canvas.h < LEAST * small:
            words = shortened(self.describe(), canvas.kit, "caption", canvas.w)
            canvas.text(words, 0, 0, "caption", "second")
            return
        wide = max(canvas.kit.type.width(t, "caption-bold") for t in (self.title, self.other))
        plot = Box(26, small / 2, canvas.w - 26 - wide - 12, canvas.h - small * 1.5 - 3)
        self._scale(canvas, plot, small)
        self._band(canvas, plot, 0, 4, 60)
        self._band(canvas, plot, 1, 3, 110)
        self._stroke(canvas, plot, self.hold, "text", 1.3, 4)
        if self.title:
            self._stroke(canvas, plot, self.bands[2], "accent", 1.8)
        self._names(canvas, plot, small)

    def _at(self, plot: Box, i: float, value: float) -> tuple[float, float]:
        low, high = self._span()
        steps = len(self.hold) - 1
        return plot.x + plot.w * i / steps, plot.bottom - plot.h * (value - low) / (high - low)

    def _span(self) -> tuple[float, float]:
        low = min(*self.bands[0], *self.hold)
        top = max(*self.bands[4], *self.hold, 0 if self.threshold is None else self.threshold + 8)
        return max(0, min(90, 10 * (low // 10))), min(100, 10 * (top // 10 + 1))

    def _scale(self, canvas: Canvas, plot: Box, small: float) -> None:
        low, high = self._span()
        mark = None if self.threshold is None else self._at(plot, 0, self.threshold)[1]
        for value in (low, high):
            y = self._at(plot, 0, value)[1]
            canvas.line(plot.x, y, plot.right, y, "rule")
            if mark is None or abs(mark - y) >= small:  # the level that matters has the room
                canvas.text(f"{value:.0f}", plot.x - 6, y - small / 2, "caption", "third", "right")
        self._dates(canvas, plot)
        if self.threshold is None:
            return
        y = self._at(plot, 0, self.threshold)[1]
        canvas.line(plot.x, y, plot.right, y, "bad")
        canvas.text(f"{self.threshold:g}", plot.x - 6, y - small / 2, "caption", "bad", "right")
        canvas.text(self.bites, plot.x + 6, y - small, "caption", "bad")

    def _dates(self, canvas: Canvas, plot: Box) -> None:
        """Write now, and each turn or every other one back from the last, if it is not too near."""
        last, y = len(self.ticks) - 1, plot.bottom + 4
        used = plot.x + canvas.text(self.ticks[0], plot.x, y, "caption", "third")
        for i, tick in enumerate(self.ticks[1:], 1):
            x = self._at(plot, i, 0)[0]
            left = x - canvas.kit.type.width(tick, "caption") / 2
            if ((last - i) % 2 == 0 or last < CLOSE) and left > used + APART:
                canvas.text(tick, x, y, "caption", "third", "centre")

    def _band(self, canvas: Canvas, plot: Box, low: int, high: int, alpha: int) -> None:
        up = [self._at(plot, i, v) for i, v in enumerate(self.bands[high])]
        down = [self._at(plot, i, v) for i, v in enumerate(self.bands[low])]
        canvas.polygon(up + down[::-1], "accent", alpha)

    def _stroke(
        self, canvas: Canvas, plot: Box, line: Line, ink: str, width: float, dash: float = 0
    ) -> None:
        canvas.stroke([self._at(plot, i, value) for i, value in enumerate(line)], ink, width, dash)

    def _names(self, canvas: Canvas, plot: Box, small: float) -> None:
        last = len(self.hold) - 1
        y, other = (self._at(plot, last, v)[1] for v in (self.bands[2][-1], self.hold[-1]))
        gap = small + 1
        if self.title and abs(y - other) < gap:
            middle, way = (y + other) / 2, 1 if y >= other else -1
            y, other = middle + way * gap / 2, middle - way * gap / 2
        canvas.text(self.title, plot.right + 10, y - small / 2, "caption-bold", "accent")
        canvas.text(self.other, plot.right + 10, other - small / 2, "caption-bold", "text")

    def describe(self) -> str:
        mine = f"{self.title} {self.bands[2][-1]:.0f}, " if self.title else ""
        return f"forecast: {mine}{self.other} {self.hold[-1]:.0f}"
