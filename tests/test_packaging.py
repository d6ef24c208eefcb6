"""What a newcomer meets first: the commands of the README, and a package that carries its data."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent


def commands(text: str) -> list[str]:
    """Return the lines that stand alone in a code block."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block.strip() for block in blocks if block.count("\n") == 1]


def run(*command: str | Path, **variables: str) -> str:
    """Run a command from the top of the checkout and return what it prints."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=TOP,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_readme_opens_with_a_paragraph_and_two_commands() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    play, test = commands(text)[:2]
    assert play.endswith("/deconfliction")
    assert "pytest" in test and "[test]" in test
    for command in (play, test):
        assert command.startswith("python3 -m venv .venv && ")
    assert text.index(play) < text.index(test) < text.index("\n## ")


def test_the_script_for_integration_copies_no_command() -> None:
    script = (TOP / ".ci" / "run").read_text(encoding="utf-8")
    for command in commands((TOP / "README.md").read_text(encoding="utf-8"))[:2]:
        assert command not in script
    assert os.name != "posix" or os.access(TOP / ".ci" / "run", os.X_OK)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the sdist, as a packager would."""
    folder = tmp_path_factory.mktemp("build")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--target", folder / "tools", "hatchling")
    hatch = (sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder)
    run(*hatch, PYTHONPATH=str(folder / "tools"))
    (sdist,) = folder.glob("*.tar.gz")
    run(*pip, "wheel", "--no-deps", "-w", folder, sdist)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.external
def test_the_wheel_carries_the_data_and_not_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "game/paths.py" in names
    assert "game/_data/assets/CREDITS.md" in names
    assert any(name.startswith("game/_data/scenarios/") for name in names)
    assert not [name for name in names if "/build/" in name or "__pycache__" in name]
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"game"}


@pytest.mark.external
def test_the_installed_package_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "-q", "install", "--no-deps", "--target", tmp_path, wheel)
    find = "from game.paths import shipped; print(shipped('assets'), shipped('scenarios'), sep='|')"
    printed = run(sys.executable, "-P", "-c", find, PYTHONPATH=str(tmp_path))
    data = tmp_path / "game" / "_data"
    assert printed.strip().split("|") == [str(data / "assets"), str(data / "scenarios")]


@pytest.mark.external
def test_the_assets_are_whole() -> None:
    printed = run(sys.executable, "-B", TOP / "assets" / "build" / "check.py")
    assert "FAIL" not in printed
