"""Extending: a scenario laid over its base, after what it removes from that."""

from collections.abc import Iterator
from typing import Any

from game.scenario.problems import Problem
from game.scenario.reading.layer import Layer
from game.scenario.wording.words import Steps, did_you_mean, dotted, near, quoted

HOW_TO_REMOVE = "write it as 'remove: {options: [one, two]}'"


def overlay(base: Layer, own: Layer) -> Layer:
    """Lay a scenario over its base: blocks are merged key by key, all else replaces.

    Every value keeps the place where it was written last.
    """
    kept = _without(base, set(_replaced(base.data, own.data)))
    return Layer(_merged(base.data, own.data), {**kept.marks, **own.marks})


def removed(base: Layer, own: Layer) -> tuple[Layer, list[Problem]]:
    """Return the base without what the scenario names under `remove`, and what it names wrong."""
    wishes = list(_wishes(own.data.get("remove", {}), (), ("remove",)))
    problems = [problem for wish in wishes if (problem := _wrong(base, own, *wish))]
    return _without(base, {path for path, _ in wishes if path}), problems


def _wishes(said: Any, path: Steps, here: Steps) -> Iterator[tuple[Steps, Steps]]:
    """Pair each path that is to go with the place where that is written."""
    if isinstance(said, dict):
        for key, inner in said.items():
            yield from _wishes(inner, (*path, key), (*here, key))
    elif isinstance(said, list) and path:
        for number, name in enumerate(said):
            yield (*path, str(name)), (*here, number)
    else:
        yield (), here


def _wrong(base: Layer, own: Layer, path: Steps, here: Steps) -> Problem | None:
    if not path:
        return own.problem(here, "wrong-type", "should be a list of ids", HOW_TO_REMOVE)
    *around, name = path
    held: Any = base.data
    for step in around:
        held = held.get(step) if isinstance(held, dict) else None
    if not isinstance(held, dict):
        message = f"the base has no named things in {quoted(dotted(tuple(around)))}"
        return own.problem(here, "unknown-id", message, near(str(around[0]), base.data))
    if name not in held:
        message = f"the base has nothing called {quoted(str(name))} here"
        return own.problem(here, "unknown-id", message, did_you_mean(str(name), held))
    return None


def _without(layer: Layer, gone: set[Steps]) -> Layer:
    marks = {path: mark for path, mark in layer.marks.items() if not _inside(path, gone)}
    return Layer(_pruned(layer.data, gone, ()), marks)


def _pruned(data: dict[str, Any], gone: set[Steps], path: Steps) -> dict[str, Any]:
    left = {key: value for key, value in data.items() if (*path, key) not in gone}
    return {
        key: _pruned(value, gone, (*path, key)) if isinstance(value, dict) else value
        for key, value in left.items()
    }


def _inside(path: Steps, roots: set[Steps]) -> bool:
    return any(path[:length] in roots for length in range(1, len(path) + 1))


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {key: _merged(base[key], own[key]) for key in own if _are_blocks(base, own, key)}
    return {**base, **own, **both}


def _replaced(base: dict[str, Any], own: dict[str, Any], path: Steps = ()) -> Iterator[Steps]:
    """Find what the base says in vain."""
    for key in own:
        if _are_blocks(base, own, key):
            yield from _replaced(base[key], own[key], (*path, key))
        elif key in base:
            yield (*path, key)


def _are_blocks(base: dict[str, Any], own: dict[str, Any], key: str) -> bool:
    return isinstance(base.get(key), dict) and isinstance(own[key], dict)
