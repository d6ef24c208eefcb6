"""A line of the log: its date, what happened, and what that moved."""

from dataclasses import dataclass

from game.ui.intents import AskWhy
from game.ui.play.effects import minus
from game.ui.situation import Effect, LogLine
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Piece, flow
from game.ui.toolkit.theme import MEANT
from game.ui.toolkit.widget import Widget

SOUND = "sound"
TINTS = {"military": "bad", "diplomatic": "accent", "home": "caution", SOUND: "third"}
LEAST = 300.0  # dp that the text of a line needs before the column of effects may take its part


@dataclass(frozen=True)
class LogRow(Widget):
    """One line of the log, in full: it wraps rather than being cut.

    `widest` is the longest date of the log, so that all texts begin below each other.
    """

    date: str
    kind: str
    icon: str
    text: str
    widest: str = ""
    effects: tuple[Effect, ...] = ()

    def _left(self, kit: Kit) -> float:
        return kit.type.width(self.widest or self.date, "note") + 40

    def _right(self, kit: Kit) -> float:
        """Return how much of the row the effects take."""
        wide = max((kit.type.width(minus(e.text), "note") for e in self.effects), default=0.0)
        return wide + 22 if wide else 12.0

    def _text(self, kit: Kit, width: float) -> list[Piece]:
        room = max(LEAST, width - self._left(kit) - self._right(kit))
        return flow(self.text, kit, "note", min(room, width - self._left(kit) - 12))

    def _below(self, kit: Kit, width: float) -> bool:
        """Say whether the effects stand below the text, because there is no room beside it."""
        return bool(self.effects) and width - self._left(kit) - self._right(kit) < LEAST

    def height(self, kit: Kit, width: float) -> float:
        pieces = self._text(kit, width)
        lines, more = (pieces[-1].line + 1 if pieces else 1), len(self.effects)
        lines = lines + more if self._below(kit, width) else max(lines, more)
        return lines * kit.type.leading("note") + 5

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset", 4)
        kit, tall, left = canvas.kit, canvas.kit.type.leading("note"), self._left(canvas.kit)
        dim = self.kind == SOUND
        canvas.text(self.date, 4, 2, "note", "third")
        canvas.icon(self.icon, left - 24, 2 + (tall - 14) / 2, 14, TINTS[self.kind])
        pieces = self._text(kit, canvas.w)
        for p in pieces:
            ink = "third" if dim else "text"
            canvas.text(p.word.text, left + p.x, 2 + p.line * tall, "note", ink, italic=dim)
        y = 2 + (pieces[-1].line + 1) * tall if pieces and self._below(kit, canvas.w) else 2
        for effect in self.effects:
            canvas.text(minus(effect.text), canvas.w - 8, y, "note", MEANT[effect.good], "right")
            y += tall

    def describe(self) -> str:
        return ". ".join([f"{self.date}: {self.text}", *(e.text for e in self.effects)])


def log_row(line: LogLine, widest: str = "") -> LogRow:
    """Turn a line of the log into its row; a sound has nothing behind it to ask for."""
    subject = f"log:{line.id}"
    asked = line.kind != SOUND
    return LogRow(
        line.date, line.kind, line.icon, minus(line.text), widest, line.effects,
        name=subject if asked else "", group="log" if asked else "",
        action=AskWhy(subject) if asked else None,
    )  # fmt: skip
