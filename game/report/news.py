"""News: what has become known since the last decision, the most important first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.core.facts import UNTOLD, Fact
from game.core.ledger import Entry
from game.engine.arrivals import Arrived
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.incidents import Answered
from game.engine.triggers import EventFired, ReactionSeen
from game.report import causes, joined
from game.report.brief import brief as brief
from game.report.words import DOT, day, many, signed, week_of, weeks_of
from game.rules.losses import Mourned
from game.scenario.bringing import CameAbout, CameToNothing, Declined, Obliged

MOST = 15
OWN_DEAD = -1  # before everything else
_TWICE = f"({UNTOLD}, rolled {UNTOLD})"
RANKS = tuple(
    line.split()
    for line in (
        "RelationChanged PlotCarriedOut PlaceTaken PlaceRetaken PlaceYielded PostLost Struck "
        "EventFired ReactionSeen ThoughtAgain ColumnLost CautionSpread Answered",
        "CameAbout CameToNothing Obliged Declined Arrived LeaderKilled NearMiss CorridorJoined "
        "CorridorCut FirstConvoy CorridorRoutine CorridorHit FireAcross ZonePassed PlaceOccupied "
        "NetworkMoved NetworkDispersed Mourned CiviliansKilled Standoff Probed Delegated "
        "ColumnStruck",
        "SignalSeen Missed Stopped TurnedBack Deterred ZoneHalted Repulsed ConvoyRaided Intercept",
    )
)
"""Kinds of facts by how much they matter; what is not named comes last."""


@dataclass(frozen=True)
class Line:
    """One line of news, perhaps of something that happened several times."""

    rank: int
    week: int
    when: str
    text: str

    @property
    def dated(self) -> str:
        """Return the text behind its time."""
        return f"{self.when}{DOT}{self.text}"


def tell(game: Game, facts: Iterable[Fact]) -> list[Line]:
    """Return lines for facts: one's own dead, then by weight, and as time goes in each weight.

    What is alike is said in one line.
    """
    entries = [entry for moment in game.line() for entry in moment.causes]
    found = [
        _line(game.exercise, together, entries) for together in joined.groups(game.exercise, facts)
    ]
    return sorted(found, key=lambda line: (line.rank, line.week))


def _line(exercise: Exercise, facts: list[Fact], entries: list[Entry]) -> Line:
    first, last = facts[0].week, max(fact.week for fact in facts)
    behind = _behind(exercise, facts, entries)
    if behind and isinstance(facts[0], CameToNothing | Declined):
        behind = f" Instead: {behind.removeprefix(DOT)}"
    late = " (heard of only now)" if facts[0].known > first else ""
    said = f"{joined.said(exercise, facts)}{late}{behind}"
    own = any(_own_dead(exercise, fact) for fact in facts)
    weight = OWN_DEAD if own else rank(facts[0])
    return Line(weight, first, weeks_of(exercise, first, last), said)


def _own_dead(exercise: Exercise, fact: Fact) -> bool:
    """Say whether a fact tells of the player's own dead, counted or just reported."""
    if isinstance(fact, Mourned):
        return fact.side == exercise.world.player
    if not isinstance(fact, CameAbout | Obliged) or isinstance(fact, CameToNothing | Declined):
        return False
    gambles = [g for _, each in exercise.scenario.effects() for g in each.gamble.values()]
    return exercise.scenario.player in gambles[fact.gamble].then.lose


def full(game: Game, fact: Fact, over: bool = False) -> str:
    """Say a fact with its week, its chances, and when it was heard of if that was later."""
    return f"{week_of(game.exercise, fact.week)}{DOT}{undated(game, fact, over)}"


def undated(game: Game, fact: Fact, over: bool = False) -> str:
    """Say the same under a heading that names the week."""
    exercise = game.exercise
    late = fact.known > fact.week
    heard = f" (heard of on {day(exercise, fact.known)})" if late and not over else ""
    said = fact.sentence(exercise.world, over).replace(_TWICE, f"({UNTOLD})")
    return f"{said}{heard}"


def rank(fact: Fact) -> int:
    """Say how much a fact matters; the less, the more."""
    name = type(fact).__name__
    return next((n for n, kinds in enumerate(RANKS) if name in kinds), len(RANKS))


def _behind(exercise: Exercise, facts: list[Fact], entries: list[Entry]) -> str:
    """Say what facts of one kind did to the tracks, where their owner is known."""
    tracks = exercise.world.titles["tracks"]
    found = moved(exercise, facts, entries).items()
    return "".join(f"{DOT}{tracks[track]} {signed(amount)}" for track, amount in found)


def moved(exercise: Exercise, facts: list[Fact], entries: Sequence[Entry]) -> dict[int, int]:
    """Return by how much facts of one kind moved each track, where their owner is known."""
    owner, found = _owner(exercise, facts[0]), dict[int, int]()
    often = Counter(fact.week for fact in facts) if owner else {}
    failed = isinstance(facts[0], CameToNothing | Declined)
    for week, times in often.items():
        mine = [entry for entry in entries if entry.week == week and entry.cause == owner]
        for entry in causes.of_outcome(exercise, mine, failed, times):
            found[entry.track] = found.get(entry.track, 0) + entry.amount
    return {track: amount for track, amount in found.items() if amount}


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
