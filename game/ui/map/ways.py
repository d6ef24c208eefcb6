"""Ways: the cheapest one through a graph, for rivers, roads and corridors alike."""

from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import heappop, heappush
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)  # two of them can be put in order


def cheapest(
    neighbours: Callable[[Node], Iterable[tuple[Node, float]]],
    starts: Mapping[Node, float],
    goals: Collection[Node],
) -> tuple[list[Node], float]:
    """Return the cheapest way from any start to any goal and its cost, or an empty one.

    `neighbours` tells where one can go from a node and what each step costs, `starts` what it
    costs to begin there. Of equal ways the one over lower nodes is taken.
    """
    best, came = dict(starts), dict.fromkeys(starts)
    queue = sorted((cost, start) for start, cost in starts.items())
    while queue:
        cost, here = heappop(queue)
        if here in goals:
            return _back(came, here), cost
        for there, step in neighbours(here):
            if there not in best or cost + step < best[there]:
                best[there], came[there] = cost + step, here
                heappush(queue, (cost + step, there))
    return [], float("inf")


def _back(came: Mapping[Node, Node | None], end: Node) -> list[Node]:
    """Return the way that ends somewhere, from its start."""
    way = [end]
    while (before := came[way[-1]]) is not None:
        way.append(before)
    return way[::-1]
