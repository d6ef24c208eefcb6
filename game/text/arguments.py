"""Arguments: what may be typed after a verb, and one clear sentence for what may not."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from game.core.figures import suggest
from game.report.words import one_of

WRONG_USAGE = 2


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are single sentences with what to do."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and stop with exit code 2."""
        self.exit(WRONG_USAGE, f"{self.prog}: {_sentence(message)} Try {self.prog} --help.\n")

    def options(self) -> list[str]:
        """Return the options that are known here."""
        return [name for action in self._actions for name in action.option_strings]

    def refuse(self, extras: Sequence[str]) -> None:
        """Complain about the first of the words that were not understood."""
        if not extras:
            return
        word = extras[0].partition("=")[0]
        if word.startswith("-"):
            self.error(f"unknown option '{word}'{suggest(word, self.options())}")
        self.error(f"'{extras[0]}' is one word too many")


def _sentence(message: str) -> str:
    """Put argparse's own words into plainer ones."""
    if found := re.match(r"the following arguments are required: (.*)", message):
        message = f"{found[1]} is missing"
    elif found := re.match(r"argument (\S+?)(?:/\S+)?: expected .*argument", message):
        message = f"{found[1]} needs a value after it"
    elif found := re.match(r"argument (\S+?)(?:/\S+)?: (.*)", message):
        message = f"{found[1]} {found[2]}"
    return message if message.endswith("?") else f"{message.rstrip('.')}."


def number(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers within bounds."""

    def read(text: str) -> int:
        value = int(text) if re.fullmatch(r"[+-]?[0-9]{1,18}", text) else None
        if value is None or not low <= value <= high:
            wanted = f"takes a whole number from {low:,} to {high:,}"
            raise argparse.ArgumentTypeError(f"{wanted}, not '{text}'")
        return value

    return read


def choice(*known: str) -> Callable[[str], str]:
    """Return a reader of one of some words."""

    def read(text: str) -> str:
        if text not in known:
            hint = suggest(text, known)
            raise argparse.ArgumentTypeError(f"takes {one_of(known)}, not '{text}'{hint}")
        return text

    return read


def word(text: str) -> str:
    """Read the word that a seed is made of."""
    if not 1 <= len(text) <= 100 or not text.isprintable():
        raise argparse.ArgumentTypeError("takes a word of 1 to 100 letters")
    return text
