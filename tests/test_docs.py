"""The notes: their index is complete, and the table of decisions names what there is."""

import re
from pathlib import Path

from game.scenario.load import load
from game.scenario.model import Scenario
from tests.exercises import FLAGSHIP

DOCS = Path(__file__).parents[1] / "docs"
DECISIONS = (DOCS / "decisions.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DECISIONS.splitlines()
    if line.startswith("|") and "---" not in line
][1:]


def _links(text: str) -> set[str]:
    return {each for each in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in each}


def _named(kind: str) -> set[str]:
    return set(re.findall(rf"(?<=\b{kind} )`([a-z0-9-]+)`", DECISIONS))


def _numbers(column: int) -> set[int]:
    return {int(number) for row in ROWS for number in re.findall(r"\d+", row[column])}


def test_the_index_names_every_note_and_nothing_else() -> None:
    linked = _links((DOCS / "README.md").read_text("utf-8"))
    notes = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert notes <= linked
    assert not [link for link in linked if not (DOCS / link).exists()]


def test_both_lists_of_decisions_are_merged_in_full() -> None:
    assert _numbers(1) == set(range(1, 32))
    assert _numbers(2) == set(range(1, 30))


def test_every_option_of_the_flagship_has_its_decision() -> None:
    earlier = load("full-2017").scenario  # has those of the flagship, and of the weeks before it
    assert _named("option") == set(earlier.options)


def test_the_other_ids_of_decisions_are_those_of_the_flagship() -> None:
    scenario = _flagship()
    answers = {answer for each in scenario.incidents.values() for answer in each.answers}
    assert _named("dial") <= set(scenario.dials)
    assert _named("incident") <= set(scenario.incidents)
    assert _named("answer") <= answers


def _flagship() -> Scenario:
    return load(FLAGSHIP).scenario
