"""Shaken scenarios: every figure that an author wrote, multiplied by a factor of its own.

It shows whether a result hangs on a single figure: what only fits at one point does not fit.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from hashlib import blake2b
from operator import getitem
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from game.analysis.studies import StudyError
from game.core import figures
from game.scenario.folder import read_texts
from game.scenario.load import Loaded, context
from game.scenario.model import Scenario
from game.scenario.wording.words import Steps, dotted

WIDTH = 100_000  # millionths: by so much a figure may be off, up or down
MILLION = 1_000_000
TRIES = 5

UNITS = {
    figures.PerCent: 10,
    figures.Part: 10,
    figures.Percents: 10,
    figures.Swing: 10,
    figures.Points: 1000,
    figures.Standing: 1000,
    figures.People: 1,
    figures.Km: 1,
}
"""The kinds of figures, and how many of what the engine keeps make one of what is written."""
MANY = 1000
"""A whole number that may be so large counts people; smaller ones count slots, times, weeks.

Lengths of roads and positions are measured on the map, and are no figures either.
"""
FIXED = {
    ("Zone", "radii"): "announced, and named again by what changes them",
    ("Zone", "start"): "one of the radii",
    ("Effects", "zone"): "one of the radii",
    ("Bank", "km"): "only drawn",
    ("Scenario", "doctrines"): "who plays, not what is played",
    ("Scenario", "tournament"): "who plays, not what is played",
    ("Scenario", "chart"): "only drawn",
    ("Scenario", "lesson"): "only told",
}
"""Fields of models whose numbers are no figures, and why."""
COUNTED = {("Network", "leaders")}
"""Small whole numbers that are figures all the same: people, each with a name."""


class Figure(NamedTuple):
    """What may be written for a figure: its step and its bounds, in the author's units."""

    step: Decimal
    low: Decimal
    high: Decimal

    def near(self, written: Any, factor: Decimal) -> Any:
        """Return what is written times a factor, as far as the step and the bounds allow."""
        exact = Decimal(str(written)) * factor
        new = min(max(exact.quantize(self.step, ROUND_HALF_UP), self.low), self.high)
        return int(new) if new == new.to_integral_value() else new


class Shaking:
    """One draw: a factor for every figure, keyed by where it is written and by nothing else."""

    def __init__(self, seed: int, draw: int) -> None:
        self.key = f"{seed} {draw}"

    def factor(self, path: Steps) -> Decimal:
        """Return the factor of the figure at a path, from 0.9 to 1.1."""
        digest = blake2b(f"{self.key} {dotted(path)}".encode(), digest_size=8).digest()
        off = int.from_bytes(digest, "little") % (2 * WIDTH + 1)
        return Decimal(MILLION - WIDTH + off) / MILLION


def shaken(loaded: Loaded, seed: int, draw: int) -> Loaded:
    """Return a scenario with every written figure multiplied by its own factor, 10 % up or down.

    Bounds hold, and priors still sum to 100. Where a model asks more of its figures together,
    and the shaken ones do not have it, those of that model stay as they were written.

    Raises:
        StudyError: It cannot be made sound.
    """
    written: dict[str, Any] = read_texts(loaded.texts).data
    data, shaking = deepcopy(written), Shaking(seed, draw)
    for path, figure in figures_of(Scenario, data):
        _put(data, path, figure.near(_at(data, path), shaking.factor(path)))
    for actor in data.get("actors", {}).values():
        _sum_to_hundred(actor["postures"])
    return Loaded(loaded.id, _sound(data, written), loaded.texts)


def figures_of(model: type[BaseModel], data: Any) -> list[tuple[Steps, Figure]]:
    """Return where every figure is written, and what may be written there."""
    return list(_walk(model, data, ()))


def _walk(hint: Any, data: Any, path: Steps) -> Iterator[tuple[Steps, Figure]]:
    """Follow what is written and what the models say of it, side by side."""
    number = isinstance(data, int | Decimal) and not isinstance(data, bool)
    for each in _alternatives(hint):
        kind, origin, held = _bare(each), get_origin(_bare(each)), get_args(_bare(each))
        if number and (figure := _figure(each)):
            yield path, figure
            return
        if isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, BaseModel):
            for key, inner in _keys(kind).items():
                if key in data:
                    yield from _walk(inner, data[key], (*path, key))
            return
        if isinstance(data, dict) and origin in (dict, Mapping):
            for key, value in data.items():
                yield from _walk(held[1], value, (*path, key))
            return
        if isinstance(data, list) and origin in (list, tuple):
            for place, value in enumerate(data):
                inner = held[0] if held[-1] is ... or origin is list else held[place]
                yield from _walk(inner, value, (*path, place))
            return


@cache
def _keys(model: type[BaseModel]) -> dict[str, Any]:
    """Return the keys of a model under which figures may stand, with what they may hold."""
    hints = get_type_hints(model, include_extras=True)
    return {
        field.alias or name: figures.People if (model.__name__, name) in COUNTED else hints[name]
        for name, field in model.model_fields.items()
        if (model.__name__, name) not in FIXED
    }


def _alternatives(hint: Any) -> Iterator[Any]:
    """Return what a value may be: each part of a union."""
    if get_origin(_bare(hint)) in (Union, UnionType):
        for each in get_args(_bare(hint)):
            yield from _alternatives(each)
    else:
        yield hint


def _bare(hint: Any) -> Any:
    """Take off what is said about a type."""
    return get_args(hint)[0] if hasattr(hint, "__metadata__") else hint


def _figure(hint: Any) -> Figure | None:
    """Return what may be written if a type is a figure: one of the kinds, or a count of many."""
    said = getattr(hint, "__metadata__", ())
    low, high = _bounds(said)
    for kind, times in UNITS.items():
        told = kind.__metadata__  # type: ignore[attr-defined]
        if len(said) >= len(told) and all(a is b for a, b in zip(said, told, strict=False)):
            return Figure(Decimal(1) / times, low / times, high / times)
    whole = figures.Whole.__metadata__  # type: ignore[attr-defined]
    if said[:1] == whole and MANY <= high < Decimal("inf"):
        return Figure(Decimal(1), low, high)
    return None


def _bounds(said: tuple[Any, ...]) -> tuple[Decimal, Decimal]:
    """Return the narrowest bounds that are said about a type."""
    low, high = Decimal("-inf"), Decimal("inf")
    for bound in (b for each in said if isinstance(each, FieldInfo) for b in each.metadata):
        low = max(low, Decimal(getattr(bound, "ge", low)))
        high = min(high, Decimal(getattr(bound, "le", high)))
    return low, high


def _at(data: Any, path: Steps) -> Any:
    for step in path:
        data = getitem(data, step)
    return data


def _put(data: Any, path: Steps, value: Any) -> None:
    _at(data, path[:-1])[path[-1]] = value


def _sum_to_hundred(postures: dict[str, Any]) -> None:
    """Scale priors until they sum to 100 again, to a tenth; the largest takes what is left."""
    whole = sum(Decimal(str(posture["prior"])) for posture in postures.values())
    if not whole:
        return
    for posture in postures.values():
        exact = Decimal(str(posture["prior"])) * 100 / whole
        posture["prior"] = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    left = 100 - sum(posture["prior"] for posture in postures.values())
    max(postures.values(), key=lambda posture: posture["prior"])["prior"] += left


def _sound(data: dict[str, Any], written: dict[str, Any]) -> Scenario:
    """Check the scenario; put back what was written wherever the figures do not go together."""
    for _ in range(TRIES):
        try:
            return Scenario.model_validate(data, context=context(data))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                _restore(data, written, each["loc"])
    raise StudyError("this scenario's figures cannot be shaken: they depend on each other too far")


def _restore(data: Any, written: Any, where: tuple[str | int, ...]) -> None:
    path: list[str | int] = []
    for step in where:  # pydantic adds names of types to the way
        around = _at(data, tuple(path))
        inside = step in around if isinstance(around, dict) else isinstance(around, list)
        if inside:
            path.append(step)
    if path:
        _put(data, tuple(path), deepcopy(_at(written, tuple(path))))
