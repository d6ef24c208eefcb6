"""Label: text that wraps, with *bold* words and [[links|subject]]."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

MARKUP = re.compile(r"\*(?P<bold>[^*]+)\*|\[\[(?P<link>[^|\]]+)\|(?P<subject>[^\]]+)\]\]")


class Word(NamedTuple):
    """A word and how it is set."""

    text: str
    bold: bool
    subject: str
    glued: bool  # no space before it


def words(text: str) -> list[Word]:
    """Read the markup."""
    out: list[Word] = []
    end = 0
    for m in [*MARKUP.finditer(text), None]:
        plain = text[end : m.start() if m else len(text)]
        out += _split(plain, False, "", bool(out) and not plain.startswith(" "))
        if m:
            glued = bool(out) and not text[: m.start()].endswith(" ")
            out += _split(m["bold"] or m["link"], bool(m["bold"]), m["subject"] or "", glued)
            end = m.end()
    return out


def _split(text: str, bold: bool, subject: str, glued: bool) -> list[Word]:
    return [Word(t, bold, subject, glued and i == 0) for i, t in enumerate(text.split())]


class Piece(NamedTuple):
    """A word and where it lies in its label."""

    word: Word
    x: float
    line: int
    wide: float


def flow(text: str, kit: Kit, style: str, width: float) -> list[Piece]:
    """Break text into lines no wider than `width`; return the runs that are set alike."""
    key = (text, style, width)
    runs: list[Piece] = kit.flows.get(
        key, lambda: _runs(_broken(text, kit, style, width), kit, style)
    )
    return runs


def _runs(pieces: list[Piece], kit: Kit, style: str) -> list[Piece]:
    """Join neighbours that are set alike, so that the font spaces them."""
    out: list[Piece] = []
    for p in pieces:
        last = out[-1] if out and out[-1].line == p.line else None
        gap = "" if p.word.glued else " "
        if last and last.word[1:3] == p.word[1:3]:
            text = last.word.text + gap + p.word.text
            out[-1] = last._replace(
                word=last.word._replace(text=text), wide=kit.type.width(text, style, p.word.bold)
            )
        else:
            out.append(
                p._replace(
                    x=last.x + last.wide + 1.2 * kit.type.space(style) * bool(gap) if last else 0
                )
            )
    return out


def _broken(text: str, kit: Kit, style: str, width: float) -> list[Piece]:
    out: list[Piece] = []
    space, x, line = kit.type.space(style), 0.0, 0
    for word in words(text):
        wide = kit.type.width(word.text, style, word.bold)
        step = 0 if word.glued or x == 0 else space
        if x and not word.glued and x + step + wide > width - 1:
            x, line, step = 0, line + 1, 0
        out.append(Piece(word, x + step, line, wide))
        x += step + wide
    return out


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
    """Text that wraps. `ask` turns the subject of a link into an action."""

    text: str
    style: str = "body"
    ink: str = "text"
    anchor: str = "left"
    link: type | None = None

    def height(self, kit: Kit, width: float) -> float:
        pieces = flow(self.text, kit, self.style, width)
        return (pieces[-1].line + 1 if pieces else 0) * kit.type.leading(self.style)

    def width(self, kit: Kit) -> float:
        return kit.type.width(self.text, self.style) + 2

    def lay(self, page: Page, box: Box) -> None:
        page.add(self, box)
        if self.link is None:
            return
        tall = page.kit.type.leading(self.style)
        for p in flow(self.text, page.kit, self.style, box.w):
            if p.word.subject:
                where = Box(box.x + p.x, box.y + p.line * tall, p.wide, tall)
                name = f"link:{p.word.subject}:{p.word.text}"
                page.add(Link(p.word.text, name=name, action=self.link(p.word.subject)), where)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        tall = canvas.kit.type.leading(self.style)
        for line in self._lines(canvas):
            slack = canvas.w - (line[-1].x + line[-1].wide)
            shift = slack * {"left": 0, "centre": 0.5, "right": 1}[self.anchor]
            for p in line:
                ink = "accent" if p.word.subject else self.ink
                canvas.text(
                    p.word.text, p.x + shift, p.line * tall, self.style, ink, bold=p.word.bold
                )

    def _lines(self, canvas: Canvas) -> list[list[Piece]]:
        pieces = flow(self.text, canvas.kit, self.style, canvas.w)
        count = pieces[-1].line + 1 if pieces else 0
        return [[p for p in pieces if p.line == i] for i in range(count)]

    def describe(self) -> str:
        return " ".join(w.text for w in words(self.text))
