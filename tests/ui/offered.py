"""What the window offers in tests: the second theater, which is small, and a known seed word."""

import pytest

from game.ui import shelf
from game.ui.present import library
from tests.exercises import TEN_PLACES

WORD = "demo"


def offer(patch: pytest.MonkeyPatch, *names: str) -> None:
    """Offer scenarios in the chooser; the first is the one of `New game`."""
    listed = list(names or (TEN_PLACES,))
    for module in (shelf, library):
        patch.setattr(module, "index", lambda: {"default": listed[0], "order": listed})
    patch.setattr(shelf.seeds, "draw", lambda: WORD)
