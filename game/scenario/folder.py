"""Reading a scenario: its files put together, over the scenario it extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.scenario.problems import ScenarioError
from game.scenario.reading.disk import Find, on_disk
from game.scenario.reading.layer import Layer
from game.scenario.reading.memory import in_memory
from game.scenario.reading.origin import MAIN, Missing, Origin
from game.scenario.reading.reader import Reader, unread


@dataclass(frozen=True)
class Written(Layer):
    """A scenario as it is written, checked for nothing but that it can be read."""

    files: dict[str, list[str]]
    """The lines of every file, by the name that messages give it."""
    texts: dict[str, str]
    """The text of every file, by the name under which a saved game keeps it."""


def nowhere(name: str) -> Path | None:
    """Find no scenario by its id."""
    return None


def read(path: Path, find: Find = nowhere) -> Written:
    """Read a scenario.

    Args:
        path: Its folder, one of the files in that, or the one file it is.
        find: Says where the scenario with an id lies, for `extends`.

    Raises:
        ScenarioError: With all that is wrong, as far as it can be seen before the content.
    """
    try:
        return _read(on_disk(path, find))
    except Missing as missing:
        raise ScenarioError([unread(str(path), missing)]) from missing


def read_texts(texts: Mapping[str, str], main: str = "") -> Written:
    """Read a scenario from `Written.texts`, as it was when they were kept.

    Args:
        texts: The text of every file by its name.
        main: The main file; else it is `scenario.yaml`, or the only one at the top.

    Raises:
        ScenarioError: With all that is wrong.
    """
    try:
        return _read(in_memory(texts, main))
    except Missing as missing:
        raise ScenarioError([unread(main or MAIN, missing)]) from missing


def _read(origin: Origin) -> Written:
    reading = Reader()
    layer = reading.layer(origin, ())
    if reading.problems:
        raise ScenarioError(sorted(reading.problems), reading.files)
    return Written(layer.data, layer.marks, reading.files, reading.texts)
