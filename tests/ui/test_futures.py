"""The worker: the newest request counts, and a draft is weighed beside it."""

import threading
from multiprocessing.connection import Pipe
from pathlib import Path

import pygame
import pytest

from game.analysis.forecast import forecast, of_draft
from game.analysis.levers import GAMES, levers
from game.analysis.percentile import percentile
from game.core.chance import seed_of
from game.engine.decision import Orders
from game.engine.drafting import check_orders
from game.engine.game import Game
from game.engine.plans import doctrines
from game.ui import futures, screenshot
from game.ui.app import ARRIVED
from game.ui.futures import (
    ENOUGH,
    STEP,
    Compared,
    Contest,
    Draft,
    Drafted,
    Gone,
    Pulled,
    Reply,
    Request,
    Work,
)
from game.ui.present import odds
from game.ui.screens.ending import Ending
from game.ui.screens.menu import Tell
from tests.exercises import FLAGSHIP, TEN_PLACES, exercise_of
from tests.ui.flight import flight


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


def test_levers_are_pulled_alone_when_the_other_odds_are_told() -> None:
    found, game, told = work()
    asked = levers(game)
    kinds = {name.split(":")[0] for name, _ in asked}
    assert kinds == {"dial", "move"}
    found.take(Request(1, game.observation, asked))
    while not found.idle:
        found.go_on()
    *others, pulled = told
    assert isinstance(pulled, Pulled) and all(isinstance(reply, Reply) for reply in others)
    assert list(pulled.shown) == [name for name, _ in asked]
    name, orders = asked[0]
    alone = of_draft(game.exercise, game.observation, orders, GAMES)
    assert pulled.shown[name] == odds.of_lever(game.exercise, alone)
    for _, orders in asked:
        check_orders(game.exercise, game.observation.state, game.pending, orders)


def contest(game: Game, number: int) -> Contest:
    """Return what is asked when a game is over, of one that has not begun."""
    state = game.moment.state
    return Contest(number, tuple(state.posture[0].tolist()), tuple(state.aim[0].tolist()), 50_000)


def test_a_game_that_is_over_is_compared_once_a_doctrine_at_a_time() -> None:
    found, game, told = work()
    found.take(Request(1, game.observation))
    found.take(contest(game, 2))
    steps = 0
    while not found.idle:
        assert not told
        found.go_on()
        steps += 1
    asked = contest(game, 2)
    whole = percentile(game.exercise, asked.postures, asked.aims, asked.score)
    assert told == [Compared(2, whole)]
    assert steps == len(doctrines(game.exercise)) + 1


def test_another_game_does_not_wait_for_a_comparison() -> None:
    found, game, told = work()
    found.take(contest(game, 1))
    found.go_on()
    found.take((game.exercise.id, game.exercise.texts))
    found.take(Request(2, game.observation))
    found.go_on()
    assert [type(reply) for reply in told] == [Reply]


def test_nobody_waits_for_a_worker_that_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = threading.Event()
    monkeypatch.setattr(futures, "serve", lambda pipe: busy.wait())
    monkeypatch.setattr(futures.multiprocessing, "get_context", refuse)
    made = futures.Futures()
    made.start()
    for _ in range(5):
        made.open(exercise_of(FLAGSHIP))
    busy.set()
    made.stop()


def refuse(method: str) -> None:
    """Start no process."""
    raise OSError(method)


def test_an_error_is_told_in_a_sentence_and_written_down(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    game = Game(exercise_of(TEN_PLACES), seed_of("demo"))
    mine, theirs = Pipe()
    monkeypatch.setattr(futures, "forecast", lambda *asked: 1 // 0)
    mine.send((game.exercise.id, game.exercise.texts))
    mine.send(Request(1, game.observation))
    futures.serve(theirs)
    gone = mine.recv()
    assert isinstance(gone, Gone) and "ZeroDivisionError" in gone.why
    (written,) = (home / "reports").iterdir()
    assert str(written) in gone.why


def test_a_worker_that_ends_is_told_once() -> None:
    heard = threading.Event()
    made = futures.Futures(heard.set)
    made.start()
    assert made.works
    made._worker.kill()
    assert heard.wait(30)
    (gone,) = made.replies()
    assert isinstance(gone, Gone)
    assert not made.works
    made.stop()
    assert not made.replies()


def test_a_worker_that_is_let_go_says_nothing() -> None:
    heard = threading.Event()
    made = futures.Futures(heard.set)
    made.start()
    made.stop()
    assert not heard.wait(0.2)


def test_nobody_waits_for_what_will_not_come() -> None:
    with flight() as fly:
        screenshot.show(fly.app, exercise_of(TEN_PLACES), "ending", 3, "hold", "demo")
        ending = fly.stage.screen
        assert isinstance(ending, Ending)
        ending.compared("Comparing …")
        fly.app.futures._replies.append(Gone("It has ended."))
        fly.post(pygame.Event(ARRIVED))
        fly.draw()
        told = fly.stage.screen
        assert isinstance(told, Tell) and "It has ended." in told.text
        fly.keys("escape")
        assert fly.stage.screen is ending and not ending.told.standing


def test_where_nobody_works_out_odds_no_screen_says_that_they_will_come() -> None:
    with flight() as fly:
        screenshot.show(fly.app, exercise_of(TEN_PLACES), "flash", 1, "hold", "demo")
        fly.app.futures._replies.append(Gone("It has ended."))
        fly.post(pygame.Event(ARRIVED))
        fly.keys("escape")
        for _ in range(2):
            fly.draw()
            words = " ".join(spot.widget.describe() for spot in fly.stage.page.placed)
            assert "There are no odds." in words and "can't tell" in words
            assert "working" not in words and "worked out" not in words
            while fly.screen != "play":
                fly.keys("return")
