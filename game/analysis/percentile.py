"""Percentile: how a game's score stands among games of the doctrines in the same hidden world."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.simulate import play_slices
from game.core.types import Ints, Small
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.grades import grade, grades, scores
from game.engine.plans import doctrines

GAMES = 40  # of every doctrine
SEED = 2017  # luck of its own: that of the game that was played would be no comparison


@dataclass(frozen=True)
class Standing:
    """Where a score stands."""

    share: int
    """Per cent of the games that scored less."""
    games: int
    """How many games were played to compare with."""
    best: str
    """The doctrine that did best in this world, on the mean."""


def percentile(
    exercise: Exercise,
    postures: tuple[int, ...],
    aims: tuple[int, ...],
    score: int,
    games: int = GAMES,
    seed: int = SEED,
) -> Standing:
    """Compare a score with games of every doctrine where the others intend the same.

    Args:
        exercise: The scenario.
        postures: What each actor intended at the start.
        aims: The rank that the player gave to each aim, from 1, or 0.
        score: What the player reached, in thousandths.
        games: How many games of every doctrine are played.
        seed: Their luck.
    """
    return standing(dict(rounds(exercise, postures, aims, games, seed)), score)


def rounds(
    exercise: Exercise,
    postures: tuple[int, ...],
    aims: tuple[int, ...],
    games: int = GAMES,
    seed: int = SEED,
) -> Iterator[tuple[str, Ints]]:
    """Play a doctrine after the other; return the name and the scores (games,) of each."""
    given, ranked = np.array([postures], np.int8), np.array([aims], np.int8)
    for name, doctrine in doctrines(exercise).items():
        yield name, _scores(exercise, doctrine, given, ranked, games, seed)


def standing(played: dict[str, Ints], score: int) -> Standing:
    """Say how a score stands among those of all doctrines."""
    found = np.array(list(played.values()))
    best = int(found.mean(axis=1).argmax())
    below = round(100 * float((found < score).mean()))
    return Standing(below, found.size, list(played)[best])


def _scores(
    exercise: Exercise, doctrine: Doctrine, given: Small, ranked: Small, games: int, seed: int
) -> Ints:
    luck = np.arange(games)
    (outcome,) = play_slices(exercise, luck, doctrine, seed, games, given.repeat(games, axis=0))
    graded = grades(exercise, outcome.track, outcome.lost)
    return scores(exercise, graded, ranked, outcome.ending)


def of_game(game: Game) -> tuple[Exercise, tuple[int, ...], tuple[int, ...], int]:
    """Return what a comparison asks of a game that is over."""
    start, end = game.line()[0].state, game.moment.state
    return (
        game.exercise,
        tuple(start.posture[0].tolist()),
        tuple(end.aim[0].tolist()),
        grade(game.exercise, end).score,
    )
