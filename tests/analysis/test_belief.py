"""What is evidence of an intention, and that the belief is exactly what it makes of it."""

from math import comb

import numpy as np
import pytest

from game.analysis.belief import belief
from game.core.chance import Chance
from game.core.ledger import Source
from game.core.observation import observe
from game.core.phase import Phase
from game.core.week import Week
from game.engine.exercise import Exercise
from game.engine.minds import Minds
from game.engine.setup import set_up
from game.engine.signs import Signals
from game.scenario.acts import Cause
from game.scenario.bringing import Compiler
from game.scenario.effects import Effects


def a_week(exercise: Exercise, games: int = 50) -> Week:
    """Return games before their first week."""
    chance = Chance(3, np.arange(games))
    return Week(exercise.world, set_up(exercise, chance), chance)


def test_who_thinks_again_turns_from_what_was_believed_until_then(ten_places: Exercise):
    """Two envoys of five were seen, then it thought again; after that, none of three."""
    world, state = ten_places.world, a_week(ten_places, 1).state
    envoys, angry = world.signs.index("hill-command.envoys"), world.postures["hill-command"][1]
    state.mind[0, 0], state.odds_to_turn[0, 0] = -2, 400
    state.seen_then[0, envoys, 0], state.watched_then[0, envoys, 0] = 2, 5
    state.seen[0, envoys, 0], state.watched[0, envoys, 0] = 2, 8
    chances = world.sign_chance[envoys, 0] / 1000
    before = world.prior[0] * chances**2 * (1 - chances) ** 3
    turned = 0.6 * before / before.sum()
    turned[1] += 0.4
    after = turned * (1 - chances) ** 3
    odds = belief(world, observe(world, state, world.player))[0]
    assert angry == "angry"
    np.testing.assert_allclose(odds, 1000 * after / after.sum(), atol=1)


def test_an_actor_thinks_again_once_and_turns_as_often_as_its_chance(ten_places: Exercise):
    world, week = ten_places.world, a_week(ten_places, 2000)
    compiler = Compiler(world, {}, {})
    for to, chance in (("angry", 50), ("desperate", 100)):  # the second comes too late
        rethink = {"hill-command": {"to": to, "chance": chance}}
        effects = Effects.model_validate({"rethink": rethink})
        act = compiler.compile(effects, "test", Source.EVENT)
        act(week, np.ones(2000, bool), Cause(Source.EVENT, "test"))
    before, others = week.state.posture[:, 0].copy(), week.state.posture[:, 1:].copy()
    week.state.seen[:] = 3
    Minds().resolve(week)
    Minds().resolve(week)
    turned = week.state.posture[:, 0] != before
    assert (week.state.posture[turned, 0] == 1).all()
    assert 0.45 < turned[before != 1].mean() < 0.55
    np.testing.assert_array_equal(week.state.posture[:, 1:], others)
    assert (week.state.seen_then == 3 * (world.sign_actor == 0)[None, :, None]).all()


@pytest.mark.parametrize(("seen", "of"), [(0, 0), (0, 5), (2, 5), (5, 5)])
def test_what_was_not_seen_counts_as_much_as_what_was(ten_places: Exercise, seen: int, of: int):
    world, state = ten_places.world, a_week(ten_places, 1).state
    envoys = world.signs.index("hill-command.envoys")
    state.seen[0, envoys, 0], state.watched[0, envoys, 0] = seen, of
    weights = [
        prior * comb(of, seen) * (chance / 1000) ** seen * (1 - chance / 1000) ** (of - seen)
        for prior, chance in zip(world.prior[0], world.sign_chance[envoys, 0], strict=True)
    ]
    odds = belief(world, observe(world, state, world.player))[0]
    np.testing.assert_allclose(odds, 1000 * np.array(weights) / sum(weights), atol=1)
    assert odds.sum() == 1000


def test_a_posture_scales_how_often_an_occasion_is_taken(ten_places: Exercise):
    """The chance is 35 %; `patient` makes 60 % of it, `angry` 150 %, `desperate` leaves it."""
    world = ten_places.world
    sniping = world.signs.index("hill-command.sniping")
    assert world.sign_chance[sniping].tolist() == [[210, 525, 350]] * 3


def test_a_share_of_signals_is_false_where_few_watch(ten_places: Exercise):
    """Its chances are 15, 45 and 55 %, on the whole 35.5; a quarter, a tenth or none is that."""
    world = ten_places.world
    drums = world.signs.index("hill-command.drums")
    assert world.sign_chance[drums].tolist() == [[202, 427, 502], [171, 441, 531], [150, 450, 550]]


def test_every_signal_is_looked_for_once_a_week_whether_it_is_seen_or_not(ten_places: Exercise):
    week, signals = a_week(ten_places), len(ten_places.world.signals)
    (step,) = (s for s in ten_places.steps[Phase.SIGNALS] if isinstance(s, Signals))
    step.resolve(week)
    assert (week.state.watched[:, :signals].sum(axis=2) == 1).all()
    assert 0 < week.state.seen[:, :signals].sum() < week.state.watched[:, :signals].sum()


def test_deeds_are_evidence_when_they_are_done_and_not_before(ten_places: Exercise):
    world, week = ten_places.world, a_week(ten_places)
    acts = slice(len(world.signals), len(world.signals) + len(world.acts))
    for phase in range(Phase.REACTIONS):
        for step in ten_places.steps[phase]:
            step.resolve(week)
    assert week.state.tried.any()
    assert not week.state.watched[:, acts].any()
    for step in ten_places.steps[Phase.REACTIONS]:
        step.resolve(week)
    np.testing.assert_array_equal(week.state.watched[:, acts, 0], week.state.could)
    np.testing.assert_array_equal(week.state.seen[:, acts, 0], week.state.tried)


def test_what_hangs_on_a_posture_is_evidence_however_it_falls(ten_places: Exercise):
    week, world = a_week(ten_places), ten_places.world
    owner, effects = next(
        (owner, effects)
        for owner, effects in ten_places.scenario.effects()
        if any(gamble.depends for gamble in effects.gamble.values())
    )
    name = next(name for name, gamble in effects.gamble.items() if gamble.depends)
    only = Effects(gamble={name: effects.gamble[name]})
    sign = world.signs.index(f"{owner}/{name}")
    act = Compiler(world, {}, {}).compile(only, owner, Source.OPTION)
    act(week, np.arange(50) < 40, Cause(Source.OPTION, owner))
    assert week.state.watched[:, sign, 0].tolist() == [1] * 40 + [0] * 10
    assert 0 < week.state.seen[:, sign, 0].sum() < 40
