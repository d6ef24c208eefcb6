"""What the player is told in play, and that it gives nobody's intentions and no secret away."""

from collections import Counter
from dataclasses import fields, replace

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.conditions import Clause, Compiled, Conditions
from game.core.eyes import Seen
from game.core.facts import Attempt, Fact, Log, sights
from game.core.ledger import Entry
from game.core.observation import observe, place_estimate, unit_estimate
from game.core.queue import push
from game.core.relation import ALLIED, HOSTILE
from game.core.sight import NOBODY, Sight
from game.core.state import NONE, State, columns
from game.core.week import Week
from game.engine.decision import Choice, Flash
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game, Moment
from game.engine.setup import set_up
from game.rules.capture import PlaceTaken, PostLost
from game.scenario.load import Loaded
from tests.analysis.truths import other_truth
from tests.engine.playing import play_to, standing
from tests.states import any_state

ORDERS = ("probing", "sorties", "flights", "hindering")


def kinds(of: type = Fact) -> list[type]:
    """Return a kind of fact and all that are made from it."""
    return [of, *(kind for sub in of.__subclasses__() for kind in kinds(sub))]


def test_every_number_of_a_fact_and_of_the_ledger_says_who_may_see_it():
    for kind in kinds():
        assert set(sights(kind)) == {f.name for f in fields(kind)}, kind
    assert set(sights(Entry)) == set(Entry._fields) - {"source", "cause", "rule"}
    assert NOBODY not in sights(Entry).values()


def test_whatever_may_be_tried_by_choice_hides_how_likely_that_was():
    for kind in kinds(Attempt):
        assert sights(kind)["intent"] is NOBODY


def public(moment: Moment) -> list[tuple[object, ...]]:
    """Return all of a moment's outcomes that anybody can see."""
    return [
        (type(f), *(getattr(f, n) for n, sight in sights(type(f)).items() if sight is not NOBODY))
        for f in moment.facts
    ]


def told(game: Game) -> list[str]:
    """Return every word that a front end has to say in play: facts, causes, what is asked."""
    words = [fact.sentence(game.exercise.world) for fact in game.news()]
    return [*words, repr(game.moment.causes), repr(game.pending)]


def test_the_same_outcomes_are_told_in_the_same_words_whatever_is_intended(ten_places: Exercise):
    same, prior = 0, ten_places.world.prior
    for number in range(40):
        game, twin = Game(ten_places, 7, number), Game(ten_places, 7, number)
        other, actor = twin.moment.state.copy(), number % len(ten_places.world.actors)
        other.posture[:, actor] = (other.posture[:, actor] + 1) % (prior[actor] > 0).sum()
        twin.put(other)
        while game.pending and twin.pending and public(game.moment) == public(twin.moment):
            if game.observation.state.digest() != twin.observation.state.digest():
                break
            assert told(game) == told(twin)
            same += 1
            game.decide(standing(game))
            twin.decide(standing(twin))
    assert same > 60


def test_how_likely_they_were_to_try_is_told_only_when_the_game_is_over(exercise: Exercise):
    world, state = exercise.world, any_state(exercise.world, 12, 3)
    bolder = state.copy()
    for name in ORDERS:
        order = getattr(state, name)
        setattr(bolder, name, np.where(order > 0, order + 7, 0).astype(np.int32))
    compared, games = 0, np.arange(12)
    for rule in exercise.scenario.rules.chosen():
        for row in range(12):
            logs = [Log(row), Log(row)]
            for log, situation in zip(logs, (state, bolder), strict=True):
                week = Week(world, situation.copy(), Chance(5, games), log=log)
                rule.open(week)
                rule.resolve(week)
            compared += compare(exercise, *logs)
    assert compared > 20


def compare(exercise: Exercise, one: Log, two: Log) -> int:
    """See that facts sound alike in play, and not afterwards where a deed was behind them."""
    world, found = exercise.world, 0
    for fact, other in zip(one.facts, two.facts, strict=True):
        assert fact.sentence(world) == other.sentence(world)
        if getattr(fact, "intent", 0) > 0:
            assert fact.sentence(world, over=True) != other.sentence(world, over=True)
            found += 1
    return found


def test_the_player_hears_of_everything_once_or_never(exercise: Exercise):
    """At once where it is seen, later where it is not, in the order in which he hears of it."""
    for number in range(2):
        game, heard = Game(exercise, 3, number), Counter[int]()
        while game.pending:
            game.decide(standing(game))
            assert all(fact.known <= game.moment.state.week for fact in game.news())
            heard.update(id(fact) for fact in game.news())
        end = game.moment.state.week
        facts = [fact for moment in game.line() for fact in moment.facts]
        assert heard == Counter(id(fact) for fact in facts if fact.known <= end)


def test_what_will_be_heard_of_later_is_not_told_now(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.decide(standing(game))
    now = game.moment.state.week
    facts = tuple(PlaceTaken(0, known, 0, 0, 0) for known in (0, now, now + 1))
    game.history[1] = replace(game.moment, facts=facts)
    assert [fact.known for fact in game.news()] == [0, now]


def test_the_player_watches_what_is_held_and_what_lies_next_to_it(ten_places: Exercise):
    week = Week(
        ten_places.world, set_up(ten_places, Chance(1, np.arange(1))), Chance(1, np.arange(1))
    )
    watched = week.watched()[0]
    unseen = {n for n, seen in zip(ten_places.world.places, watched, strict=True) if not seen}
    assert unseen == {"orra"}
    highland = ten_places.world.areas.index("highland")
    week.state.token[0, ten_places.world.watcher, highland] = 2
    assert week.watched().all()


def test_what_happens_out_of_sight_is_heard_of_later(ten_places: Exercise):
    world, log, chance = ten_places.world, Log(), Chance(1, np.arange(1))
    week = Week(world, set_up(ten_places, chance), chance, log=log)
    week.state.week = 5
    everywhere = np.ones((1, len(world.places)), bool)
    week.record(PlaceTaken, everywhere, side=week.state.holder, other=week.state.holder)
    late = {world.places[fact.place]: fact.known - fact.week for fact in log.facts}
    assert late == {name: world.news if name == "orra" else 0 for name in world.places}
    assert world.news == 2
    week.record(PostLost, everywhere, people=week.state.garrison)  # one's own losses are known
    assert {fact.known for fact in log.facts if isinstance(fact, PostLost)} == {5}


def test_it_is_the_sight_of_the_game_that_is_followed_which_counts(ten_places: Exercise):
    world, chance = ten_places.world, Chance(1, np.arange(3))
    week = Week(world, set_up(ten_places, chance), chance, log=Log(1))
    week.state.token[1, world.watcher, world.areas.index("highland")] = 2
    orra = np.tile(np.array(world.places) == "orra", (3, 1))
    week.record(PlaceTaken, orra, side=week.state.holder, other=week.state.holder)
    assert [fact.known for fact in week.log.facts] == [0]


@pytest.mark.parametrize("kind", [Flash, Choice])
def test_nothing_that_is_offered_hangs_on_what_is_hidden(
    exercise: Exercise, kind: type[Flash | Choice]
):
    for past in (0, 5):
        game = play_to(exercise, kind, past)
        state, seen, asked = game.moment.state, game.observation.state, game.pending
        for seed in range(5):
            game.put(other_truth(exercise, state, seed))
            assert game.observation.state.digest() == seen.digest()
            assert game.pending == asked


def test_an_answer_is_offered_by_what_is_known_and_not_by_what_is_so(ten_places: Exercise):
    incidents = dict(ten_places.scenario.incidents)
    waits = incidents["face-off"]
    only = waits.answers["talk"].model_copy(update={"when": Conditions(held={"orra": "hillfolk"})})
    answers = {**waits.answers, "talk": only}
    incidents["face-off"] = waits.model_copy(update={"answers": answers})
    scenario = ten_places.scenario.model_copy(update={"incidents": incidents})
    exercise = prepare(Loaded(ten_places.id, scenario, ten_places.texts))
    game, world = Game(exercise, 7), exercise.world
    state = game.moment.state.copy()
    here = np.array([np.array(world.places) == "tollbridge"])
    push(state, world.incidents.index("face-off"), here)
    state.holder[0, world.places.index("orra")] = world.sides.index("northmark")
    game.put(state)
    assert isinstance(game.pending, Flash)
    assert "talk" in game.pending.answers
    told = state.copy()
    told.report_holder[0, world.places.index("orra")] = world.sides.index("northmark")
    game.put(told)
    assert isinstance(game.pending, Flash)
    assert "talk" not in game.pending.answers


def test_nothing_the_council_is_shown_hangs_on_what_is_hidden(exercise: Exercise):
    game = Game(exercise, 7)
    for _ in range(10):
        game.decide(standing(game))
        state, offered = game.moment.state, game.pending
        for seed in range(3):
            game.put(other_truth(exercise, state, seed))
            assert game.pending == offered
        game.put(state)


def blanked(name: str, seen: State) -> bool:
    return not getattr(seen, name).any()


def test_every_side_sees_what_its_sight_says(exercise: Exercise):
    world, state = exercise.world, any_state(exercise.world, 20, 4)
    for side in range(len(world.sides)):
        seen = observe(world, state, side).state
        for name, column in columns().items():
            if column.sight is Sight.NOBODY or (
                column.sight is Sight.PLAYER and side != world.player
            ):
                assert blanked(name, seen), name
            elif column.sight in (Sight.EVERYBODY, Sight.PLAYER):
                np.testing.assert_array_equal(getattr(seen, name), getattr(state, name), name)


def test_a_side_counts_its_own_people_and_guesses_those_of_others(exercise: Exercise):
    world, state = exercise.world, any_state(exercise.world, 20, 5)
    for side in range(len(world.sides)):
        if side == world.player:
            continue
        seen = observe(world, state, side).state
        ours = state.relation[:, side] == ALLIED
        own = ours[:, world.unit_side]
        np.testing.assert_array_equal(seen.strength[own], state.strength[own])
        off = np.abs(seen.strength - state.strength)[~own]
        assert (2 * off <= world.band).all()
        assert (seen.strength[~own] % world.band == 0).all()


def test_the_player_sees_his_alliance_exactly_and_the_rest_as_reported(exercise: Exercise):
    world, state = exercise.world, any_state(exercise.world, 40, 6)
    seen = observe(world, state, world.player).state
    ours = state.relation[:, world.player] == ALLIED
    held = np.take_along_axis(ours, state.holder.astype(np.intp), axis=1)
    np.testing.assert_array_equal(
        seen.garrison, np.where(held, state.garrison, state.report_garrison)
    )
    np.testing.assert_array_equal(seen.holder[held], state.holder[held])
    own = ours[:, world.unit_side]
    for name in ("at", "strength", "before", "rest", "marched"):
        np.testing.assert_array_equal(getattr(seen, name)[own], getattr(state, name)[own], name)
    np.testing.assert_array_equal(seen.strength[~own], state.track_strength[~own])


def test_the_player_sees_of_others_what_stands_in_sight_and_else_the_last_report(
    exercise: Exercise,
):
    world, state, hidden = exercise.world, any_state(exercise.world, 40, 7), 0
    seen, places = observe(world, state, world.player).state, range(len(world.places))
    for game in range(40):
        allied = state.relation[game, world.player] == ALLIED
        held = {place for place in places if allied[state.holder[game, place]]}
        close = set[int]()
        if world.watcher != NONE:
            close = set(np.flatnonzero(state.token[game, world.watcher] >= 2).tolist())
        sight = {
            place
            for place in places
            if place in held
            or any(world.links[place, other] for other in held)
            or world.place_area[place] in close
        }
        for place in places:
            known = state.holder if place in sight else state.report_holder
            assert seen.holder[game, place] == known[game, place]
            assert seen.fresh[game, place] == (state.fresh[game, place] if place in sight else 0)
        for unit in range(len(world.units)):
            met = allied[world.unit_side[unit]] or state.at[game, unit] in sight
            met |= state.before[game, unit] in held or state.barred[game, unit] != NONE
            at = state.at if met else state.track_at
            assert seen.at[game, unit] == at[game, unit]
            assert seen.before[game, unit] == (state.before[game, unit] if met else NONE)
            hidden += not met
    assert hidden > 20


def test_an_estimate_says_how_wide_and_how_sure_it_is(ten_places: Exercise):
    game, world = Game(ten_places, 7), ten_places.world
    own = unit_estimate(world, game.observation, world.units.index("patrol"))
    assert (own.low, own.high, own.source, own.confidence) == (120, 120, "own count", "certain")
    column = unit_estimate(world, game.observation, world.units.index("hill-column"))
    assert column.low < 420 < column.high
    assert column.low % world.band == column.high % world.band == 0
    assert (column.source, column.age) == ("briefing", 0)
    orra = place_estimate(world, game.observation, world.places.index("orra"))
    assert orra.low < 260 < orra.high
    assert place_estimate(world, game.observation, world.places.index("tollbridge")).low == 60


def test_no_report_is_exact_about_what_only_reports_tell(ten_places: Exercise):
    """Two games in which everybody unseen has other numbers look alike at the start."""
    chance = Chance(9, np.arange(40))
    state = set_up(ten_places, chance)
    column = ten_places.world.units.index("hill-column")
    seen = observe(ten_places.world, state, ten_places.world.player).state
    assert len(set(state.strength[:, column].tolist())) > 10
    assert len(set(seen.strength[:, column].tolist())) == 1
    assert (state.relation[:, 0, 3] == HOSTILE).all()


def test_who_answers_in_the_players_name_knows_no_more_than_the_player(ten_places: Exercise):
    looked_at: list[type[State]] = []

    def spy(condition: Compiled) -> Compiled:
        def holds(state: State) -> np.ndarray:
            looked_at.append(type(state))
            return condition(state)

        said = "spied upon"
        return Compiled((Clause(holds, said, said, lambda state: said),))

    kinds = tuple(replace(kind, asks=spy(kind.asks)) for kind in ten_places.incidents.kinds)
    incidents = replace(ten_places.incidents, kinds=kinds)
    world = ten_places.world
    week = Week(world, any_state(world, 8, 1), Chance(1, np.arange(8)))
    week.state.queue_kind[:] = NONE
    push(week.state, 0, np.ones((8, 1), bool), None, placed=False)
    incidents.delegate(week)
    assert set(looked_at) == {Seen}
