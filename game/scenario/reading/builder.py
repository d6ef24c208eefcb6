"""Builder: the parser's events become plain data, with the place of everything."""

from dataclasses import dataclass, field
from typing import Any, Never

import yaml

from game.scenario.problems import Problem
from game.scenario.reading.characters import INVISIBLE
from game.scenario.reading.marks import Mark, Position
from game.scenario.reading.scalars import BLANK, OddScalar, Scalar, scalar
from game.scenario.reading.syntax import position
from game.scenario.wording.words import Steps, dotted, quoted

MAX_DEPTH = 24
MAX_VALUES = 50_000


class Stop(Exception):
    """The problem noted last leaves nothing to go on with."""


@dataclass(slots=True)
class _Open:
    """A list or a block that is being filled."""

    path: Steps
    held: dict[str, Any] | list[Any]
    key: str | None = None
    key_at: Position | None = None
    lines: dict[str, int] = field(default_factory=dict)  # where each key was written first

    @property
    def wants_key(self) -> bool:
        """Say whether the next thing is a key."""
        return isinstance(self.held, dict) and self.key is None

    @property
    def next(self) -> Steps:
        """Return the path to what comes next, as far as it is known."""
        if isinstance(self.held, list):
            return (*self.path, len(self.held))
        return self.path if self.key is None else (*self.path, self.key)

    def put(self, value: Any) -> None:
        """Take in the value that has come."""
        if isinstance(self.held, list):
            self.held.append(value)
        elif self.key is not None:
            self.held[self.key] = value
            self.key = self.key_at = None


class Builder:
    """Data, marks and problems of one file, as far as its events have come."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.marks: dict[Steps, Mark] = {(): Mark(file, (1, 1))}
        self.problems: list[Problem] = []
        self.at: Position = (1, 1)
        self._open: list[_Open] = []
        self._values = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take in one event.

        Raises:
            Stop: It is one that a scenario file may not have.
        """
        self.at = position(event.start_mark) or self.at
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._count_document()
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_features(event)
            if self._open and self._open[-1].wants_key:
                self._take_key(self._open[-1], event)
            else:
                self._take_value(event)

    def fault(self, message: str, hint: str = "", at: Position | None = None) -> None:
        """Note that the parser could not go on, there or where it was last."""
        self.at = at or self.at
        path = self._open[-1].next if self._open else ()
        inside = path[:-1] if path and isinstance(path[-1], int) else path
        self._note(inside, "yaml-syntax", message, hint)

    def _note(self, path: Steps, code: str, message: str, hint: str) -> None:
        where = (self.file, *self.at, dotted(path))
        self.problems.append(Problem(*where, code, "error", message, hint))

    def _stop(self, code: str, message: str, hint: str = "") -> Never:
        self._note(self._open[-1].next if self._open else (), code, message, hint)
        raise Stop

    def _count_document(self) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = "a file holds one; delete the line '---'"
            self._stop("yaml-feature", "a second document starts here", hint)

    def _count_value(self) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            hint = "move parts of it to files of their own"
            self._stop("too-many", f"the file has more than {MAX_VALUES} values", hint)

    def _refuse_features(self, event: yaml.NodeEvent) -> None:
        """Refuse what is built or repeated by reference: it hides what a scenario says."""
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            message = "words that start with &, * or ! are not used in scenario files"
            self._stop("yaml-feature", message, "put the text in quotes")

    def _take_key(self, block: _Open, event: yaml.NodeEvent) -> None:
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._stop("wrong-key", "a key must be a word", "write it as 'key: value'")
        if event.value == "<<":
            self._stop("yaml-feature", "merge keys (<<) are not used in scenario files")
        key = self._visible(event.value)
        first = block.lines.setdefault(key, self.at[0])
        if key in block.held:
            path, hint = (*block.path, key), f"it is first on line {first}"
            self._note(path, "duplicate-key", f"the key {quoted(key)} is written twice", hint)
        block.key, block.key_at = key, self.at

    def _take_value(self, event: yaml.NodeEvent) -> None:
        parent = self._open[-1] if self._open else None
        path, key_at = (parent.next, parent.key_at) if parent else ((), None)
        self._count_value()
        value = self._value(event)
        at = key_at if value is BLANK and key_at else self.at  # there is nothing else to point at
        self.marks[path] = Mark(self.file, at, key_at)
        if parent:
            parent.put(value)
        else:
            self.root = value
        if isinstance(value, dict | list):
            self._open.append(_Open(path, value))

    def _value(self, event: yaml.NodeEvent) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(self._open) >= MAX_DEPTH:
            self._stop("too-deep", f"this is nested deeper than {MAX_DEPTH} levels")
        return {} if isinstance(event, yaml.MappingStartEvent) else []

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if not event.implicit[0]:  # in quotes or a block of text: it stays text
            return self._visible(event.value)
        try:
            return scalar(event.value)
        except OddScalar as odd:
            self._stop("odd-word", odd.message, odd.hint)

    def _visible(self, text: str) -> str:
        """Refuse what an escape writes and the eye does not see."""
        if found := INVISIBLE.search(text):
            message = f"an escape here writes an invisible character (U+{ord(found[0]):04X})"
            self._stop("invisible-character", message)
        return text
