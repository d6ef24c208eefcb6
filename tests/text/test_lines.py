"""The command line: exit codes, and one clear sentence for everything that is wrong."""

import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from game import cli
from game.engine import save
from game.engine.exercise import Exercise
from tests.exercises import TEN_PLACES
from tests.text.typing_in import played

CASES = yaml.safe_load((Path(__file__).parent / "lines.yaml").read_text("utf-8"))
SENTENCES = [case for case in CASES if case["code"]]


class Typed(io.StringIO):
    """An input that has ended."""


def run(line: list[str], monkeypatch, typed: str = "") -> int:
    """Run a command line as the shell would; return its exit code."""
    monkeypatch.setattr("sys.stdin", Typed(typed))
    if line[:1] == ["play"]:
        line = [*line, "--text"]  # there may be a display
    try:
        return cli.main(line)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        return stop.code


@pytest.fixture
def stands_for(ten_places: Exercise, tmp_path: Path) -> dict[str, str]:
    """Return what the words of the table stand for."""
    kept, over, empty = tmp_path / "kept.save", tmp_path / "over.save", tmp_path / "empty"
    save.save(played(ten_places, ["", "1", "", ""]).game, kept, "demo")
    save.save(played(ten_places, [""] * 300).game, over, "demo")
    empty.mkdir()
    return {"TEN": TEN_PLACES, "KEPT": str(kept), "OVER": str(over), "TMP": str(empty)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_a_line_is_answered(case: dict[str, Any], stands_for, monkeypatch, capsys):
    def filled(text: str) -> str:
        for word, value in stands_for.items():
            text = text.replace(word, value)
        return text

    assert run(shlex.split(filled(case["line"])), monkeypatch) == case["code"]
    out, err = capsys.readouterr()
    said = (err if case["code"] and not out else out).strip()
    assert said.startswith(filled(case["said"]))
    assert "Traceback" not in out + err
    if case["code"] == 2:
        assert "\n" not in said


@pytest.mark.parametrize("verb", [*cli._parsers()[1]])
def test_every_verb_explains_itself(verb: str, monkeypatch, capsys):
    assert run([verb, "--help"], monkeypatch) == 0
    assert capsys.readouterr().out.startswith(f"usage: deconfliction {verb}")


def test_without_a_verb_the_default_scenario_is_played(monkeypatch, capsys):
    monkeypatch.setattr("game.ui.app.why_no_window", lambda: "There is no display.")
    assert run([], monkeypatch) == 0
    out, err = capsys.readouterr()
    assert out.startswith(load_default().title)
    first, why, last = err.strip().splitlines()
    assert why == "There is no display."
    assert first.startswith("The seed of this game is ")
    assert last.startswith("To go on: deconfliction play --text --load ")


def load_default() -> Any:
    """Return the default scenario."""
    from game.scenario.load import index, load

    return load(index()["default"]).scenario


def test_a_drawn_seed_is_said_and_gives_the_same_game(monkeypatch, capsys):
    run(["play", TEN_PLACES, "--odds", "0"], monkeypatch, "\n\n\n")
    out, err = capsys.readouterr()
    word = err.split("The seed of this game is ")[1].split(";")[0]
    run(["play", TEN_PLACES, "--odds", "0", "--seed", word], monkeypatch, "\n\n\n")
    assert capsys.readouterr().out == out


def test_the_last_line_says_how_to_go_on(monkeypatch, capsys):
    for typed in ("", "\n\n", "quit\n", "\n\nquit\n"):
        assert run(["play", TEN_PLACES, "--seed", "demo", "--odds", "0"], monkeypatch, typed) == 0
        way = capsys.readouterr().err.splitlines()[-1]
        *words, path = shlex.split(way.removeprefix("To go on: "))
        assert words == ["deconfliction", "play", "--text", "--load"]
        assert run(["play", "--load", path, "--odds", "0"], monkeypatch, "\n" * 300) == 0
        assert "\nEnding: " in capsys.readouterr().out


def test_a_game_that_is_over_says_no_way_on(monkeypatch, capsys):
    assert run(["play", TEN_PLACES, "--seed", "demo", "--odds", "0"], monkeypatch, "\n" * 300) == 0
    assert capsys.readouterr().err == ""


def test_a_save_may_be_named_without_its_folder(monkeypatch, capsys):
    run(["play", TEN_PLACES, "--seed", "demo", "--odds", "0"], monkeypatch, "\nsave mine\nquit\n")
    assert run(["play", "--load", "mine", "--odds", "0"], monkeypatch, "quit\n") == 0
    assert run(["play", "--load", "mine.save", "--odds", "0"], monkeypatch, "quit\n") == 0
    assert run(["replay", "mine", "--verify"], monkeypatch) == 0
    assert run(["forecast", "mine", "--games", "2"], monkeypatch) == 0


def test_a_broken_autosave_is_set_aside(monkeypatch, capsys, home: Path):
    run(["play", TEN_PLACES, "--seed", "demo", "--odds", "0"], monkeypatch, "\n\n\n")
    capsys.readouterr()
    (path,) = (home / "saves").glob("*.save")
    path.write_bytes(path.read_bytes()[:-10])
    assert run(["play", "--load", str(path)], monkeypatch) == 1
    err = capsys.readouterr().err
    assert "is damaged" in err and "was set aside as ten-places-demo-1.save.broken-1" in err
    assert [p.name for p in (home / "saves").iterdir()] == ["ten-places-demo-1.save.broken-1"]
    assert run(["play", TEN_PLACES, "--seed", "demo", "--odds", "0"], monkeypatch, "\n") == 0


def test_a_save_of_other_rules_goes_on_from_its_position(ten_places, monkeypatch, capsys, tmp_path):
    path, game = tmp_path / "old.save", played(ten_places, ["", "", "", ""]).game
    written = save.as_dict(game, "demo")
    written["moments"][0]["digests"] = {"0": "00"}
    save.files.write(path, written)
    assert run(["play", "--load", str(path), "--odds", "0"], monkeypatch, "\n" * 300) == 0
    out, err = capsys.readouterr()
    assert err.startswith("The rules have changed since this game was saved: week 1 would end ")
    assert "\nEnding: " in out
    save.files.write(path, written)
    assert run(["replay", str(path), "--verify"], monkeypatch) == 1
    out = capsys.readouterr().out
    assert out.startswith("The replay departs from the saved game in week 1 (2 Mar): ")


def test_what_nobody_foresaw_goes_to_a_report(monkeypatch, capsys, home: Path):
    def burst(*_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("game.text.verbs.check.load", burst)
    assert run(["check", TEN_PLACES], monkeypatch) == 1
    err = capsys.readouterr().err
    assert err.startswith("Something went wrong inside the game (ZeroDivisionError); please report")
    assert err.count("\n") == 1
    (report,) = (home / "reports").iterdir()
    assert "nobody foresaw this" in report.read_text("utf-8")
    assert report.suffix != ".save"


def test_even_that_needs_no_place_to_write(monkeypatch, capsys, tmp_path: Path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DECONFLICTION_HOME", str(tmp_path / "file" / "home"))
    monkeypatch.setattr("game.text.verbs.check.load", lambda name: 1 / 0)
    assert run(["check", TEN_PLACES], monkeypatch) == 1
    assert capsys.readouterr().err.startswith("Something went wrong inside the game (ZeroDivision")


@pytest.mark.parametrize("base", [None, "at-tanf-2017", TEN_PLACES])
def test_a_new_scenario_passes_the_check_and_plays(base, monkeypatch, capsys, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "my-war", *(["--from", base] if base else [])], monkeypatch) == 0
    assert run(["check", "my-war"], monkeypatch) == 0
    capsys.readouterr()
    assert run(["play", "my-war", "--odds", "0"], monkeypatch, "\n" * 400) == 0
    out = capsys.readouterr().out
    assert out.startswith("My war\n")
    assert "\nEnding: " in out


def test_a_new_scenario_is_no_walkover_and_not_lost_from_the_start(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    run(["new", "my-war"], monkeypatch)
    capsys.readouterr()
    run(["simulate", "my-war", "--games", "500", "--json"], monkeypatch)
    endings = json.loads(capsys.readouterr().out)["endings"]
    assert max(endings.values()) < 0.75
    assert min(endings.values()) > 0


def test_figures_for_other_programs_are_json(monkeypatch, capsys, stands_for):
    run(["forecast", TEN_PLACES, "--games", "4", "--json"], monkeypatch)
    found = json.loads(capsys.readouterr().out)
    assert {"turn", "games", "delegate", "hold", "options"} <= found.keys()
    run(["check", "nowhere", "--format", "json"], monkeypatch)
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["code"] == "not-found"


def test_a_portion_at_a_time_gives_the_same_odds(ten_places: Exercise, monkeypatch):
    from game.engine.game import Game
    from game.text.verbs import forecast

    game = Game(ten_places, 5)
    whole = forecast.odds(game, 12)
    monkeypatch.setattr(forecast, "PORTION", 5)
    parts = forecast.odds(game, 12)
    for one, other in zip(whole.choices, parts.choices, strict=True):
        assert one.ending.tolist() == other.ending.tolist()
        assert one.soon.tolist() == other.soon.tolist()


def test_output_goes_to_a_file_when_asked(monkeypatch, capsys, tmp_path: Path):
    path = tmp_path / "out.json"
    run(["simulate", TEN_PLACES, "--games", "3", "--json", "--out", str(path)], monkeypatch)
    assert capsys.readouterr().out == ""
    assert json.loads(path.read_text("utf-8"))["games"] == 3


def test_figures_to_read_are_in_the_names_of_the_scenario(ten_places, monkeypatch, capsys):
    run(["simulate", TEN_PLACES, "--games", "3"], monkeypatch)
    out = capsys.readouterr().out
    for track in ten_places.scenario.tracks.values():
        assert f"  {track.name} " in out
    for ending in ten_places.scenario.endings.values():
        assert f"  {ending.title} " in out
    assert "Place taken" in out and "PlaceTaken" not in out
