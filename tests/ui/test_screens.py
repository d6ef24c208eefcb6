"""Every screen of the game at every size: nothing cut, nothing overlapping, all of it by keys."""

from collections.abc import Iterator
from functools import cache

import pygame
import pytest

from game.paths import shipped
from game.ui import screenshot
from game.ui.app import App
from game.ui.stage import auto_scale
from game.ui.toolkit.kit import Kit
from tests.exercises import NAMES, exercise_of
from tests.ui.layout import check
from tests.ui.pilot import SIZES, Pilot

TURN = 3
LARGE_TYPE = ((1280, 720), 1.0, 1.5)
ENLARGED = [((1280, 720), 1.5), ((1920, 1080), 2.0), ((2560, 1440), 2.5)]
"""Sizes of the window, and of everything in it, as a player sets them."""
LOOKS = [
    *((size, scale, 1.0) for size, scale in SIZES),
    *((size, scale / auto_scale(size), 1.0) for size, scale in ENLARGED),
    LARGE_TYPE,
]


@cache
def kit(scale: float, font: float) -> Kit:
    return Kit(shipped("assets"), scale, font)


@pytest.fixture(params=screenshot.names())
def app(request: pytest.FixtureRequest) -> Iterator[App]:
    """The application with a screen on top, as the command that takes pictures shows it."""
    found = App((1280, 720), odds=False)
    screenshot.show(found, exercise_of(NAMES[-1]), request.param, TURN, "hold", "demo")
    yield found
    found.futures.stop()  # and no more: fonts are shared by all that are shown


def test_every_screen_fits_and_is_reached_by_keys(app: App):
    """One test for all sizes: a game is played up to the screen only once."""
    for size, scale, font in LOOKS:
        stage = app.stage
        stage.surface = pygame.display.set_mode(size)
        stage.kit = kit(auto_scale(size) * scale, font)
        stage.changed()
        stage.draw()
        try:
            check(Pilot(stage, []))
        except AssertionError as error:
            error.add_note(f"at {size}, scale {scale}, type {font}")
            raise
