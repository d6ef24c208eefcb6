"""The worker: the newest request counts, and a draft is weighed beside it."""

from multiprocessing.connection import Pipe

import pytest

from game.analysis.forecast import forecast, of_draft
from game.analysis.percentile import Standing
from game.core.chance import seed_of
from game.engine.decision import Orders
from game.engine.game import Game
from game.ui import futures
from game.ui.futures import ENOUGH, STEP, Compared, Contest, Draft, Drafted, Reply, Request, Work
from game.ui.present import odds
from tests.exercises import TEN_PLACES, exercise_of


def work() -> tuple[Work, Game, list[object]]:
    """Return a worker that was asked, and what it has told."""
    game = Game(exercise_of(TEN_PLACES), seed_of("demo"))
    mine, theirs = Pipe()
    told: list[object] = []
    found = Work(theirs)
    setattr(theirs, "send", told.append)  # noqa: B010
    mine.close()
    found.take((game.exercise.id, game.exercise.texts))
    return found, game, told


def test_it_rests_until_it_is_asked_and_when_enough_is_played() -> None:
    found, game, told = work()
    assert found.idle
    found.take(Request(1, game.observation))
    while not found.idle:
        found.go_on()
    assert len(told) == ENOUGH / STEP
    assert all(isinstance(reply, Reply) for reply in told)


def test_a_draft_is_weighed_under_the_luck_of_the_other_odds() -> None:
    found, game, told = work()
    option = next(iter(game.exercise.scenario.options))
    orders = Orders(options=(option,))
    found.take(Request(1, game.observation))
    found.go_on()
    found.take(Draft(1, 1, orders))
    found.go_on()
    before, reply = told
    assert isinstance(before, Reply) and isinstance(reply, Drafted)
    assert reply.shown.games == before.shown.hold.games == STEP
    held = forecast(game.exercise, game.observation, STEP)
    same = of_draft(game.exercise, game.observation, orders, STEP)
    assert reply.shown == odds.of_draft(game.exercise, held, same)
    while not found.idle:
        found.go_on()
    last = [reply for reply in told if isinstance(reply, Drafted)][-1]
    assert last.shown.games == ENOUGH


def test_a_draft_of_another_request_is_left_alone() -> None:
    found, game, told = work()
    found.take(Request(2, game.observation))
    found.take(Draft(1, 1, Orders()))
    found.go_on()
    found.go_on()
    assert all(isinstance(reply, Reply) for reply in told)


def test_a_game_that_is_over_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, game, told = work()
    standing = Standing(40, 200, "hold")
    monkeypatch.setattr(futures, "percentile", lambda *asked: standing)
    found.take(Request(1, game.observation))
    found.take(Contest(2, (0,), (1,), 500))
    found.go_on()
    assert told == [Compared(2, standing)]
    assert found.idle
