"""The log: what has become known, one line for what is alike, with all that may be known of it."""

from collections.abc import Iterator

from game.core.facts import Fact
from game.engine.game import Game
from game.report import joined, news
from game.report.words import day
from game.ui.situation import LogLine, Why

DIPLOMATIC = frozenset(
    [
        "RelationChanged",
        "EventFired",
        "ReactionSeen",
        "SignalSeen",
        "Pressed",
        "Mediated",
        "CautionSpread",
        "Declined",
        "Obliged",
        "Intercept",
    ]
)
HOME = frozenset(["Answered", "Delegated", "CameAbout", "CameToNothing", "Arrived", "Mourned"])
ICONS = {"military": "swords", "diplomatic": "globe", "home": "landmark"}
MARKS = {
    "PlaceTaken": "flag", "PlaceRetaken": "flag", "PlaceYielded": "flag", "PostLost": "flag",
    "Struck": "bomb", "Stopped": "shield-check", "Missed": "bomb", "NearMiss": "plane",
    "Mourned": "heart", "CiviliansKilled": "heart", "SignalSeen": "radio",
    "CorridorJoined": "route", "CorridorCut": "route", "FirstConvoy": "truck",
    "ColumnLost": "skull", "LeaderKilled": "crosshair", "Answered": "gavel", "Delegated": "gavel",
}  # fmt: skip
TURNS = 3  # how far back the log on the play screen reaches


def of(game: Game) -> tuple[LogLine, ...]:
    """Return the lines of the last turns, the newest first."""
    return tuple(line for line, _ in _lines(game))


def why(game: Game, name: str) -> Why:
    """Return the whole of a line."""
    for line, facts in _lines(game):
        if line.id == name:
            told = tuple(news.full(game, fact) for fact in facts)
            return Why(line.text, line.date, chances=told)
    return Why("Nothing more is known of this.", "")


def _lines(game: Game) -> Iterator[tuple[LogLine, list[Fact]]]:
    exercise, now = game.exercise, game.moment.state.week
    first = exercise.world.turn_starts[max(0, exercise.world.turn(now) - TURNS)]
    moments = [moment for moment in game.line() if moment.state.week >= first]
    for number, moment in reversed(list(enumerate(moments))):
        facts = [fact for fact in moment.facts if fact.known <= now]
        groups = sorted(joined.groups(exercise, facts), key=lambda group: -group[0].week)
        for place, group in enumerate(groups):
            yield _line(game, f"{number}.{place}", group), group


def _line(game: Game, name: str, facts: list[Fact]) -> LogLine:
    first = facts[0].week
    mark = type(facts[0]).__name__
    kind = "diplomatic" if mark in DIPLOMATIC else "home" if mark in HOME else "military"
    return LogLine(
        id=name,
        date=day(game.exercise, first),
        kind=kind,
        icon=MARKS.get(mark, ICONS[kind]),
        text=joined.said(game.exercise, facts),
    )
