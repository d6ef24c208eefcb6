"""Causes in words: who answers for a change of a track."""

from collections.abc import Iterable

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


def of_owner(entries: Iterable[Entry], owner: str, week: int) -> dict[int, int]:
    """Add up what an owner (an event, an answer) did to each track in a week."""
    found: dict[int, int] = {}
    for entry in entries:
        if entry.week == week and entry.cause == owner:
            found[entry.track] = found.get(entry.track, 0) + entry.amount
    return found
