"""Graph: ways and reach on the map of places."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.core.types import Index, Ints, Mask, Rows

FAR = 10**6


def ways(cost: Ints) -> tuple[Index, Ints]:
    """Return, for every pair of places, the next place on the cheapest way and what the way costs.

    `cost` (tables, places, places) holds the cost of each link, FAR where there is none. The
    results have the same shape; the next place is the place itself where there is no way.
    """
    _, places, _ = cost.shape
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

    Eight games lie in a byte, and a place takes over what its neighbours have: ten times as fast
    in a thousand games as a product with the table of links.
    """
    near = neighbours(links)
    allowed = np.packbits(held.T, axis=1)
    reached = np.zeros_like(allowed)
    reached[sources] = allowed[sources]
    while True:
        further = reached | (np.bitwise_or.reduce(reached[near], axis=1) & allowed)
        if np.array_equal(further, reached):
            return np.unpackbits(reached, axis=1, count=len(held)).T.astype(bool, order="C")
        reached = further


def neighbours(links: NDArray[np.float32]) -> Rows:
    """Return the places next to each (places, most neighbours), itself where there are fewer."""
    return _neighbours(links.tobytes(), len(links))


@lru_cache(maxsize=16)
def _neighbours(table: bytes, places: int) -> Rows:
    links = np.frombuffer(table, np.float32).reshape(places, places) > 0
    own = np.arange(places)
    order = np.argsort(~links, axis=1, kind="stable")[:, : max(1, links.sum(axis=1).max(initial=0))]
    return np.where(np.take_along_axis(links, order, axis=1), order, own[:, None])


def beside(links: NDArray[np.float32], places: Mask) -> Mask:
    """Return the places (games, places) that a link joins to one of those given."""
    table = np.zeros((len(links) + 1, len(places)), bool)  # the last is no place
    table[:-1] = places.T
    near = _next_to(links.tobytes(), len(links))
    found = table[near[:, 0]]
    for column in near.T[1:]:
        found |= table[column]
    return np.ascontiguousarray(found.T)


@lru_cache(maxsize=16)
def _next_to(table: bytes, places: int) -> Rows:
    """Return the places next to each (places, most neighbours), one beyond the last for none."""
    links = np.frombuffer(table, np.float32).reshape(places, places) > 0
    near = _neighbours(table, places)
    return np.where(np.take_along_axis(links, near, axis=1), near, places)
