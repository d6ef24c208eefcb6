"""What can be played, what was saved, and how we came here, for the screen."""

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from game.core.facts import Fact
from game.core.phase import Phase
from game.engine import files, save
from game.engine.decision import Answer, Orders
from game.engine.game import Game
from game.engine.game import Moment as Stood
from game.engine.incidents import Answered
from game.paths import saves
from game.report import joined
from game.report.words import DOT, day, many, short
from game.scenario.load import index, load, load_texts
from game.scenario.model import Scenario
from game.scenario.problems import ScenarioError
from game.ui.library import Course, Dot, Kept, Moment, Offer
from game.ui.present.tracks import PLAIN

LEVELS = {"first": "a first game", "easy": "an easy game", "full": "a full game"}


def offers() -> tuple[Offer, ...]:
    """Return the shipped scenarios in the order of the chooser."""
    return tuple(map(offer, index()["order"]))


def offer(name: str) -> Offer:
    """Return a scenario as it is offered, or what is wrong with it."""
    try:
        scenario = load(name).scenario
    except ScenarioError as error:
        first = error.problems[0]
        return Offer(name, name, "", "", "", f"{first.file}:{first.line}: {first.message}")
    return Offer(
        name, scenario.title, scenario.summary or "", _length(scenario), LEVELS[scenario.level]
    )


def _length(scenario: Scenario) -> str:
    return f"{many(len(scenario.calendar), 'turn')}, {many(scenario.weeks, 'week')}"


def kept() -> tuple[Kept, ...]:
    """Return the saved games, the newest first."""
    return tuple(map(_kept, _newest()))


def last() -> Kept | None:
    """Return the game that was played last, of those that can be read and are not over."""
    found = map(_kept, _newest())
    return next((save for save in found if not save.problem and not save.over), None)


def _newest() -> list[Path]:
    """Return the files of saved games, the newest first."""
    try:
        return sorted(saves().glob(f"*{files.SUFFIX}"), key=_changed, reverse=True)
    except OSError:
        return []


def _changed(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _kept(path: Path) -> Kept:
    when = datetime.fromtimestamp(_changed(path))
    said = f"{when.day} {when:%b %Y, %H:%M}"
    try:
        written = save.read(path)
    except files.SaveError as error:
        return Kept(str(path), path.stem, "", "", said, str(error).removeprefix(f"{path}: "))
    about = _about(written.scenario, written.texts)
    if about is None:  # what is wrong is told to whoever takes it up
        played = many(len(written.moments), "decision")
        return Kept(str(path), path.stem, written.scenario, played, said)
    try:
        over = min(written.snapshot.get("ending", [-1]), default=-1) >= 0
        turn = "over" if over else _stands(about, int(written.snapshot.get("week", 0)))
    except (ValueError, TypeError, OverflowError):
        problem = "this save is damaged: it does not say where the game stands; load another save"
        return Kept(str(path), path.stem, about.title, "", said, problem)
    return Kept(str(path), path.stem, about.title, turn, said, over=over)


@dataclass(frozen=True)
class About:
    """What the list of saves tells of a scenario: a whole one takes several megabytes."""

    title: str
    calendar: tuple[int, ...]
    start: date


@lru_cache(16)
def _about(name: str, packed: str) -> About | None:
    """Return what is told of the scenario that a save carries; most saves carry the same."""
    with suppress(ValueError, zlib.error, ScenarioError):
        scenario = load_texts(name, save.unpack_texts(packed)).scenario
        return About(scenario.title, tuple(scenario.calendar), scenario.start)
    return None


def _stands(about: About, week: int) -> str:
    """Say in which turn a game is, and when that is."""
    ends = list(accumulate(about.calendar))
    turn = min(bisect_right(ends, week), len(ends) - 1) + 1
    now = about.start + timedelta(days=7 * week)
    return f"turn {turn} of {len(ends)}{DOT}{short(now)} {now.year}"


def moments(game: Game) -> tuple[Moment, ...]:
    """Return every moment of the history, the newest last."""
    counts, line = game.first_line(), set(game.way())
    return tuple(
        Moment(
            number,
            _when(game, moment),
            _decided(game, number),
            number in counts,
            number in line,
            number == game.here,
        )
        for number, moment in enumerate(game.history)
    )


def _when(game: Game, moment: Stood) -> str:
    world = game.exercise.world
    if moment.state.ending[0] >= 0:
        return "The end"
    turn = world.turn(moment.state.week) + 1
    what = "council" if moment.state.phase == Phase.COUNCIL else "answer"
    return f"Turn {turn}{DOT}{day(game.exercise, moment.state.week)}{DOT}{what}"


def _decided(game: Game, number: int) -> str:
    """Say what was decided there, on each branch."""
    if game.history[number].state.ending[0] >= 0:
        return ""
    said = []
    for child in game.history:
        if child.parent == number:
            said.append(_said(game, child))
    return " | ".join(said) or "nothing yet"


def _said(game: Game, child: Stood) -> str:
    """Say which decision led to a moment."""
    if isinstance(child.decision, Orders):
        options = game.exercise.scenario.options
        names = [options[option].name for option in child.decision.options]
        return ", ".join(names) or "hold course"
    return _answered(game, child)


def _answered(game: Game, child: Stood) -> str:
    """Say what was asked and how it was answered."""
    told: list[Fact] = [fact for fact in child.facts if isinstance(fact, Answered)]
    if not told or not isinstance(child.decision, Answer):
        return "answered"
    return joined.said(game.exercise, told[:1]).rstrip(".")


def courses(game: Game) -> tuple[Course, ...]:
    """Return the way of every track along the line of play."""
    line, dots = game.line(), tuple(_dots(game))
    return tuple(
        Course(
            track.name, track.icon or PLAIN,
            tuple(int(moment.state.track[0, number]) / 1000 for moment in line), dots,
        )
        for number, track in enumerate(game.exercise.scenario.tracks.values())
    )  # fmt: skip


def _dots(game: Game) -> Iterator[Dot]:
    """Return what was decided on the line of play, where the decision was made."""
    way = game.way()
    for at, (here, child) in enumerate(pairwise(way)):
        decision = game.history[child].decision
        council = isinstance(decision, Orders)
        if not isinstance(decision, Orders) or decision.options:
            text = f"{_when(game, game.history[here])}: {_said(game, game.history[child])}"
            yield Dot(at, here, text, council)
