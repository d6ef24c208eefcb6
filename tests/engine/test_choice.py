"""Something asks that has no place: the same stop, the same answer, the same way on as a flash."""

import numpy as np

from game.core.chance import Chance
from game.core.observation import observe
from game.core.queue import awaiting
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.decision import Answer, Choice
from game.engine.doctrines import Hold
from game.engine.exercise import Exercise
from game.engine.setup import set_up
from tests.engine.playing import hold, play_to


def test_a_choice_stops_the_week_and_goes_on_by_hand_as_in_a_batch(exercise: Exercise):
    game = play_to(exercise, Choice)
    number = int(game.chance.games[0])
    hold(game)
    chance = Chance(7, np.arange(number + 1))
    outcome = play_out(exercise, Week(exercise.world, set_up(exercise, chance), chance), Hold())
    assert game.moment.state.track[0].tolist() == outcome.track[number].tolist()


def test_every_answer_leads_elsewhere(ten_places: Exercise):
    game = play_to(ten_places, Choice)
    at, choice = game.here, game.pending
    assert isinstance(choice, Choice)
    ends = set()
    for reply in choice.answers:
        game.go(at)
        game.decide(Answer(reply=reply))
        ends.add(game.moment.state.digest())
    assert len(ends) == len(choice.answers)


def test_a_batch_answers_by_mask(ten_places: Exercise):
    chance, world = Chance(3, np.arange(4)), ten_places.world
    week = Week(world, set_up(ten_places, chance), chance)
    week.ask("home-hearing", np.array([True, True, False, True]))
    mandate, chest = world.tracks.index("mandate"), world.tracks.index("chest")
    ten_places.incidents.answer(week, np.array([0, 1, 1, 1], np.int8))
    assert week.state.track[:, mandate].tolist() == [61_000, 64_000, 62_000, 64_000]
    assert week.state.track[:, chest].tolist() == [24_000, 19_000, 24_000, 19_000]
    assert not awaiting(week.state).any()


def test_a_choice_counts_against_no_allowance(ten_places: Exercise):
    chance = Chance(3, np.arange(2))
    week = Week(ten_places.world, set_up(ten_places, chance), chance)
    week.state.flashes[:] = 100
    week.ask("orra-letter", np.array([True, True]))
    ten_places.incidents.delegate(week)
    assert awaiting(week.state).all()


def test_an_option_may_ask_and_is_answered_in_the_same_week(ten_places: Exercise):
    world = ten_places.world
    chance = Chance(3, np.arange(1))
    week = Week(world, set_up(ten_places, chance), chance)
    number = world.options.index("explain-at-home")
    week.state.track[0, world.tracks.index("chest")] = 50_000
    seen = observe(world, week.state, world.player)
    picks = Hold().council(ten_places, seen, chance)
    picks.options[0, number] = True
    ten_places.menu.enact(week, picks)
    assert world.incidents[week.state.queue_kind[0, 0]] == "home-hearing"
