"""Grades: how well each aim was served, and the score by the player's own ranking of the aims."""

from dataclasses import dataclass

from game.core.state import State
from game.core.types import scale
from game.engine.exercise import Exercise
from game.scenario.setting import Grade, Term

HIGHEST = 100_000
LETTERS = ((85_000, "A"), (70_000, "B"), (55_000, "C"), (40_000, "D"), (0, "E"))


@dataclass(frozen=True)
class Graded:
    """The grades of one game in thousandths of a point, and the score that they make."""

    grades: dict[str, int]
    score: int

    def letter(self, aim: str) -> str:
        """Return the letter of a grade, A to E."""
        return next(letter for least, letter in LETTERS if self.grades[aim] >= least)


def grade(exercise: Exercise, state: State, row: int = 0) -> Graded:
    """Grade one game by its final state: half the mean, weighted by rank, and half the lowest."""
    grades = {
        name: _points(exercise, state, row, each) for name, each in exercise.scenario.grades.items()
    }
    if not grades:
        return Graded({}, 0)
    weights = [_weight(exercise, state, row, aim) for aim in grades]
    weighted = sum(w * g for w, g in zip(weights, grades.values(), strict=True))
    mean = weighted // sum(weights)
    return Graded(grades, (mean + min(grades.values())) // 2)


def _weight(exercise: Exercise, state: State, row: int, aim: str) -> int:
    rank = int(state.aim[row, exercise.world.aims.index(aim)])
    return exercise.scenario.intent.weights[rank - 1] if rank else 1


def _points(exercise: Exercise, state: State, row: int, written: Grade) -> int:
    world = exercise.world
    points = written.base
    for track, term in written.terms.items():
        points += _term(int(state.track[row, world.tracks.index(track)]), term)
    for side, each in written.lost.items():
        points += each * int(state.lost[row, world.sides.index(side)])
    return min(max(points, 0), HIGHEST)


def _term(level: int, term: Term) -> int:
    if term.above is not None:
        level = max(level - term.above, 0)
    if term.below is not None:
        level = max(term.below - level, 0)
    return int(scale(level, term.times))
