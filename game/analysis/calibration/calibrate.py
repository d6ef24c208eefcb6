"""Calibrates: plays a scenario and holds it against history, as it is and with figures shaken."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.calibration.chronicle import chronicle
from game.analysis.calibration.history import History
from game.analysis.calibration.verdict import RowVerdict, judge
from game.analysis.calibration.wanted import wanted
from game.analysis.shaken import shaken
from game.analysis.simulate import SLICE
from game.analysis.studies import doctrine_of
from game.engine.exercise import Exercise, prepare
from game.scenario.load import Loaded


@dataclass(frozen=True)
class Calibration:
    """How a scenario stands against history."""

    scenario: str
    games: int
    doctrine: str
    rows: list[RowVerdict]
    seconds: float  # of one core, for playing and measuring

    @property
    def counted(self) -> list[RowVerdict]:
        """Return the rows that count."""
        return [each for each in self.rows if each.row.counted]

    @property
    def inside(self) -> int:
        """Say how many of the rows that count are in."""
        return sum(each.inside for each in self.counted)


def default_doctrine(exercise: Exercise) -> str:
    """Return who decides if nobody is named: what was really decided, if the scenario says it."""
    return "historical" if "historical" in exercise.scenario.doctrines else "hold"


def calibrate(
    exercise: Exercise, history: History, games: int, doctrine: str, seed: int, size: int = SLICE
) -> Calibration:
    """Play games and hold every row of history against them. The slice changes nothing.

    Raises:
        StudyError: There is no such doctrine.
    """
    start = time.process_time()
    player = doctrine_of(exercise, doctrine)
    played = chronicle(exercise, wanted(history.measures()), games, player, seed, size)
    rows = judge(history, played)
    return Calibration(exercise.id, games, doctrine, rows, time.process_time() - start)


def robustness(
    loaded: Loaded, history: History, games: int, doctrine: str, seed: int, draws: int
) -> Iterator[Calibration]:
    """Do the same with every figure of the scenario shaken, once for each draw.

    Raises:
        StudyError: There is no such doctrine, or the figures cannot be shaken.
    """
    for draw in range(draws):
        exercise = prepare(shaken(loaded, seed, draw))
        yield calibrate(exercise, history, games, doctrine, seed)
