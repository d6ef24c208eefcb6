"""A game is saved after every decision, goes on from there, and never overwrites another."""

from pathlib import Path

import pytest

from game.engine import save
from game.engine.exercise import Exercise
from game.engine.keeper import Keeper
from game.paths import saves
from tests.text.typing_in import played


def names() -> list[str]:
    """Return the files in the folder of saves."""
    return sorted(path.name for path in saves().iterdir())


def test_a_game_that_was_left_goes_on_as_if_it_had_not_been(ten_places: Exercise):
    whole = played(ten_places, [""] * 300).game
    for left_after in (0, 1, 3, 8):
        first = played(ten_places, [*[""] * left_after, "quit"])
        again = save.load(first.path)
        assert again.departed is None
        then = played(ten_places, [""] * 300, game=again.game).game
        assert then.moment.state.digest() == whole.moment.state.digest()


def test_every_decision_is_saved_at_once(ten_places: Exercise):
    found = played(ten_places, ["", "1 8", ""])
    kept = save.load(found.path).game
    assert len(kept.history) == 2
    assert kept.history[1].decision.options == ("ship-grain", "mend-the-telephone")


def test_the_end_of_the_input_saves_too(ten_places: Exercise):
    found = played(ten_places, [])
    assert save.load(found.path).game.here == 0


def test_the_name_says_scenario_seed_and_number(ten_places: Exercise):
    for _ in range(2):
        played(ten_places, ["quit"])
    played(ten_places, ["quit"], seed="Ein Wört / für ../ Mutige")
    assert names() == [
        "ten-places-demo-1.save",
        "ten-places-demo-2.save",
        "ten-places-ein-w-rt-f-r-mutige-1.save",
    ]


def test_going_back_and_another_way_are_in_the_save(ten_places: Exercise):
    found = played(ten_places, ["", "", "1", "back", "2", "quit"])
    assert [m.parent for m in save.load(found.path).game.history] == [-1, 0, 1, 1]


def test_a_finished_game_keeps_its_save(ten_places: Exercise):
    found = played(ten_places, [""] * 300)
    assert save.load(found.path).game.over


def test_a_copy_is_kept_under_a_name(ten_places: Exercise):
    found = played(ten_places, ["", "save before it all", "", "save before it all", "quit"])
    assert "Saved as before it all." in found.said
    copy = save.load(saves() / "before it all.save").game
    assert len(copy.history) == 2  # saved again by the same game
    assert len(save.load(found.path).game.history) == 2


def test_no_other_games_save_is_overwritten(ten_places: Exercise):
    played(ten_places, ["", "save mine", "quit"])
    before = (saves() / "mine.save").read_bytes()
    said = played(ten_places, ["", "", "save mine", "quit"], seed="other").said
    assert "There is a save 'mine' already: choose another name." in said
    assert (saves() / "mine.save").read_bytes() == before


def test_play_goes_on_without_a_place_to_save(ten_places: Exercise, monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("DECONFLICTION_HOME", str(tmp_path / "file" / "deeper"))
    found = played(ten_places, [""] * 300)
    assert found.game.over
    (warning,) = found.warned
    assert warning.startswith("The game goes on, but it is not saved: ")
    assert "\n" not in warning


def test_a_disk_that_fills_up_is_said_once_and_left_no_empty_save(ten_places, monkeypatch):
    def full(*_: object) -> None:
        raise save.SaveError("x was not saved because the disk is full: free some space.")

    monkeypatch.setattr("game.engine.files.write", full)
    found = played(ten_places, [""] * 300)
    assert found.game.over
    assert len(found.warned) == 1
    assert names() == []
    assert found.path is None


def test_saving_works_again_when_there_is_space(ten_places: Exercise, monkeypatch):
    real, calls = save.files.write, []

    def sometimes(path: Path, body: dict) -> None:
        calls.append(path)
        if len(calls) == 1:
            raise save.SaveError("x was not saved: the disk is full.")
        real(path, body)

    monkeypatch.setattr("game.engine.files.write", sometimes)
    found = played(ten_places, ["", "", "1", "quit"])
    assert len(found.warned) == 1
    assert save.load(found.path).game.here == found.game.here


def test_the_way_on_is_quoted_where_it_must_be():
    keeper = Keeper("demo", print, Path("/a folder/x.save"))
    assert keeper.way_on() == 'To go on: deconfliction play --text --load "/a folder/x.save"'
    assert Keeper("demo", print).way_on() is None


def test_the_name_of_ones_own_save_is_enough_to_go_on(home: Path):
    keeper = Keeper("demo", print, home / "saves" / "my game.save")
    assert keeper.way_on() == 'To go on: deconfliction play --text --load "my game"'


@pytest.mark.parametrize("word", ["../../etc", "", "   ", "ü", "x" * 300])
def test_no_word_leads_out_of_the_folder(ten_places: Exercise, word: str):
    found = played(ten_places, ["quit"], seed=word)
    assert found.path.parent == saves()
    assert len(found.path.name) < 80
