"""Runs the written cases: one rule or decider, some luck, and what must come out.

A case names one rule (`rule:`) or one actor's way of deciding (`decider:`), with its figures; what
is given, the rest being as the ten places start; the roll that every draw makes; and what is
expected: numbers of the state, the facts recorded in their order, the incident that comes up.
Of a decider, `occasions` and `taken` may be expected too.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from pydantic import TypeAdapter

from game.core.chance import Chance
from game.core.facts import Log
from game.core.figures import PerCent, Points
from game.core.observation import observe
from game.core.relation import RELATIONS
from game.core.state import NONE, State, columns
from game.core.types import Ints
from game.core.week import Week
from game.core.world import GRADES, World
from game.engine.setup import set_up
from game.opponents import Desk, Way
from game.rules import Rulebook
from game.scenario.folder import read
from game.scenario.load import context
from tests.exercises import TEN_PLACES, ten_places

FILES = sorted(Path(__file__).parent.glob("cases/*.yaml"))
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text("utf-8"))]
POINTS = ("track", "last_track", "pushing", "relief")
PER_CENT = ("probing", "sorties", "flights", "hindering", "cover", "traffic", "support")
NAMES = {
    **dict.fromkeys(("holder", "report_holder", "yielding"), "sides"),
    **dict.fromkeys(("at", "goal", "before", "seat", "track_at"), "places"),
    "prober": "units",
    "barred": "zones",
}
Index = tuple[int, ...]


class Loaded(Chance):
    """Dice that always fall the same way."""

    def __init__(self, roll: int) -> None:
        super().__init__(0, np.arange(1))
        self.roll = roll

    def permille(self, week: int, rule: str, item: str = "", size: int = 1) -> Ints:
        return np.full((1, size), self.roll, np.int32)

    def each(self, week: int, rule: str, items: Sequence[str]) -> Ints:
        return np.full((1, len(items)), self.roll, np.int32)


def number(world: World, array: str, key: str, written: Any) -> int:
    """Return the number that the state keeps for what a case says."""
    lists = {
        "dial": world.levels.get(key, ()),
        "status": world.status_levels.get(key, ()),
        "zone": (0, *world.zone_radii.get(key, ())),
        "grade": GRADES,
        "relation": RELATIONS,
    }
    if array in NAMES:
        return NONE if written == "none" else getattr(world, NAMES[array]).index(written)
    if array in lists:
        return lists[array].index(written)
    kind = Points if array in POINTS else PerCent if array in PER_CENT else int
    return TypeAdapter(kind).validate_python(written)


def cells(
    world: World, array: str, said: Any, axes: tuple[str, ...], at: Index = (), key: str = ""
) -> Iterator[tuple[Index, int]]:
    """Return (index, number) for everything a case says about one array."""
    if not axes:
        yield at, number(world, array, key, said)
        return
    for name, inner in said.items():
        index = getattr(world, axes[0]).index(name)
        yield from cells(world, array, inner, axes[1:], (*at, index), name)


def start(given: dict[str, Any]) -> State:
    """Return the start of the ten places, as the scenario writes it, with what is given."""
    exercise = ten_places()
    state = set_up(exercise, Loaded(500))  # in the middle: nothing is more or less than written
    state.goal = state.at.copy()
    for array, said in given.items():
        for index, value in cells(exercise.world, array, said, columns()[array].axes):
            getattr(state, array)[(0, *index)] = value
            if array == "relation":
                state.relation[0, index[1], index[0]] = value
    return state


@cache
def ids() -> dict[str, Any]:
    """Return the ids of the ten places, against which the figures of a case are checked."""
    return context(read(Path(TEN_PLACES)).data)


def play(case: dict[str, Any], week: Week) -> dict[str, int]:
    """Play the rule or the decider of a case; return what was counted of its occasions."""
    if "rule" in case:
        rules = Rulebook.model_validate(case["rule"], context=ids()).chosen()
        (rule,) = [rule for rule in rules if rule.name.partition(".")[0] in case["rule"]]
        rule.open(week)
        rule.resolve(week)
        return {}
    ((name, written),) = case["decider"].items()
    decider = Way.model_validate(written, context=ids()).decider
    world, state = week.world, week.state
    actor = world.actors.index(name)
    seen = observe(world, state, int(world.actor_side[actor]))
    decider.decide(Desk(world, seen, 0, actor, np.array([decider.chance]), week))
    return {"occasions": int(state.could[0, 0]), "taken": int(state.tried[0, 0])}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]):
    world, log = ten_places().world, Log()
    state = start(case.get("given", {}))
    counted = play(case, Week(world, state, Loaded(case.get("luck", 500)), log=log))
    expect = dict(case["expect"])
    facts, incident = expect.pop("facts", []), expect.pop("incident", None)
    for name, value in counted.items():
        assert expect.pop(name, value) == value, name
    for array, said in expect.items():
        for index, value in cells(world, array, said, columns()[array].axes):
            assert getattr(state, array)[(0, *index)] == value, (array, index)
    assert [type(fact).__name__ for fact in log.facts] == facts
    kinds = {world.incidents[kind] for kind in state.queue_kind[0] if kind != NONE}
    assert kinds == ({incident} if incident else set())


def test_every_rule_has_a_case():
    assert {name for case in CASES for name in case.get("rule", ())} == set(Rulebook.model_fields)


def test_every_way_of_deciding_has_a_case():
    written = [way for case in CASES for way in case.get("decider", {}).values()]
    assert {kind for way in written for kind in way} == set(Way.model_fields)


def test_no_two_cases_say_the_same():
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)
