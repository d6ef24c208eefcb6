"""The cheapest way through a graph."""

from game.ui.map.ways import cheapest

STEPS = {1: {2: 1.0, 3: 5.0}, 2: {3: 1.0, 4: 9.0}, 3: {4: 1.0}, 4: {}, 5: {4: 1.0}, 6: {}}


def way(starts: dict[int, float], *goals: int) -> tuple[list[int], float]:
    return cheapest(lambda here: STEPS[here].items(), starts, goals)


def test_the_way_that_costs_least_is_taken() -> None:
    assert way({1: 0.0}, 4) == ([1, 2, 3, 4], 3.0)
    assert way({1: 0.0}, 4, 2) == ([1, 2], 1.0)


def test_what_it_costs_to_begin_somewhere_counts() -> None:
    assert way({1: 0.0, 5: 1.0}, 4) == ([5, 4], 2.0)
    assert way({1: 0.0, 5: 4.0}, 4) == ([1, 2, 3, 4], 3.0)


def test_a_start_that_is_a_goal_is_a_way_and_there_may_be_none() -> None:
    assert way({3: 0.0}, 3) == ([3], 0.0)
    assert way({1: 0.0}, 6) == ([], float("inf"))
    assert way({}, 4) == ([], float("inf"))
