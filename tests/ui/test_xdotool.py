"""A whole game with a real window and real keys, as a desktop would deliver them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine import save
from game.paths import saves
from tests.exercises import TEN_PLACES

pytestmark = pytest.mark.external
SIZE = "1280x800x24"
PATIENCE = 150  # seconds until the game must have ended


@pytest.fixture
def display(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Return the environment of a screen that nobody sees."""
    assert shutil.which("Xvfb") and shutil.which("xdotool"), "Xvfb and xdotool are missing"
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        number = os.read(reader, 8).decode().strip()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND"))}
        yield kept | {"DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy"}
    finally:
        server.terminate()
        server.wait()
        os.close(reader)
        os.close(writer)


def strike(display: dict[str, str], *keys: str) -> None:
    """Strike keys, as a keyboard would."""
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=display, check=True)


def focused(display: dict[str, str]) -> str:
    """Return the window that keys go to."""
    asked = ["xdotool", "getwindowfocus"]
    return subprocess.run(asked, env=display, capture_output=True, text=True, check=False).stdout


def wait_for_window(display: dict[str, str], before: str) -> None:
    """Wait until keys go to another window, and that has drawn itself."""
    end = time.monotonic() + 60
    while focused(display) == before:
        assert time.monotonic() < end, "no window comes up"
        time.sleep(0.3)
    time.sleep(2)


def test_a_game_is_played_with_real_keys(display: dict[str, str]):
    before = focused(display)
    game = subprocess.Popen(
        [sys.executable, "-m", "game", "play", TEN_PLACES, "--seed", "demo", "--odds", "0"],
        env=display, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        wait_for_window(display, before)
        strike(display, "Return", "Return", "3", "Return")  # briefing, hint, an option
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and game.poll() is None and not ended():
            strike(display, "ctrl+Return", "ctrl+Return", "Return", "Return")
        assert game.poll() is None, "the window is gone"
        assert ended(), "no ending was reached"
        while game.poll() is None and time.monotonic() < end:
            strike(display, "Escape", "ctrl+Return")  # to the debrief, to the title, and away
            time.sleep(0.5)
        said, _ = game.communicate(timeout=30)
    finally:
        game.kill()
    assert game.returncode == 0
    assert "Traceback" not in said


def ended() -> bool:
    """Say whether the save on the disk is of a game that is over."""
    for path in saves().glob("*"):
        try:
            if save.load(path).game.over:
                return True
        except save.SaveError:
            continue  # it is being written
    return False
