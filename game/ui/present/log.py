"""The log: what has become known, one line for what is alike, with all that may be known of it."""

from collections.abc import Iterator, Mapping

from game.core.facts import Fact
from game.core.ledger import Entry
from game.engine.game import Game
from game.report import joined, news
from game.report.words import day, signed
from game.ui.present.tracks import UNKNOWN, is_good
from game.ui.situation import Effect, LogLine, Why

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
SOUND = "sound"
ICONS = {"military": "swords", "diplomatic": "globe", "home": "landmark"}
MARKS = {
    "PlaceTaken": "flag", "PlaceRetaken": "flag", "PlaceYielded": "flag", "PostLost": "flag",
    "Struck": "bomb", "Stopped": "shield-check", "Missed": "bomb", "NearMiss": "plane",
    "Mourned": "heart", "CiviliansKilled": "heart", "SignalSeen": "radio",
    "CorridorJoined": "route", "CorridorCut": "route", "FirstConvoy": "truck",
    "ColumnLost": "skull", "LeaderKilled": "crosshair", "Answered": "gavel", "Delegated": "gavel",
}  # fmt: skip
TURNS = 3  # how far back the log on the play screen reaches


def of(game: Game, heard: Mapping[int, tuple[str, ...]]) -> tuple[LogLine, ...]:
    """Return the lines of the last turns, the newest first.

    What was `heard` at a moment is told in words, for those who do not hear it.
    """
    return tuple(_lines_and_sounds(game, heard))


def _lines_and_sounds(game: Game, heard: Mapping[int, tuple[str, ...]]) -> Iterator[LogLine]:
    told = {number: list[LogLine]() for number in _moments(game)}
    for line, _ in _lines(game):
        told[int(line.id.partition(".")[0])].append(line)
    for number, lines in told.items():
        date = day(game.exercise, game.history[number].state.week)
        for place, caption in reversed(list(enumerate(heard.get(number, ())))):
            yield LogLine(f"{number}.{SOUND}{place}", date, SOUND, "volume-2", caption)
        yield from lines


def why(game: Game, name: str) -> Why:
    """Return the whole of a line."""
    for line, facts in _lines(game):
        if line.id == name:
            told = tuple(news.full(game, fact) for fact in facts)
            return Why(line.text, line.date, chances=told)
    return UNKNOWN


def _moments(game: Game) -> list[int]:
    """Return the numbers of the moments that the log reaches back to, the newest first."""
    turn = game.exercise.world.turn(game.moment.state.week)
    first = game.exercise.world.turn_starts[max(0, turn - TURNS)]
    return [n for n in reversed(game.way()) if game.history[n].state.week >= first]


def _lines(game: Game) -> Iterator[tuple[LogLine, list[Fact]]]:
    exercise, now = game.exercise, game.moment.state.week
    for number in _moments(game):
        moment = game.history[number]
        facts = [fact for fact in moment.facts if fact.known <= now]
        groups = sorted(joined.groups(exercise, facts), key=lambda group: -group[0].week)
        for place, group in enumerate(groups):
            yield _line(game, f"{number}.{place}", group, moment.causes), group


def _line(game: Game, name: str, facts: list[Fact], entries: tuple[Entry, ...]) -> LogLine:
    first = facts[0].week
    mark = type(facts[0]).__name__
    kind = "diplomatic" if mark in DIPLOMATIC else "home" if mark in HOME else "military"
    return LogLine(
        id=name,
        date=day(game.exercise, first),
        kind=kind,
        icon=MARKS.get(mark, ICONS[kind]),
        text=joined.said(game.exercise, facts),
        effects=tuple(_effects(game, facts, entries)),
    )


def _effects(game: Game, facts: list[Fact], entries: tuple[Entry, ...]) -> Iterator[Effect]:
    """Say what this moved, and by how much."""
    tracks = list(game.exercise.scenario.tracks.items())
    for number, amount in news.moved(game.exercise, facts, entries).items():
        name, track = tracks[number]
        yield Effect(f"{track.name} {signed(amount)}", is_good(track, amount), name)
