"""Grades: one game of a batch is graded as the game alone."""

from dataclasses import replace

import numpy as np

from game.core.chance import Chance
from game.core.state import NONE
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.doctrines import Random
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.grades import grade, grades, rankings, scores
from game.engine.setup import set_up
from tests.states import any_state

OPEN = np.array([NONE], np.int8)


def test_a_game_of_a_batch_is_graded_as_the_game_alone(exercise: Exercise):
    state = any_state(exercise.world, 60, 4)
    ways = rankings(exercise)
    state.aim[:] = ways[np.arange(60) % len(ways)]
    given = grades(exercise, state.track, state.lost)
    together = scores(exercise, given, state.aim, state.ending)
    for row in range(60):
        alone = grade(exercise, state, row)
        assert list(alone.grades.values()) == given[row].tolist()
        assert alone.score == together[row]


def test_the_score_is_half_the_weighted_mean_and_half_the_lowest_grade(ten_places: Exercise):
    given = np.array([[40_000, 80_000, 60_000, 100_000]], np.int32)
    ranked = np.array([[0, 1, 2, 0]], np.int8)  # weighs 1, 4, 2, 1
    assert scores(ten_places, given, ranked, OPEN).tolist() == [(72_500 + 40_000) // 2]


def test_an_ending_may_take_from_the_score_and_leaves_it_at_nought_at_least(ten_places: Exercise):
    written = dict(ten_places.scenario.endings)
    last = list(written)[-1]
    for taken, left in ((-10_000, 46_250), (-90_000, 0), (+90_000, 100_000)):
        endings = written | {last: written[last].model_copy(update={"score": taken})}
        scenario = ten_places.scenario.model_copy(update={"endings": endings})
        given = np.array([[40_000, 80_000, 60_000, 100_000]], np.int32)
        ranked, ended = np.array([[0, 1, 2, 0]], np.int8), np.array([len(written) - 1], np.int8)
        assert scores(replace(ten_places, scenario=scenario), given, ranked, ended) == [left]


def test_every_ranking_that_a_player_may_choose_is_there_once(exercise: Exercise):
    aims, ranks = len(exercise.world.aims), exercise.scenario.intent.ranks
    ways = rankings(exercise)
    assert len(np.unique(ways, axis=0)) == len(ways) == aims * (aims - 1)
    assert ((ways > 0).sum(axis=1) == ranks).all()


def test_an_outcome_has_what_the_last_state_of_each_game_has(ten_places: Exercise):
    """A game that ends early leaves the table: its dead and its tracks are those of its end."""
    chance = Chance(9, np.arange(80))
    week = Week(ten_places.world, set_up(ten_places, chance), chance)
    outcome = play_out(ten_places, week, Random())
    row = int(outcome.week.argmin())
    one = Chance(9, np.array([row]))
    alone = Week(ten_places.world, set_up(ten_places, one), one)
    play_out(ten_places, alone, Random())
    assert outcome.lost[row].tolist() == alone.state.lost[0].tolist()
    assert outcome.track[row].tolist() == alone.state.track[0].tolist()


def test_postures_that_are_given_are_not_drawn_and_move_no_other(exercise: Exercise):
    chance = Chance(2, np.arange(50))
    free = set_up(exercise, chance)
    given = np.full((1, len(exercise.world.actors)), NONE, np.int8)
    given[0, 0] = 1
    fixed = set_up(exercise, chance, given)
    assert (fixed.posture[:, 0] == 1).all()
    assert (fixed.posture[:, 1:] == free.posture[:, 1:]).all()
    assert (fixed.strength == free.strength).all()


def test_the_score_in_play_is_by_the_ranking_that_was_chosen(exercise: Exercise):
    game = Game(exercise, 1)
    state = game.moment.state
    assert grade(exercise, state).score == int(
        scores(exercise, grades(exercise, state.track, state.lost), state.aim, state.ending)[0]
    )
