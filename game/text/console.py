"""The console: lines in, wrapped lines out."""

import re
import shutil
import textwrap
from dataclasses import dataclass
from typing import TextIO

WIDTH, NARROWEST, WIDEST = 88, 60, 100

_SIGN = re.compile(r"(\d) (%|km\b)")


@dataclass
class Console:
    """Where a game is told, and where the answers come from."""

    source: TextIO
    out: TextIO
    width: int = WIDTH
    echo: bool = False
    """Whether what was typed is repeated, because no terminal shows it."""

    @classmethod
    def of(cls, source: TextIO, out: TextIO) -> "Console":
        """Return a console as wide as the terminal, or of a fixed width where there is none."""
        width = WIDTH
        if out.isatty():
            width = min(max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)
        return cls(source, out, width, echo=not source.isatty())

    def say(self, text: str = "", indent: int = 0, hang: int = 0) -> None:
        """Write a paragraph, wrapped; later lines are indented further by `hang`."""
        lines = textwrap.wrap(  # keeps runs of spaces inside a line, as between columns
            _SIGN.sub("\\1\N{NO-BREAK SPACE}\\2", text),
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.out.write("\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n")

    def head(self, text: str) -> None:
        """Write a heading after an empty line."""
        self.say()
        self.say(text)

    def wait(self, text: str) -> None:
        """Say on a terminal that something takes a while; the next line is written over it."""
        if self.out.isatty():
            self.out.write(f"{text}\r")
            self.out.flush()

    def ask(self, prompt: str) -> str | None:
        """Return the next line that is typed, or None at the end of the input."""
        self.out.write(f"\n{prompt} ")
        self.out.flush()
        line = self.source.readline()
        if not line:
            self.out.write("\n")
            return None
        typed = _printable(" ".join(line.split()))
        if self.echo:
            self.out.write(f"{typed}\n")
        return typed


def _printable(text: str) -> str:
    """Replace what could act on a terminal instead of being seen on it."""
    return "".join(x if x.isprintable() else "\N{REPLACEMENT CHARACTER}" for x in text)
