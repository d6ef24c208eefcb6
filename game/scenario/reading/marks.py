"""Marks: where every value of a scenario is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.wording.words import Steps

Position = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value is written, and its key if it has one."""

    file: str
    value: Position
    key: Position | None = None


Marks = Mapping[Steps, Mark]
"""A mark for every path; there is always one for the whole, at `()`."""


def where(marks: Marks, path: Steps, key: bool = False) -> tuple[str, int, int]:
    """Return file, line and column of a value, or of the nearest thing around it.

    Args:
        marks: All there are.
        path: The way to the value.
        key: Point at its key, where it has one.
    """
    while path and path not in marks:
        path = path[:-1]
    mark = marks[path]
    line, column = (key and mark.key) or mark.value
    return mark.file, line, column
