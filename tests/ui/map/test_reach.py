"""How far weapons reach is a ring on the map, where the scenario has a figure and one may know."""

from dataclasses import replace

from game.core.chance import seed_of
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.scenario.load import load
from game.ui.present import ground
from tests.ui.map.theatre import PLAIN


def reaches(side: str) -> set[str]:
    """Return the rings of reach when the units of one side alone have weapons that reach."""
    loaded = load(PLAIN)
    units = {
        name: unit.model_copy(update={"reach": 40}) if unit.side == side else unit
        for name, unit in loaded.scenario.units.items()
    }
    scenario = loaded.scenario.model_copy(update={"units": units})
    exercise: Exercise = prepare(replace(loaded, scenario=scenario))
    found = ground.of(Game(exercise, seed_of("a map")))
    assert all(ring.km == 40 for ring in found.rings if ring.id in units)
    return {ring.id for ring in found.rings} & set(units)


def test_one_knows_how_far_ones_own_weapons_reach_and_not_those_of_unsure_reports() -> None:
    scenario = load(PLAIN).scenario
    game = ground.of(Game(prepare(load(PLAIN)), seed_of("a map")))
    sure = {unit.id for unit in game.units if unit.report.confidence == "high"}
    for side in {unit.side for unit in scenario.units.values()}:
        theirs = {unit.id for unit in game.units if scenario.units[unit.id].side == side}
        assert reaches(side) == (theirs if side == scenario.player else theirs & sure)
