"""What is wrong with a doctrine is said where it is written, in a sentence."""

import shutil
from pathlib import Path

import pytest

from game.scenario.load import load
from game.scenario.problems import ScenarioError
from tests.exercises import SHORT, TEN_PLACES

HEAD = "doctrines:\n  mine:\n    name: Mine\n    text: Ours.\n"
WRONG = [
    ("    orders: [{options: [ship-grian]}]\n", "did you mean 'ship-grain'?"),
    ("    orders: [{dials: {posts: go-away}}]\n", "has no level 'go-away'; it has stay-inside"),
    ("    orders: [{tokens: {balloons: {moon: 1}}}]\n", "nothing among areas is called 'moon'"),
    ("    orders: [{when: {at_least: {feut: 2}}}]\n", "did you mean 'feud'?"),
    ("    orders: [{keep: -1}]\n", "-1 is too low; the least is 0"),
    ("    answers: {trespass: shout}\n", "'trespass' has no answer 'shout'; it has report, warn"),
    ("    answers: {trespas: warn}\n", "did you mean 'trespass'?"),
    ("    answers: {trespass: [{give: shout}]}\n", "'trespass' has no answer 'shout'"),
    ("    aims: [fed]\n", "the doctrine 'mine' must rank 2 different aims"),
    ("    aims: [fed, fun]\n", "nothing among aims is called 'fun'"),
    ("    otherwise: never\n", "standing"),
    ("    order: []\n", "unknown key 'order'; did you mean 'orders'?"),
    ("tournament: {worlds: [moonfolk]}\n", "nothing among actors is called 'moonfolk'"),
]


def problem(tmp_path: Path, text: str) -> str:
    """Return what is wrong when the theater of the tests has these doctrines."""
    folder = tmp_path / "ten-places"
    shutil.copytree(TEN_PLACES, folder)
    (folder / "doctrines.yaml").write_text(text, "utf-8")
    with pytest.raises(ScenarioError) as error:
        load(str(folder))
    return str(error.value.problems[0])


@pytest.mark.parametrize(("written", "said"), WRONG)
def test_a_mistake_is_explained(tmp_path: Path, written: str, said: str) -> None:
    assert said in problem(tmp_path, HEAD + written)


def test_a_doctrine_is_not_called_like_one_that_is_built_in(tmp_path: Path) -> None:
    said = problem(tmp_path, HEAD.replace("mine:", "hold:"))
    assert "a doctrine cannot be called 'hold': that one is built in" in said


def test_a_variant_has_those_doctrines_of_its_base_that_it_does_not_remove() -> None:
    base, variant = load(TEN_PLACES).scenario, load(SHORT).scenario
    assert set(base.doctrines) - set(variant.doctrines) == {"legal-desk"}
    assert variant.doctrines["operations"] == base.doctrines["operations"]
