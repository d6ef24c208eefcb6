"""A document: the text of one file as plain data, with the place of every value and key.

It is a strict part of YAML, read from the parser's events in one pass: nothing is built from
tags, nothing is repeated by reference, nothing is larger than the limits, and an unquoted word
means the same to everybody (`no` is text, `020` is refused).
"""

from dataclasses import dataclass
from typing import Any

import yaml

from game.scenario.problems import ScenarioError
from game.scenario.reading.builder import Builder, Stop
from game.scenario.reading.characters import decode
from game.scenario.reading.marks import Mark
from game.scenario.reading.scalars import BLANK
from game.scenario.reading.syntax import fault
from game.scenario.wording.words import Steps

PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the fast one, where it is there


@dataclass(frozen=True)
class Document:
    """One file: its data (None if there is none), and where every part of it is written."""

    file: str
    data: Any
    marks: dict[Steps, Mark]
    lines: list[str]


def read_document(raw: bytes, file: str) -> Document:
    """Read one file.

    Args:
        raw: Its bytes.
        file: Its name for messages.

    Raises:
        ScenarioError: It is not what a scenario file may be. Nothing is said about what comes
            after the first fault of syntax, for it would only follow from that.
    """
    lines = decode(raw, file)
    builder = Builder(file)
    _build(builder, lines)
    if builder.problems:
        raise ScenarioError(builder.problems, {file: lines})
    data = None if builder.root is BLANK else builder.root
    return Document(file, data, builder.marks, lines)


def _build(builder: Builder, lines: list[str]) -> None:
    """Run the parser until its end, or until the first thing that stops it."""
    try:
        for event in yaml.parse("\n".join(lines), Loader=PARSER):
            builder.take(event)
    except yaml.YAMLError as error:
        found = fault(error, lines)
        builder.fault(found.message, found.hint, found.at)
    except (ValueError, OverflowError):  # the slow parser, at an escape that is no character
        builder.fault("a \\ here stands before letters that mean nothing")
    except Stop:
        pass  # it has noted why
