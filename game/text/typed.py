"""What was typed: the name that was meant, or a sentence that says why there is none."""

from collections.abc import Sequence

from game.core.figures import suggest
from game.report.words import one_of

LONGEST = 40  # of what was typed wrongly is repeated


class Mistake(Exception):
    """What was typed cannot be done, in one sentence for the player."""


def clipped(typed: str) -> str:
    """Return what was typed, or the start of it."""
    return typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}..."


def find(typed: str, known: Sequence[str], what: str) -> str:
    """Return the one name that was meant: itself, or the only one that begins so or has the word.

    Raises:
        Mistake: There is none, or there are several.
    """
    wanted = typed.lower()
    if wanted in known:
        return wanted
    begin = [name for name in known if name.startswith(wanted)] if wanted else []
    meant = begin or [name for name in known if wanted in name.split("-")]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Mistake(f"'{clipped(typed)}' could be {one_of(meant)}.")
    hint = suggest(wanted, known) or f"; there are {', '.join(known)}."
    raise Mistake(f"There is no {what} '{clipped(typed)}'{hint}")
