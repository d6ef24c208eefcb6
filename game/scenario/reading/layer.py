"""Layers: what one scenario says by itself, before it is laid over the one it extends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.scenario.document import Document
from game.scenario.problems import Problem, Severity
from game.scenario.reading.marks import Mark, where
from game.scenario.wording.words import Steps, dotted, quoted


@dataclass(frozen=True)
class Layer:
    """Data of a scenario, and where every part of it is written."""

    data: dict[str, Any]
    marks: Mapping[Steps, Mark]

    def where(self, path: Steps, key: bool = False) -> tuple[str, int, int]:
        """Return file, line and column of a value or its key, or of what is around it."""
        return where(self.marks, path, key)

    def problem(
        self,
        path: Steps,
        code: str,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem with the value, or the key, at a path."""
        return Problem(*self.where(path, key), dotted(path), code, severity, message, hint)


def join(documents: Sequence[Document]) -> tuple[Layer, list[Problem]]:
    """Put the files of a scenario together, of which the first says where the whole is.

    What a scenario says at the top may stand in any file, but only in one.
    """
    data: dict[str, Any] = {}
    marks: dict[Steps, Mark] = {(): documents[0].marks[()]}
    joined, problems = Layer(data, marks), list[Problem]()
    for document in documents:
        new = Layer(document.data if isinstance(document.data, dict) else {}, document.marks)
        if not isinstance(document.data, dict | None):
            message = "a scenario's file is made of lines 'key: value'"
            problems.append(new.problem((), "wrong-type", message))
        fresh = {name: value for name, value in new.data.items() if name not in data}
        problems += [_said_twice(name, new, joined) for name in new.data if name not in fresh]
        data.update(fresh)
        marks.update((path, mark) for path, mark in new.marks.items() if path and path[0] in fresh)
    return joined, problems


def _said_twice(name: str, new: Layer, old: Layer) -> Problem:
    file, line, _ = old.where((name,), key=True)
    message, hint = f"{quoted(name)} is written in two files", f"the other is {file}, line {line}"
    return new.problem((name,), "duplicate-key", message, hint, key=True)
