"""The log in the window: what is heard is told in words, and what a fact moved stands beside it."""

from collections.abc import Iterator

import pytest

from game.ui.screens.play import Play
from game.ui.situation import LogLine
from game.ui.sound import CAPTIONS
from tests.exercises import FLAGSHIP
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The application at its title, with the second theater to play."""
    offer(monkeypatch)
    with flight() as found:
        yield found


def lines(fly: Flight) -> tuple[LogLine, ...]:
    """Return the lines of the log as the play screen has them."""
    play = next(screen for screen in fly.stage.stack if isinstance(screen, Play))
    return play.situation.log


@pytest.mark.parametrize("volume", [0, 50])
def test_the_log_tells_what_is_heard_even_if_it_is_mute(fly: Flight, volume: int) -> None:
    fly.app.conductor.change("volume", volume)
    fly.keys("return", "return", "ctrl+return", "ctrl+return")
    said = [line for line in lines(fly) if line.kind == "sound"]
    assert CAPTIONS["turn"] in [line.text for line in said]
    assert not any(fly.stage.page.find(f"log:{line.id}") for line in said), "it can be pressed"
    assert said[0] == lines(fly)[0], "the newest stands first"


def test_the_same_sound_twice_is_told_once(fly: Flight) -> None:
    fly.keys("return", "return")
    for _ in range(2):
        fly.app.conductor.desk.sound.play("warning")
    assert [line.text for line in lines(fly)] == [CAPTIONS["warning"]]


def test_what_a_fact_moved_stands_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, FLAGSHIP)
    with flight() as fly:
        fly.keys("return", "return")
        for _ in range(60):
            moved = [effect for line in lines(fly) for effect in line.effects]
            if moved:
                break
            fly.keys("ctrl+return" if fly.screen in ("play", "ask") else "return")
        tracks = fly.game.exercise.scenario.tracks
        assert all(effect.text.startswith(tracks[effect.track].name) for effect in moved)
        assert moved
