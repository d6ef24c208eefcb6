"""Games that are saved and taken up again in the window: at a council, a flash, a choice."""

import base64
import json
import shutil
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.engine import files, keeper
from game.engine.decision import Choice, Council, Flash
from game.engine.files import SUFFIX
from game.engine.game import Game
from game.paths import saves
from game.ui.intents import Open
from game.ui.present import library
from game.ui.screens.menu import Menu, Tell
from tests.exercises import TEN_PLACES
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The application at its title, with the second theater to play."""
    offer(monkeypatch)
    with flight() as found:
        yield found


def go_on(fly: Flight, there: Callable[[Game], bool] = lambda game: False) -> None:
    """Hold course and give the standing answers, until the game is where it is wanted."""
    for _ in range(300):
        if fly.screen in ("play", "flash") and len(fly.game.history) > 1 and there(fly.game):
            return
        if fly.screen == "ending":
            return
        strokes = {"play": "ctrl+return", "ask": "ctrl+return"}
        fly.keys(strokes.get(fly.screen, "return"))
    raise AssertionError("it does not come up")


KINDS = {
    "council": lambda game: isinstance(game.pending, Council),
    "flash": lambda game: isinstance(game.pending, Flash),
    "choice": lambda game: isinstance(game.pending, Choice) and not isinstance(game.pending, Flash),
}
SCREENS = {"council": "play", "flash": "flash", "choice": "flash"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_game_is_taken_up_where_it_was_left(fly: Flight, kind: str) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS[kind])
    digest, pending, shown = fly.game.moment.state.digest(), fly.game.pending, fly.screen
    fly.keys("escape")
    fly.choose("menu:title")
    assert fly.screen == "title"
    with flight() as again:
        again.keys("return")
        assert again.screen == shown == SCREENS[kind]
        assert again.game.moment.state.digest() == digest
        assert again.game.pending == pending


def test_the_window_may_be_shut_at_any_time(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS["flash"])
    digest = fly.game.moment.state.digest()
    fly.app.conductor.running = False  # as when the window is shut
    with flight() as again:
        again.keys("return")
        assert again.game.moment.state.digest() == digest


def test_a_copy_is_kept_by_name_and_loaded_and_deleted(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS["council"])
    kept = fly.game.moment.state.digest()
    keep(fly, "monday")
    assert (saves() / f"monday{SUFFIX}").exists()
    fly.keys("escape")
    go_on(fly, lambda game: game.moment.state.digest() != kept and KINDS["council"](game))
    fly.keys("s")
    fly.choose(row_of(fly, "monday"))
    assert fly.game.moment.state.digest() == kept
    fly.keys("s")
    row = row_of(fly, "monday")
    fly.choose(row.replace("save", "delete"))
    assert fly.screen == "ask"
    fly.keys("return")
    assert (saves() / f"monday{SUFFIX}").exists(), "it was not deleted"
    fly.choose(row.replace("save", "delete"))
    fly.choose("yes")
    assert not (saves() / f"monday{SUFFIX}").exists()


def test_no_save_of_another_game_is_lost_unasked(fly: Flight) -> None:
    fly.keys("return", "return")
    keep(fly, "monday")
    fly.keys("escape", "escape")
    fly.choose("menu:title")
    before = (saves() / f"monday{SUFFIX}").read_bytes()
    fly.choose("begin")
    fly.keys("return")
    go_on(fly, KINDS["council"])
    keep(fly, "monday")
    assert fly.screen == "ask"
    fly.keys("return")
    assert (saves() / f"monday{SUFFIX}").read_bytes() == before
    fly.choose("keep")
    fly.choose("yes")
    assert (saves() / f"monday{SUFFIX}").read_bytes() != before


def test_another_choice_in_the_history_begins_a_branch(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly, lambda game: len(game.history) > 4 and KINDS["council"](game))
    before = len(fly.game.history)
    fly.keys("h")
    fly.choose("moment:0")
    assert fly.game.here == 0 and len(fly.game.history) == before
    fly.keys("2", "return")
    go_on(fly, lambda game: len(game.history) > before)
    assert fly.game.history[before].parent == 0
    (path,) = saves().iterdir()
    with flight() as again:
        again.keys("return")
        assert len(again.game.history) == before + 1
        assert again.game.here == before
    assert path.exists()


def keep(fly: Flight, name: str) -> None:
    """Keep a copy of the game under a name."""
    if fly.screen == "play":
        fly.keys("s")
    fly.reach("name")
    fly.keys(*name)
    fly.choose("keep")


def row_of(fly: Flight, name: str) -> str:
    """Return the row of a saved game."""
    kept = fly.stage.screen.kept  # type: ignore[attr-defined]
    return next(f"save:{n}" for n, each in enumerate(kept) if each.name == name)


def test_a_damaged_save_tells_why(fly: Flight, home: Path) -> None:
    saves()
    (home / "saves" / f"broken{SUFFIX}").write_bytes(b"nothing of the kind")
    fly.choose("title:saves")
    row = fly.spot("save:0").widget
    assert row.action is None and "broken" in row.describe()
    assert fly.stage.screen.kept[0].problem  # type: ignore[attr-defined]


def test_what_is_over_is_not_gone_on_with(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly)
    assert fly.screen == "ending"
    assert library.last() is None
    (over,) = library.kept()
    assert over.over and over.stands == f"{fly.game.exercise.scenario.title}, over"
    with flight() as again:
        again.keys("return")
        assert again.screen == "briefing", "nothing is left to go on with, so a new game begins"


def test_a_saved_game_is_named_by_what_it_is_and_where_it_stands(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS["council"])
    found = library.last()
    assert found
    assert found.stands.startswith(f"{fly.game.exercise.scenario.title}, turn 2 of ")
    assert str(fly.game.exercise.scenario.start.year) in found.stands


def packed(texts: object) -> str:
    """Return something packed as the texts of a scenario are."""
    return base64.b85encode(zlib.compress(json.dumps(texts).encode())).decode()


@pytest.mark.parametrize(
    "change",
    [
        {"snapshot": {"week": "x"}},
        {"snapshot": {"week": None}},
        {"snapshot": {"week": 10**9}},
        {"snapshot": {"ending": ["a"]}},
        {"snapshot": {"ending": [[0]]}},
        {"snapshot": {"ending": 3}},
        {"texts": packed({"a": 1})},
        {"texts": packed(3)},
    ],
    ids=str,
)
def test_a_save_that_makes_no_sense_stops_no_start(fly: Flight, change: dict[str, object]) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS["council"])
    (path,) = saves().iterdir()
    files.write(path, files.read(path) | change)
    with flight() as again:
        assert again.screen == "title"
        again.choose("title:saves")
        again.keys("escape")


def test_what_was_not_saved_is_told_over_what_comes_next(
    fly: Flight, monkeypatch: pytest.MonkeyPatch
) -> None:
    fly.keys("return", "return")
    monkeypatch.setattr(keeper.save, "save", refuse)
    fly.keys("ctrl+return", "ctrl+return")
    told = fly.stage.screen
    assert isinstance(told, Tell) and told.title == "Not saved"
    fly.app.conductor.take(Open("menu"))
    menu = fly.stage.screen
    assert isinstance(menu, Menu) and menu.kept == "The last decisions are not saved."


def refuse(*asked: object) -> None:
    """Keep nothing."""
    raise files.SaveError("the disk is full")


def test_a_copy_of_a_scenario_is_not_played_in_its_place(fly: Flight, tmp_path: Path) -> None:
    shelf = fly.app.conductor.shelf
    copy = tmp_path / Path(TEN_PLACES).name
    shutil.copytree(TEN_PLACES, copy)
    ours, theirs = shelf._exercise(str(TEN_PLACES)), shelf._exercise(str(copy))
    assert ours.id == theirs.id and ours is not theirs
    assert shelf._exercise(str(copy)) is theirs


def test_the_title_does_not_offer_what_was_deleted(fly: Flight) -> None:
    fly.keys("return", "return")
    go_on(fly, KINDS["council"])
    with flight() as again:
        assert "continue" in again.names()
        again.choose("title:saves")
        again.choose("delete:0")
        again.choose("yes")
        again.keys("escape")
        assert again.screen == "title" and "continue" not in again.names()
