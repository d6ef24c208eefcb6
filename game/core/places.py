"""The one door by which a place changes hands, so that all that hangs on it changes with it."""

import numpy as np

from game.core.observation import OWN_EYES
from game.core.relation import ALLIED
from game.core.types import Ints, Mask, Small, positions
from game.core.week import Week


def hand_over(
    week: Week,
    where: Mask,
    side: Small,
    people: Ints,
    fresh: Small | int = 0,
    depth: Small | int = 0,
) -> None:
    """Let places (games, places) of a mask pass to sides, with new garrisons.

    `fresh` is for how many weeks the fall may be reversed, `depth` how many places the taker had
    taken on the way. Who loses a place knows it at once.
    """
    state, world = week.state, week.world
    ours = state.stance(world.player, state.holder) == ALLIED
    state.holder = np.where(where, side, state.holder).astype(np.int8)
    state.garrison = np.where(where, people, state.garrison).astype(np.int32)
    state.fresh = np.where(where, fresh, state.fresh).astype(np.int8)
    state.depth = np.where(where, depth, state.depth).astype(np.int8)
    known = where & (ours | (state.stance(world.player, state.holder) == ALLIED))
    state.report_holder = np.where(known, state.holder, state.report_holder)
    state.report_garrison = np.where(known, state.garrison, state.report_garrison)
    state.report_age = np.where(known, 0, state.report_age).astype(np.int8)
    state.report_source = np.where(known, OWN_EYES, state.report_source).astype(np.int8)


def kill(week: Week, side: Small | int, people: Ints) -> None:
    """Count people (games, any) of sides (games, any) or of one side as lost."""
    rows, columns = positions(people != 0)
    if len(rows):
        lost = week.state.lost.copy()
        sides = np.broadcast_to(np.asarray(side), people.shape)[rows, columns]
        np.add.at(lost, (rows, sides), people[rows, columns])
        week.state.lost = lost


def bleed(week: Week, where: Mask, people: int) -> Ints:
    """Kill up to so many of the garrison of each place (games, places) of a mask; say how many."""
    state = week.state
    dead = np.where(where, np.minimum(state.garrison, people), 0).astype(np.int32)
    if dead.any():
        kill(week, state.holder, dead)
        state.garrison = state.garrison - dead
    return dead


def tokens_there(week: Week, token: str) -> Small:
    """Return how many tokens of a kind are in the area of each place (games, places)."""
    world, there = week.world, week.state.token[:, week.world.tokens.index(token)]
    nowhere = np.zeros((len(there), 1), np.int8)  # the area of places that lie in none is the last
    return np.asarray(np.concatenate([there, nowhere], axis=1)[:, world.place_area])
