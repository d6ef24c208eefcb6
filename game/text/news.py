"""News: what has become known since the last decision, the most important first."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from game.core.facts import PER_MILLE, Fact
from game.core.ledger import Entry
from game.engine.arrivals import Arrived
from game.engine.exercise import Exercise
from game.engine.game import Game, Moment
from game.engine.incidents import Answered
from game.engine.triggers import EventFired, ReactionSeen
from game.scenario.bringing import CameAbout, Obliged
from game.text import causes
from game.text.words import DOT, day, many, signed

MOST = 15
RANKS = tuple(
    line.split()
    for line in (
        "RelationChanged PlotCarriedOut PlaceTaken PlaceRetaken PlaceYielded PostLost Struck "
        "EventFired ReactionSeen ColumnLost CautionSpread",
        "CameAbout CameToNothing Obliged Declined Arrived LeaderKilled NearMiss CorridorJoined "
        "CorridorCut FirstConvoy CorridorRoutine CorridorHit FireAcross ZonePassed PlaceOccupied "
        "NetworkMoved NetworkDispersed Mourned CiviliansKilled Standoff Probed Delegated "
        "ColumnStruck",
        "SignalSeen Missed Stopped TurnedBack Deterred ZoneHalted Repulsed ConvoyRaided Answered "
        "Intercept",
    )
)
"""Kinds of facts by how much they matter; what is not named comes last."""


@dataclass(frozen=True)
class Line:
    """One line of news, perhaps of something that happened several times."""

    rank: int
    week: int
    text: str


def tell(game: Game, facts: Iterable[Fact]) -> list[Line]:
    """Return lines for facts, the most important first; what is the same is said once."""
    lines: dict[str, list[tuple[int, int, str]]] = {}
    entries = _entries(game.line())
    for fact in facts:
        said = brief(game.exercise, fact)
        behind = _behind(game.exercise, fact, entries)
        lines.setdefault(said, []).append((rank(fact), fact.week, behind))
    found = [_line(game.exercise, said, each) for said, each in lines.items()]
    return sorted(found, key=lambda line: (line.rank, line.week))


def _line(exercise: Exercise, said: str, times: list[tuple[int, int, str]]) -> Line:
    first = times[0]
    often = f" ({len(times)} times)" if len(times) > 1 else ""
    behind = next((b for _, _, b in times if b), "") if len(times) == 1 else ""
    return Line(first[0], first[1], f"{day(exercise, first[1])}{DOT}{said}{often}{behind}")


def full(game: Game, fact: Fact, over: bool = False) -> str:
    """Say a fact with its chances, and when it was heard of if that was later."""
    exercise = game.exercise
    late = fact.known > fact.week
    heard = f" (heard of on {day(exercise, fact.known)})" if late and not over else ""
    return f"{day(exercise, fact.week)}{DOT}{fact.sentence(exercise.world, over)}{heard}"


def rank(fact: Fact) -> int:
    """Say how much a fact matters; the less, the more."""
    name = type(fact).__name__
    return next((n for n, kinds in enumerate(RANKS) if name in kinds), len(RANKS))


def brief(exercise: Exercise, fact: Fact) -> str:
    """Say a fact without its chances."""
    short = copy.copy(fact)
    object.__setattr__(short, "text", _brief_text(fact.text))
    said = short.sentence(exercise.world)
    return said if said.endswith(".") else f"{said}."


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


def _entries(line: list[Moment]) -> list[Entry]:
    return [entry for moment in line for entry in moment.causes]


def _behind(exercise: Exercise, fact: Fact, entries: list[Entry]) -> str:
    """Say what a fact did to the tracks, where its owner is known."""
    owner = _owner(exercise, fact)
    if not owner:
        return ""
    tracks = exercise.world.titles["tracks"]
    moved = causes.of_owner(entries, owner, fact.week)
    return "".join(f"{DOT}{tracks[t]} {signed(amount)}" for t, amount in moved.items() if amount)


def _owner(exercise: Exercise, fact: Fact) -> str:
    world = exercise.world
    match fact:
        case EventFired() | ReactionSeen():
            return f"event.{world.events[fact.event]}"
        case Answered():
            return f"incident.{world.replies[fact.reply]}"
        case Arrived():
            return world.laters[fact.later]
        case CameAbout() | Obliged():
            return world.gambles[fact.gamble]
    return ""


def more(count: int) -> str:
    """Say that there is more than was shown."""
    return f"... and {many(count, 'line')} more: type log."
