"""What tests share: exercises ready to be played."""

from pathlib import Path

import pytest

from game.engine.exercise import Exercise
from tests.exercises import NAMES, exercise_of
from tests.exercises import ten_places as prepared


@pytest.fixture(scope="session", params=NAMES, ids=lambda name: Path(name).name)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    """Every scenario in turn."""
    return exercise_of(request.param)


@pytest.fixture(scope="session")
def ten_places() -> Exercise:
    """The second theater."""
    return prepared()
