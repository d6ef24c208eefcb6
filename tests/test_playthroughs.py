"""Recorded games: what is typed, and every byte that is said, from the first line to the ending.

Each NAME.in is typed, with the seed `demo`, into the default scenario; those in a folder, into the
scenario of that name. NAME.txt is the output. NAME.args, if there is one, holds more arguments.
UPDATE_PLAYTHROUGHS=1 writes the outputs anew: read what has changed before you commit it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario.load import index

HERE = Path(__file__).parent
FOLDER = HERE / "playthroughs"
GAMES = sorted(FOLDER.rglob("*.in"))
UPDATE = os.environ.get("UPDATE_PLAYTHROUGHS") == "1"


def name(path: Path) -> str:
    """Return the name of a recorded game."""
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def line_of(path: Path) -> list[str]:
    """Return the command line of a recorded game."""
    extra = path.with_suffix(".args")
    words = extra.read_text("utf-8").split() if extra.exists() else []
    flagship = path.parent == FOLDER  # these are played as anybody would play them, odds and all
    words = words or ([] if flagship else ["--odds", "0"])
    scenario = index()["default"] if flagship else str(scenario_called(path.parent.name))
    return [sys.executable, "-m", "game", "play", scenario, "--text", "--seed", "demo", *words]


def scenario_called(name: str) -> Path | str:
    """Return a scenario of the tests, or the id of one that ships."""
    own = HERE / "scenarios" / name
    return own if own.exists() else name


@pytest.mark.parametrize("path", GAMES, ids=name)
def test_the_game_goes_as_it_was_recorded(path: Path, tmp_path: Path):
    environment = {**os.environ, "DECONFLICTION_HOME": str(tmp_path)}
    found = subprocess.run(
        line_of(path), input=path.read_bytes(), capture_output=True, env=environment, timeout=600
    )
    assert found.returncode == 0, found.stderr.decode()
    said = found.stdout.replace(b"\r\n", b"\n")
    recorded = path.with_suffix(".txt")
    if UPDATE:
        recorded.write_bytes(said)
    assert said.decode() == recorded.read_text("utf-8"), "UPDATE_PLAYTHROUGHS=1 writes it anew"
    assert said == recorded.read_bytes()


@pytest.mark.parametrize("path", GAMES, ids=name)
def test_what_is_recorded_holds_no_path(path: Path):
    said = path.with_suffix(".txt").read_text("utf-8")
    assert not re.search(r"(^|\s)/\w+/|[A-Z]:\\", said)


def test_some_game_is_recorded_to_its_ending():
    endings = [
        line
        for path in GAMES
        for line in path.with_suffix(".txt").read_text("utf-8").splitlines()
        if line.startswith("Ending: ")
    ]
    assert endings
