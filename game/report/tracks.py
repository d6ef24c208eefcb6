"""Tracks: where they stand, what has moved them, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from game.core.facts import PER_MILLE, Fact
from game.core.ledger import Entry
from game.core.phase import Phase
from game.engine.game import Game, Moment
from game.report import causes, news
from game.report.words import DOT, day, points, signed

PARTS = MappingProxyType({"network": ("leaders", "plots"), "corridor": ("traffic", "raids")})
"""Rules that lie in several modules."""
GOOD = {"up": "higher is better", "down": "lower is better", "neither": "neither way is better"}


def turn_moments(game: Game) -> tuple[Moment, list[Moment]]:
    """Return the council before this one, and what has happened since it met."""
    line = game.line()
    councils = [n for n, m in enumerate(line[:-1]) if m.state.phase == Phase.COUNCIL]
    start = councils[-1] if councils else 0
    return line[start], line[start + 1 :]


def always(game: Game) -> str:
    """Say where the tracks that are always shown stand, with their change since last turn."""
    return DOT.join(_levels(game, "always"))


def panel(game: Game) -> Iterator[str]:
    """Say where every track stands and what it measures."""
    for shown in ("always", "panel"):
        tracks = [t for t in game.exercise.scenario.tracks.values() if t.shown == shown]
        for level, track in zip(_levels(game, shown), tracks, strict=True):
            yield f"{level}  ({GOOD[track.good]}) {track.text or ''}".rstrip()


def _levels(game: Game, shown: str) -> Iterator[str]:
    before, since = turn_moments(game)
    now = game.observation.state.track[0]
    for number, track in enumerate(game.exercise.scenario.tracks.values()):
        if track.shown == shown:
            change = int(now[number] - before.state.track[0, number]) if since else 0
            moved = f" ({signed(change)})" if round(change / 1000, 1) else ""
            yield f"{track.name} {points(int(now[number]))}{moved}"


@dataclass(frozen=True)
class Reasons:
    """What moved a track since the last council."""

    said: str
    """From where to where, and since when."""
    causes: tuple[tuple[str, int], ...]
    """Each with its amount in thousandths, the largest first; they sum to the change."""
    chances: tuple[str, ...]
    """What set the chances of that, as far as it may be told."""


def reasons(game: Game, track: int) -> Reasons:
    """Return what moved a track since the last council, and what set the chances of that."""
    before, since = turn_moments(game)
    name = game.exercise.world.titles["tracks"][track]
    entries = [e for m in since for e in m.causes if e.track == track]
    then = int(before.state.track[0, track])
    now = int(game.observation.state.track[0, track])
    since_day = day(game.exercise, before.state.week)
    return Reasons(
        f"{name} from {points(then)} to {points(now)} since {since_day}:",
        tuple(_sums(game, entries)),
        tuple(dict.fromkeys(_chances(game, entries, since))),
    )


def why(game: Game, track: int) -> Iterator[str]:
    """Say the same, line by line."""
    found = reasons(game, track)
    yield found.said
    if not found.causes:
        yield "Nothing has moved it."
    yield from (f"  {signed(amount):>6}  {said}" for said, amount in found.causes)
    if found.chances:
        yield "What set the chances:"
        yield from (f"  {line}" for line in found.chances)


def _sums(game: Game, entries: list[Entry]) -> list[tuple[str, int]]:
    """Add up what has the same cause, the largest first."""
    sums: dict[str, int] = {}
    for entry in entries:
        said = causes.title(game.exercise, entry.cause)
        sums[said] = sums.get(said, 0) + int(entry.amount)
    return sorted(sums.items(), key=lambda pair: -abs(pair[1]))


def _chances(game: Game, entries: list[Entry], since: list[Moment]) -> Iterator[str]:
    """Say the chances of the facts that a rule recorded in the weeks in which it moved the track.

    What depends on an intention is said to do so, and no more.
    """
    rules = {(int(e.week), part) for e in entries for part in _modules(e.rule)}
    causes_of = {(int(e.week), e.cause) for e in entries}
    for moment in since:
        for fact in moment.facts:
            told = fact.known <= game.moment.state.week and _has_chance(fact)
            module = type(fact).__module__.rpartition(".")[2]
            gamble = getattr(fact, "gamble", -1)
            mine = gamble >= 0 and (fact.week, game.exercise.world.gambles[gamble]) in causes_of
            if told and (mine or (fact.week, module) in rules):
                yield news.full(game, fact)


def _has_chance(fact: Fact) -> bool:
    return any(f"{{{name}}}" in type(fact).text for name in PER_MILLE)


def _modules(rule: str) -> tuple[str, ...]:
    kind = rule.partition(".")[0]
    return (kind, *PARTS.get(kind, ()))
