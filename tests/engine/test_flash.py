"""An incident stops a week, and the week goes on exactly where it stopped."""

import numpy as np

from game.core.chance import Chance
from game.core.facts import Log
from game.core.observation import observe
from game.core.phase import STOPS, Phase
from game.core.queue import awaiting
from game.core.state import NONE
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.decision import Answer, Flash
from game.engine.doctrines import Hold
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.engine.incidents import Delegated
from game.engine.setup import set_up
from game.engine.turn import advance
from game.scenario.load import Loaded
from game.scenario.policy import ByDial
from tests.engine.playing import hold, play_to

ANSWERING = int(min(STOPS))


def started(exercise: Exercise, games: int, log: Log | None = None) -> Week:
    """Return games that stand where the first incidents are answered."""
    chance = Chance(7, np.arange(games))
    state = set_up(exercise, chance)
    state.phase = ANSWERING
    return Week(exercise.world, state, chance, log=log or Log())


def test_a_game_played_by_hand_equals_its_row_in_a_batch(exercise: Exercise):
    """Number 31 of 40, with every flash on the way: the proof that there is one code path."""
    chance = Chance(7, np.arange(40))
    week = Week(exercise.world, set_up(exercise, chance), chance)
    outcome = play_out(exercise, week, Hold())
    for number in (31, 0):
        game = Game(exercise, 7, number)
        hold(game)
        assert game.moment.state.ending[0] == outcome.ending[number]
        assert game.moment.state.week == outcome.week[number]
        assert game.moment.state.track[0].tolist() == outcome.track[number].tolist()


def test_a_flash_stops_inside_the_week_and_says_where_and_who(exercise: Exercise):
    game = play_to(exercise, Flash)
    assert isinstance(game.pending, Flash)
    assert game.moment.state.phase in STOPS
    assert game.pending.place in exercise.world.places
    assert game.pending.unit is None or game.pending.unit in exercise.world.units
    assert game.pending.standing in game.pending.answers


def test_the_answer_matters_and_only_from_there(ten_places: Exercise):
    game = play_to(ten_places, Flash)
    at, flash = game.here, game.pending
    assert isinstance(flash, Flash)
    before, ends = game.moment.state.digest(), set()
    for reply in flash.answers:
        game.go(at)
        game.decide(Answer(reply=reply))
        ends.add(game.moment.state.digest())
    assert len(ends) == len(flash.answers)
    assert game.history[at].state.digest() == before


def test_two_incidents_of_a_week_are_answered_one_after_the_other(ten_places: Exercise):
    """The week goes on only after the last of them."""
    week = started(ten_places, 40)
    week.state.dial[:] = 1
    places = np.arange(len(ten_places.world.places))
    week.raise_incident("crossfire", places == np.array([[0], [1]] * 20))
    week.ask("orra-letter", np.ones(40, bool))  # what has no place waits in the same line
    for left in (2, 1):
        assert not advance(ten_places, week)
        assert ((week.state.queue_kind != NONE).sum(axis=1) == left).all()
        ten_places.incidents.answer(week, ten_places.incidents.standing(week.state))
    assert week.state.phase == ANSWERING
    assert (week.state.flashes == 1).all()  # what is asked at no place is no flash
    assert not awaiting(week.state).any()


def test_a_week_stops_twice_at_most_and_between_its_phases(ten_places: Exercise):
    """What comes up in the events of a week is answered in that week too."""
    assert sorted(STOPS) == [Phase.RESPONSES + 1, Phase.EVENTS + 1]
    week = started(ten_places, 4)
    week.state.phase = Phase.EVENTS + 1
    week.ask("home-hearing", np.array([True, False, True, True]))
    now = week.state.week
    assert not advance(ten_places, week)
    assert week.state.week == now
    ten_places.incidents.answer(week, ten_places.incidents.standing(week.state))
    assert advance(ten_places, week)
    assert week.state.week == now + 1


def test_beyond_the_allowance_the_delegate_answers_and_it_is_a_fact(ten_places: Exercise):
    log = Log(1)
    week, allowance = started(ten_places, 2, log), ten_places.incidents.allowance
    week.state.flashes[:] = [allowance - 1, allowance]
    here = np.array(ten_places.world.places) == "tollbridge"
    week.raise_incident("crossfire", np.array([here, here]))
    week.ask("orra-letter", np.array([False, True]))
    ten_places.incidents.delegate(week)
    assert awaiting(week.state).tolist() == [True, True]  # a flash, and a choice beyond counting
    assert week.state.queue_place[:, 0].tolist() == [
        ten_places.world.places.index("tollbridge"),
        NONE,
    ]
    delegated = [fact for fact in log.facts if isinstance(fact, Delegated)]
    assert len(delegated) == 1
    assert "the standing answer is given" in delegated[0].sentence(ten_places.world)


def test_what_does_not_ask_for_the_player_is_answered_on_the_spot(ten_places: Exercise):
    week = started(ten_places, 2)
    dial = ten_places.world.dials.index("posts")
    week.state.dial[:, dial] = [0, 1]  # sniping asks for the player when the posts shoot back
    week.raise_incident("sniping", np.ones((2, len(ten_places.world.places)), bool))
    ten_places.incidents.delegate(week)
    assert awaiting(week.state).tolist() == [False, True]


def test_the_standing_answer_may_hang_on_a_dial(ten_places: Exercise):
    week, levels = started(ten_places, 3), ten_places.world.levels["posts"]
    week.state.dial[:, ten_places.world.dials.index("posts")] = [0, 1, 2]
    here = np.array(ten_places.world.places) == "abbey-hill"
    week.raise_incident("trespass", np.array([here] * 3))
    incident = ten_places.scenario.incidents["trespass"]
    replies = [list(incident.answers)[n] for n in ten_places.incidents.standing(week.state)]
    assert replies == [incident.standing.levels[level] for level in levels]


def test_it_hangs_on_the_dial_that_is_named(ten_places: Exercise):
    incidents = dict(ten_places.scenario.incidents)
    sniping = incidents["sniping"]
    one, other, *_ = sniping.answers
    asks = {"dial": "haste", "levels": {"sparing": one, "heavy": other}}
    incidents["sniping"] = sniping.model_copy(update={"standing": ByDial.model_validate(asks)})
    scenario = ten_places.scenario.model_copy(update={"incidents": incidents})
    exercise = prepare(Loaded(ten_places.id, scenario, ten_places.texts))
    week = started(exercise, 2)
    week.state.dial[:, exercise.world.dials.index("haste")] = [0, 1]
    week.raise_incident("sniping", np.array([np.array(exercise.world.places) == "abbey-hill"] * 2))
    assert exercise.incidents.standing(week.state).tolist() == [0, 1]


def test_an_answer_with_a_condition_is_offered_only_while_it_holds(ten_places: Exercise):
    week = started(ten_places, 2)
    status = ten_places.world.statuses.index("telephone")
    levels = ten_places.world.status_levels["telephone"]
    week.state.status[:, status] = [levels.index("silent"), levels.index("answered")]
    here = np.array(ten_places.world.places) == "tollbridge"
    week.raise_incident("face-off", np.array([here] * 2))
    talk = list(ten_places.scenario.incidents["face-off"].answers).index("talk")
    assert ten_places.incidents.allowed(week.state)[:, talk].tolist() == [False, True]


def test_a_new_turn_has_a_new_allowance(ten_places: Exercise):
    week = started(ten_places, 2)
    week.state.flashes[:] = 9
    seen = observe(ten_places.world, week.state, ten_places.world.player)
    ten_places.menu.enact(week, Hold().council(ten_places, seen, week.chance))
    assert not week.state.flashes.any()


def test_a_strike_in_answer_hits_whoever_came_and_no_other(ten_places: Exercise):
    world, week = ten_places.world, started(ten_places, 2)
    column, place = world.units.index("hill-column"), world.places.index("abbey-hill")
    where = np.zeros((2, len(world.places)), bool)
    where[0, place] = True
    week.raise_incident("trespass", where, np.full(where.shape, column, np.int16))
    before, lost = week.state.strength.copy(), week.state.lost.copy()
    answers = list(ten_places.scenario.incidents["trespass"].answers)
    reply = np.full(2, answers.index("strike-them"), np.int8)
    ten_places.incidents.answer(week, reply)
    gone = before - week.state.strength
    assert gone[0, column] > 0
    assert gone.sum() == gone[0, column]
    killed = week.state.lost - lost
    assert killed.sum() == killed[0, world.unit_side[column]] < gone[0, column]
    assert week.state.precedent.tolist() == [1, 0]


def test_an_answer_covers_only_the_place_that_it_is_about(ten_places: Exercise):
    world, week = ten_places.world, started(ten_places, 2)
    means, place = world.strikes.index("mortars"), world.places.index("tollbridge")
    where = np.zeros((2, len(world.places)), bool)
    where[0, place] = True
    week.raise_incident("shelling", where)
    answers = list(ten_places.scenario.incidents["shelling"].answers)
    ten_places.incidents.answer(week, np.full(2, answers.index("fly"), np.int8))
    assert week.state.cover[0, means, place] == 800
    assert week.state.cover.sum() == 800
