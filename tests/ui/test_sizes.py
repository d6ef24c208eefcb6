"""The size of everything: as it was set, as far as the window has room for it."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui import settings
from game.ui.app import LARGEST
from game.ui.stage import auto_scale
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The application at its title, with the second theater to play."""
    offer(monkeypatch)
    with flight() as found:
        yield found


def scale(fly: Flight) -> float:
    """Return how many pixels a dp has."""
    return fly.stage.kit.scale


def test_at_first_everything_fits_the_window(fly: Flight):
    assert scale(fly) == auto_scale((1280, 720))


@pytest.mark.parametrize(("percent", "shown"), [(75, 0.75), (100, 1.0), (150, 1.5), (250, 1.5)])
def test_a_size_that_is_set_holds_as_far_as_there_is_room(fly: Flight, percent: int, shown: float):
    fly.app.conductor.change("ui_scale", percent)
    assert scale(fly) == pytest.approx(shown)
    assert scale(fly) <= LARGEST * auto_scale((1280, 720))
    with flight() as again:
        assert scale(again) == scale(fly), "it is remembered"


def test_keys_make_everything_larger_and_smaller(fly: Flight):
    before = scale(fly)
    fly.keys("ctrl+=")
    assert scale(fly) > before
    for _ in range(9):
        fly.keys("ctrl+-")
    assert scale(fly) == 0.75
    assert settings.read().ui_scale == 75


@pytest.mark.parametrize("size", [(960, 540), (5120, 2880)])
def test_smaller_is_never_larger_in_windows_beyond_the_steps(size: tuple[int, int]):
    for stroke, way in (("ctrl+=", 1), ("ctrl+-", -1)):
        with flight(size) as fly:
            before = scale(fly)
            fly.keys(stroke)
            assert (scale(fly) - before) * way >= 0


def test_the_window_may_be_resized_on_every_screen(fly: Flight):
    fly.keys("return", "return")
    for size in ((1600, 900), (1000, 800), (1920, 1000)):
        fly.app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        fly.post(pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        fly.draw()
        assert scale(fly) == auto_scale(size)
        assert fly.screen == "play"
