"""A saved game goes on as if nothing had happened, in another process too, or says why not."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game import __version__
from game.engine import files
from game.engine.decision import Choice, Council, Flash, Orders
from game.engine.exercise import Exercise
from game.engine.files import SaveError
from game.engine.game import Game
from game.engine.save import load, pack, save, unpack
from tests.engine.playing import hold, play_to, standing

TOP = Path(__file__).parent.parent.parent
ELSEWHERE = """
import sys
from pathlib import Path
from game.engine.save import load
from tests.engine.playing import hold

for path in sys.argv[1:]:
    reloaded = load(Path(path))
    hold(reloaded.game)
    print(reloaded.word, reloaded.departed, reloaded.game.moment.state.digest())
"""


def test_a_game_goes_on_in_another_process_as_if_undisturbed(ten_places: Exercise, tmp_path: Path):
    """Saved at a council, in the middle of a week, and at a question that has no place."""
    expected, paths = [], []
    for kind in (Council, Flash, Choice):
        game = play_to(ten_places, kind, past=3)
        paths.append(tmp_path / f"{kind.__name__}.save")
        save(game, paths[-1], "a word")
        hold(game)
        expected.append(f"a word None {game.moment.state.digest()}")
    command = [sys.executable, "-c", ELSEWHERE, *map(str, paths)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == expected


@pytest.mark.parametrize("kind", [Council, Flash, Choice])
def test_what_is_pending_is_the_same_after_loading(
    exercise: Exercise, tmp_path: Path, kind: type[Council | Flash | Choice]
):
    game, path = play_to(exercise, kind), tmp_path / "a.save"
    save(game, path)
    loaded = load(path).game
    assert loaded.pending == game.pending
    assert loaded.moment.facts == game.moment.facts
    assert loaded.moment.causes == game.moment.causes
    assert unpack(pack(game.moment.state)).digest() == game.moment.state.digest()


def test_branches_are_kept_and_saving_again_writes_the_same(ten_places: Exercise, tmp_path: Path):
    game, path, other = Game(ten_places, 7, 5), tmp_path / "a.save", tmp_path / "b.save"
    hold(game)
    game.go(1)
    game.decide(standing(game))
    game.go(0)
    game.decide(Orders(dials={"posts": "go-out"}))
    save(game, path, "word")
    reloaded = load(path)
    assert reloaded.departed is None
    assert reloaded.word == "word"
    assert reloaded.game.here == game.here
    assert [m.digests for m in reloaded.game.history] == [m.digests for m in game.history]
    assert [m.parent for m in reloaded.game.history] == [m.parent for m in game.history]
    save(reloaded.game, other, "word")
    assert other.read_bytes() == path.read_bytes()


def test_a_save_carries_its_scenario(ten_places: Exercise, tmp_path: Path):
    """An author may change or delete the files: a game once begun is played to its end."""
    game, path = play_to(ten_places, Flash), tmp_path / "a.save"
    save(game, path)
    loaded = load(path).game.exercise
    assert loaded is not ten_places
    assert loaded.texts == ten_places.texts
    assert loaded.scenario == ten_places.scenario


def saved(exercise: Exercise, path: Path) -> Game:
    """Save a game of some weeks."""
    game = play_to(exercise, Flash, past=4)
    save(game, path)
    return game


def changed(path: Path, **update: Any) -> None:
    """Write a save again with other contents and a header that fits."""
    files.write(path, files.read(path) | update)


def first_orders(moments: list[dict[str, Any]], after: int = 0) -> int:
    """Return which moment is the first council after some weeks."""
    for number, moment in enumerate(moments):
        if "dials" in moment["decision"] and any(int(week) >= after for week in moment["digests"]):
            return number
    raise AssertionError("no council")


@pytest.mark.parametrize("after", [0, 2])
def test_a_tampered_decision_names_its_week(ten_places: Exercise, tmp_path: Path, after: int):
    path = tmp_path / "a.save"
    game = saved(ten_places, path)
    moments = files.read(path)["moments"]
    number = first_orders(moments, after)
    moments[number]["decision"]["dials"] = {"posts": "go-out"}
    changed(path, moments=moments)
    week = min(int(week) for week in moments[number]["digests"])
    reloaded = load(path)
    assert reloaded.departed == week
    assert reloaded.game.moment.state.digest() == game.moment.state.digest()  # from the snapshot


def test_a_decision_that_is_not_allowed_names_its_week(ten_places: Exercise, tmp_path: Path):
    path = tmp_path / "a.save"
    saved(ten_places, path)
    moments = files.read(path)["moments"]
    number = first_orders(moments, 2)
    moments[number]["decision"]["options"] = ["nonsense"]
    changed(path, moments=moments)
    assert load(path).departed == min(int(week) for week in moments[number]["digests"])


def test_when_rules_have_changed_a_game_goes_on_from_its_snapshot(
    ten_places: Exercise, tmp_path: Path
):
    path = tmp_path / "a.save"
    saved(ten_places, path)
    snapshot = files.read(path)["snapshot"]
    snapshot["track"][0][0] = 12_345
    changed(path, snapshot=snapshot)
    game = load(path).game
    assert game.moment.state.track[0, 0] == 12_345
    hold(game)
    assert game.over


def test_another_version_is_no_obstacle_while_all_fits(ten_places: Exercise, tmp_path: Path):
    path = tmp_path / "a.save"
    saved(ten_places, path)
    changed(path, version="99.0")
    assert load(path).departed is None


def without(body: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Return contents in which something is missing, perhaps inside something else."""
    first, *rest = keys
    if rest:
        return body | {first: without(body[first], *rest)}
    return {key: value for key, value in body.items() if key != first}


DAMAGED = {
    "no moments": lambda body: without(body, "moments"),
    "unknown key": lambda body: body | {"cheat": True},
    "seed is text": lambda body: body | {"seed": "seven"},
    "reply is a number": lambda body: (
        body | {"moments": [{**body["moments"][0], "decision": {"reply": 5}}]}
    ),
    "parent of nobody": lambda body: (
        body | {"moments": [{**body["moments"][0], "parent": "x"}, *body["moments"][1:]]}
    ),
    "texts are noise": lambda body: body | {"texts": "noise!"},
    "texts are not packed": lambda body: body | {"texts": body["texts"][:-40]},
    "texts are gone": lambda body: body | {"texts": ""},
    "snapshot lacks an array": lambda body: without(body, "snapshot", "track"),
    "snapshot is too short": lambda body: (
        body | {"snapshot": body["snapshot"] | {"track": [[1, 2]]}}
    ),
    "snapshot is of text": lambda body: (
        body | {"snapshot": body["snapshot"] | {"track": [["a"] * 10]}}
    ),
    "snapshot is too large": lambda body: (
        body | {"snapshot": body["snapshot"] | {"holder": [[999] * 10]}}
    ),
    "snapshot names a place that is not there": lambda body: (
        body | {"snapshot": body["snapshot"] | {"at": [[99] * len(body["snapshot"]["at"][0])]}}
    ),
    "snapshot lies in a week that never comes": lambda body: (
        body | {"snapshot": body["snapshot"] | {"week": 5_000}}
    ),
    "week is text": lambda body: body | {"snapshot": body["snapshot"] | {"week": "soon"}},
    "week is none": lambda body: body | {"snapshot": body["snapshot"] | {"week": None}},
    "negative parent": lambda body: body | {"here": -5, "snapshot": {}},
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_what_makes_no_sense_is_refused_in_one_clear_sentence(
    ten_places: Exercise, tmp_path: Path, damage: Any
):
    path = tmp_path / "a.save"
    saved(ten_places, path)
    files.write(path, damage(files.read(path)))
    with pytest.raises(SaveError) as caught:
        load(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert "load another save" in sentence or f"version {__version__}" in sentence


def test_a_save_that_was_cut_or_edited_is_refused(ten_places: Exercise, tmp_path: Path):
    path = tmp_path / "a.save"
    saved(ten_places, path)
    whole = path.read_bytes()
    edited = (
        whole.replace(b"sluis", b"sluiz") if b"sluis" in whole else whole[:-2] + b"!" + whole[-1:]
    )
    for damaged in (whole[: len(whole) // 2], edited, whole + b" ", b"", whole[1:]):
        path.write_bytes(damaged)
        with pytest.raises(SaveError) as caught:
            load(path)
        assert "\n" not in str(caught.value)


def test_a_save_that_holds_the_same_decision_twice_keeps_both(ten_places: Exercise, tmp_path: Path):
    game = Game(ten_places, 7)
    game.decide(Orders())
    game.go(0)
    game.branch(Orders())
    save(game, tmp_path / "twice.save")
    again = load(tmp_path / "twice.save")
    assert again.departed is None
    assert [moment.parent for moment in again.game.history] == [-1, 0, 0]
    assert again.game.here == 2
