"""The least scenario that there can be is played like any other."""

import pytest

from game.engine.exercise import Exercise, prepare
from game.scenario.load import load_texts
from game.text.session import COMMON
from tests.text.typing_in import played

LEAST = """
title: Next to nothing
briefing: There is one place, and nothing to decide.
start: 2000-12-18
calendar: [1, 3]
player: us
sides: {us: {name: Us}}
tracks: {calm: {name: Calm, start: 50}}
places: {here: {name: Here, position: [0, 0], holder: us}}
rules: {}
endings: {end: {title: The end, text: "It is over. We lost {lost.us} people."}}
"""


@pytest.fixture(scope="module")
def least() -> Exercise:
    """Return the least scenario."""
    return prepare(load_texts("least", {"scenario.yaml": LEAST}))


def test_it_reaches_its_ending(least: Exercise):
    said = played(least, ["", ""], futures=3).said
    assert "=== Turn 2 of 2 · 25 Dec to 14 Jan 2001 ===" in said
    assert "None is open." in said
    assert "\nEnding: The end\nIt is over. We lost 0 people.\n" in said


@pytest.mark.parametrize(
    "command", [*COMMON, "help", "closed", "options", "1", "a x", "end", "aims 1"]
)
def test_every_command_has_an_answer(least: Exercise, command: str):
    argument = {"why": " calm", "save": " one"}.get(command, "")
    said = played(least, [f"{command}{argument}"]).said
    assert "Traceback" not in said
