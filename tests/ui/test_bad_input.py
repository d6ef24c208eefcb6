"""What the window does where something is missing, broken or too small."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.engine.files import SUFFIX
from game.paths import saves
from game.ui import app as application
from game.ui import settings
from game.ui.present import library
from game.ui.screens.play import Play
from game.ui.screens.title import Title
from game.ui.sound import Sound
from tests.exercises import TEN_PLACES
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The application at its title, with the second theater to play."""
    offer(monkeypatch)
    with flight() as found:
        yield found


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the game in a process of its own, in an environment without a display."""
    hidden = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    environment = kept | {"DECONFLICTION_HOME": str(home)} | more
    return subprocess.run(
        [sys.executable, "-m", "game", *words], input="quit\n", env=environment, text=True,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def test_without_a_display_it_is_played_in_the_terminal(home: Path):
    done = run(home, "play", TEN_PLACES, "--seed", "demo", "--odds", "0")
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "There is no display" in line]
    assert len(said) == 1 and said[0].endswith(".")
    assert "Ten places on the Sarn" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_driver_that_is_named_counts_as_a_display(home: Path):
    done = run(
        home, "play", TEN_PLACES, "--seed", "demo", "--frames", "3",
        SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy",
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == ""


def test_what_is_missing_is_said_in_one_line_each(home: Path):
    """Libraries would fill the terminal with errors of their own, where there is no device."""
    done = run(home, "play", TEN_PLACES, "--frames", "3", SDL_VIDEODRIVER="dummy")
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) <= 1
    done = run(home, "play", TEN_PLACES, "--seed", "demo", "--odds", "0", XDG_RUNTIME_DIR="")
    first, second = done.stderr.splitlines()
    assert first.startswith("There is no display") and second.startswith("To go on:")


def test_a_driver_that_does_not_exist_is_no_display(home: Path):
    done = run(home, "play", TEN_PLACES, "--odds", "0", "--seed", "demo", SDL_VIDEODRIVER="nothing")
    assert done.returncode == 0
    assert "no display" in done.stderr and "Ten places" in done.stdout


def test_without_a_sound_device_it_is_silent(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def refuse() -> None:
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    with caplog.at_level(logging.WARNING):
        silent = Sound(application.shipped("assets"), 50)
        silent.play("commit")
        silent.play("turn")
    assert len(caplog.records) == 1


def test_a_save_that_breaks_while_it_is_listed_tells_why(fly: Flight):
    fly.keys("return", "return", "ctrl+return", "ctrl+return")
    (path,) = saves().iterdir()
    fly.app.conductor.take(application.Intent())  # nothing is wanted
    with flight() as again:
        again.choose("title:saves")
        path.write_bytes(path.read_bytes()[:200])
        again.choose("save:0")
        assert again.screen == "tell"
        assert path.stem in again.stage.screen.text  # type: ignore[attr-defined]
        again.keys("escape")
        assert again.screen == "saves"


def test_continue_tells_why_the_last_game_cannot_be_read(fly: Flight):
    fly.keys("return", "return", "ctrl+return", "ctrl+return")
    (path,) = saves().iterdir()
    with flight() as again:
        assert "continue" in again.names()
        path.write_bytes(b"")
        again.keys("return")
        assert again.screen == "tell"
        again.keys("escape")
        assert again.screen == "title"


def test_continue_skips_saves_that_are_broken(fly: Flight):
    fly.keys("return", "return", "ctrl+return", "ctrl+return")
    digest = fly.game.moment.state.digest()
    newer = saves() / f"newer{SUFFIX}"
    newer.write_bytes(b"nothing of the kind")
    (older,) = set(saves().iterdir()) - {newer}
    os.utime(older, (1, 1))
    with flight() as again:
        again.keys("return")
        assert again.game.moment.state.digest() == digest


def test_a_broken_scenario_is_offered_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("title: [\n", "utf-8")
    offer(monkeypatch, TEN_PLACES, str(broken))
    with flight() as fly:
        fly.choose("title:chooser")
        row = fly.spot(f"scenario:{broken}").widget
        assert row.action is None
        assert "scenario.yaml:" in row.describe()
        fly.choose(f"scenario:{TEN_PLACES}")
        assert fly.screen == "briefing"


def test_a_scenario_that_breaks_when_chosen_tells_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    copied = tmp_path / "copied"
    copied.mkdir()
    for path in Path(TEN_PLACES).iterdir():
        (copied / path.name).write_bytes(path.read_bytes())
    offer(monkeypatch, TEN_PLACES, str(copied))
    with flight() as fly:
        fly.choose("title:chooser")
        (copied / "forces.yaml").write_text("units: [\n", "utf-8")
        fly.choose(f"scenario:{copied}")
        assert fly.screen == "tell"
        assert "forces.yaml" in fly.stage.screen.text  # type: ignore[attr-defined]


def test_no_scenario_at_all_is_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    offer(monkeypatch, str(tmp_path / "nowhere"))
    with flight() as fly:
        assert isinstance(fly.stage.screen, Title)
        fly.keys("return")
        assert fly.screen == "tell"


def test_a_tiny_window_says_so_once(fly: Flight):
    fly.keys("return", "return")
    for size in ((640, 360), (500, 300)):
        fly.app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        fly.post(pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        fly.draw()
        assert fly.screen == "tell"
    fly.keys("escape")
    assert fly.screen == "play"
    fly.draw()


def test_every_screen_bears_any_size(fly: Flight):
    fly.keys("return", "return")
    for size in ((1, 1), (40, 900), (900, 40), (320, 240), (5000, 300)):
        fly.app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        fly.app.refit()
        fly.draw()
        fly.keys("tab")


def test_broken_settings_are_set_aside(home: Path, caplog: pytest.LogCaptureFixture):
    home.mkdir()
    settings.path().write_text("{", "utf-8")
    with caplog.at_level(logging.WARNING):
        assert settings.read() == settings.Settings()
    assert len(caplog.records) == 1
    assert not settings.path().exists()
    assert settings.path().with_suffix(".broken.json").read_text("utf-8") == "{"


@pytest.mark.parametrize("change", ["ui_scale", "font_scale", "speed", "volume", "palette"])
def test_impossible_settings_break_nothing(home: Path, change: str, monkeypatch):
    offer(monkeypatch)
    home.mkdir()
    worst = {"ui_scale": -5, "font_scale": 0, "speed": -1.0, "volume": 900, "palette": "none"}
    settings.write(settings.Settings().changed(change, worst[change]))
    with flight() as fly:
        fly.choose("title:settings")
        fly.draw()


def crash(*words: object) -> None:
    raise LookupError("nobody thought of it")


def test_a_crash_saves_the_game_and_says_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
):
    offer(monkeypatch)
    with flight() as fly:
        fly.keys("return", "return", "ctrl+return", "ctrl+return")
        digest, history = fly.game.moment.state.digest(), len(fly.game.history)
    (path,) = saves().iterdir()
    monkeypatch.setattr(Play, "build", crash)
    assert application.play(None, None, str(path), 5) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and "LookupError" in said[0]
    (report,) = (home / "reports").iterdir()
    assert str(report) in said[0]
    assert "nobody thought of it" in report.read_text("utf-8")
    assert not pygame.display.get_init()
    again = application.save_called(str(path))
    found = library.save.load(again).game
    assert found.moment.state.digest() == digest and len(found.history) == history
