"""Where shipped files and the player's own files are found."""

from pathlib import Path

import pytest

from game import paths


@pytest.mark.parametrize("name", ["assets", "scenarios"])
def test_shipped_folders_are_found_in_a_checkout(name: str) -> None:
    folder = paths.shipped(name)
    assert folder.is_dir()
    assert folder.name == name
    assert any(folder.iterdir())


def test_a_missing_folder_says_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="install it again"):
        paths.shipped("no-such-folder")


def test_home_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "mine"))
    assert paths.home() == tmp_path / "mine"
    assert not paths.home().exists(), "asking creates nothing"
    assert paths.saves() == tmp_path / "mine" / "saves"
    assert paths.saves().is_dir()


def test_home_may_be_relative_or_begin_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for written in ("here", "~/here"):
        monkeypatch.setenv(paths.HOME_VARIABLE, written)
        assert paths.home() == tmp_path / "here"


@pytest.mark.parametrize("written", [None, "", " "])
def test_without_the_variable_the_platform_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | None
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    if written is not None:
        monkeypatch.setenv(paths.HOME_VARIABLE, written)
    assert paths.home().is_absolute()
    assert paths.APP in paths.home().parts


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "file"))
    with pytest.raises(OSError, match=f"saves.*{paths.HOME_VARIABLE}"):
        paths.saves()
