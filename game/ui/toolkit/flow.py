"""Flow: words with marks broken into lines. `*bold*`, `_italic_`, `[[words|subject]]`."""

import re
from bisect import bisect_right
from typing import NamedTuple

from game.ui.toolkit.kit import Kit

MARKUP = re.compile(
    r"\*(?P<bold>[^*\n]+)\*"
    r"|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)"
    r"|\[\[(?P<link>[^|\]]+)\|(?P<subject>[^\]]+)\]\]"
)
SLACK = 1  # dp that a line stays under its width, because runs are wider than their words
LONG = 300  # dp from which on a line stays further under it: it has more words
LOOSE = " ·(,;:"  # what is not left at the end of a text that was cut
HANGS = 3  # letters, such as a full stop, that stay with the word before them
WIDER = 1.2  # how much wider a space is between runs that are set differently


class Word(NamedTuple):
    """A word and how it is set."""

    text: str
    bold: bool = False
    subject: str = ""
    glued: bool = False  # no space before it
    italic: bool = False
    cut: bool = False  # the rest of a word that was too long, which may begin a line

    @property
    def look(self) -> tuple[bool, bool, str]:
        """Return what neighbours must share to be set in one run."""
        return self.bold, self.italic, self.subject


class Piece(NamedTuple):
    """A run of words and where it lies in its label."""

    word: Word
    x: float
    line: int
    wide: float


def words(text: str) -> list[Word]:
    """Read the markup."""
    out: list[Word] = []
    end = 0
    for m in [*MARKUP.finditer(text), None]:
        plain = text[end : m.start() if m else len(text)]
        out += _split(plain, Word("", glued=bool(out) and not plain.startswith(" ")))
        if m:
            glued = bool(out) and not text[: m.start()].endswith(" ")
            like = Word("", bool(m["bold"]), m["subject"] or "", glued, bool(m["italic"]))
            out += _split(m["bold"] or m["italic"] or m["link"], like)
            end = m.end()
    return out


def _split(text: str, like: Word) -> list[Word]:
    parts = text.split()
    return [like._replace(text=t, glued=like.glued and i == 0) for i, t in enumerate(parts)]


def plain(text: str) -> str:
    """Return a text without its marks."""
    return MARKUP.sub(lambda m: m["bold"] or m["italic"] or m["link"], text)


def flow(text: str, kit: Kit, style: str, width: float, most: int = 0) -> list[Piece]:
    """Break text into lines no wider than `width`; return the runs that are set alike.

    A line break in the text is one on the screen. `most` lines are shown, if it is not 0; what is
    left out is marked by three dots.
    """
    key = (text, style, round(width, 2), most)
    runs: list[Piece] = kit.flows.get(key, lambda: _flow(text, kit, style, width, most))
    return runs


def tall(text: str, kit: Kit, style: str, width: float, most: int = 0) -> float:
    """Return the height of a text that wraps at a width."""
    pieces = flow(text, kit, style, width, most)
    return (pieces[-1].line + 1 if pieces else 0) * kit.type.leading(style)


def _flow(text: str, kit: Kit, style: str, width: float, most: int) -> list[Piece]:
    out: list[Piece] = []
    start = 0
    for paragraph in text.split("\n"):
        pieces = _broken(paragraph, kit, style, width)
        out += [p._replace(line=p.line + start) for p in pieces]
        start += pieces[-1].line + 1 if pieces else 1
    runs = _runs(out, kit, style)
    return _cut(runs, kit, style, width, most) if most else runs


def _broken(text: str, kit: Kit, style: str, width: float) -> list[Piece]:
    out: list[Piece] = []
    space, x, line, before = kit.type.space(style), 0.0, 0, Word("")
    for word in _fitting(words(text), kit, style, width):
        wide = kit.type.width(word.text, style, word.bold, word.italic)
        step = 0 if word.glued or x == 0 else space * (1 if word.look == before.look else WIDER)
        if x and x + step + wide > width - SLACK - max(0.0, x - LONG) / 200:
            last = out[-1]
            if word.glued and not word.cut and len(word.text) < HANGS and last.x:
                out[-1] = last._replace(x=0, line=line + 1)  # it takes its word along
                x, line = last.wide, line + 1
            else:
                x, line, step = 0, line + 1, 0
        out.append(Piece(word, x + step, line, wide))
        x += step + wide
        before = word
    return out


def _fitting(found: list[Word], kit: Kit, style: str, width: float) -> list[Word]:
    """Cut words that are wider than a line, such as the path of a file."""
    out: list[Word] = []
    for word in found:
        while kit.type.width(word.text, style, word.bold, word.italic) > width - SLACK > 20:
            some = _head(word, kit, style, width)
            out.append(word._replace(text=word.text[:some]))
            word = word._replace(text=word.text[some:], glued=True, cut=True)
        out.append(word)
    return out


def _head(word: Word, kit: Kit, style: str, width: float) -> int:
    """Return how many letters of a word fit on a line, one at least."""
    letters = range(1, len(word.text))
    fitting = bisect_right(
        letters, width - SLACK, key=lambda n: kit.type.width(word.text[:n], style, word.bold)
    )
    return max(1, fitting)


def _runs(pieces: list[Piece], kit: Kit, style: str) -> list[Piece]:
    """Join neighbours that are set alike, so that the font spaces them."""
    out: list[Piece] = []
    for p in pieces:
        last = out[-1] if out and out[-1].line == p.line else None
        gap = "" if p.word.glued else " "
        if last and last.word.look == p.word.look:
            text = last.word.text + gap + p.word.text
            wide = kit.type.width(text, style, p.word.bold, p.word.italic)
            out[-1] = last._replace(word=last.word._replace(text=text), wide=wide)
        else:
            space = WIDER * kit.type.space(style) * bool(gap)
            out.append(p._replace(x=last.x + last.wide + space if last else 0))
    return out


def _cut(runs: list[Piece], kit: Kit, style: str, width: float, most: int) -> list[Piece]:
    """Keep the first lines, with three dots where something was left out."""
    kept = [p for p in runs if p.line < most]
    if len(kept) == len(runs) or not kept:
        return kept
    last = kept[-1]
    room = width - last.x - SLACK
    text = shortened(f"{last.word.text} …", kit, style, room, last.word.bold)
    wide = kit.type.width(text, style, last.word.bold, last.word.italic)
    return [*kept[:-1], last._replace(word=last.word._replace(text=text), wide=wide)]


def shortened(text: str, kit: Kit, style: str, room: float, bold: bool = False) -> str:
    """Return a text, or as many of its words as there is room for and three dots.

    Of a first word that is too long by itself, as many letters are left as fit.
    """
    if kit.type.width(text, style, bold) <= room:
        return text
    whole = text.removesuffix("…")
    fitting = bisect_right(
        range(len(whole)), room, key=lambda n: kit.type.width(f"{whole[:n].rstrip()}…", style, bold)
    )
    kept = whole[: max(0, fitting - 1)]
    if not whole[len(kept) :].startswith(" "):
        kept = kept.rpartition(" ")[0] or kept
    return f"{kept.rstrip(LOOSE)}…"
