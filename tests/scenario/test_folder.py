"""Reading a scenario: its files together, over its base, from disk and from a saved game."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.folder import Written, read, read_texts
from game.scenario.problems import Problem, ScenarioError
from game.scenario.reading.characters import MAX_BYTES

HEAD = "title: Demo\n"
Texts = dict[str, str]
Make = Callable[[Texts], Path]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Write files, and return the folder that holds them, which is also the current one."""
    monkeypatch.chdir(tmp_path)

    def make(texts: Texts) -> Path:
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return make


def problems(run: Callable[[], Written]) -> list[Problem]:
    with pytest.raises(ScenarioError) as caught:
        run()
    return caught.value.problems


def said(run: Callable[[], Written]) -> list[str]:
    return [str(problem).replace("\\", "/") for problem in problems(run)]


# The files of a scenario


def test_a_scenario_may_be_one_file(make: Make) -> None:
    make({"war.yaml": HEAD, "options.yaml": "options: {}\n"})
    written = read(Path("war.yaml"))
    assert written.data == {"title": "Demo"}
    assert written.texts == {"war.yaml": HEAD}
    assert written.files == {"war.yaml": ["title: Demo", ""]}
    assert written.where(("title",)) == ("war.yaml", 1, 8)


def test_its_parts_are_put_together_and_keep_their_places(make: Make) -> None:
    make({"war/scenario.yaml": HEAD, "war/map.yaml": "# x\nplaces:\n  tanf: {fort: open}\n"})
    written = read(Path("war"))
    map_file = str(Path("war/map.yaml"))
    assert written.data == {"title": "Demo", "places": {"tanf": {"fort": "open"}}}
    assert written.where(("places", "tanf", "fort")) == (map_file, 3, 16)
    assert written.where(("places", "tanf", "fort"), key=True) == (map_file, 3, 10)
    assert written.where(("places", "tanf", "title")) == (map_file, 3, 9), "the nearest around"
    assert written.where(("nothing",)) == (str(Path("war/scenario.yaml")), 1, 1)
    assert set(written.texts) == {"scenario.yaml", "map.yaml"}


def test_anything_may_stand_in_any_part(make: Make) -> None:
    make({"war/scenario.yaml": HEAD, "war/events.yaml": "places: {}\noptions: {}\n"})
    assert list(read(Path("war")).data) == ["title", "places", "options"]


@pytest.mark.parametrize("name", ["war", "war/scenario.yaml", "war/map.yaml"])
def test_any_of_its_files_names_it(make: Make, name: str) -> None:
    make({"war/scenario.yaml": HEAD, "war/map.yaml": "places: {}\n"})
    assert read(Path(name)).data == {"title": "Demo", "places": {}}


def test_what_is_no_part_is_left_alone(make: Make) -> None:
    make(
        {"war/scenario.yaml": HEAD, "war/README.md": "!", "war/.x.yaml": "!", "war/old/a.yaml": "!"}
    )
    assert read(Path("war")).data == {"title": "Demo"}


def test_a_part_that_is_still_empty_says_nothing(make: Make) -> None:
    make({"war/scenario.yaml": HEAD, "war/map.yaml": "# places go here\n"})
    assert read(Path("war")).data == {"title": "Demo"}


def test_two_files_that_say_one_thing(make: Make) -> None:
    make({"war/scenario.yaml": "title: Demo\nplaces: {}\n", "war/map.yaml": "\nplaces: {}\n"})
    assert said(lambda: read(Path("war"))) == [
        "war/map.yaml:2:1: places: 'places' is written in two files; "
        "the other is war/scenario.yaml, line 2"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("maps.yaml", "did you mean 'map.yaml'?"),
        ("map.yml", "did you mean 'map.yaml'?"),
        ("Map.yaml", "did you mean 'map.yaml'?"),
        ("x.yaml", "known: scenario.yaml, map.yaml"),
    ],
)
def test_a_file_of_an_unknown_name(make: Make, name: str, hint: str) -> None:
    make({"war/scenario.yaml": HEAD, f"war/{name}": "places: {}\n"})
    (only,) = said(lambda: read(Path("war")))
    assert only.startswith(f"war/{name}:1:1: no part of a scenario has this name; {hint}")


def test_the_problems_of_all_files_are_told(make: Make) -> None:
    make(
        {"war/scenario.yaml": "title: [\n", "war/map.yaml": "- a\n", "war/events.yaml": "a: 010\n"}
    )
    assert [each.split(":")[0] for each in said(lambda: read(Path("war")))] == [
        "war/events.yaml",
        "war/map.yaml",
        "war/scenario.yaml",
    ]


def test_excerpts_come_with_the_problems(make: Make) -> None:
    make({"war.yaml": "title: 010\n"})
    with pytest.raises(ScenarioError) as caught:
        read(Path("war.yaml"))
    (problem,) = caught.value.problems
    assert problem.show(caught.value.files[problem.file]).splitlines()[1:] == [
        "     1 | title: 010",
        "       |        ^",
    ]


# What is not there


def test_a_path_to_nothing(make: Make) -> None:
    make({"war/scenario.yaml": HEAD})
    assert said(lambda: read(Path("wra"))) == [
        "wra:1:1: there is no such file or folder; did you mean 'war'?"
    ]


def test_a_folder_without_a_scenario(make: Make) -> None:
    make({"war/map.yaml": "places: {}\n"})
    assert said(lambda: read(Path("war"))) == [
        "war:1:1: this folder has no scenario.yaml; "
        "a scenario is a folder with scenario.yaml in it, or one file"
    ]


def test_a_file_of_another_sort(make: Make) -> None:
    make({"game.save": "title: Demo\n"})
    assert said(lambda: read(Path("game.save"))) == [
        "game.save:1:1: the name of a scenario's file ends in .yaml"
    ]


@pytest.mark.skipif(os.name != "posix", reason="links need a permission elsewhere")
def test_a_file_that_is_not_one(make: Make) -> None:
    make({"war/scenario.yaml": HEAD})
    Path("war/map.yaml").symlink_to("nowhere.yaml")
    assert said(lambda: read(Path("war"))) == ["war/map.yaml:1:1: this is not a file"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(make: Make) -> None:
    make({"war/scenario.yaml": HEAD, "war/map.yaml": ""})
    Path("war/map.yaml").chmod(0)
    assert said(lambda: read(Path("war"))) == [
        "war/map.yaml:1:1: this cannot be read (Permission denied)"
    ]


def test_a_name_too_long_to_be_one(make: Make) -> None:
    make({})
    assert "cannot be read" in said(lambda: read(Path("x" * 5000)))[0]


def test_no_more_is_read_than_a_file_may_have(make: Make) -> None:
    make({"war.yaml": "x" * (MAX_BYTES * 3)})
    assert problems(lambda: read(Path("war.yaml")))[0].code == "too-large"


# Extending

BASE = """\
title: Base
turns: 9
options:
  hold: {title: Hold, cost: 0}
  strike: {title: Strike, cost: 2}
  talk: {title: Talk, cost: 1}
faces: [a, b]
"""
OWN = """\
extends: base
remove:
  options: [talk]
title: Own
options:
  strike: {cost: 3}
  leave: {title: Leave}
faces: [c]
"""


def extended(make: Make, own: str = OWN, base: str = BASE) -> Written:
    make({"own/scenario.yaml": own, "base/scenario.yaml": base})
    return read(Path("own"))


def test_blocks_are_merged_and_all_else_is_replaced(make: Make) -> None:
    assert extended(make).data == {
        "title": "Own",
        "turns": 9,
        "options": {
            "hold": {"title": "Hold", "cost": 0},
            "strike": {"title": "Strike", "cost": 3},
            "leave": {"title": "Leave"},
        },
        "faces": ["c"],
    }


def test_the_order_of_the_base_is_kept(make: Make) -> None:
    assert list(extended(make).data["options"]) == ["hold", "strike", "leave"]


def test_every_value_is_where_it_was_written_last(make: Make) -> None:
    written = extended(make)
    own, base = str(Path("own/scenario.yaml")), str(Path("base/scenario.yaml"))
    assert written.where(("options", "strike", "cost")) == (own, 6, 18)
    assert written.where(("options", "strike", "title")) == (base, 5, 19)
    assert written.where(("turns",)) == (base, 2, 8)
    assert written.where(("faces", 0)) == (own, 8, 9)
    assert written.where(("faces", 1)) == (own, 8, 8), "not in the list of the base"
    assert written.where(("options", "talk")) == (own, 6, 3), "not where it was removed from"


def test_what_is_removed_can_be_written_anew(make: Make) -> None:
    own = "extends: base\nremove: {options: [hold]}\noptions: {hold: {title: Stay}}\n"
    assert extended(make, own).data["options"]["hold"] == {"title": "Stay"}


def test_single_keys_can_be_removed(make: Make) -> None:
    own = "extends: base\nremove: {options: {hold: [cost]}}\n"
    assert extended(make, own).data["options"]["hold"] == {"title": "Hold"}


def test_a_block_in_place_of_a_word(make: Make) -> None:
    written = extended(make, "extends: base\nturns: {first: 2}\n")
    assert written.data["turns"] == {"first": 2}


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (
            "extends: bsae",
            "1:10: extends: there is no scenario 'bsae' to extend; did you mean 'base'?",
        ),
        ("extends: [base]", "1:10: extends: should be the id or the folder of a scenario"),
        ("extends:", "1:1: extends: should be the id or the folder of a scenario"),
        ("extends: own", "1:10: extends: by this the scenario would extend itself"),
        ("extends: /", "1:10: extends: there is no scenario '/' to extend"),
        ("remove: {options: [a]}", "1:9: remove: nothing can be removed without 'extends'"),
        (
            "extends: base\nremove: {options: [tlak]}",
            "2:20: remove.options[0]: the base has nothing called 'tlak' here; "
            "did you mean 'talk'?",
        ),
        (
            "extends: base\nremove: {optoins: [talk]}",
            "2:20: remove.optoins[0]: the base has no named things in 'optoins'; "
            "did you mean 'options'?",
        ),
        (
            "extends: base\nremove: {faces: [a]}",
            "2:18: remove.faces[0]: the base has no named things in 'faces'",
        ),
        (
            "extends: base\nremove: {options: talk}",
            "2:19: remove.options: should be a list of ids; "
            "write it as 'remove: {options: [one, two]}'",
        ),
        ("extends: base\nremove: [talk]", "2:9: remove: should be a list of ids"),
    ],
)
def test_what_can_be_wrong_in_the_head(make: Make, head: str, says: str) -> None:
    first = said(lambda: extended(make, f"{head}\ntitle: Own\n"))[0]
    assert first.startswith(f"own/scenario.yaml:{says}")


def test_the_head_stands_in_the_main_file(make: Make) -> None:
    make({"own/scenario.yaml": HEAD, "own/map.yaml": "extends: own\n"})
    assert "own/map.yaml:1:1: extends: 'extends' belongs in scenario.yaml" in said(
        lambda: read(Path("own"))
    )


def test_a_broken_base_is_not_blamed_on_its_extension(make: Make) -> None:
    found = said(lambda: extended(make, base="title: Base\noptions: [\n"))
    assert [each.split(":")[0] for each in found] == ["base/scenario.yaml"]


def test_a_base_by_its_id(make: Make) -> None:
    folder = make({"own/scenario.yaml": "extends: far\n", "a/b/scenario.yaml": HEAD})
    written = read(Path("own"), {"far": folder / "a" / "b"}.get)
    assert written.data == {"title": "Demo"}
    assert set(written.texts) == {"scenario.yaml", "far/scenario.yaml"}
    assert said(lambda: read(Path("own"), {}.__getitem__)), "an id unknown to what finds ids"


def test_one_file_may_extend_another(make: Make) -> None:
    make({"own.yaml": "extends: base.yaml\n", "base.yaml": HEAD})
    assert read(Path("own.yaml")).data == {"title": "Demo"}


def test_from_inside_its_own_folder(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make({"own/scenario.yaml": "extends: base\n", "base/scenario.yaml": HEAD})
    monkeypatch.chdir(folder / "own")
    assert read(Path()).data == {"title": "Demo"}
    assert read(Path("scenario.yaml")).data == {"title": "Demo"}


def test_a_circle_is_found_where_it_closes(make: Make) -> None:
    make({f"{name}/scenario.yaml": f"extends: {base}\n" for name, base in ("ab", "bc", "ca")})
    assert said(lambda: read(Path("a"))) == [
        "c/scenario.yaml:1:10: extends: by this the scenario would extend itself"
    ]


def test_only_so_many_may_extend_each_other(make: Make) -> None:
    make({f"s{n}/scenario.yaml": f"extends: s{n + 1}\n" for n in range(7)})
    make({"s5/scenario.yaml": "title: Demo\n"})
    assert read(Path("s0")).data == {"title": "Demo"}
    make({"s5/scenario.yaml": "extends: s6\n", "s6/scenario.yaml": "title: Demo\n"})
    assert said(lambda: read(Path("s0"))) == [
        "s5/scenario.yaml:1:10: extends: more than 5 scenarios would lie under each other"
    ]


# From a saved game


def test_the_texts_give_the_same_scenario(make: Make) -> None:
    make(
        {
            "own/scenario.yaml": "extends: x/base\nremove: {options: [b]}\n",
            "own/map.yaml": "places: {a: {}}\n",
            "x/base/scenario.yaml": "extends: ../y/base\ntitle: X\n",
            "x/base/options.yaml": "options: {a: 1, b: 2}\n",
            "y/base.yaml": "title: Y\nturns: 4\n",
            "x/y/base/scenario.yaml": "title: Z\n",
        }
    )
    Path("x/base/scenario.yaml").write_text("extends: ../y/base.yaml\r\ntitle: X\r\n", "utf-8")
    written = read(Path("own"))
    again = read_texts(written.texts)
    assert (
        again.data
        == written.data
        == {
            "title": "X",
            "turns": 4,
            "options": {"a": 1},
            "places": {"a": {}},
        }
    )
    assert again.texts == written.texts
    assert set(again.texts) == {
        "scenario.yaml",
        "map.yaml",
        "base/scenario.yaml",
        "base/options.yaml",
        "base/base/base.yaml",
    }
    assert again.where(("turns",)) == ("base/base/base.yaml", 2, 8)


def test_a_text_that_is_missing() -> None:
    assert said(lambda: read_texts({})) == ["scenario.yaml:1:1: there is no scenario.yaml here"]
    assert said(lambda: read_texts({"a.yaml": HEAD}, "b.yaml")) == [
        "b.yaml:1:1: there is no such file"
    ]
    assert said(lambda: read_texts({"scenario.yaml": "extends: base\n"})) == [
        "scenario.yaml:1:10: extends: there is no scenario 'base' to extend"
    ]


def test_the_texts_of_a_save_are_no_paths(make: Make) -> None:
    make({"secret/scenario.yaml": "title: Secret\n"})
    assert said(lambda: read_texts({"scenario.yaml": "extends: secret\n"}))


NAMES = st.sampled_from(["scenario.yaml", "map.yaml", "base/scenario.yaml", "base/x.yaml", "a/b"])
HEADS = ["extends: base", "extends: 4", "remove: {a: [b]}", "remove: {a: {b: [c]}}", "remove: 4"]
BODIES = ["a: {b: {c: 1}}", "a: {b: [c]}", "a: 1", "title: x", "- y", "a:", "{", "\ud800"]
LINES = st.sampled_from(HEADS + BODIES)


@settings(deadline=None)
@given(st.dictionaries(NAMES, st.lists(LINES, max_size=4).map("\n".join), max_size=5))
def test_any_texts_are_read_or_explained(texts: Texts) -> None:
    try:
        written = read_texts(texts)
    except ScenarioError as error:
        assert error.problems
    else:
        assert read_texts(written.texts).data == written.data
