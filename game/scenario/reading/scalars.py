"""Scalars: what an unquoted word means. Only what everybody reads in the same way is a number."""

import re
from decimal import Decimal


class Blank:
    """What stands after a key that has nothing after it.

    It is no value at all, where `null` says that an optional thing is not there: what is only
    left out by mistake must not pass for that.
    """

    def __repr__(self) -> str:
        return "nothing"


BLANK = Blank()
Scalar = str | int | Decimal | bool | Blank | None

MAX_DIGITS = 15
MAX_NUMBER = 64  # longer words are text: what looks odd in them is looked at no more closely

WORDS: dict[str, Scalar] = {"": BLANK, "~": None, "null": None, "true": True, "false": False}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
ODD = (  # some readers of YAML take these for text, some for a number, and not all for the same
    (r"[-+]?0[0-9_]+(\.[0-9]*)?", "leave out the 0 in front"),
    (r"[-+]?0[xob][0-9a-f_]+", "write it in ordinary digits"),
    (r"[-+]?[0-9]+(:[0-9]{1,2})+(\.[0-9]*)?", ""),
    (r"[-+]?\.(nan|inf)", "write a number"),
    (r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)e[-+]?[0-9]+", "write all of its digits"),
    (r"[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?", "leave out the _"),
    (r"[-+]?\.[0-9]+", "write a 0 before the point"),
    (r"[-+]?[0-9]+\.", "leave out the point"),
    (r"true|false|null", "write it in small letters"),
)
ODD_FORMS = tuple((re.compile(form, re.IGNORECASE), hint) for form, hint in ODD)


class OddScalar(Exception):
    """A word that is refused, because readers of YAML do not agree on what it is."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint


def scalar(word: str) -> Scalar:
    """Return what an unquoted word stands for: a number as it is written, a word, or text.

    Raises:
        OddScalar: It is too long for a number, or could be taken for another one.
    """
    if word in WORDS:
        return WORDS[word]
    if WHOLE.fullmatch(word):
        return int(_not_too_long(word))
    if DECIMAL.fullmatch(word):
        return Decimal(_not_too_long(word))
    return _not_odd(word)


def _not_too_long(word: str) -> str:
    digits = sum(character.isdigit() for character in word)
    if digits > MAX_DIGITS:
        raise OddScalar(f"this number has {digits} digits", f"the most is {MAX_DIGITS}")
    return word


def _not_odd(word: str) -> str:
    for form, hint in ODD_FORMS if len(word) <= MAX_NUMBER else ():
        if form.fullmatch(word):
            quotes = f'put it in quotes: "{word}"'
            raise OddScalar(f"{word} could be misread", f"{hint}, or {quotes}" if hint else quotes)
    return word
