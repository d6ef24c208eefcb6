"""Problems: what is wrong with a scenario, where it is written, and what to do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from unicodedata import combining, east_asian_width

Severity = Literal["error", "warning"]

MAX_SHOWN = 25  # more is a flood: most of it follows from the first few
BEFORE, WIDTH = 60, 100  # how much of a line is shown before the place, and in all


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong. Its fields are also what other programs get."""

    file: str
    line: int
    column: int
    path: str
    code: str
    severity: Severity
    message: str
    hint: str = ""

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {warning}{path}{self.message}{hint}"

    def show(self, lines: Sequence[str] = ()) -> str:
        """Return the problem in words, and under it the line with a caret at the place."""
        if not 0 < self.line <= len(lines):
            return str(self)
        return f"{self}\n{_excerpt(lines[self.line - 1], self.line, self.column)}"


class ScenarioError(Exception):
    """A scenario that cannot be used: every problem found, and the files for excerpts."""

    def __init__(
        self, problems: Sequence[Problem], files: Mapping[str, list[str]] | None = None
    ) -> None:
        super().__init__(problems, files)
        self.problems = list(problems)
        self.files = dict(files or {})

    def __str__(self) -> str:
        return show_all(self.problems, {})


def show_all(problems: Sequence[Problem], files: Mapping[str, Sequence[str]]) -> str:
    """Return the first problems, each with its excerpt, and how many more there are."""
    parts = [each.show(files.get(each.file, ())) for each in islice(problems, MAX_SHOWN)]
    if len(problems) > MAX_SHOWN:
        parts.append(f"... and {len(problems) - MAX_SHOWN} more")
    return "\n".join(parts)


def _excerpt(line: str, number: int, column: int) -> str:
    start = max(0, column - 1 - BEFORE)
    code = "".join(map(_printable, line[start : start + WIDTH]))
    indent = " " * sum(map(_cells, code[: column - 1 - start]))
    return f"{number:>6} | {code}\n       | {indent}^"


def _printable(character: str) -> str:
    """Replace what could act on a terminal instead of being seen on it."""
    if character == "\t":
        return "\N{RIGHTWARDS ARROW}"
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _cells(character: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
