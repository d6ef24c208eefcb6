"""Whatever is typed wrongly is answered by one sentence, and asked again."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.engine.exercise import Exercise
from tests.exercises import TEN_PLACES, exercise_of
from tests.text.typing_in import answers, played

CASES = yaml.safe_load((Path(__file__).parent / "typed_wrong.yaml").read_text("utf-8"))
BEFORE = {"aims": 0, "council": 1, "incident": 2}


@pytest.fixture(scope="module")
def whole() -> int:
    """How many empty lines lead through a whole game."""
    return len(played(exercise_of(TEN_PLACES), [""] * 300).game.history)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['at']}: {case['typed']}")
def test_one_sentence_says_what_is_wrong(ten_places: Exercise, case: dict[str, Any], whole: int):
    lines = [""] * BEFORE.get(case["at"], whole) + [case["typed"], "quit"]
    found = played(ten_places, lines)
    said = " ".join(answers(found.said, case["typed"]).split())
    assert said.startswith(case["said"])
    assert found.game.over == (case["at"] == "over")


@pytest.mark.parametrize(
    "odd", ["\x00", "\x1b[31m", "\u202e", "a" * 5000, "💥", "1;;;", ";", "?", "'"]
)
def test_anything_may_be_typed(ten_places: Exercise, odd: str):
    for before in (0, 1, 2):
        said = played(ten_places, [*[""] * before, odd, "quit"]).said
        assert "\x1b" not in said and "\x00" not in said and "\u202e" not in said
