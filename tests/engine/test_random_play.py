"""Whatever is allowed can be played to an ending, within all bounds, every change explained."""

from copy import copy
from itertools import pairwise
from random import Random

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.facts import Fact
from game.core.ledger import Ledger, Source
from game.core.state import NONE, State
from game.core.types import Index, Ints, Mask, Rows, Small
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.setup import set_up
from tests.bounds import check
from tests.engine.playing import Anything, anything
from tests.exercises import SHORT, exercise_of


class Adding(Ledger):
    """Adds up what really changed in every game, and what was said to."""

    def __init__(self, start: Ints) -> None:
        self.total = start.astype(np.int64)
        self.rows = np.arange(len(start))

    def change(
        self, state: State, track: int, amount: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Change a track, and add the change where it belongs."""
        before = state.track[:, track].copy()
        super().change(state, track, amount, source, cause, rule)
        moved = state.track[:, track].astype(np.int64) - before
        assert ((moved == amount) | np.isin(state.track[:, track], (0, 100_000))).all()
        self.total[self.rows, track] += moved

    def change_all(
        self, state: State, tracks: Rows, amounts: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Add them one after the other."""
        for track, amount in zip(tracks.tolist(), amounts.T, strict=True):
            self.change(state, track, amount, source, cause, rule)

    def part(self, rows: Rows) -> "Adding":
        """Add to the same sums."""
        part = copy(self)
        part.rows = self.rows[rows]
        return part


class Guard:
    """Looks at the whole state once a week, when something is recorded."""

    def __init__(self) -> None:
        self.looked = set[int]()

    def record(
        self, kind: type[Fact], week: Week, where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Check all bounds."""
        if week.state.week not in self.looked:
            self.looked.add(week.state.week)
            check(week.world, week.state)

    def part(self, rows: Rows) -> "Guard":
        """Look at some of the games as at all."""
        return self


@pytest.mark.parametrize("seed", range(2))
def test_a_hundred_games_of_anything_end_within_bounds_and_explained(exercise: Exercise, seed: int):
    chance = Chance(100 + seed, np.arange(100))
    state, guard = set_up(exercise, chance), Guard()
    book = Adding(state.track)
    outcome = play_out(
        exercise, Week(exercise.world, state, chance, book, guard), Anything(seed=seed)
    )
    assert (outcome.ending != NONE).all()
    assert len(guard.looked) >= outcome.week.max() - 1
    np.testing.assert_array_equal(outcome.track, book.total)


def play(exercise: Exercise, number: int) -> Game:
    """Play a game to its end by decisions that are allowed."""
    game, dice = Game(exercise, 11, number), Random(number)
    while game.pending:
        game.decide(anything(game, dice))
    return game


def examine(game: Game) -> None:
    """See that it ended, that every change is explained, and that every number is in its bounds."""
    world = game.exercise.world
    assert game.over
    for before, after in pairwise(game.line()):
        check(world, after.state)
        causes = np.zeros(len(world.tracks), int)
        for entry in after.causes:
            causes[entry.track] += entry.amount
        np.testing.assert_array_equal(after.state.track[0] - before.state.track[0], causes)
        assert all("{" not in fact.sentence(world) for fact in after.facts)


@pytest.mark.parametrize("number", range(12))
def test_a_game_of_anything_by_hand(ten_places: Exercise, number: int):
    examine(play(ten_places, number))


@pytest.mark.parametrize("number", range(12))
def test_a_short_game_of_anything_by_hand(number: int):
    examine(play(exercise_of(SHORT), number))


def test_a_game_of_anything_in_every_theater(exercise: Exercise):
    examine(play(exercise, 3))
