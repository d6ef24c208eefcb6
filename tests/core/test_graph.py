"""Ways on the map, against the plainest search. Reach has a file of its own."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.graph import FAR, beside, ways
from game.core.types import Ints

PLACES = 9


def drawn(seed: int, tables: int = 3, part: float = 0.3) -> Ints:
    """Return the cost of each link in some tables, FAR where there is none."""
    dice = np.random.default_rng(seed)
    cost = np.full((tables, PLACES, PLACES), FAR, np.int32)
    for table in cost:
        links = np.triu(dice.random((PLACES, PLACES)) < part, 1)
        km = dice.integers(1, 60, (PLACES, PLACES))
        table[links] = km[links]
        table[links.T] = km.T[links.T]
    return cost


def cheapest(cost: Ints, start: int) -> list[int]:
    """Return what the cheapest way to each place costs, found by relaxing until nothing changes."""
    total = [FAR] * len(cost)
    total[start] = 0
    for _ in cost:
        for one in range(len(cost)):
            for other in range(len(cost)):
                total[other] = min(total[other], total[one] + int(cost[one, other]), FAR)
    return total


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_cheapest_ways_are_found_and_lead_there(seed: int):
    cost = drawn(seed)
    hop, total = ways(cost)
    for table in range(len(cost)):
        for start in range(PLACES):
            best = cheapest(cost[table], start)
            assert total[table, start].tolist() == best
            for goal in range(PLACES):
                assert walked(cost[table], hop[table], start, goal) == best[goal]


def walked(cost: Ints, hop: np.ndarray, start: int, goal: int) -> int:
    """Go from hop to hop and add up what the links cost; FAR where no way leads."""
    at, spent = start, 0
    while at != goal:
        towards = int(hop[at, goal])
        if towards == at:
            return FAR
        spent += int(cost[at, towards])
        at = towards
    return spent


def test_where_no_way_leads_one_stays():
    cost = np.full((1, 3, 3), FAR, np.int32)
    cost[0, 0, 1] = cost[0, 1, 0] = 10
    hop, total = ways(cost)
    assert hop[0, :, 2].tolist() == [0, 1, 2]
    assert total[0, :, 2].tolist() == [FAR, FAR, 0]


def test_the_costs_given_are_left_as_they_were():
    cost = drawn(5)
    before = cost.copy()
    ways(cost)
    np.testing.assert_array_equal(cost, before)


@given(seed=st.integers(0, 10**6))
def test_beside_are_the_ends_of_links(seed: int):
    dice = np.random.default_rng(seed)
    links = (drawn(seed, 1)[0] < FAR).astype(np.float32)
    places = dice.random((6, PLACES)) < 0.3
    plain = [
        [any(links[p, q] for q in np.flatnonzero(row)) for p in range(PLACES)] for row in places
    ]
    np.testing.assert_array_equal(beside(links, places), plain)
