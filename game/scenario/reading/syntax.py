"""Syntax: what the YAML parser says, in words that help, whichever of its two forms it has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import yaml

from game.scenario.reading.marks import Position


@dataclass(frozen=True)
class Fault:
    """Text that is not YAML: where, why, and what to do."""

    at: Position
    message: str
    hint: str


class _Point(Enum):
    """Where to point: the parser names where a thing starts and where it breaks."""

    BREAK = auto()
    START = auto()
    LINE = auto()  # at the break if that is on the line of the start, else at the start
    BACKSLASH = auto()  # before the break, for the two parsers stop after it at different letters


@dataclass(frozen=True)
class _Known:
    """A kind of fault: parts of what the parser says, and what to say instead."""

    says: tuple[str, ...]
    message: str
    hint: str
    point: _Point = _Point.BREAK


QUOTES = "put the text in quotes"
HASH = "a # and all after it are skipped"
NOTE = re.compile(r"[:,\[] +#(?=[^ #])")
"""A # where a value should begin."""
KNOWN = (
    _Known(
        ("scanning an alias", "scanning an anchor", "tag handle", "scanning a tag"),
        "words that start with &, * or ! are not used in scenario files",
        QUOTES,
        _Point.START,
    ),
    _Known(
        ("escape", "hexdecimal"),
        "this \\ stands before letters that mean nothing",
        "write \\\\ for a \\",
        _Point.BACKSLASH,
    ),
    _Known(
        ("expected ':'",),
        "a ':' followed by a space is missing on this line",
        "write it as 'key: value', or indent it if it goes on with the text above",
        _Point.START,
    ),
    _Known(
        ("mapping values are not allowed",),
        "a ':' is out of place here",
        "put text that contains ': ' in quotes, and check the indentation",
    ),
    _Known(
        ("sequence entries are not allowed",), "a '- ' cannot stand here", "start a new line for it"
    ),
    _Known(
        ("quoted scalar",),
        "the quote that opens here is never closed",
        "write a quote of the same kind at the end of the text",
        _Point.START,
    ),
    _Known(
        ("block scalar",),
        "after | or > the text starts on the next line",
        f"start a new line, or {QUOTES}",
        _Point.START,
    ),
    _Known(("flow sequence",), "a comma or the ] is missing", "write [one, two]", _Point.LINE),
    _Known(
        ("flow mapping",), "a comma or the } is missing", "write {key: value, ...}", _Point.LINE
    ),
    _Known(("flow level",), "so many brackets do not belong together", "close some of them"),
    _Known(("node content",), "something is missing before this character", QUOTES),
    _Known(("start any token", "keys are not allowed"), "text cannot start like this", QUOTES),
)


def fault(error: yaml.YAMLError, lines: Sequence[str]) -> Fault:
    """Return what is wrong, and where, in the words of this game."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault((1, 1), "this cannot be read as YAML", "")
    said = f"{error.context} {error.problem}"
    for known in KNOWN:
        if any(part in said for part in known.says):
            at = _at(error, known.point, lines)
            if known.point is _Point.LINE and (note := NOTE.search(lines[at[0] - 1], at[1])):
                return Fault((at[0], note.end()), "a # begins a note here", f"{QUOTES}: {HASH}")
            return Fault(at, known.message, known.hint)
    return _misfit(_at(error, _Point.BREAK, lines), lines)


def _at(error: yaml.MarkedYAMLError, point: _Point, lines: Sequence[str]) -> Position:
    broken = position(error.problem_mark) or position(error.context_mark) or (1, 1)
    start = position(error.context_mark) or broken
    if point is _Point.START or (point is _Point.LINE and start[0] != broken[0]):
        return start
    if point is _Point.BACKSLASH:
        line, column = broken
        return line, lines[line - 1].rfind("\\", 0, column) + 1 or column
    return broken


def position(mark: Any) -> Position | None:
    """Return where a mark of the parser is, counted from 1 as editors do."""
    return (mark.line + 1, mark.column + 1) if mark else None


def _misfit(at: Position, lines: Sequence[str]) -> Fault:
    """Explain what only does not fit: the rest of a line, or a line."""
    line, column = at
    if line <= len(lines) and lines[line - 1][: column - 1].strip():
        return Fault(at, "this does not fit what stands before it", f"{QUOTES}, all of it")
    return Fault(at, "this line does not fit those above", "check the indentation and the '- '")
