"""Belief: how likely every hidden posture is, given the signals and the deeds that were seen.

It is the exact posterior: a posture changes the chances of signs and nothing else, so nothing is
left out. Where an actor has thought again, what was seen before speaks of what it intended then,
and some of that may have turned. This week's deeds enter when they are done, and estimates of
strength are not used.
"""

from itertools import accumulate, pairwise
from math import prod

import numpy as np

from game.core.observation import Observation
from game.core.state import State
from game.core.types import Index, Ints, Rows
from game.core.world import World


def belief(world: World, seen: Observation) -> Ints:
    """Return the odds (actors, postures) of the first game in per mille, by Bayes.

    Python's whole numbers have no limit, so the products are exact and the same on every machine.
    """
    table = np.zeros_like(world.prior)
    for actor in range(len(world.actors)):
        weights = _weights(world, seen.state, actor)
        table[actor] = _permille(weights if any(weights) else world.prior[actor].tolist())
    return table


def _weights(world: World, state: State, actor: int) -> list[int]:
    """Return how likely each posture of an actor is, but for a factor that they share."""
    signs = np.flatnonzero(world.sign_actor == actor)
    seen, watched = state.seen[0, signs], state.watched[0, signs]
    prior = [int(part) for part in world.prior[actor]]
    turned_to = -int(state.mind[0, actor]) - 1
    if turned_to < 0:
        return _updated(world, signs, prior, seen, watched)
    seen_then, watched_then = state.seen_then[0, signs], state.watched_then[0, signs]
    before = _updated(world, signs, prior, seen_then, watched_then)
    turned = int(state.odds_to_turn[0, actor])
    after = [(1000 - turned) * weight for weight in before]
    after[turned_to] += turned * sum(before)
    return _updated(world, signs, after, seen - seen_then, watched - watched_then)


def _updated(
    world: World, signs: Rows, weights: list[int], seen: Index, watched: Index
) -> list[int]:
    """Multiply weights by the chance of what was and was not seen, under each posture."""
    return [
        weight * _likelihood(world.sign_chance[signs, :, posture], seen, watched)
        for posture, weight in enumerate(weights)
    ]


def _likelihood(chances: Ints, seen: Index, watched: Index) -> int:
    """Return the chance of all that was and was not seen."""
    return prod(
        chance**times * (1000 - chance) ** (occasions - times)
        for chance, times, occasions in zip(
            chances.ravel().tolist(), seen.ravel().tolist(), watched.ravel().tolist(), strict=True
        )
    )


def _permille(weights: list[int]) -> list[int]:
    """Share 1000 out by weight. Rounding running sums makes the shares sum to 1000."""
    total = sum(weights)
    bounds = [0, *((2000 * part + total) // (2 * total) for part in accumulate(weights))]
    return [high - low for low, high in pairwise(bounds)]
