"""Every test of the text mode saves its games in a folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the player's own folder where the test can look into it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DECONFLICTION_HOME", str(folder))
    return folder
