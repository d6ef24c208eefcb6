"""Sentences: what pydantic finds wrong with a value, in words for whoever wrote it."""

import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from game.scenario.wording.kinds import (
    INSTANCES,
    KINDS,
    NUMBER,
    WHOLE_NUMBER,
    Said,
    spoken,
    wrong_kind,
)
from game.scenario.wording.words import did_you_mean

LIMITS = {
    "greater_than_equal": ("ge", "too low", "the least is"),
    "greater_than": ("gt", "too low", "it must be more than"),
    "less_than_equal": ("le", "too high", "the most is"),
    "less_than": ("lt", "too high", "it must be less than"),
}
LENGTHS = ("too_short", "too_long", "string_too_short", "string_too_long")
WORDS_WANTED = ("literal_error", "enum")
FORMS = {
    "north-gate": "small letters, digits and hyphens, like north-gate",
    "2017-06-20": "year, month and day, like 2017-06-20",
    "2017-W23": "year and week, like 2017-W23",
    "#4a6b8c": "a # and six digits from 0 to f, like #4a6b8c",
}
"""How to write things of a form, by an example that has it."""


def wanted(error: ErrorDetails) -> str | None:
    """Return what should be there, if that is what the error is about."""
    if error["type"] in WORDS_WANTED:
        return " or ".join(_expected(error))
    if error["type"] == "is_instance_of":  # so a strict model asks for what is no plain value
        return INSTANCES.get(error["ctx"]["class"])
    return KINDS.get(error["type"])


def sentence(error: ErrorDetails, value: Any) -> Said:
    """Say what is wrong with a value, or with a key.

    Args:
        error: What pydantic says.
        value: What the author wrote.
    """
    say = SAY.get(error["type"])
    if say is None and (kind := wanted(error)):
        return wrong_kind([kind], value)
    return (say or _in_short)(error, value)


def _beyond(error: ErrorDetails, value: Any) -> Said:
    name, how, limit_is = LIMITS[error["type"]]
    limit = _as_written(error["ctx"][name], error["input"], value)
    return Said("out-of-range", f"{spoken(value)} is {how}", f"{limit_is} {limit}")


def _as_written(limit: Any, kept: Any, written: Any) -> str:
    """Return a limit in the units of the author, who writes 4 where the engine keeps 4000."""
    figures = (limit, kept, written)
    if not all(isinstance(each, int | Decimal) for each in figures) or not kept or not written:
        return str(int(limit) if limit == int(limit) else limit)
    return f"{(limit * Decimal(written) / kept).normalize():f}"


def _not_among(error: ErrorDetails, value: Any) -> Said:
    hint = did_you_mean(str(value), _expected(error))
    return Said("unknown-word", f"{spoken(value)} cannot stand here", hint)


def _expected(error: ErrorDetails) -> list[str]:
    expected = str(error["ctx"]["expected"])
    return re.findall(r"'([^']*)'", expected) or re.split(r", | or ", expected)


def _wrong_length(error: ErrorDetails, value: Any) -> Said:
    at_least = "min_length" in error["ctx"]
    limit = error["ctx"]["min_length" if at_least else "max_length"]
    if not error["input"]:
        return Said("wrong-length", "should not be empty")
    hint = f"the {'least' if at_least else 'most'} is {limit}"
    return Said("wrong-length", f"it has {_size(error['input'])}", hint)


def _size(value: Any) -> str:
    one, more = ("character", "characters") if isinstance(value, str) else ("entry", "entries")
    return f"{len(value)} {one if len(value) == 1 else more}"


def _wrong_form(error: ErrorDetails, value: Any) -> Said:
    pattern = str(error["ctx"]["pattern"])
    hints = (f"write {words}" for form, words in FORMS.items() if _fits(form, pattern))
    message = f"{spoken(value)} is not written in the right form"
    return Said("wrong-form", message, next(hints, ""))


def _fits(form: str, pattern: str) -> bool:
    with suppress(re.error):  # pydantic's patterns are not quite Python's
        return re.search(pattern, form) is not None
    return False


def _no_date(error: ErrorDetails, value: Any) -> Said:
    return Said("wrong-form", f"{spoken(value)} is not a date", f"write {FORMS['2017-06-20']}")


def _our_own(error: ErrorDetails, value: Any) -> Said:
    """Take over what one of our own checks says: a message, and perhaps '; ' and a hint."""
    said = error["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    message, _, hint = said.partition("; ")
    for kind in (WHOLE_NUMBER, NUMBER):
        if message.startswith(f"should be {kind}, not "):
            return wrong_kind([kind], value)
    code = "unknown-id" if message.startswith("nothing among ") else "invalid"
    return Said(code, message, hint)


def _in_short(error: ErrorDetails, value: Any) -> Said:
    said = error["msg"].removeprefix("Input ").split("\n")[0]
    return Said("invalid", f"{said[:1].lower()}{said[1:]}")


SAY: dict[str, Callable[[ErrorDetails, Any], Said]] = {
    **dict.fromkeys(LIMITS, _beyond),
    **dict.fromkeys(WORDS_WANTED, _not_among),
    **dict.fromkeys(LENGTHS, _wrong_length),
    "string_pattern_mismatch": _wrong_form,
    "date_parsing": _no_date,
    "date_from_datetime_parsing": _no_date,
    "date_from_datetime_inexact": _no_date,
    "value_error": _our_own,
    "assertion_error": _our_own,
}
