"""How a game ended, what it cost, and what could not be known while it was played."""

from collections.abc import Iterator

from game.engine.game import Game
from game.engine.grades import grade
from game.report import debrief
from game.ui.library import Closing


def of(game: Game, compares: bool) -> Closing:
    """Return how a game ended; `compares` says whether its score is being compared."""
    scenario, state = game.exercise.scenario, game.moment.state
    ending = list(scenario.endings.values())[int(state.ending[0])]
    graded = grade(game.exercise, state)
    ranks = dict(zip(game.exercise.world.aims, state.aim[0].tolist(), strict=True))
    grades = tuple(
        (graded.letter(aim), scenario.grades[aim].name, points / 1000, ranks[aim])
        for aim, points in graded.grades.items()
    )
    score = next((line for line in debrief.grades(game) if line.startswith("Score")), "")
    return Closing(
        title=ending.title,
        text=debrief.with_losses(game, ending.text),
        dead=debrief.dead(game),
        grades=grades,
        score=score,
        standing=debrief.comparing(game) if score and compares else "",
        sections=tuple((title, lines) for title, lines in _sections(game) if lines),
    )


def _sections(game: Game) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "What they really intended", tuple(debrief.postures(game))
    yield "What was really decided in history", tuple(debrief.really(game))
    yield "What could not be known, and the luck of it", tuple(debrief.unknown(game))
    yield "To talk about", tuple(game.exercise.scenario.lesson.questions)
