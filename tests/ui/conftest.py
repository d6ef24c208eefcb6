"""The window is tested without a display, a sound device or the player's own folder."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.ui.toolkit import theme


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the player's own folder where the test can look into it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DECONFLICTION_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def palette() -> Iterator[None]:
    """Leave the colours as they were."""
    yield
    theme.use(theme.STANDARD)
