"""The text mode as a process of its own: pipes that close, disks that are full, odd terminals."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exercises import TEN_PLACES

PLAY = [sys.executable, "-m", "game", "play", TEN_PLACES, "--text", "--seed", "demo", "--odds", "0"]
FULL = Path("/dev/full")


def run(line: list[str], home: Path, typed: bytes = b"", **extra) -> subprocess.CompletedProcess:
    """Run a process with a home of its own."""
    environment = {**os.environ, "DECONFLICTION_HOME": str(home), **extra.pop("env", {})}
    return subprocess.run(
        line,
        input=typed,
        capture_output="stdout" not in extra,
        env=environment,
        timeout=120,
        **extra,
    )


def test_empty_lines_reach_an_ending(home: Path):
    found = run(PLAY, home, b"\n" * 300)
    assert (found.returncode, found.stderr) == (0, b"")
    assert b"\nEnding: " in found.stdout


def test_the_end_of_the_input_is_no_error(home: Path):
    found = run(PLAY, home, b"\n\n")
    assert found.returncode == 0
    (path,) = (home / "saves").glob("*.save")
    assert found.stderr.decode().splitlines()[-1] == (
        f"To go on: deconfliction play --text --load {path.stem}"
    )


def test_bytes_that_are_no_text_are_only_no_command(home: Path):
    found = run(PLAY, home, b"\n\xff\xfe\x00quit\n")
    assert found.returncode == 0
    assert "is no command here" in found.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-16"])
def test_the_output_is_utf_8_whatever_the_settings_say(home: Path, encoding: str):
    found = run(PLAY, home, b"\n", env={"PYTHONIOENCODING": encoding})
    assert found.returncode == 0
    assert "Turn 1 of 12 · 2 Mar to 8 Mar 1987" in found.stdout.decode("utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_an_output_that_is_full_is_one_sentence(home: Path):
    with FULL.open("wb") as full:
        found = run(PLAY, home, b"\n\n", stdout=full, stderr=subprocess.PIPE)
    assert found.returncode == 1
    lines = found.stderr.decode().strip().splitlines()
    assert "The output cannot be used: No space left on device." in lines
    assert b"Traceback" not in found.stderr and b"Exception" not in found.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes close in silence elsewhere")
def test_a_reader_who_has_read_enough_ends_the_game(home: Path):
    command = f"yes '' | {subprocess.list2cmdline(PLAY)} | head -3"
    environment = {**os.environ, "DECONFLICTION_HOME": str(home)}
    found = subprocess.run(command, shell=True, capture_output=True, env=environment, timeout=120)
    assert found.stdout.startswith(b"Ten places on the Sarn")
    assert b"Traceback" not in found.stderr and b"Exception" not in found.stderr


@pytest.mark.skipif(os.name != "posix", reason="no such terminals elsewhere")
def test_in_a_terminal_nothing_is_said_twice(home: Path):
    import pty

    leader, follower = pty.openpty()
    environment = {**os.environ, "DECONFLICTION_HOME": str(home), "COLUMNS": "70"}
    process = subprocess.Popen(
        PLAY, stdin=follower, stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    said = b""
    typed = {b"Aims> ": b"2 1\n", b"Orders> ": b"quit\n"}
    try:
        while chunk := os.read(leader, 65536):
            said += chunk
            for prompt in [prompt for prompt in typed if said.endswith(prompt)]:
                os.write(leader, typed.pop(prompt))
    except OSError:
        pass  # Linux says so when the other end has closed
    os.close(leader)
    assert process.wait(timeout=60) == 0
    lines = said.decode("utf-8").replace("\r\n", "\n").split("\n")
    assert lines.count("Aims> 2 1") == 1
    assert max(map(len, (line for line in lines if not line.startswith("deconfliction")))) <= 100


@pytest.mark.skipif(os.name != "posix", reason="signals are another matter elsewhere")
def test_control_c_leaves_like_quit(home: Path):
    environment = {**os.environ, "DECONFLICTION_HOME": str(home)}
    process = subprocess.Popen(
        PLAY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    said = b""
    while not said.endswith(b"Aims> "):
        said += process.stdout.read1()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.decode().splitlines()[-1].startswith("To go on: deconfliction play --text --load ")
