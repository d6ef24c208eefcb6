"""Label: text that wraps, with *bold* and _italic_ words and [[links|subject]]."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import Piece, Word, flow, plain, tall, words
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

__all__ = ["Label", "Link", "Piece", "Word", "flow", "words"]

ANCHORS = {"left": 0.0, "centre": 0.5, "right": 1.0}
EDGE = 1.0  # dp that the last letter of a line keeps from the edge, which would cut it
ENDLESS = 100_000.0  # dp; a width at which nothing breaks


@dataclass(frozen=True)
class Link(Widget):
    """The place of a link in a label."""

    words: str = ""

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.line(0, canvas.h - 2, canvas.w, canvas.h - 2, "accent" if hot else "strong")

    def describe(self) -> str:
        return f"link: {self.words}"


@dataclass(frozen=True)
class Label(Widget):
    """Text that wraps. `link` is called with the subject of a link and makes its action.

    `most` is the greatest number of lines, 0 for as many as it takes.
    """

    text: str
    style: str = "body"
    ink: str = "text"
    anchor: str = "left"
    link: type | None = None
    most: int = 0

    def height(self, kit: Kit, width: float) -> float:
        return tall(self.text, kit, self.style, width, self.most)

    def width(self, kit: Kit) -> float:
        pieces = flow(self.text, kit, self.style, ENDLESS)
        return max((p.x + p.wide for p in pieces), default=0) + 2

    def lay(self, page: Page, box: Box) -> None:
        page.add(self, box)
        if self.link is None:
            return
        line, names = page.kit.type.leading(self.style), dict[str, str]()
        for p, shift in self._pieces(page.kit, box.w):
            if subject := p.word.subject:
                name = names.setdefault(subject, page.free(f"link:{subject}"))
                where = Box(box.x + p.x + shift, box.y + p.line * line, p.wide, line)
                page.add(Link(p.word.text, name=name, action=self.link(subject)), where)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        line = canvas.kit.type.leading(self.style)
        for p, shift in self._pieces(canvas.kit, canvas.w):
            ink = "accent" if p.word.subject and self.link else self.ink
            canvas.text(
                p.word.text, p.x + shift, p.line * line, self.style, ink,
                bold=p.word.bold, italic=p.word.italic,
            )  # fmt: skip

    def _pieces(self, kit: Kit, width: float) -> list[tuple[Piece, float]]:
        """Return the runs, each with how far its line is moved to the right."""
        pieces = flow(self.text, kit, self.style, width, self.most)
        ends = {p.line: p.x + p.wide for p in pieces}
        share = ANCHORS[self.anchor]
        room = {line: max(0.0, width - end - EDGE) for line, end in ends.items()}
        return [(p, share * room[p.line]) for p in pieces]

    def describe(self) -> str:
        return plain(self.text)
