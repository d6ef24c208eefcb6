"""Graph: ways and reach on the map of places."""

import numpy as np
from numpy.typing import NDArray

from game.core.types import Index, Ints, Mask, Rows

FAR = 10**6


def ways(cost: Ints) -> tuple[Index, Ints]:
    """Return, for every pair of places, the next place on the cheapest way and what the way costs.

    `cost` (tables, places, places) holds the cost of each link, FAR where there is none. The
    results have the same shape; the next place is the place itself where there is no way.
    """
    tables, places, _ = cost.shape
    total = cost.copy()
    own = np.arange(places, dtype=np.int16)
    total[:, own, own] = 0
    hop = np.where(total < FAR, own[None, None, :], own[None, :, None]).astype(np.int16)
    for middle in range(places):  # Floyd and Warshall, all tables at once
        through = total[:, :, middle, None] + total[:, middle, None, :]
        shorter = through < total
        total = np.where(shorter, through, total)
        hop = np.where(shorter, hop[:, :, middle, None], hop)
    return hop, np.minimum(total, FAR)


def reach(links: NDArray[np.float32], held: Mask, sources: list[int] | Rows) -> Mask:
    """Return the held places (games, places) that can be reached from a source through held ones.

    The product counts neighbours, at most one for each place: exact in float32, and 18 times as
    fast as in whole numbers, for which numpy has no fast product.
    """
    reached = np.zeros_like(held)
    reached[:, sources] = held[:, sources]
    while True:
        further = reached | ((reached.astype(np.float32) @ links > 0) & held)
        if np.array_equal(further, reached):
            return reached
        reached = further


def beside(links: NDArray[np.float32], places: Mask) -> Mask:
    """Return the places (games, places) that a link joins to one of those given."""
    return np.asarray(places.astype(np.float32) @ links > 0)
