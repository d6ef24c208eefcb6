"""Doctrines as data: what is written is what is ordered, from what the player sees, in batches."""

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.observation import observe
from game.core.state import State
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.decision import Choice
from game.engine.doctrines import Doctrine
from game.engine.drafting import check_orders, orders_of
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.plans import Plan, doctrines
from game.engine.setup import set_up
from game.scenario.doctrine import BUILT_IN
from game.scenario.doctrine import Doctrine as Written
from tests.analysis.truths import other_truth
from tests.engine.playing import council, standing

NOTHING = Chance(0, np.arange(1))


def orders_by(exercise: Exercise, written: dict, state: State | None = None):
    """Return what a doctrine orders in one game, at the start if nothing is said."""
    state = set_up(exercise, Chance(5, np.arange(1))) if state is None else state
    plan = Plan.of(Written.model_validate({"name": "A", "text": "B."} | written), exercise)
    seen = observe(exercise.world, state, exercise.world.player)
    return orders_of(exercise, seen.state, plan.council(exercise, seen, NOTHING))


def start(exercise: Exercise) -> State:
    """Return the start of one game."""
    return set_up(exercise, Chance(5, np.arange(1)))


def test_options_are_chosen_in_the_order_written_as_far_as_a_turn_allows(ten_places: Exercise):
    wanted = ["explain-at-home", "mend-the-telephone", "pay-informers"]
    orders = orders_by(ten_places, {"orders": [{"options": wanted[:1]}, {"options": wanted[1:]}]})
    assert orders.options == tuple(o for o in ten_places.world.options if o in wanted[:2])


def test_options_are_chosen_as_far_as_the_purse_goes(ten_places: Exercise):
    orders = orders_by(
        ten_places, {"orders": [{"options": ["hurry-the-drill", "widen-the-quiet"]}]}
    )
    assert orders.options == ("hurry-the-drill",)  # 14 of 24, which leaves too little for 12


def test_an_order_may_keep_something_back(ten_places: Exercise):
    order = {"options": ["hurry-the-drill", "explain-at-home"], "keep": 15}
    assert orders_by(ten_places, {"orders": [order]}).options == ("explain-at-home",)


def test_only_orders_that_hold_are_carried_out(ten_places: Exercise):
    orders = [
        {"when": {"at_least": {"feud": 80}}, "options": ["ship-grain"]},
        {"when": {"until_week": 0}, "options": ["explain-at-home"]},
    ]
    assert orders_by(ten_places, {"orders": orders}).options == ("explain-at-home",)


def test_the_first_order_that_names_a_dial_has_the_say_and_it_is_paid_for(ten_places: Exercise):
    dials = [{"dials": {"posts": "go-out"}}, {"dials": {"posts": "stay-inside", "haste": "heavy"}}]
    assert orders_by(ten_places, {"orders": dials}).dials == {"posts": "go-out", "haste": "heavy"}
    state = start(ten_places)
    state.track[:, ten_places.world.tracks.index("chest")] = 3000  # one turn of a dial
    assert orders_by(ten_places, {"orders": dials}, state).dials == {"posts": "go-out"}


def test_tokens_come_from_where_most_are_left_over_as_far_as_moves_go(ten_places: Exercise):
    wanted = {"gunships": {"highland": 2}, "balloons": {"highland": 2}}
    moves = orders_by(ten_places, {"orders": [{"tokens": wanted}]}).moves
    assert [(m.token, m.target) for m in moves] == [("gunships", "highland")] * 2
    assert {m.source for m in moves} == {"estuary", "depot"}


def test_an_area_that_is_named_keeps_what_it_should_have(ten_places: Exercise):
    wanted = {"gunships": {"highland": 2, "depot": 1}}
    moves = orders_by(ten_places, {"orders": [{"tokens": wanted}]}).moves
    assert [(m.source, m.target) for m in moves] == [("estuary", "highland")]


def test_aims_are_ranked_at_the_first_council_only(ten_places: Exercise):
    assert orders_by(ten_places, {"aims": ["unhurt", "fed"]}).intent == ("unhurt", "fed")
    state = start(ten_places)
    state.week = 3
    assert orders_by(ten_places, {"aims": ["unhurt", "fed"]}, state).intent is None


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ({"answers": {"orra-letter": "pass-on"}}, "pass-on"),
        ({"answers": {"orra-letter": [{"give": "pass-on"}, {"give": "no-reply"}]}}, "pass-on"),
        (
            {
                "answers": {
                    "orra-letter": [
                        {"when": {"at_least": {"feud": 99}}, "give": "pass-on"},
                        {"give": "no-reply"},
                    ]
                }
            },
            "no-reply",
        ),
        ({"otherwise": "first"}, "no-reply"),
        ({"otherwise": "last"}, "pass-on"),
        ({}, "no-reply"),
    ],
)
def test_the_first_answer_that_holds_is_given(ten_places: Exercise, said: dict, reply: str):
    assert answered(ten_places, said, "orra-letter") == reply


def test_an_answer_that_is_closed_gives_way(ten_places: Exercise):
    said = {"answers": {"face-off": "talk"}}
    assert answered(ten_places, said, "face-off") == "wait"  # the telephone is silent


def answered(exercise: Exercise, said: dict, incident: str) -> str:
    """Return what a doctrine answers to an incident at the start."""
    state = start(exercise)
    state.queue_kind[:, 0] = number = exercise.world.incidents.index(incident)
    plan = Plan.of(Written.model_validate({"name": "A", "text": "B."} | said), exercise)
    seen = observe(exercise.world, state, exercise.world.player)
    answers = exercise.incidents.kinds[number].answers
    return answers[int(plan.answer(exercise, seen, NOTHING)[0])]


def test_the_doctrines_of_a_scenario_stand_before_those_that_are_built_in(exercise: Exercise):
    names = list(doctrines(exercise))
    assert names == [*exercise.scenario.doctrines, *BUILT_IN]


def test_doctrines_decide_by_nothing_but_what_is_seen(exercise: Exercise):
    for doctrine in doctrines(exercise).values():
        game = Game(exercise, 3)
        for turn in range(5):
            council(game)
            swapped = other_truth(exercise, game.moment.state, turn)
            assert same(exercise, doctrine, game.moment.state, swapped, game.chance)
            game.decide(standing(game))


def same(exercise: Exercise, doctrine: Doctrine, one: State, other: State, chance: Chance) -> bool:
    """Say whether a doctrine orders and answers the same in both states."""
    seen = [observe(exercise.world, state, exercise.world.player) for state in (one, other)]
    picks = [doctrine.council(exercise, each, chance) for each in seen]
    alike = orders_of(exercise, seen[0].state, picks[0]) == orders_of(
        exercise, seen[0].state, picks[1]
    )
    for kind in range(len(exercise.world.incidents)):
        for state in (one, other):
            state.queue_kind[:, 0] = kind
        seen = [observe(exercise.world, state, exercise.world.player) for state in (one, other)]
        answers = [doctrine.answer(exercise, each, chance)[0] for each in seen]
        alike &= answers[0] == answers[1]
    one.queue_kind[:, 0] = -1
    return bool(alike)


def test_what_doctrines_order_is_what_a_player_might(exercise: Exercise):
    """Every order is allowed by the rules of play, turn after turn."""
    for doctrine in doctrines(exercise).values():
        game = Game(exercise, 4)
        for _ in exercise.world.turn_starts:
            if not game.pending:
                break
            asked, seen = council(game), game.observation
            orders = orders_of(exercise, seen.state, doctrine.council(exercise, seen, game.chance))
            check_orders(exercise, seen.state, asked, orders)
            game.decide(orders)
            while isinstance(game.pending, Choice):
                game.decide(standing(game))


def test_a_game_of_a_batch_is_the_game_alone(exercise: Exercise):
    for name, doctrine in doctrines(exercise).items():
        batch = outcome(exercise, doctrine, np.arange(200))
        alone = outcome(exercise, doctrine, np.array([137]))
        assert batch.ending[137] == alone.ending[0], name
        assert (batch.track[137] == alone.track[0]).all(), name


def outcome(exercise: Exercise, doctrine: Doctrine, games):
    """Play games to their ends."""
    chance = Chance(11, games)
    return play_out(exercise, Week(exercise.world, set_up(exercise, chance), chance), doctrine)
