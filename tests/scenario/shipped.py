"""The scenarios that come with the game, and the line of everything in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from game.paths import shipped
from game.rules import Rule
from game.scenario.folder import Written, read
from game.scenario.load import checked, find
from game.scenario.model import Scenario
from game.scenario.wording.words import Steps, dotted
from tests.exercises import TEN_PLACES

SHIPPED = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
EVERY = [*SHIPPED, TEN_PLACES]


@dataclass(frozen=True)
class Shipped:
    """One scenario: as it is written, and as it is checked."""

    written: Written = field(repr=False)
    scenario: Scenario = field(repr=False)

    def where(self, path: Steps) -> str:
        """Return where something is written, for a message: `map.yaml:12 places.tanf`."""
        file, line, _ = self.written.where(path)
        return f"{Path(file).name}:{line} {dotted(path)}"

    def texts(self) -> Iterator[tuple[Steps, str]]:
        """Go through all that is written in words, each with the way to it."""
        yield from _texts(self.written.data, ())

    def based(self) -> Iterator[tuple[Steps, tuple[str, ...]]]:
        """Go through all that may say where it comes from, each with what it says."""
        yield from _based(self.scenario, ())


@cache
def shipped_scenario(name: str) -> Shipped:
    """Read a scenario and check it."""
    written = read(find(name) or Path(name), find)
    return Shipped(written, checked(written))


def _texts(part: Any, path: Steps) -> Iterator[tuple[Steps, str]]:
    match part:
        case str():
            yield path, part
        case dict():
            for key, value in part.items():
                yield from _texts(value, (*path, key))
        case list():
            for number, value in enumerate(part):
                yield from _texts(value, (*path, number))


def _based(part: Any, path: Steps) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    match part:
        case BaseModel():
            fields = type(part).model_fields
            if "basis" in fields:
                yield path, tuple(filter(None, (part.basis, *_sources(part))))
            for name in fields:
                yield from _based(getattr(part, name), (*path, name))
        case dict():
            for key, value in part.items():
                yield from _based(value, (*path, key))
        case list() | tuple():
            for number, value in enumerate(part):
                yield from _based(value, (*path, number))


def _sources(part: BaseModel) -> tuple[str, ...]:
    """Return further sources; those of a rule are places."""
    return () if isinstance(part, Rule) else getattr(part, "sources", ())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [part for part in re.split(r"\n+", text) if part.strip()]
