"""Writing a save: a full disk, a dying process or a broken file costs no saved game."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.engine import files
from game.engine.files import SaveError
from tests.engine.file_helpers import BODY, only, sentence

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "game.save"
    files.write(path, BODY)
    return path


def fail_with(number: int) -> Any:
    def failing(*_args: Any, **_kwargs: Any) -> None:
        raise OSError(number, os.strerror(number))

    return failing


# Failing writes


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "no permission"),
        (errno.EIO, "the disk reports an error"),
        (errno.ENODEV, "the system says"),
    ],
)
def test_a_failed_write_keeps_the_old_save(
    saved: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, reason: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(files.os, call, fail_with(number))
        with pytest.raises(SaveError) as caught:
            files.write(saved, {"seed": "new"})
    assert reason in sentence(caught.value, saved)
    assert "unchanged" in str(caught.value)
    assert files.read(saved) == BODY
    assert only(saved)


FULL = """
import resource, runpy, sys
from pathlib import Path
files = runpy.run_path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    files["write"](Path(sys.argv[2]), {"x": "y" * 50_000})
except files["SaveError"] as error:
    print(error)
"""


@posix_only
def test_a_disk_that_takes_no_more_keeps_the_old_save(saved: Path) -> None:
    command = [sys.executable, "-c", FULL, files.__file__, str(saved)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "was not saved because the disk takes no file of that size" in done.stdout
    assert files.read(saved) == BODY
    assert only(saved)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "game.save"
    with pytest.raises(SaveError) as caught:
        files.write(path, BODY)
    assert "the folder does not exist" in sentence(caught.value, path)


def test_a_folder_with_the_name_of_the_save_is_named(tmp_path: Path) -> None:
    path = tmp_path / "game.save"
    path.mkdir()
    with pytest.raises(SaveError) as caught:
        files.write(path, BODY)
    sentence(caught.value, path)
    assert only(path)


def test_a_name_no_disk_takes_is_named(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(SaveError, match="was not saved because"):
            files.write(tmp_path / name, BODY)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_write_leaves_no_temporary_file(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_number: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.write(saved, {"seed": "new"})
    assert files.read(saved) == BODY
    assert only(saved)


def test_a_file_held_for_a_moment_is_waited_for(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.replace, []

    def busy(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) < 3:
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0, 0.0))
    monkeypatch.setattr(files.os, "replace", busy)
    files.write(saved, {"seed": "new"})
    assert len(calls) == 3
    assert files.read(saved) == {"seed": "new"}


def second_fsync_fails(number: int) -> Any:
    """Return an fsync that fails when the folder's turn comes."""
    calls = iter([None, number])

    def fsync(_descriptor: int) -> None:
        failure = next(calls)
        if failure is not None:
            raise OSError(failure, os.strerror(failure))

    return fsync


@posix_only
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_without_folder_sync_is_no_error(
    saved: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(files.os, "fsync", second_fsync_fails(number))
    files.write(saved, {"seed": "new"})
    assert files.read(saved) == {"seed": "new"}


@posix_only
def test_a_folder_that_fails_to_sync_is_told(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fsync", second_fsync_fails(errno.EIO))
    with pytest.raises(SaveError, match="may not survive a power cut") as caught:
        files.write(saved, {"seed": "new"})
    sentence(caught.value, saved)
    assert files.read(saved) == {"seed": "new"}


# Killed in the middle


STOPPED = """
import os, runpy, sys
from pathlib import Path
files = runpy.run_path(sys.argv[1])
calls = 0
def stop_at(name, number):
    real = getattr(os, name)
    def call(*args):
        global calls
        calls += 1
        if calls == number:
            os._exit(9)
        return real(*args)
    setattr(os, name, call)
stop_at(sys.argv[3], int(sys.argv[4]))
files["write"](Path(sys.argv[2]), {"seed": "new"})
"""


@posix_only
@pytest.mark.parametrize(
    ("call", "number", "seed"),
    [("fsync", 1, "demo"), ("replace", 1, "demo"), ("fsync", 2, "new")],
)
def test_a_process_that_dies_leaves_the_old_save_or_the_new(
    saved: Path, call: str, number: int, seed: str
) -> None:
    command = [sys.executable, "-c", STOPPED, files.__file__, str(saved), call, str(number)]
    assert subprocess.run(command, timeout=60).returncode == 9
    assert files.read(saved)["seed"] == seed
    assert [each.name for each in saved.parent.glob("*.save")] == [saved.name]


LOOP = """
import itertools, runpy, sys
from pathlib import Path
files = runpy.run_path(sys.argv[1])
for number in itertools.count():
    files["write"](Path(sys.argv[2]), {"seed": "new", "filler": "x" * 200_000, "number": number})
    print(number, flush=True)
"""


@posix_only
def test_kills_at_any_moment_cost_no_save(saved: Path) -> None:
    random = Random(11)
    for _ in range(6):
        command = [sys.executable, "-c", LOOP, files.__file__, str(saved)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()  # the first save is written
            time.sleep(random.random() / 20)
            process.kill()
            reported = [int(line) for line in process.stdout.read().split("\n")[:-1]]
        assert files.read(saved)["number"] >= max(reported, default=0)


def test_old_leftovers_are_swept_and_fresh_ones_kept(saved: Path) -> None:
    old, fresh = (saved.parent / f".deconfliction-{name}.tmp" for name in ("old", "fresh"))
    old.touch()
    fresh.touch()
    os.utime(old, (0, 0))
    files.sweep(saved.parent)
    assert {each.name for each in saved.parent.iterdir()} == {saved.name, fresh.name}
    files.sweep(saved.parent / "no folder")


# Setting aside


def test_a_broken_save_is_set_aside_under_a_free_name(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        path = tmp_path / "game.save"
        path.write_text(f"broken {number}")
        assert files.set_aside(path) == tmp_path / f"game.save.broken-{number}"
    assert list(tmp_path.glob("*.save")) == []
    assert [each.read_text() for each in sorted(tmp_path.iterdir())] == [
        f"broken {number}" for number in (1, 2, 3)
    ]


def test_what_cannot_be_set_aside_says_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.save", tmp_path / "no folder" / "none.save"):
        with pytest.raises(SaveError) as caught:
            files.set_aside(path)
        sentence(caught.value, path)
    assert list(tmp_path.iterdir()) == []
