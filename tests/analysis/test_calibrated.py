"""The model against the real second half of 2017, on seeds that nothing was tuned on."""

import numpy as np
import pytest

from game.analysis.calibration.calibrate import calibrate, robustness
from game.analysis.calibration.chronicle import chronicle
from game.analysis.calibration.history import load_history
from game.analysis.calibration.measuring import take
from game.analysis.calibration.wanted import wanted
from game.analysis.simulate import study
from game.analysis.studies import doctrine_of
from game.core.chance import seed_of
from game.engine.doctrines import Always, Hold
from game.scenario.load import load
from tests.exercises import exercise_of

SCENARIO, HISTORY = "full-2017", "2017"
INSIDE, SHAKEN_INSIDE = 19, 17  # of 22 rows
DRAWS, ENOUGH = 40, 30


@pytest.mark.study
@pytest.mark.parametrize("word", ["untouched", "unseen", "unheard"])
def test_most_rows_are_in(word: str):
    exercise = exercise_of(SCENARIO)
    found = calibrate(exercise, load_history(HISTORY, exercise), 2000, "historical", seed_of(word))
    assert len(found.counted) == 22
    assert found.inside >= INSIDE, [each.id for each in found.counted if not each.inside]


def test_most_rows_are_in_on_a_small_scale():
    exercise = exercise_of(SCENARIO)
    found = calibrate(exercise, load_history(HISTORY, exercise), 500, "historical", seed_of("few"))
    assert found.inside >= INSIDE, [each.id for each in found.counted if not each.inside]


def test_what_moves_the_tracks_is_mostly_on_the_map():
    """Half of all movement, drift and limits left out, in the median game of what was decided."""
    exercise = exercise_of(SCENARIO)
    played = study(exercise, 300, doctrine_of(exercise, "historical"), seed_of("map"))
    assert played.from_the_map() > 0.5


@pytest.mark.study
def test_most_rows_stay_in_when_every_figure_is_shaken():
    history = load_history(HISTORY, exercise_of(SCENARIO))
    draws = robustness(load(SCENARIO), history, 1000, "historical", seed_of("shaken"), DRAWS)
    assert sum(draw.inside >= SHAKEN_INSIDE for draw in draws) >= ENOUGH


@pytest.mark.study
def test_what_is_driven_from_elsewhere_hardly_moves_with_policy_in_the_south():
    """The siege, the city and the crossing: if the garrison moved them the coupling were wrong."""
    exercise = exercise_of(SCENARIO)
    history = load_history(HISTORY, exercise)
    asked = wanted(history.measures())
    stays, leaves = (
        chronicle(exercise, asked, 2000, doctrine, seed_of("south"), 2000)
        for doctrine in (Hold(), Always(("leave-tanf",)))
    )
    for row in ("A3", "A4", "A9"):
        ((_, measure),) = history.rows[row].measured()
        means = [np.minimum(take(measure, of).number, of.weeks).mean() for of in (stays, leaves)]
        assert abs(means[0] - means[1]) < 1, row
