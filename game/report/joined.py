"""Joined: facts that are alike are said in one sentence over the whole time since the last news."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from game.core.facts import Fact
from game.core.wording import smooth
from game.engine.exercise import Exercise
from game.engine.signs import SignalSeen
from game.report.brief import brief
from game.report.words import many, one_of
from game.rules.assault import Repulsed
from game.rules.harm import CiviliansKilled
from game.rules.losses import Mourned
from game.rules.precedent import MissionDragged
from game.rules.pressure import Pressed
from game.rules.strikes import Approach, Missed, Stopped, Struck
from game.rules.training import Deserted, Trained
from game.scenario.acts import ColumnStruck

Kind = TypeVar("Kind", bound=Fact)

TOGETHER = (Mourned, Pressed, Repulsed, SignalSeen, MissionDragged)
"""Kinds of which all facts are said in one sentence."""
MOST_REPULSED = 5
ADDED: dict[type[Fact], str] = {
    CiviliansKilled: "people",
    ColumnStruck: "people",
    Trained: "people",
    Deserted: "people",
}
"""Kinds whose numbers are added up, for whatever else is the same."""


def groups(exercise: Exercise, facts: Iterable[Fact]) -> list[list[Fact]]:
    """Put together what is said in one sentence, in the order in which it began."""
    found: dict[Any, list[Fact]] = {}
    for fact in _outcomes(list(facts)):
        found.setdefault((_alike(exercise, fact), fact.known > fact.week), []).append(fact)
    return list(found.values())


def _outcomes(facts: list[Fact]) -> list[Fact]:
    """Leave out the approach of what then came to something: that says it too."""
    ended = {
        (fact.week, fact.place, fact.means)
        for fact in facts
        if isinstance(fact, Stopped | Missed | Struck)
    }
    return [
        fact
        for fact in facts
        if type(fact) is not Approach or (fact.week, fact.place, fact.means) not in ended
    ]


def _alike(exercise: Exercise, fact: Fact) -> Any:
    """Return what is the same for all facts that are said in one sentence."""
    kind = type(fact)
    if kind in TOGETHER:
        return kind
    if kind in ADDED:
        return replace(fact, week=0, known=0, **{ADDED[kind]: 0})
    return brief(exercise, fact)


def said(exercise: Exercise, facts: list[Fact]) -> str:
    """Say facts that are alike in one sentence."""
    match facts[0]:
        case Mourned():
            return smooth(f"The dead: {', '.join(_dead(exercise, _of(facts, Mourned)))}.")
        case Pressed():
            return smooth(f"Pressure {'; '.join(_pressure(exercise, _of(facts, Pressed)))}.")
        case Repulsed() if len(facts) > 1:
            return smooth(f"Thrown back: {'; '.join(_repulsed(exercise, _of(facts, Repulsed)))}.")
        case SignalSeen():
            signals = exercise.world.titles["signals"]
            seen = [signals[fact.signal].rstrip(".") for fact in _of(facts, SignalSeen)]
            return smooth(f"Seen: {'. '.join(dict.fromkeys(seen))}.")
        case MissionDragged():
            return brief(exercise, facts[-1])
    kind = type(facts[0])
    if kind in ADDED and len(facts) > 1:
        total = sum(getattr(fact, ADDED[kind]) for fact in facts)
        return brief(exercise, replace(facts[0], **{ADDED[kind]: total}))
    often = f" ({len(facts)} times)" if len(facts) > 1 else ""
    return f"{brief(exercise, facts[0])}{often}"


def _dead(exercise: Exercise, facts: list[Mourned]) -> list[str]:
    """Say the dead of every side, the player's own first."""
    people: dict[int, int] = {}
    for fact in facts:
        people[fact.side] = people.get(fact.side, 0) + fact.people
    sides = sorted(people, key=lambda side: side != exercise.world.player)
    return [f"{exercise.world.titles['sides'][side]} {people[side]:,}" for side in sides]


def _pressure(exercise: Exercise, facts: list[Pressed]) -> list[str]:
    titles = exercise.world.titles
    on: dict[int, dict[str, None]] = {}
    for fact in facts:
        on.setdefault(fact.actor, {})[titles["tracks"][fact.track]] = None
    return [
        f"on {one_of(list(tracks), 'and')} from {titles['actors'][actor]}"
        for actor, tracks in on.items()
    ]


def _repulsed(exercise: Exercise, facts: list[Repulsed]) -> list[str]:
    """Say who was thrown back where, the player's own and allied first, and not all of the rest."""
    world = exercise.world
    often: dict[tuple[int, int], int] = {}
    for fact in sorted(facts, key=lambda fact: not _friendly(exercise, fact.unit)):
        often[fact.unit, fact.place] = often.get((fact.unit, fact.place), 0) + 1
    said = [
        f"{world.titles['units'][unit]} before {world.titles['places'][place]}"
        + (f" ({many(times, 'time')})" if times > 1 else "")
        for (unit, place), times in often.items()
    ]
    rest = len(said) - MOST_REPULSED
    return said if rest < 2 else [*said[:MOST_REPULSED], f"and {rest} more"]


def _friendly(exercise: Exercise, unit: int) -> bool:
    """Say whether a unit was the player's or of the same bloc when the game began."""
    world, sides = exercise.world, exercise.scenario.sides
    mine, its = (world.sides[side] for side in (world.player, int(world.unit_side[unit])))
    bloc = sides[mine].bloc
    return mine == its or (bloc is not None and sides[its].bloc == bloc)


def _of(facts: list[Fact], kind: type[Kind]) -> list[Kind]:
    return [fact for fact in facts if isinstance(fact, kind)]
