"""What each verb of effects does, in the games in which it comes about and in no other."""

from typing import Any

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.ledger import Source
from game.core.state import columns
from game.core.week import Week
from game.scenario.acts import Cause
from game.scenario.bringing import Compiler
from game.scenario.effects import Effects
from tests.exercises import ten_places
from tests.test_cases import cells, ids, start

CASES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({"change": {"feud": -4}}, {"track": {"feud": 20}}, {"track": {"feud": 16}}),
    ({"change": {"feud": -4}}, {"track": {"feud": 3}}, {"track": {"feud": 0}}),
    ({"status": {"telephone": "answered"}}, {}, {"status": {"telephone": "answered"}}),
    ({"zone": {"quiet": 20}}, {}, {"zone": {"quiet": 20}}),
    ({"zone": {"quiet": 0}}, {}, {"zone": {"quiet": 0}}),
    (
        {"relations": {"helmets": {"hillfolk": "allied"}}},
        {},
        {"relation": {"helmets": {"hillfolk": "allied"}, "hillfolk": {"helmets": "allied"}}},
    ),
    (
        {"tokens": {"gunships": {"depot": -3, "highland": 1}}},
        {},
        {"token": {"gunships": {"depot": 0, "highland": 1}}},
    ),
    ({"leaders": {"ledger-house": -9}}, {}, {"leaders": {"ledger-house": 0}}),
    (
        {"traffic": {"bread-road": 30}},
        {"traffic": {"bread-road": 80}},
        {"traffic": {"bread-road": 100}},
    ),
    ({"force": True}, {"precedent": 2}, {"precedent": 3}),
    (
        {"hand_over": {"sluis": "helmets"}},
        {},
        {"holder": {"sluis": "helmets"}, "garrison": {"sluis": 120}},
    ),
    (
        {"hand_over": {"tollbridge": "nobody"}},
        {},
        {"holder": {"tollbridge": "nobody"}, "garrison": {"tollbridge": 0}},
    ),
    ({"garrison": {"sluis": 30}}, {}, {"garrison": {"sluis": 150}}),
    ({"garrison": {"sluis": -500}}, {}, {"garrison": {"sluis": 0}}),
    ({"strengthen": {"hill-column": 30}}, {}, {"strength": {"hill-column": 450}}),
    ({"weaken": {"hill-column": 50}}, {}, {"strength": {"hill-column": 210}}),
    (
        {"move": {"hill-column": "norrgate"}},
        {"before": {"hill-column": "kestrel-gap"}},
        {"at": {"hill-column": "norrgate"}, "before": {"hill-column": "none"}},
    ),
    ({"lose": {"helmets": 3}}, {}, {"lost": {"helmets": 3}}),
]


@pytest.mark.parametrize(("effects", "given", "expect"), CASES)
def test_it_does_what_it_says_where_it_comes_about(
    effects: dict[str, Any], given: dict[str, Any], expect: dict[str, Any]
):
    world, compiler = ten_places().world, Compiler(ten_places().world, {}, {})
    written = Effects.model_validate(effects, context=ids())
    before = start(given)
    state = before.take(np.zeros(2, np.intp))
    week = Week(world, state, Chance(1, np.arange(2)))
    act = compiler.compile(written, "option.x", Source.OPTION)
    act(week, np.array([True, False]), Cause(Source.OPTION, "option.x"))
    for array, said in expect.items():
        for index, value in cells(world, array, said, columns()[array].axes):
            assert getattr(state, array)[(0, *index)] == value, (array, index)
    assert state.take(np.array([1])).digest() == before.digest()


def test_what_is_set_in_motion_is_so_where_it_comes_about_and_in_no_other_game():
    exercise, seen = ten_places(), set[str]()
    for owner, effects in exercise.scenario.effects():
        only = Effects(later=effects.later, lasting=effects.lasting)
        before = start({})
        state = before.take(np.zeros(2, np.intp))
        week = Week(exercise.world, state, Chance(1, np.arange(2)))
        act = Compiler(exercise.world, {}, {}).compile(only, owner, Source.OPTION)
        act(week, np.array([True, False]), Cause(Source.OPTION, owner))
        for name, kind in (("due", effects.later), ("until", effects.lasting)):
            set_ = getattr(state, name) != getattr(before, name)
            assert set_.sum(axis=1).tolist() == [len(kind), 0]
            seen |= {name} if kind else set()
    assert seen == {"due", "until"}
