"""Odds in words: every ending is named, and what may end the game soon is said apart."""

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.forecast import Odds, forecast
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report import brief_odds
from game.report.odds import option_lines, shares, soonest, within

GAMES = 100


@pytest.fixture(scope="module")
def plain(ten_places: Exercise) -> Odds:
    """Return the odds of holding course in a few futures."""
    return forecast(ten_places, Game(ten_places, 7).observation, 4).hold


def fallen(plain: Odds, *counts: int, early: int = 0) -> Odds:
    """Return odds in which each ending came so often, and so many of the first games ended soon."""
    ending = np.repeat(np.arange(len(counts)), counts).astype(np.int8)
    rows = np.arange(len(ending)) % plain.games
    soon = np.arange(len(ending)) < early
    track, path = plain.track[rows], plain.path[:, rows]
    return replace(plain, ending=ending, track=track, path=path, early=soon)


def test_what_ends_a_game_soon_is_said_apart(ten_places: Exercise, plain: Odds):
    endings = list(ten_places.scenario.endings.values())
    odds = fallen(plain, 36, 0, 0, 0, 0, 64, early=5)
    assert soonest(ten_places, odds) == [(endings[0].title, 50)]
    assert brief_odds.danger(ten_places, odds) == [
        f"Within 3 turns already: {endings[0].title}: 5 in 100."
    ]
    calm = fallen(plain, 0, 0, 0, 0, 0, GAMES)
    assert f"Within 3 turns already: {endings[0].title} 0 in 100, against 5 in 100 if you hold" in (
        " ".join(option_lines(ten_places, odds, calm))
    )


def test_the_last_turns_say_nothing_of_soon(ten_places: Exercise, plain: Odds):
    assert soonest(ten_places, fallen(plain, 36, 64, early=GAMES)) == []


def test_rare_endings_are_put_together_and_the_worst_are_always_named(
    ten_places: Exercise, plain: Odds
):
    endings = list(ten_places.scenario.endings.values())
    (line, *_) = brief_odds.hold_lines(ten_places, fallen(plain, 1, 0, 0, 2, 2, 95))
    for number, ending in enumerate(endings):
        told = ending.worst or ending.aim or number == 5
        assert (ending.title in line) == told, ending.title
    rare = sum(2 for ending in endings[3:5] if not ending.aim)
    assert f"something else: {rare} in 100" in line


def test_shares_come_the_likeliest_first(ten_places: Exercise, plain: Odds):
    found = [share for _, share, _ in shares(ten_places, fallen(plain, 10, 5, 0, 25, 0, 60))]
    assert found == [600, 250, 100, 50]


def test_what_comes_at_the_close_only_does_not_come_soon(exercise: Exercise):
    hold = forecast(exercise, Game(exercise, 7).observation, 30).hold
    at_close = [ending.at_close for ending in exercise.scenario.endings.values()]
    assert not np.array(at_close)[hold.ending[hold.early]].any()


def test_where_fewer_turns_are_left_odds_look_to_the_end(plain: Odds):
    assert within(plain) == "within 3 turns"
    for left in (1, 2, 3):
        assert within(replace(plain, path=plain.path[-left:])) == "by the end"
