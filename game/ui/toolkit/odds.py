"""Odds: three shares in one bar, with the interval; grey while they cannot be told."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

INKS = ("aim", "other", "worst")
THIN = 3  # dp of the bar that fills while futures are played


@dataclass(frozen=True)
class OddsBar(Widget):
    """The aim, other endings and the worst, in per cent; `low` and `high` bound the worst.

    The less sure the worst is, the softer its edge. Without shares, `games` of those `wanted` have
    been played.
    """

    shares: tuple[int, int, int] | None
    low: int = 0
    high: int = 0
    games: int = 0
    wanted: int = 0
    tall: float = 16

    def height(self, kit: Kit, width: float) -> float:
        return max(self.tall, kit.type.leading("caption") + 1)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if self.shares is None:
            return self._unknown(canvas, Box(0, 0, canvas.w, canvas.h))
        boxes = self._boxes(canvas, self.shares)
        for box, ink in zip(boxes, INKS, strict=True):
            if box.w > 0.5:
                canvas.fill(box, ink, 3)
        left, right = (self._end(canvas, 100 - v) for v in (self.high, self.low))
        if right - left > 2 and self.shares[2]:
            canvas.blend(Box(left, 0, right - left, canvas.h), "other", "worst")
        notes = ("", "", f"  {self.low}–{self.high}")
        for box, share, note in zip(boxes, self.shares, notes, strict=True):
            self._figure(canvas, box, f"{share}%", note)
        return None

    def _end(self, canvas: Canvas, share: float) -> float:
        return canvas.w * share / 100

    def _boxes(self, canvas: Canvas, shares: tuple[int, int, int]) -> tuple[Box, Box, Box]:
        one, two = self._end(canvas, shares[0]), self._end(canvas, shares[0] + shares[1])
        return (
            Box(0, 0, one, canvas.h),
            Box(one, 0, two - one, canvas.h),
            Box(two, 0, canvas.w - two, canvas.h),
        )

    def _figure(self, canvas: Canvas, box: Box, text: str, note: str) -> None:
        kit, y = canvas.kit, (box.h - canvas.kit.type.leading("caption-bold")) / 2
        first, second = kit.type.width(text, "caption-bold"), kit.type.width(note, "caption")
        if box.w < first + 8:
            return
        second = second if note and box.w > first + second + 14 else 0
        x = box.x + (box.w - first - second) / 2
        canvas.text(text, x, y, "caption-bold", "white")
        if second:
            canvas.text(note, x + first, y, "caption", "white")

    def _unknown(self, canvas: Canvas, box: Box) -> None:
        canvas.fill(box, "inset", 3, "rule")
        if 0 < self.games < self.wanted:
            thin = Box(0, box.h - THIN, max(4, box.w * self.games / self.wanted), THIN)
            canvas.fill(thin, "third", 1)
        y = (box.h - canvas.kit.type.leading("caption")) / 2
        text = shortened(self._state(), canvas.kit, "caption", box.w)
        canvas.text(text, box.w / 2, y, "caption", "second", "centre")

    def _state(self) -> str:
        """Say why there are no shares: they are being worked out, or they cannot be told."""
        if self.games >= self.wanted:
            return "can't tell"
        return f"{self.games} of {self.wanted}" if self.games else "working …"

    def describe(self) -> str:
        if self.shares is None:
            return f"odds: {self._state()}"
        aim, other, worst = self.shares
        sure = f"{worst} % the worst ({self.low} to {self.high})"
        return f"odds: {aim} % the aim, {other} % another ending, {sure}"
