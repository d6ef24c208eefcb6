"""Grades: how well each aim was served, and the score by the player's own ranking of the aims.

There is one formula, for one game and for many.
"""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from game.core.state import State
from game.core.types import Ints, Small, indexes, scale
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
    """Grade one game by its final state."""
    given = grades(exercise, state.track[[row]], state.lost[[row]])
    score = scores(exercise, given, state.aim[[row]], state.ending[[row]])
    named = zip(exercise.world.aims, given[0].tolist(), strict=True)
    return Graded(dict(named), int(score[0]))


def grades(exercise: Exercise, track: Ints, lost: Ints) -> Ints:
    """Return the grades (games, aims) in thousandths, by the last tracks and the dead.

    Args:
        exercise: The scenario.
        track: How the tracks stood at the end (games, tracks), in thousandths.
        lost: The people of every side who were killed (games, sides).
    """
    written = exercise.scenario.grades.values()
    given = np.zeros((len(track), len(written)), np.int32)
    for number, each in enumerate(written):
        given[:, number] = _points(exercise, each, track, lost)
    return given


def scores(exercise: Exercise, given: Ints, aim: Small, ending: Small) -> Ints:
    """Return scores (games,): half the mean of grades, weighted by rank, and half the lowest.

    The way in which a game ended may add to that, or take from it; it is never below nought.

    Args:
        exercise: The scenario.
        given: The grades (games, aims) in thousandths.
        aim: The rank of every aim (games or 1, aims), from 1, or 0.
        ending: How each game ended (games,), or NONE.
    """
    if not given.shape[1]:
        return np.zeros(len(given), np.int32)
    added = np.array([*(each.score for each in exercise.scenario.endings.values()), 0], np.int64)
    by_rank = np.array([1, *exercise.scenario.intent.weights], np.int64)
    weights = by_rank[aim]
    mean = (given * weights).sum(axis=1) // weights.sum(axis=1)
    score = (mean + given.min(axis=1)) // 2 + added[ending]  # NONE is the last: nothing
    return np.asarray(np.clip(score, 0, HIGHEST), np.int32)


def rankings(exercise: Exercise) -> Small:
    """Return every way to rank the aims that a player may choose (ways, aims)."""
    aims = exercise.world.aims
    ranks = min(exercise.scenario.intent.ranks, len(aims))
    ways = [indexes(aims, chosen) for chosen in permutations(aims, ranks)]
    table = np.zeros((len(ways), len(aims)), np.int8)
    for row, way in enumerate(ways):
        table[row, way] = np.arange(1, ranks + 1)
    return table


def _points(exercise: Exercise, written: Grade, track: Ints, lost: Ints) -> NDArray[np.int64]:
    world, points = exercise.world, np.full(len(track), written.base, np.int64)
    for name, term in written.terms.items():
        points += _term(track[:, world.tracks.index(name)], term)
    for side, each in written.lost.items():
        points += lost[:, world.sides.index(side)].astype(np.int64) * each
    return np.asarray(np.clip(points, 0, HIGHEST), np.int64)


def _term(level: Ints, term: Term) -> Ints:
    if term.above is not None:
        level = np.maximum(level - term.above, 0)
    if term.below is not None:
        level = np.maximum(term.below - level, 0)
    return np.asarray(scale(level, term.times), np.int32)
