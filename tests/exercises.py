"""The scenarios that tests are held over, each compiled once."""

from functools import cache
from pathlib import Path

from game.engine.exercise import Exercise, prepare
from game.scenario.load import find, load

HERE = Path(__file__).parent
TEN_PLACES = str(HERE / "scenarios" / "ten-places")
SHORT = str(HERE / "scenarios" / "ten-places-short")
FLAGSHIP = "at-tanf-2017"

NAMES = (TEN_PLACES, *([FLAGSHIP] if find(FLAGSHIP) else []))
"""What everything must hold for: two theaters that have nothing in common."""


@cache
def exercise_of(name: str) -> Exercise:
    """Return a scenario ready to be played."""
    return prepare(load(name))


def ten_places() -> Exercise:
    """Return the second theater, which uses everything there is."""
    return exercise_of(TEN_PLACES)
