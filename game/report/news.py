"""News: what has become known since the last decision, the most important first."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from game.core.facts import PER_MILLE, UNTOLD, Fact
from game.core.ledger import Entry
from game.core.wording import smooth
from game.engine.arrivals import Arrived
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.incidents import Answered
from game.engine.triggers import EventFired, ReactionSeen
from game.report import causes
from game.report.words import DOT, day, many, one_of, signed
from game.rules.assault import Repulsed
from game.rules.losses import Mourned
from game.rules.pressure import Pressed
from game.scenario.bringing import CameAbout, CameToNothing, Declined, Obliged

Kind = TypeVar("Kind", bound=Fact)

MOST = 15
_TWICE = f"({UNTOLD}, rolled {UNTOLD})"
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
    """Return lines for facts, the most important first; what is alike is said in one."""
    lines: dict[str, list[Fact]] = {}
    for fact in facts:
        lines.setdefault(_alike(game.exercise, fact), []).append(fact)
    entries = [entry for moment in game.line() for entry in moment.causes]
    found = [_line(game.exercise, alike, entries) for alike in lines.values()]
    return sorted(found, key=lambda line: (line.rank, line.week))


def _alike(exercise: Exercise, fact: Fact) -> str:
    """Return what is the same for all facts that are said in one line."""
    match fact:
        case Mourned():
            return f"dead {fact.week}"
        case Pressed():
            return f"pressure {fact.actor}"
        case Repulsed():
            return f"thrown back {fact.week}"
    return brief(exercise, fact)


def _line(exercise: Exercise, facts: list[Fact], entries: list[Entry]) -> Line:
    first, said = facts[0], _together(exercise, facts)
    often = f" ({len(facts)} times)" if len(facts) > 1 and said == brief(exercise, first) else ""
    behind = _behind(exercise, first, entries) if len(facts) == 1 else ""
    if behind and isinstance(first, CameToNothing | Declined):
        behind = f" Instead: {behind.removeprefix(DOT)}"
    when = day(exercise, first.week)
    return Line(rank(first), first.week, f"{when}{DOT}{said}{often}{behind}")


def _together(exercise: Exercise, facts: list[Fact]) -> str:
    """Say facts that are alike in one sentence."""
    titles = exercise.world.titles
    units, places = titles["units"], titles["places"]
    match facts[0]:
        case Mourned():
            dead = [f"{titles['sides'][f.side]} {f.people:,}" for f in _of(facts, Mourned)]
            return smooth(f"The dead of the week: {', '.join(dead)}.")
        case Pressed(actor=actor):
            tracks = dict.fromkeys(titles["tracks"][f.track] for f in _of(facts, Pressed))
            on = one_of(list(tracks), "and")
            return smooth(f"Pressure on {on} from {titles['actors'][actor]}.")
        case Repulsed() if len(facts) > 1:
            who = [f"{units[f.unit]} before {places[f.place]}" for f in _of(facts, Repulsed)]
            return smooth(f"Thrown back: {'; '.join(who)}.")
    return brief(exercise, facts[0])


def _of(facts: list[Fact], kind: type[Kind]) -> list[Kind]:
    return [fact for fact in facts if isinstance(fact, kind)]


def full(game: Game, fact: Fact, over: bool = False) -> str:
    """Say a fact with its chances, and when it was heard of if that was later."""
    exercise = game.exercise
    late = fact.known > fact.week
    heard = f" (heard of on {day(exercise, fact.known)})" if late and not over else ""
    said = fact.sentence(exercise.world, over).replace(_TWICE, f"({UNTOLD})")
    return f"{day(exercise, fact.week)}{DOT}{said}{heard}"


def rank(fact: Fact) -> int:
    """Say how much a fact matters; the less, the more."""
    name = type(fact).__name__
    return next((n for n, kinds in enumerate(RANKS) if name in kinds), len(RANKS))


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
