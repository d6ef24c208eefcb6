"""The one door by which a place changes hands, so that all that hangs on it changes with it."""

import numpy as np

from game.core.observation import OWN_EYES
from game.core.relation import ALLIED
from game.core.state import State
from game.core.types import Ints, Mask, Rows, Small, positions
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
    state, rows, places = week.state, *positions(where)
    if not len(rows):
        return
    side, people, fresh, depth = (
        np.broadcast_to(np.asarray(numbers), where.shape)[rows, places]
        for numbers in (side, people, fresh, depth)
    )
    player = week.world.player
    known = state.relation[rows, player, state.holder[rows, places]] == ALLIED
    known |= state.relation[rows, player, side] == ALLIED
    _write(state, rows, places, holder=side, garrison=people, fresh=fresh, depth=depth)
    rows, places, side, people = rows[known], places[known], side[known], people[known]
    _write(state, rows, places, report_holder=side, report_garrison=people)
    _write(state, rows, places, report_age=0, report_source=OWN_EYES)


def _write(state: State, rows: Rows, places: Rows, **values: Ints | Small | int) -> None:
    for name, numbers in values.items():
        state.own(name)[rows, places] = numbers


def kill(week: Week, side: Small | int, people: Ints) -> None:
    """Count people (games, any) of sides (games, any) or of one side as lost."""
    rows, columns = positions(people != 0)
    sides = np.broadcast_to(np.asarray(side), people.shape)[rows, columns]
    count_dead(week, rows, sides, people[rows, columns])


def count_dead(week: Week, rows: Rows, sides: Small, people: Ints) -> None:
    """Count people as lost: in each of these games so many of a side."""
    if len(rows):
        lost = week.state.own("lost")
        spots = rows * lost.shape[1] + sides  # one index is a third of the work of two
        np.add.at(lost.reshape(-1), spots, people)


def bleed(week: Week, rows: Rows, places: Rows, people: int) -> Ints:
    """Kill up to so many of the garrison of each of these places; return how many of each."""
    garrison = week.state.garrison[rows, places]
    dead = np.minimum(garrison, people).astype(np.int32)
    count_dead(week, rows, week.state.holder[rows, places], dead)
    if dead.any():
        week.state.own("garrison")[rows, places] = garrison - dead
    return dead


def tokens_there(week: Week, token: str) -> Small:
    """Return how many tokens of a kind are in the area of each place (games, places)."""
    world, there = week.world, week.state.token[:, week.world.tokens.index(token)]
    nowhere = np.zeros((len(there), 1), np.int8)  # the area of places that lie in none is the last
    return np.asarray(np.concatenate([there, nowhere], axis=1)[:, world.place_area])
