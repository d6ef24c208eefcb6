"""List row: a title, a line below it and a note at the right, in a list to choose from."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import flow, shortened, tall
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

PAD = 14.0


@dataclass(frozen=True)
class ListRow(Widget):
    """What can be chosen; `broken` says why it cannot, `mark` that it is the one chosen."""

    title: str
    text: str
    note: str = ""
    broken: bool = False
    mark: bool = False

    @property
    def sound(self) -> str:
        return "select"

    def height(self, kit: Kit, width: float) -> float:
        below = tall(self.text, kit, "note", width - 2 * PAD)
        return kit.type.leading("title") + below + 16

    def paint(self, canvas: Canvas, hot: bool) -> None:
        kit, lit = canvas.kit, hot and self.able
        edge = "accent" if self.mark else "strong" if lit else "rule"
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if lit else "card", 6, edge)
        room = (
            canvas.w
            - 2 * PAD
            - canvas.text(self.note, canvas.w - PAD, 9, "note", "second", "right")
        )
        title = shortened(self.title, kit, "title", room - 8)
        canvas.text(title, PAD, 8, "title", "second" if self.broken else "text")
        y, line = 8 + kit.type.leading("title"), kit.type.leading("note")
        for p in flow(self.text, kit, "note", canvas.w - 2 * PAD):
            ink = "caution" if self.broken else "text" if p.word.bold else "second"
            at = PAD + p.x, y + p.line * line
            canvas.text(p.word.text, *at, "note", ink, bold=p.word.bold, italic=p.word.italic)

    def describe(self) -> str:
        mark = ", chosen" if self.mark else ""
        return f"{self.title}{mark}. {self.note}. {self.text}".replace(". . ", ". ")
