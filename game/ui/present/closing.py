"""How a game ended, what it cost, and what could not be known while it was played."""

from collections.abc import Iterator

from game.engine.game import Game
from game.engine.grades import grade
from game.report import debrief
from game.report.words import DOT
from game.ui.library import Closing


def of(game: Game) -> Closing:
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
