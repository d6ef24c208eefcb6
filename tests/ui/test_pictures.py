"""Pictures of every screen, compared with those that somebody has looked at.

UPDATE_SNAPSHOTS=1 writes them anew: look at each before you commit it.
"""

import io
import os
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui import screenshot
from game.ui.app import App
from tests.exercises import FLAGSHIP, exercise_of

FOLDER = Path(__file__).parent.parent / "snapshots"
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"
SIZE, SMALL = (1280, 720), (640, 360)
TURN, FIRST = 3, {"briefing"}  # the turn of each picture; some belong to the first
TOO_SMALL = (800, 450)
NARROW = {f"{screen}-small": screen for screen in ("play", "flash", "title")}
"""Pictures of a window that is smaller than it should be, and the screens they are of."""
MOST_BYTES = 80_000
APART = 2.0  # of 255, in the mean: letters are drawn a little differently elsewhere
PATCH, WORST = 40, 10.0  # pixels of a patch, and how far it may be apart: a missing gauge is more


def taken(screen: str, size: tuple[int, int] = SIZE) -> bytes:
    """Return a picture of a screen as it is stored."""
    app = App(size, odds=False)
    try:
        turn = 1 if screen in FIRST else TURN
        screenshot.show(app, exercise_of(FLAGSHIP), screen, turn, "hold", "demo")
        app.stage.changed()
        app.draw()
        kept = io.BytesIO()
        small = pygame.transform.smoothscale(app.surface, SMALL)
        pygame.image.save(small.convert(24), kept, "picture.jpg")
    finally:
        app.futures.stop()
    return kept.getvalue()


def pixels(picture: bytes) -> np.ndarray:
    """Return the colours of a stored picture."""
    return pygame.surfarray.array3d(pygame.image.load(io.BytesIO(picture), "x.jpg")).astype(int)


def apart(one: bytes, other: bytes) -> tuple[float, float]:
    """Return how far pictures are apart in the mean, and in the patch that is worst."""
    gap = np.abs(pixels(one) - pixels(other)).mean(axis=2)
    wide, tall = (n // PATCH for n in gap.shape)
    patches = gap[: wide * PATCH, : tall * PATCH].reshape(wide, PATCH, tall, PATCH)
    return float(gap.mean()), float(patches.mean(axis=(1, 3)).max())


@pytest.mark.parametrize("screen", screenshot.names())
def test_a_screen_looks_as_it_did(screen: str):
    compare(screen, taken(screen))


@pytest.mark.parametrize("picture", NARROW)
def test_a_screen_in_a_window_that_is_too_small_is_drawn_smaller(picture: str):
    compare(picture, taken(NARROW[picture], TOO_SMALL))


def compare(picture: str, now: bytes) -> None:
    """Hold a picture against the one that is kept."""
    path = FOLDER / f"{picture}.jpg"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(now)
    assert path.exists(), "no picture has been kept of it: UPDATE_SNAPSHOTS=1 writes one"
    mean, worst = apart(path.read_bytes(), now)
    assert mean <= APART and worst <= WORST, f"mean {mean:.1f}, worst patch {worst:.1f}"


def test_pictures_are_small_and_belong_to_a_screen():
    for path in FOLDER.iterdir():
        assert path.stem in (*screenshot.names(), *NARROW)
        assert path.stat().st_size <= MOST_BYTES
