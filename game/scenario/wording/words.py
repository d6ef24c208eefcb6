"""Words: how messages write a path, a value, and a guess at what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches

Steps = tuple[str | int, ...]
"""The way to a value: the keys, and the places in lists, that lead to it."""

MAX_NAMED = 12
MAX_QUOTED = 40
MAX_STEP = 60
MAX_GUESSED = 100  # comparing longer words takes long and finds nothing


def dotted(path: Steps) -> str:
    """Return a path as messages and other programs write it: `units[0].side`."""
    return "".join(_step(step) for step in path).removeprefix(".")


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    plain = step.isprintable() and len(step) <= MAX_STEP
    return f".{step if plain else quoted(step, MAX_STEP)}"


def quoted(text: str, most: int = MAX_QUOTED) -> str:
    """Return what an author wrote, in quotes, on one line and not too long."""
    return repr(text) if len(text) <= most else f"{text[:most]!r}..."


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word that was probably meant, or nothing."""
    found = get_close_matches(word, list(known), 1, 0.6) if len(word) <= MAX_GUESSED else []
    return found[0] if found else ""


def near(word: str, known: Iterable[str]) -> str:
    """Return a hint at the word that was probably meant, or nothing."""
    found = nearest(word, known)
    return f"did you mean '{found}'?" if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint at the word that was probably meant, or else at those there are."""
    names = list(known)
    return near(word, names) or listed(names)


def listed(names: list[str]) -> str:
    """Return a hint at the words there are, or nothing where there are none."""
    more = ", ..." if len(names) > MAX_NAMED else ""
    return f"known: {', '.join(names[:MAX_NAMED])}{more}" if names else ""
