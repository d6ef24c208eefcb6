"""Shaken scenarios are sound, keyed by where a figure is written, and shaken by a tenth at most."""

from decimal import Decimal

import pytest

from game.analysis.calibration.calibrate import robustness
from game.analysis.calibration.history import load_history
from game.analysis.shaken import Figure, Shaking, figures_of, shaken
from game.engine.exercise import prepare
from game.scenario.folder import read_texts
from game.scenario.load import Loaded, load, load_texts
from game.scenario.model import Scenario
from tests.analysis.test_calibration_files import EXAMPLE
from tests.exercises import NAMES, TEN_PLACES


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(TEN_PLACES)


@pytest.mark.parametrize("name", NAMES)
def test_every_draw_is_sound_and_can_be_played(name: str):
    loaded = load(name)
    for draw in range(3):
        scenario = prepare(shaken(loaded, 11, draw)).scenario
        for actor in scenario.actors.values():
            assert sum(posture.prior for posture in actor.postures.values()) == 1000


def test_what_is_a_figure_and_what_is_none(loaded: Loaded):
    data = read_texts(loaded.texts).data
    paths = {path for path, _ in figures_of(Scenario, data)}
    shaken_ones = [
        ("tracks", "feud", "start"),
        ("places", "vaduna", "garrison"),
        ("places", "vaduna", "fort"),
        ("units", "brigade", "strength"),
        ("marches", "foot", "causeway"),
        ("rules", "zone", "quiet", "leak", 2),
        ("rules", "network", "ledger-house", "leaders"),
        ("rules", "training", "brigade-school", "people", "steady"),
        ("actors", "hill-command", "postures", "angry", "prior"),
        ("actors", "hill-command", "signals", "drums", "chance", "angry"),
        ("actors", "hill-command", "deciders", "sniping", "probe", "reach"),
        ("events", "high-water", "effects", "garrison", "sluis"),
        ("endings", "recalled", "when", "at_most", "mandate"),
    ]
    for path in shaken_ones:
        assert path in paths, path
    for path in paths:
        assert path[-1] not in ("weeks", "closed", "from_week", "position", "refit"), path
    for path in [
        ("calendar", 0),
        ("links", 0, 3),
        ("rules", "zone", "quiet", "radii", 0),
        ("rules", "zone", "quiet", "start"),
        ("council", "options"),
        ("tokens", "balloons", "start", "highland"),
    ]:
        assert path not in paths, path


def test_a_draw_is_keyed_by_seed_draw_and_place(loaded: Loaded):
    one, same, other = shaken(loaded, 1, 0), shaken(loaded, 1, 0), shaken(loaded, 1, 1)
    assert one.scenario == same.scenario != other.scenario
    paths = [("a", str(number)) for number in range(2000)]
    factors = [Shaking(1, 0).factor(path) for path in paths]
    assert factors == [Shaking(1, 0).factor(path) for path in paths]
    assert Decimal("0.9") <= min(factors) < Decimal("0.901")
    assert Decimal("1.099") < max(factors) <= Decimal("1.1")
    assert abs(sum(factors) / 2000 - 1) < Decimal("0.01")


def test_one_more_figure_shakes_no_other(loaded: Loaded):
    texts = dict(loaded.texts)
    texts["events.yaml"] += (
        "\n  more:\n    text: More\n    chance: 40\n    effects: {change: {feud: 1}}\n"
    )
    more = shaken(load_texts("more", texts), 1, 0).scenario
    events = dict(more.events)
    assert events.pop("more").chance != 400
    assert events == shaken(loaded, 1, 0).scenario.events


def test_every_figure_is_shaken_by_no_more_than_a_tenth(loaded: Loaded):
    before = {unit: each.strength for unit, each in loaded.scenario.units.items()}
    after = {unit: each.strength for unit, each in shaken(loaded, 4, 0).scenario.units.items()}
    assert before != after
    assert all(abs(after[unit] - before[unit]) <= 0.1 * before[unit] + 1 for unit in before)


@pytest.mark.parametrize(
    ("written", "factor", "new"),
    [
        (Decimal("12.5"), "1.1", Decimal("13.8")),
        (-4, "1.1", Decimal("-4.4")),
        (95, "1.1", 100),
        (0, "1.1", 0),
        (50, "1.0", 50),
    ],
)
def test_steps_and_bounds_hold(written: int | Decimal, factor: str, new: int | Decimal):
    figure = Figure(Decimal("0.1"), Decimal(-100), Decimal(100))
    assert figure.near(written, Decimal(factor)) == new


def test_what_does_not_go_together_stays_as_it_was_written(loaded: Loaded):
    texts = dict(loaded.texts)
    assert "first: 25\n" in texts["scenario.yaml"]
    texts["scenario.yaml"] = texts["scenario.yaml"].replace("first: 25\n", "first: 55\n")
    tight = load_texts("tight", texts)  # no more than `routine`, which is 55 as well
    for draw in range(6):
        road = shaken(tight, 2, draw).scenario.rules.corridor["bread-road"]
        assert road.first <= road.routine


def test_robustness_tells_of_every_draw(loaded: Loaded):
    history = load_history(str(EXAMPLE), prepare(loaded))
    draws = list(robustness(loaded, history, 20, "hold", 3, 2))
    assert len(draws) == 2
    assert draws[0].rows != draws[1].rows
