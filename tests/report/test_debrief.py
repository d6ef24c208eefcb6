"""The debrief: what the others intended, each with its own likelihood."""

from dataclasses import replace

from game.core.chance import seed_of
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report import debrief


def test_an_intention_that_changed_is_told_with_its_own_likelihoods(ten_places: Exercise):
    game, world = Game(ten_places, seed_of("demo")), ten_places.world
    start = next(iter(debrief.postures(game)))
    held = int(game.moment.state.posture[0, 0])
    assert f"(at the start {world.prior[0, held] / 10:g} % likely, by what you saw " in start
    game.decide(game.draft.orders)
    state = game.moment.state.copy()
    state.posture[0, 0] = 1 - min(held, 1)
    game.history[game.here] = replace(game.moment, state=state)
    said = next(iter(debrief.postures(game)))
    prior = f"(at the start {world.prior[0, held] / 10:g} % likely), by "
    assert prior in said and said.index(prior) < said.index("turned to '")
    assert said.index("turned to '") < said.index("(by what you saw ")
