"""Explaining: what pydantic finds wrong with a scenario becomes problems with place and hint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.core.figures import Amiss
from game.scenario.problems import Problem
from game.scenario.reading.layer import Layer
from game.scenario.wording.guess import meant
from game.scenario.wording.kinds import Said, wrong_kind
from game.scenario.wording.sentences import sentence, wanted
from game.scenario.wording.shape import Model
from game.scenario.wording.words import Steps, quoted

MAX_GUESSES = 100  # guessing takes long, and nobody reads so many


@dataclass(frozen=True)
class _Finding:
    """What pydantic says about one place."""

    path: Steps
    value: Any  # what is written there, or the key if that is what is wrong
    on_key: bool
    errors: tuple[ErrorDetails, ...]

    @property
    def type(self) -> str:
        """Return pydantic's name for what is wrong."""
        return self.errors[0]["type"]

    @property
    def of_kind(self) -> bool:
        """Say whether all that is wrong is the kind of the value."""
        return wanted(self.errors[0]) is not None


def explain(error: ValidationError, written: Layer, root: Model) -> list[Problem]:
    """Return what is wrong with a scenario, in the order in which it is written.

    Args:
        error: What pydantic says.
        written: The scenario, with the place of everything.
        root: The model it was checked against.
    """
    errors = error.errors(include_url=False)
    found = _without_echoes([_located(each, written.data) for each in errors])
    found.sort(key=lambda each: written.where(each.path, each.on_key))
    return [
        _problem(each, written, root if number < MAX_GUESSES else None)
        for number, each in enumerate(found)
    ]


def _located(error: ErrorDetails, data: Any) -> _Finding:
    """Follow the way to an error through what is written; pydantic adds names of types to it."""
    path: list[str | int] = []
    on_key = error["type"] in ("missing", "extra_forbidden")
    cause = error.get("ctx", {}).get("error")
    further = cause if isinstance(cause, Amiss) else Amiss("")
    on_key |= further.key
    for step in (*error["loc"], *further.path):
        if step == "[key]" and path:
            on_key, data = True, path[-1]
        elif _holds(data, step):
            data = data[step]
            path.append(step)
    if error["type"] == "missing":
        path.append(error["loc"][-1])
    return _Finding(tuple(path), data, on_key, (error,))


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _without_echoes(findings: Sequence[_Finding]) -> list[_Finding]:
    """Put together what the alternatives of a union say about one place.

    Where one of them has found more to say there, or further in, that the value should be of
    another kind is no news.
    """
    better = {path for each in findings for path in _betters(each)}
    kept: dict[tuple[object, ...], _Finding] = {}
    for each in findings:
        if each.of_kind and each.path in better and not each.on_key:
            continue
        place = (each.path, each.on_key, each.of_kind or each.type)
        before = kept[place].errors if place in kept else ()
        kept[place] = replace(each, errors=before + each.errors)
    return list(kept.values())


def _betters(found: _Finding) -> list[Steps]:
    """Return the paths at which a finding says more than that the kind is wrong."""
    here = not found.of_kind and not found.on_key
    return [found.path[:length] for length in range(len(found.path) + here)]


def _problem(found: _Finding, written: Layer, root: Model | None) -> Problem:
    said = _said(found, written, root)
    return written.problem(found.path, said.code, said.message, said.hint, key=found.on_key)


def _said(found: _Finding, written: Layer, root: Model | None) -> Said:
    if found.type == "missing":
        return Said("missing", f"{quoted(str(found.path[-1]))} is missing")
    if found.type == "extra_forbidden":
        hint = meant(root, found.path, written.data) if root else ""
        return Said("unknown-key", f"unknown key {quoted(str(found.path[-1]))}", hint)
    kinds = dict.fromkeys(kind for each in found.errors if (kind := wanted(each)))
    if len(found.errors) > 1 and kinds:
        return wrong_kind(list(kinds), found.value)
    return sentence(found.errors[0], found.value)
