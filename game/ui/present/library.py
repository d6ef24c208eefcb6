"""What can be played, what was saved, how we came here, and how it ended, for the screen."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from game.core.phase import Phase
from game.engine import files, save
from game.engine.decision import Answer, Orders
from game.engine.game import Game
from game.engine.game import Moment as Stood
from game.engine.grades import grade
from game.paths import saves
from game.report import debrief
from game.report.words import DOT, day, many
from game.scenario.load import index, load
from game.scenario.model import Scenario
from game.scenario.problems import ScenarioError
from game.ui.library import Closing, Course, Kept, Moment, Offer
from game.ui.present.tracks import PLAIN

LEVELS = {"first": "a first game", "easy": "easy", "full": "full"}


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
    try:
        paths = sorted(saves().glob(f"*{files.SUFFIX}"), key=_changed, reverse=True)
    except OSError:
        return ()
    return tuple(map(_kept, paths))


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
        problem = str(error).removeprefix(f"{path}: ")
        return Kept(str(path), path.stem, "", "", said, problem)
    decisions = many(len(written.moments), "decision")
    return Kept(str(path), path.stem, written.scenario, decisions, said)


def moments(game: Game) -> tuple[Moment, ...]:
    """Return every moment of the history, the newest last."""
    counts, line = game.first_line(), _line(game)
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


def _line(game: Game) -> set[int]:
    found, at = set(), game.here
    while at >= 0:
        found.add(at)
        at = game.history[at].parent
    return found


def _when(game: Game, moment: Stood) -> str:
    world = game.exercise.world
    if moment.state.ending[0] >= 0:
        return "The end"
    turn = world.turn(moment.state.week) + 1
    what = "council" if moment.state.phase == Phase.COUNCIL else "answer"
    return f"Turn {turn}{DOT}{day(game.exercise, moment.state.week)}{DOT}{what}"


def _decided(game: Game, number: int) -> str:
    """Say what was decided there, on each branch."""
    scenario = game.exercise.scenario
    said = []
    for child in game.history:
        if child.parent != number:
            continue
        if isinstance(child.decision, Orders):
            names = [scenario.options[option].name for option in child.decision.options]
            said.append(", ".join(names) or "hold course")
        elif isinstance(child.decision, Answer):
            said.append(child.decision.reply.replace("-", " "))
    return " | ".join(said) or "nothing yet"


def courses(game: Game) -> tuple[Course, ...]:
    """Return the way of every track along the line of play."""
    line = game.line()
    marks = tuple(
        n for n, m in enumerate(line) if isinstance(m.decision, Orders) and m.decision.options
    )
    return tuple(
        Course(
            track.name, track.icon or PLAIN,
            tuple(int(moment.state.track[0, number]) / 1000 for moment in line), marks,
        )
        for number, track in enumerate(game.exercise.scenario.tracks.values())
    )  # fmt: skip


def closing(game: Game) -> Closing:
    """Return how a game ended."""
    scenario, state = game.exercise.scenario, game.moment.state
    ending = list(scenario.endings.values())[int(state.ending[0])]
    graded = grade(game.exercise, state)
    grades = tuple(
        (graded.letter(aim), scenario.grades[aim].name, points / 1000)
        for aim, points in graded.grades.items()
    )
    score = next((line for line in debrief.grades(game) if line.startswith("Score")), "")
    return Closing(
        title=ending.title,
        text=debrief.with_losses(game, ending.text),
        dead=_dead(game),
        grades=grades,
        score=score,
        sections=tuple((title, lines) for title, lines in _sections(game) if lines),
    )


def _dead(game: Game) -> str:
    lost = game.moment.state.lost[0]
    names = game.exercise.world.titles["sides"]
    said = [f"{name} {lost[n]:,}" for n, name in enumerate(names) if lost[n]]
    return f"The dead: {DOT.join(said)}." if said else ""


def _sections(game: Game) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "What they really intended", tuple(debrief.postures(game))
    yield "What was really decided in history", tuple(debrief.really(game))
    yield "What could not be known, and the luck of it", tuple(debrief.unknown(game))
    yield "To talk about", tuple(game.exercise.scenario.lesson.questions)
