"""Belief: how likely every hidden posture is, given the signals and the deeds that were seen.

It is the exact posterior: a posture changes the chances of signs and nothing else, so nothing is
left out. This week's deeds enter when they are done, and estimates of strength are not used.
"""

from itertools import accumulate, pairwise
from math import prod

import numpy as np

from game.core.observation import Observation
from game.core.types import Ints
from game.core.world import World


def belief(world: World, seen: Observation) -> Ints:
    """Return the odds (actors, postures) of the first game in per mille, by Bayes.

    Python's whole numbers have no limit, so the products are exact and the same on every machine.
    """
    table = np.zeros_like(world.prior)
    for actor in range(len(world.actors)):
        weights = [
            int(world.prior[actor, posture]) * _likelihood(world, seen, actor, posture)
            for posture in range(table.shape[1])
        ]
        table[actor] = _permille(weights if any(weights) else world.prior[actor].tolist())
    return table


def _likelihood(world: World, seen: Observation, actor: int, posture: int) -> int:
    """Return the chance of all that was and was not seen of an actor, under a posture."""
    signs = np.flatnonzero(world.sign_actor == actor)
    chances = world.sign_chance[signs, :, posture].ravel().tolist()
    taken = seen.state.seen[0, signs].ravel().tolist()
    watched = seen.state.watched[0, signs].ravel().tolist()
    return prod(
        chance**times * (1000 - chance) ** (occasions - times)
        for chance, times, occasions in zip(chances, taken, watched, strict=True)
    )


def _permille(weights: list[int]) -> list[int]:
    """Share 1000 out by weight. Rounding running sums makes the shares sum to 1000."""
    total = sum(weights)
    bounds = [0, *((2000 * part + total) // (2 * total) for part in accumulate(weights))]
    return [high - low for low, high in pairwise(bounds)]
