"""What each verb of effects does, in the games in which it comes about and in no other."""

from typing import Any

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.ledger import Source
from game.core.state import NONE, columns
from game.core.week import Week
from game.scenario.acts import Cause
from game.scenario.bringing import Compiler
from game.scenario.effects import Effects, Gamble
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
    (
        {"tokens": {"gunships": {"highland": -1, "depot": 1}}},
        {"token": {"gunships": {"highland": 0, "depot": 0}}},
        {"token": {"gunships": {"highland": 0, "depot": 0}}},
    ),
    (
        {"tokens": {"gunships": {"highland": 2}}},
        {"token": {"gunships": {"highland": 0}}},
        {"token": {"gunships": {"highland": 2}}},
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
    ({"hand_over": {"orra": "northmark"}}, {}, {"report_holder": {"orra": "hillfolk"}}),
    ({"hand_over": {"sluis": "helmets"}}, {}, {"report_holder": {"sluis": "helmets"}}),
    ({"garrison": {"sluis": 30}}, {}, {"garrison": {"sluis": 150}}),
    ({"garrison": {"sluis": -500}}, {}, {"garrison": {"sluis": 0}}),
    ({"strengthen": {"hill-column": 30}}, {}, {"strength": {"hill-column": 450}}),
    ({"strengthen": {"hill-column": -500}}, {}, {"strength": {"hill-column": 0}}),
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


def test_what_a_gamble_comes_to_is_scaled_like_the_rest():
    """An option that is worn does less, whichever way its gambles fall."""
    world, feud = ten_places().world, ten_places().world.tracks.index("feud")
    owner, name = world.gambles[0].rsplit("/", 1)
    for chance, change in ((100, 5), (0, 10)):
        then, otherwise = Effects(change={"feud": 5}), Effects(change={"feud": 10})
        gamble = Gamble(chance=chance, then=then, otherwise=otherwise)
        act = Compiler(world, {}, {}).compile(Effects(gamble={name: gamble}), owner, Source.OPTION)
        week = Week(world, start({"track": {"feud": 20}}), Chance(1, np.arange(1)))
        worn = np.array([600], np.int32)
        act(week, np.ones(1, bool), Cause(Source.OPTION, owner, share=worn))
        assert week.state.track[0, feud] == 20_000 + 600 * change


def test_cover_is_given_in_the_games_and_at_the_places_in_which_it_is_ordered():
    world = ten_places().world
    week = Week(world, start({}).take(np.zeros(3, np.intp)), Chance(1, np.arange(3)))
    act = Compiler(world, {}, {}).compile(Effects(cover={"mortars": 80}), "x", Source.INCIDENT)
    sluis = world.places.index("sluis")
    place = np.array([sluis, sluis, NONE], np.int16)
    act(week, np.array([True, False, True]), Cause(Source.INCIDENT, "x", place))
    assert week.state.cover.sum(axis=(1, 2)).tolist() == [800, 0, 0]
    assert week.state.cover[0, world.strikes.index("mortars"), sluis] == 800


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
