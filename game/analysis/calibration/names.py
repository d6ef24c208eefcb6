"""Names: the kinds of facts that there are, what their fields number, and what is called what."""

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo

from game.core.facts import NAMES, Fact
from game.core.figures import suggest
from game.core.relation import RELATIONS
from game.core.world import World
from game.engine import exercise  # every kind of fact stands beside the step that records it

assert exercise


@cache
def kinds() -> dict[str, type[Fact]]:
    """Return every kind of fact that a step records, by its name."""
    found, ahead = dict[str, type[Fact]](), [Fact]
    while ahead:
        for kind in ahead.pop().__subclasses__():
            ahead.append(kind)
            if kind.__module__.startswith("game."):
                found[kind.__name__] = kind
    return dict(sorted(found.items()))


@cache
def fields_of(kind: str) -> tuple[str, ...]:
    """Return what a kind of fact says, first of all what it is about."""
    return tuple(each.name for each in fields(kinds()[kind]))[2:]  # after week and known


def check_field(kind: str, field: str) -> None:
    """See that a kind of fact has a field.

    Raises:
        ValueError: It has none of that name; with what was meant.
    """
    if field not in fields_of(kind):
        raise ValueError(f"{kind} has no '{field}'{hint(field, list(fields_of(kind)))}")


def place_field(kind: str) -> str | None:
    """Return the field that says where it happened, if any does."""
    return next((name for name in fields_of(kind) if NAMES.get(name) == "places"), None)


def number(world: World, kind: str, field: str, name: str) -> int:
    """Return the number of what a field of a fact is called.

    Raises:
        ValueError: The field names nothing, or nothing of that name; with what was meant.
    """
    known = names_of(world, kind, field)
    return found(NAMES[field], name, known)


def names_of(world: World, kind: str, field: str) -> tuple[str, ...]:
    """Return the names of what a field of a fact numbers.

    Raises:
        ValueError: It is a plain number.
    """
    if field not in NAMES:
        raise ValueError(f"'{field}' of {kind} is a number; write at_least, at_most or a number")
    listed = NAMES[field]
    return RELATIONS if listed == "relations" else tuple(getattr(world, listed))


def found(what: str, name: str, known: Iterable[str]) -> int:
    """Return where a name stands among those known.

    Raises:
        ValueError: It is none of them; with what was meant.
    """
    names = list(known)
    if name not in names:
        raise ValueError(f"nothing among {what} is called '{name}'{hint(name, names)}")
    return names.index(name)


def hint(name: str, known: list[str]) -> str:
    """Return what was meant, or else what there is."""
    more = ", ..." if len(known) > 12 else ""
    return suggest(name, known) or (f"; known: {', '.join(known[:12])}{more}" if known else "")


def world_of(info: ValidationInfo) -> World | None:
    """Return the world that a file is checked against."""
    context: dict[str, Any] = info.context or {}
    world: World | None = context.get("world")
    return world


def _is_kind(name: str) -> str:
    found("kinds of facts", name, kinds())
    return name


FactName = Annotated[str, AfterValidator(_is_kind)]
"""A kind of fact, by the name that `simulate` prints."""
