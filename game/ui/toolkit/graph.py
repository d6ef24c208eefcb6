"""Graph: a figure over many turns, with signs where something was decided or happened."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

TALL, SPAN, TOP = 46.0, 20.0, 100.0  # dp of height; points that the scale covers: least and most
NAME, FIGURE, ENDS = 160.0, 40.0, 30.0  # dp of the name, of the last figure, of the scale
SPOT, DOT = 14.0, 6.0


@dataclass(frozen=True)
class Sign:
    """A mark on the line at one of its figures; a text gives it a card, an action a key."""

    at: int
    text: str = ""
    ink: str = "caution"
    action: object = None


@dataclass(frozen=True)
class SignSpot(Widget):
    """The place of a sign, so that mouse and keys find it."""

    ink: str = "caution"

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = 1.5 * DOT if hot else DOT
        middle = canvas.w / 2, canvas.h / 2
        canvas.fill(Box(middle[0] - size / 2, middle[1] - size / 2, size, size), self.ink, size / 2)

    def describe(self) -> str:
        return self.tip or "sign"


@dataclass(frozen=True)
class Graph(Widget):
    """A line from the first turn to the last known, on a scale that its own figures need."""

    title: str
    values: tuple[float, ...]
    signs: tuple[Sign, ...] = ()
    icon: str = ""

    def height(self, kit: Kit, width: float) -> float:
        return max(TALL, 2 * kit.type.leading("caption") + 6)

    def _plot(self, width: float, height: float) -> Box:
        left = min(NAME, width * 0.3) + ENDS
        return Box(left, 5, width - left - FIGURE, height - 10)

    def _ends(self) -> tuple[float, float]:
        """Return the ends of the scale, in whole tens."""
        low, high = 10 * (min(self.values) // 10), min(TOP, 10 * (max(self.values) // 10 + 1))
        low = max(0.0, min(low, high - SPAN))
        return low, max(high, low + SPAN)

    def _at(self, plot: Box, i: float, value: float) -> tuple[float, float]:
        low, high = self._ends()
        steps = max(1, len(self.values) - 1)
        return plot.x + plot.w * i / steps, plot.bottom - plot.h * (value - low) / (high - low)

    def lay(self, page: Page, box: Box) -> None:
        page.add(self, box)
        plot = self._plot(box.w, box.h)
        for n, sign in enumerate(s for s in self.signs if s.text):
            x, y = self._at(plot, sign.at, self.values[sign.at])
            spot = Box(box.x + x - SPOT / 2, box.y + y - SPOT / 2, SPOT, SPOT)
            name = page.free(f"sign:{self.title}:{n}")
            page.add(
                SignSpot(
                    sign.ink, name=name, group=f"signs:{self.title}", tip=sign.text,
                    action=sign.action,
                ), spot,
            )  # fmt: skip

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit, plot = canvas.kit, self._plot(canvas.w, canvas.h)
        small = kit.type.leading("caption")
        y = (canvas.h - small) / 2
        left = 22 if self.icon else 0
        if self.icon:
            canvas.icon(self.icon, 0, (canvas.h - 14) / 2, 14)
        room = plot.x - ENDS - left - 6
        canvas.text(shortened(self.title, kit, "caption", room), left, y, "caption", "second")
        canvas.fill(plot, "ground", 3)
        self._scale(canvas, plot, small)
        points = [self._at(plot, i, value) for i, value in enumerate(self.values)]
        if len(points) > 1:
            canvas.stroke(points, "accent", 1.8)
        else:
            canvas.fill(Box(points[0][0], points[0][1] - 2.5, 5, 5), "accent", 2.5)
        for sign in self.signs:
            if not sign.text:
                x, mid = points[sign.at]
                canvas.fill(Box(x - DOT / 2, mid - DOT / 2, DOT, DOT), sign.ink, DOT / 2)
        canvas.text(f"{self.values[-1]:.0f}", canvas.w - 2, y, "caption-bold", "text", "right")

    def _scale(self, canvas: Canvas, plot: Box, small: float) -> None:
        for value, y in zip(self._ends(), (plot.bottom - small + 4, plot.y - 4), strict=True):
            canvas.text(f"{value:.0f}", plot.x - 5, y, "caption", "third", "right")

    def describe(self) -> str:
        ends = f"from {self.values[0]:.0f} to {self.values[-1]:.0f}"
        return f"{self.title}: {ends} in {len(self.values)} steps"
