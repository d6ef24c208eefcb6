"""The odds are a function of what the player sees, and leak neither the truth nor the luck."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.analysis.belief import belief
from game.analysis.forecast import HOLD, choices, forecast, merge
from game.analysis.imagine import imagine
from game.core.chance import Chance
from game.core.observation import observe
from game.core.sight import Sight
from game.core.state import columns
from game.core.week import Week
from game.engine.batch import play_out, play_week
from game.engine.decision import Answer, Choice, Council, Flash, Orders
from game.engine.doctrines import Hold
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.setup import set_up
from tests.analysis.truths import other_truth


def step(game: Game) -> None:
    asked = game.pending
    game.decide(Answer(reply=asked.standing) if isinstance(asked, Choice) else Orders())


def mid_game(exercise: Exercise, moves: int = 9) -> Game:
    """Return a game at a council some way in."""
    game = Game(exercise, seed=7)
    while game.here < moves or not isinstance(game.pending, Council):
        step(game)
    return game


def to_a_flash(exercise: Exercise) -> Game:
    """Return a game that waits for an answer at a place, with orders of others still hidden."""
    for number in range(50):
        game = Game(exercise, 7, number)
        while game.pending is not None and game.moment.state.week < 6:
            if isinstance(game.pending, Flash) and game.moment.state.tried.any():
                return game
            step(game)
    raise AssertionError("no incident in 50 games")


def bytes_of(odds) -> bytes:
    parts = [odds.hold, *odds.choices]
    return b"".join(
        each.choice.encode() + each.ending.tobytes() + each.track.tobytes() + each.soon.tobytes()
        for each in parts
    )


def test_another_seed_and_another_truth_behind_the_same_sight_give_the_same_bytes(
    exercise: Exercise,
):
    one, two = Game(exercise, 7), Game(exercise, 8, 5)
    two.put(other_truth(exercise, one.moment.state, 4))
    assert one.observation.state.digest() == two.observation.state.digest()
    assert one.moment.state.digest() != two.moment.state.digest()
    odds = [forecast(exercise, game.observation, 8) for game in (one, two)]
    assert bytes_of(odds[0]) == bytes_of(odds[1])


@pytest.mark.parametrize("number", range(3))
def test_swapping_all_that_is_hidden_changes_not_one_byte(exercise: Exercise, number: int):
    game, world = mid_game(exercise), exercise.world
    twin = other_truth(exercise, game.moment.state, number)
    assert twin.digest() != game.moment.state.digest()
    seen = [observe(world, state, world.player) for state in (game.moment.state, twin)]
    assert seen[0].state.digest() == seen[1].state.digest()
    assert bytes_of(forecast(exercise, seen[0], 8)) == bytes_of(forecast(exercise, seen[1], 8))


def test_in_a_flash_the_hidden_orders_of_the_week_do_not_show_either(exercise: Exercise):
    game, world = to_a_flash(exercise), exercise.world
    twin = other_truth(exercise, game.moment.state, 1)
    seen = [observe(world, state, world.player) for state in (game.moment.state, twin)]
    odds = [forecast(exercise, each, 8) for each in seen]
    assert bytes_of(odds[0]) == bytes_of(odds[1])
    assert {each.choice for each in odds[0].choices} >= set(game.pending.answers)


def test_in_a_flash_the_hidden_orders_of_the_week_are_imagined(exercise: Exercise):
    game = to_a_flash(exercise)
    seen, chance = game.observation, Chance(9, np.arange(100))
    imagined = seen.state.take(np.zeros(100, np.intp))
    assert not imagined.tried.any()
    imagine(exercise, seen, Week(exercise.world, imagined, chance))
    assert imagined.tried.any()


def test_every_open_option_has_its_odds_and_holding_the_course_comes_first(exercise: Exercise):
    game = Game(exercise, 7)
    odds = forecast(exercise, game.observation, 5)
    assert odds.hold.choice == HOLD
    assert [each.choice for each in odds.choices] == game.pending.open
    assert choices(exercise, game.observation) == [HOLD, *game.pending.open]
    assert all(each.games == 5 and (each.ending >= 0).all() for each in odds.choices)


def test_more_futures_are_the_same_as_all_at_once(exercise: Exercise):
    """It grows more exact while it is shown, and no future is played twice."""
    seen = Game(exercise, 7).observation
    whole = forecast(exercise, seen, 12)
    parts = merge(forecast(exercise, seen, 5), forecast(exercise, seen, 7, start=5))
    assert bytes_of(whole) == bytes_of(parts)


def test_imagined_games_follow_the_belief_and_the_reports(exercise: Exercise):
    game, world = mid_game(exercise), exercise.world
    seen, chance = game.observation, Chance(9, np.arange(2000))
    imagined = seen.state.take(np.zeros(2000, np.intp))
    imagine(exercise, seen, Week(world, imagined, chance))
    for actor, odds in enumerate(belief(world, seen)):
        drawn = np.bincount(imagined.posture[:, actor], minlength=len(odds)) / 2
        np.testing.assert_allclose(drawn, odds, atol=45)
    off = np.abs(imagined.strength - seen.state.strength)
    bound = seen.state.strength * world.width[seen.state.track_source] / 1000 + 1
    assert (off <= bound).all()
    assert off[:, world.unit_side == world.player].max(initial=0) == 0
    guess = np.abs(imagined.reserve - seen.state.reserve)
    assert 0 < guess.max() <= world.band // 2


def test_the_luck_of_a_forecast_hangs_on_what_is_seen(exercise: Exercise):
    """Or every situation of a game would meet the same futures."""
    seen = Game(exercise, 7).observation
    older = seen.state.copy()
    older.report_age[0, 0] += 1  # it changes nothing else
    odds = [forecast(exercise, each, 8) for each in (seen, replace(seen, state=older))]
    assert bytes_of(odds[0]) != bytes_of(odds[1])


def test_a_path_shows_the_tracks_at_the_start_of_its_weeks(exercise: Exercise):
    weeks = []
    for _ in range(2):
        chance = Chance(11, np.arange(4))
        weeks.append(Week(exercise.world, set_up(exercise, chance), chance))
    outcome = play_out(exercise, weeks[0], Hold(), (1, 3))
    for week in range(1, 4):
        play_week(exercise, weeks[1], Hold())
        if week in (1, 3):
            np.testing.assert_array_equal(outcome.path[week // 2], weeks[1].state.track)


def test_a_fan_opens_turn_by_turn_and_ends_where_the_games_do(exercise: Exercise):
    odds = forecast(exercise, Game(exercise, 7).observation, 12).hold
    fan = odds.fan()
    assert fan.shape == (5, len(exercise.world.turn_starts), len(exercise.world.tracks))
    assert (np.diff(fan, axis=0) >= 0).all()
    np.testing.assert_array_equal(fan[:, -1], odds.quantiles())


def test_belief_is_calibrated_against_the_truth(exercise: Exercise):
    """Of many games after 6 weeks, a posture must be the true one as often as it is believed."""
    games = 300
    world, chance = exercise.world, Chance(11, np.arange(games))
    week = Week(world, set_up(exercise, chance), chance)
    for _ in range(6):
        play_week(exercise, week, Hold())
    rows = [week.state.take(np.array([row])) for row in range(games)]
    odds = np.array([belief(world, observe(world, row, world.player)) for row in rows]) / 1000
    true = week.state.posture[:, :, None] == np.arange(odds.shape[2])
    for low, high in pairwise([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01]):
        some = (odds >= low) & (odds < high) & (world.prior > 0)
        if some.any():
            off = abs((odds[some] - true[some]).mean())
            assert off < 0.01 + 1.8 / np.sqrt(some.sum())
    sharp = (odds**2).sum(axis=2).mean(axis=0)
    assert (sharp >= ((world.prior / 1000) ** 2).sum(axis=1) - 0.01).all()


def test_an_observation_hides_what_it_must(exercise: Exercise):
    world, state = exercise.world, mid_game(exercise).moment.state
    seen = observe(world, state, world.player).state
    for name, column in columns().items():
        if column.sight is Sight.NOBODY:
            assert not getattr(seen, name).any(), name
    other = next(side for side in world.actor_side.tolist() if side != world.player)
    theirs = observe(world, state, other).state
    for name, column in columns().items():
        if column.sight in (Sight.NOBODY, Sight.PLAYER):
            assert not getattr(theirs, name).any(), name
