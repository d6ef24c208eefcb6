"""What the flagship promises to whoever studies it."""

import numpy as np
import pytest

from game.analysis.forecast import forecast
from game.analysis.simulate import Study, study
from game.analysis.studies import exercise_without
from game.engine.doctrines import DOCTRINES
from game.engine.game import Game
from game.report.simulation import as_data
from game.scenario.load import load
from tests.exercises import FLAGSHIP, exercise_of

GAMES, SEED = 300, 1
LOADED = load(FLAGSHIP)
RULES = [rule.name for rule in LOADED.scenario.rules.chosen()]
FEW, MANY = 8, 64  # most rules are missed in a handful of games


@pytest.fixture(scope="module")
def studies() -> dict[str, Study]:
    exercise = exercise_of(FLAGSHIP)
    return {name: study(exercise, GAMES, d, SEED) for name, d in DOCTRINES.items()}


def test_it_has_many_rules_tracks_kinds_of_facts_and_endings(studies: dict[str, Study]):
    data = [as_data(each, "1", name, (), ()) for name, each in studies.items()]
    assert len(data[0]["rules"]) >= 14
    assert len(data[0]["tracks"]) >= 10
    assert all(len(each["facts"]) >= 12 for each in data)
    ends = {name for each in data for name, share in each["endings"].items() if share}
    assert len(ends) >= 4


def test_tracks_move_for_reasons_on_the_map_and_by_others_not_for_cards(studies: dict[str, Study]):
    """Places, units, incidents and named actors make at least half, in the median game."""
    assert studies["random"].from_the_map() >= 0.5


def differs(one: Study, other: Study, games: int) -> bool:
    """Say whether anything that is counted differs in the first games."""
    if (one.ending[:games] != other.ending[:games]).any():
        return True
    if (one.track[:games] != other.track[:games]).any():
        return True
    kinds = one.facts.keys() | other.facts.keys()
    return any(_count(one, kind, games) != _count(other, kind, games) for kind in kinds)


def _count(of: Study, kind: str, games: int) -> list[int]:
    counts = of.facts.get(kind, np.zeros((of.games, 1), np.int32))[:games]
    return counts.sum(axis=1).tolist()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_left_out_and_is_missed(studies: dict[str, Study], rule: str):
    exercise = exercise_without(LOADED, (f"rule:{rule}",))
    for games in (FEW, MANY, GAMES):
        left_out = study(exercise, games, DOCTRINES["random"], SEED)
        if differs(studies["random"], left_out, games):
            return
    raise AssertionError(f"{GAMES} games are the same without {rule}")


def test_on_turn_one_it_matters_what_is_chosen():
    """At least two open options differ in ending odds by a total variation of 0.05."""
    game = Game(exercise_of(FLAGSHIP), 7)
    odds = forecast(game.exercise, game.observation, 150)
    endings = len(game.exercise.world.endings)
    shares = [np.bincount(each.ending, minlength=endings) / each.games for each in odds.choices]
    most = max(np.abs(a - b).sum() / 2 for a in shares for b in shares)
    assert most >= 0.05
    assert 6 <= len(odds.choices) <= 12
