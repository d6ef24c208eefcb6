"""Guesses: which key was meant by one that is not known where it stands."""

from functools import reduce
from operator import getitem
from typing import Any

from game.scenario.reading.scalars import BLANK
from game.scenario.wording.shape import Model, keys, models_at, models_under
from game.scenario.wording.words import Steps, listed, near


def meant(root: Model, path: Steps, data: Any) -> str:
    """Return a hint at what was meant by an unknown key.

    Args:
        root: The model of the whole.
        path: The way to the key.
        data: All that is written.
    """
    key, models = str(path[-1]), models_at(root, path[:-1])
    around = reduce(getitem, path[:-1], data)
    known = list(dict.fromkeys(name for model in models for name in keys(model)))
    return (
        _decimal_comma(key, around)
        or _further_in(key, models, around)
        or near(key, known)
        or _further_out(key, root, path)
        or listed(known)
    )


def _decimal_comma(key: str, around: Any) -> str:
    """See whether it is the rest of a number that was written with a comma, as 30,5."""
    written = list(around)
    place = written.index(key)
    before = written[max(place - 1, 0)]
    if around[key] is not BLANK or not key.isdigit() or not isinstance(around[before], int):
        return ""
    return f"a comma ends the number; write {before}: {around[before]}.{key}"


def _further_in(key: str, models: list[Model], around: Any) -> str:
    """See whether it belongs to a key that was left empty: then the indentation is wrong."""
    for model in models:
        for name, inner in models_under(model):
            if around.get(name) is BLANK and key in keys(inner):
                return f"it belongs to '{name}', so indent it further"
    return ""


def _further_out(key: str, root: Model, path: Steps) -> str:
    """See whether it belongs beside one of the keys around it."""
    for length in range(len(path) - 2, -1, -1):
        if any(key in keys(model) for model in models_at(root, path[:length])):
            return f"it belongs further out, beside '{path[length]}'"
    return ""
