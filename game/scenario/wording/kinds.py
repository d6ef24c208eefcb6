"""Kinds: a value is of the wrong kind, and what one writes to get the right one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from game.scenario.reading.scalars import BLANK, DECIMAL, WHOLE, Blank
from game.scenario.wording.words import quoted

TEXT, WHOLE_NUMBER, NUMBER, FLAG = "text", "a whole number", "a number", "true or false"
LIST, BLOCK, DATE = "a list", "a block of lines 'key: value'", "a date"
KINDS = {
    "string_type": TEXT,
    "int_type": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "float_type": NUMBER,
    "decimal_type": NUMBER,
    "bool_type": FLAG,
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "dict_type": BLOCK,
    "model_type": BLOCK,
    "model_attributes_type": BLOCK,
    "date_type": DATE,
    "none_required": "nothing",
}
"""The kind that was wanted, by the name of pydantic's error."""
INSTANCES = {"Decimal": NUMBER, "date": DATE}

WITH_UNIT = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)[^0-9.:]{1,20}")


@dataclass(frozen=True)
class Said:
    """What is wrong with a value, in words, and what to do."""

    code: str
    message: str
    hint: str = ""


def wrong_kind(wanted: Sequence[str], value: Any) -> Said:
    """Say that a value should be of another kind, or of one of several."""
    message = f"should be {' or '.join(wanted)}, not {spoken(value)}"
    return Said("wrong-type", message, next(_hints(wanted, value), ""))


def spoken(value: Any) -> str:
    """Return how a message speaks of a value."""
    match value:
        case None | Blank():
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case dict():
            return "a block of keys"
        case list():
            return "a list"
        case _:
            return str(value)


def _hints(wanted: Sequence[str], value: Any) -> Iterator[str]:
    if value is None or value is BLANK:
        yield "indent what belongs to it" if BLOCK in wanted else "write it after the ':'"
    elif isinstance(value, str):
        yield from _hints_about_text(wanted, value)
    elif isinstance(value, list) and BLOCK in wanted:
        yield "write it without '- ' and give each entry a name"
    elif isinstance(value, dict) and LIST in wanted:
        yield "start each entry with '- '"
    elif isinstance(value, int | Decimal) and TEXT in wanted:  # also true and false
        yield f'put it in quotes: "{spoken(value)}"'
    elif isinstance(value, Decimal) and WHOLE_NUMBER in wanted and value == int(value):
        yield f"write {int(value)}"
    elif LIST in wanted:
        yield f"write [{spoken(value)}]"


def _hints_about_text(wanted: Sequence[str], text: str) -> Iterator[str]:
    if FLAG in wanted:
        yield "write true or false"
    elif LIST in wanted:
        yield "put a space after each '-'" if text.startswith("-") else f"write [{text[:40]}]"
    elif BLOCK in wanted and ":" in text:
        yield "put a space after the ':'"
    elif NUMBER in wanted or WHOLE_NUMBER in wanted:
        if WHOLE.fullmatch(text) or DECIMAL.fullmatch(text):
            yield "write it without quotes"
        elif number := WITH_UNIT.fullmatch(text):
            yield f"write the number alone: {number[1]}"
