"""What a turn allows and costs, and the words for what it does not allow."""

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.ledger import Source
from game.core.observation import observe
from game.core.phase import Phase
from game.core.week import Week
from game.engine.arrivals import Arrivals, Lastings
from game.engine.council import Picks
from game.engine.decision import Council, Move, Orders, Refused
from game.engine.doctrines import Always, Hold, Random
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.engine.setup import set_up
from game.scenario.load import Loaded
from tests.engine.playing import council, standing

GRAIN, INFORMERS = "ship-grain", "pay-informers"


def changed(exercise: Exercise, **update: object) -> Exercise:
    """Return an exercise whose scenario says something else."""
    scenario = exercise.scenario.model_copy(update=update)
    return prepare(Loaded(exercise.id, scenario, exercise.texts))


def started(exercise: Exercise, games: int = 1) -> Week:
    """Return games before their first council."""
    chance = Chance(3, np.arange(games))
    return Week(exercise.world, set_up(exercise, chance), chance)


def choosing(exercise: Exercise, week: Week, *options: str) -> Picks:
    """Return orders to choose some options in every game."""
    held = Picks.none(week.state)
    wanted = np.tile(np.isin(exercise.world.options, options), (week.state.games, 1))
    return Picks(wanted, held.dials, held.tokens, held.aims)


def test_a_turn_brings_its_income_however_long_it_is(ten_places: Exercise):
    # without pressure: tariffs would take from the purse
    rules = ten_places.scenario.rules.model_copy(update={"pressure": None})
    for calendar in ([1, 1, 2], [4, 1, 2]):
        exercise = changed(ten_places, calendar=calendar, rules=rules)
        game, purses = Game(exercise, 7), list[int]()
        for _ in range(3):
            purses.append(council(game).purse)
            game.decide(Orders())
        assert purses == [24_000, 33_000, 42_000]


def test_the_council_meets_at_the_start_of_every_turn_and_only_then(exercise: Exercise):
    game, weeks = Game(exercise, 7), []
    while game.pending:
        if isinstance(game.pending, Council):
            weeks.append(game.moment.state.week)
        game.decide(standing(game))
    starts = [week for week in exercise.world.turn_starts if week < game.moment.state.week]
    assert weeks == starts


def test_an_option_is_paid_for_and_the_ledger_says_so(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.decide(Orders(options=(GRAIN,), dials={"posts": "go-out"}))
    paid = [(e.cause, e.amount) for e in game.line()[1].causes if e.source is Source.COUNCIL]
    assert paid == [(f"option.{GRAIN}", -10_000), ("dials turned", -3000), ("income", 9000)]


def test_a_dial_that_stays_costs_nothing(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.decide(Orders(dials={"posts": "shoot-back", "haste": "sparing"}))
    assert not [e for e in game.line()[1].causes if e.cause == "dials turned"]


def test_a_worn_option_costs_more_and_is_as_new_when_it_has_rested(ten_places: Exercise):
    """Cooldown 4 weeks; the turns start in weeks 0, 1, 2, 4."""
    game, costs = Game(ten_places, 7), []
    for chosen in ((INFORMERS,), (), (), ()):
        costs.append(council(game).options[INFORMERS].cost)
        game.decide(Orders(options=chosen))
    assert costs == [8000, 12_000, 12_000, 8000]


def test_wear_scales_every_amount_of_an_option_and_no_chance(ten_places: Exercise):
    world, gained = ten_places.world, []
    for chosen_at in (-10_000, 0):
        week = started(ten_places, 300)
        week.state.chosen_at[:] = chosen_at
        week.state.track[:] = 50_000
        ten_places.menu.enact(week, choosing(ten_places, week, "burn-the-boats", INFORMERS))
        boats = week.state.strength[:, world.units.index("runner-boats")]
        contraband = week.state.track[:, world.tracks.index("contraband")]
        gained.append((week.state.leaders[:, 0].copy(), contraband, boats))
    as_new, worn = gained
    won = as_new[0] == 3
    np.testing.assert_array_equal(as_new[0] == 4, worn[0] == 4)  # as often
    assert won.any()
    assert set((as_new[1][won] - 50_000).tolist()) == {-4000}
    assert set((worn[1][won] - 50_000).tolist()) == {-2400}
    assert set((worn[1][~won] - 50_000).tolist()) == {-2400 + 600}  # what it comes to is scaled too
    assert (worn[2] > as_new[2]).all()


def test_orders_are_paid_together(ten_places: Exercise):
    game = Game(ten_places, 7)
    start = game.moment.state.copy()
    start.track[0, ten_places.world.tracks.index("chest")] = 18_500
    game.put(start)
    with pytest.raises(Refused, match=r" now costs 8; 5\.5 of 18\.5 is left"):
        game.decide(Orders(options=(GRAIN, INFORMERS), dials={"posts": "go-out"}))
    game.decide(Orders(options=(GRAIN, INFORMERS)))


def test_a_closed_option_says_in_words_what_is_missing(ten_places: Exercise):
    game, world = Game(ten_places, 7), ten_places.world
    start = game.moment.state.copy()
    start.week = 1
    start.track[0, world.tracks.index("chest")] = 1500
    start.token[:] = 0
    for option in ("narrow-the-quiet", "pause-the-drill"):
        start.chosen[0, world.options.index(option)] = 2
        start.chosen_at[0, world.options.index(option)] = 0
    game.put(start)
    why = {name: offer.why_not for name, offer in council(game).options.items()}
    assert why["broker-a-truce"] == (
        "needs the telephone to Orra at 'answered' (it is at 'silent')",
        "costs 20 (there is 1.5)",
    )
    assert why["lift-the-patrol"][0] == "needs 1 or more of Gunships in the depot (0 there)"
    assert why["leave-tollbridge"] == ("only from 16 Mar on",)
    assert why["burn-the-boats"][0].startswith("needs Feud at 36 or more, or the dial 'What the")
    assert why["narrow-the-quiet"] == (
        "can be chosen 2 times in a game, and has been",
        "costs 4 (there is 1.5)",
    )
    assert why["pause-the-drill"][0] == "chosen on 2 Mar, open again on 30 Mar"
    assert why["hurry-the-drill"] == ("costs 14 (there is 1.5)",)


def test_an_option_that_was_closed_is_open_again_after_its_weeks(ten_places: Exercise):
    week, option = started(ten_places), ten_places.world.options.index("pause-the-drill")
    week.state.chosen_at[0, option], closed = 0, []
    for number in (3, 4):
        week.state.week = number
        closed.append(
            any("open again" in why for why in ten_places.menu.why_not(week.state, option))
        )
    assert closed == [True, False]


def test_an_option_is_open_exactly_when_nothing_is_said_against_it(exercise: Exercise):
    game = Game(exercise, 7)
    names, purse = np.array(exercise.world.options), exercise.menu.purse_track
    while game.pending:
        if isinstance(game.pending, Council):
            for points in (0, 8000, 100_000):
                state = game.moment.state.copy()
                state.track[0, purse] = points
                worn_out = slice(points % 3, None, 3)  # chosen as often as may be
                state.chosen[0, worn_out] = exercise.menu.times[worn_out]
                game.put(state)
                assert isinstance(game.pending, Council)
                seen = game.observation.state
                assert game.pending.open == names[exercise.menu.open_to(seen)[0]].tolist()
            game.decide(Orders(options=tuple(game.pending.open[:1])))
        else:
            game.decide(standing(game))


@pytest.mark.parametrize("doctrine", [Random(), Always((GRAIN, INFORMERS, "widen-the-quiet"))])
def test_a_doctrine_chooses_no_more_than_it_may_and_can_pay(ten_places: Exercise, doctrine: Random):
    week, menu = started(ten_places, 500), ten_places.menu
    week.state.track[:, menu.purse_track] = 21_000
    seen = observe(ten_places.world, week.state, ten_places.world.player)
    picks = doctrine.council(ten_places, seen, week.chance)
    spent = np.where(picks.options, menu.cost(week.state), 0).sum(axis=1)
    spent += (picks.dials != week.state.dial).sum(axis=1) * menu.terms.dial_cost
    assert 0 < spent.max() <= 21_000
    assert picks.options.sum(axis=1).max() == menu.terms.options
    assert not (picks.options & ~menu.open_to(week.state)).any()
    menu.enact(week, picks)
    left = week.state.track[:, menu.purse_track]
    assert (left >= 21_000 - spent + menu.terms.income).all()  # some options bring money


def test_holding_the_course_changes_nothing_but_the_purse(ten_places: Exercise):
    week = started(ten_places, 3)
    before = week.state.copy()
    seen = observe(ten_places.world, before, ten_places.world.player)
    ten_places.menu.enact(week, Hold().council(ten_places, seen, week.chance))
    for name in ("dial", "token", "aim", "chosen", "chosen_at", "garrison", "status"):
        np.testing.assert_array_equal(getattr(week.state, name), getattr(before, name))


def test_tokens_go_where_they_are_sent_and_none_is_lost(ten_places: Exercise):
    game, world = Game(ten_places, 7), ten_places.world
    total = game.moment.state.token.sum(axis=2)
    moves = (
        Move(token="gunships", source="depot", target="highland"),
        Move(token="gunships", source="highland", target="lowfields"),  # one token may go on
    )
    game.decide(Orders(moves=moves))
    gunships = game.moment.state.token[0, world.tokens.index("gunships")]
    there = dict(zip(world.areas, gunships.tolist(), strict=True))
    assert there == {"estuary": 1, "lowfields": 1, "highland": 0, "depot": 0}
    np.testing.assert_array_equal(game.moment.state.token.sum(axis=2), total)


def test_what_is_set_in_motion_arrives_in_its_week_and_once(ten_places: Exercise):
    week, place = started(ten_places, 2), ten_places.world.places.index("abbey-hill")
    ten_places.menu.enact(week, choosing(ten_places, week, GRAIN))
    before, gained = week.state.garrison[0, place], []
    arrivals = next(step for step in ten_places.steps[Phase.ARRIVALS] if isinstance(step, Arrivals))
    for _ in range(4):
        arrivals.resolve(week)
        gained.append(int(week.state.garrison[0, place] - before))
        week.state.week += 1
    assert gained == [0, 0, 10, 10]


def test_what_lasts_goes_on_for_its_weeks(ten_places: Exercise):
    world, week = ten_places.world, started(ten_places, 2)
    week.state.track[:, ten_places.menu.purse_track] = 50_000
    before = week.state.strength[:, world.units.index("guards")].copy()
    ten_places.menu.enact(week, choosing(ten_places, week, "hurry-the-drill"))
    assert week.state.until.max() == 4
    lasting = next(step for step in ten_places.steps[Phase.ARRIVALS] if isinstance(step, Lastings))
    for _ in range(7):
        lasting.resolve(week)
        week.state.week += 1
    after = week.state.strength[:, world.units.index("guards")]
    assert (after - before).tolist() == [32, 32]
