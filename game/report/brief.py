"""Brief: a fact in one sentence, without its chances."""

import copy
from functools import cache

from game.core.facts import PER_MILLE, Fact
from game.core.wording import smooth
from game.engine.exercise import Exercise


def brief(exercise: Exercise, fact: Fact) -> str:
    """Say a fact without its chances."""
    short = copy.copy(fact)
    object.__setattr__(short, "text", _brief_text(fact.text))
    return smooth(f"{short.sentence(exercise.world)}.")


@cache
def _brief_text(text: str) -> str:
    """Cut the text of a kind before the clause that tells the first chance."""
    first = min((text.find(f"{{{n}}}") for n in PER_MILLE if f"{{{n}}}" in text), default=-1)
    if first < 0:
        return text
    for mark in (". ", " (", ": "):
        if (at := text.rfind(mark, 0, first)) >= 0:
            return text[:at]
    return text
