"""Origins: where the files of one scenario lie, whether on disk or in a saved game."""

from collections.abc import Hashable
from pathlib import PurePosixPath
from typing import Protocol

MAIN = "scenario.yaml"
PARTS = (
    "map.yaml",
    "forces.yaml",
    "actors.yaml",
    "options.yaml",
    "events.yaml",
    "endings.yaml",
    "doctrines.yaml",
    "sources.yaml",
    "lesson.yaml",
)
FILES = (MAIN, *PARTS)
SUFFIXES = (".yaml", ".yml")


class Missing(Exception):
    """Something that was named is not there, or cannot be read."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint


class Origin(Protocol):
    """The files of one scenario: one alone, or `scenario.yaml` and the parts beside it."""

    @property
    def main(self) -> str:
        """Name the file that holds the head of the scenario."""

    @property
    def identity(self) -> Hashable:
        """Return what tells this scenario from every other."""

    def names(self) -> list[str]:
        """Name all YAML files of the scenario, the main one first."""

    def raw(self, name: str) -> bytes:
        """Return a file's bytes; of one that is too large, enough to tell.

        Raises:
            Missing: It cannot be read.
        """

    def shown(self, name: str) -> str:
        """Return how messages call a file."""

    def kept(self, name: str) -> str:
        """Return the name under which a saved game keeps a file."""

    def base(self, said: str) -> "Origin":
        """Return the scenario that this one names as its base.

        Raises:
            Missing: There is none.
        """


def is_yaml(name: str) -> bool:
    """Say whether a file was meant to be read; hidden ones belong to editors."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def inner(prefix: str, said: str) -> str:
    """Return what a saved game puts before the names of a base's files.

    A base of a base lies inside it, so that two folders of one name stay apart.
    """
    return prefix + PurePosixPath(said.replace("\\", "/")).stem + "/"
