"""Causes in words: who answers for a change of a track."""

from collections import Counter
from collections.abc import Mapping

from game.core.ledger import Entry
from game.engine.exercise import Exercise
from game.scenario.titles import words


def title(exercise: Exercise, cause: str) -> str:
    """Say a cause: rules write theirs in words, options, answers and events by their ids."""
    kind, _, rest = cause.partition(".")
    owner, *inner = rest.split("/")
    match kind:
        case "option" if owner in exercise.scenario.options:
            said = exercise.scenario.options[owner].name
        case "incident":
            said = _reply(exercise, owner)
        case "event" if owner in exercise.world.events:
            said = exercise.world.titles["events"][exercise.world.events.index(owner)]
        case _:
            return cause
    return ": ".join([said.rstrip("."), *_inner(exercise, cause, inner)])


def _reply(exercise: Exercise, owner: str) -> str:
    incident, _, reply = owner.partition(".")
    if incident not in exercise.scenario.incidents:
        return words(owner)
    kind = exercise.scenario.incidents[incident]
    return f"{kind.name}: {kind.answers[reply].name}"


def _inner(exercise: Exercise, cause: str, inner: list[str]) -> list[str]:
    """Say what part of it this is: what arrived, what goes on, or how a gamble fell out."""
    world = exercise.world
    for kind in ("laters", "lastings"):
        names = getattr(world, kind)
        if cause in names:
            return [world.titles[kind][names.index(cause)].rstrip(".")]
    return ["what came of it"] if inner else []


def of_outcome(exercise: Exercise, entries: list[Entry], failed: bool, times: int) -> list[Entry]:
    """Return what one outcome of an owner did in a week, when it came about so many times.

    What came about and what did not may both happen in a week, to different places; the ledger
    names one owner for both. Which entry belongs to which is told by the amounts that are written.
    An option acts once in a week, and perhaps by a share of what is written: all of it is its own.
    """
    owner = entries[0].cause if entries else "option."
    if owner.startswith("option."):
        return entries
    written = {name: each.change for name, each in exercise.scenario.effects()}
    outcomes = (written.get(owner, {}), written.get(f"{owner}/not", {}))
    if any(not _fits(exercise, entry, *outcomes) for entry in entries):
        return entries
    left, found = Counter[int](), list[Entry]()
    for entry in entries:
        if left[entry.track] < times and _fits(exercise, entry, outcomes[failed]):
            left[entry.track] += 1
            found.append(entry)
    return found


def _fits(exercise: Exercise, entry: Entry, *outcomes: Mapping[str, int]) -> bool:
    track = exercise.world.tracks[entry.track]
    return any(outcome.get(track) == entry.amount for outcome in outcomes)
