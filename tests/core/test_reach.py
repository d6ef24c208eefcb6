"""What can be reached, eight games to a byte, against the plainest search."""

import numpy as np
import pytest

from game.core.graph import reach
from game.core.types import Mask


def plain(links: np.ndarray, held: Mask, sources: list[int]) -> Mask:
    reached = np.zeros_like(held)
    for game, holds in enumerate(held):
        ahead = [place for place in sources if holds[place]]
        while ahead:
            place = ahead.pop()
            if not reached[game, place]:
                reached[game, place] = True
                ahead += [p for p in np.flatnonzero(links[place]) if holds[p]]
    return reached


@pytest.mark.parametrize("games", [0, 1, 7, 8, 50])
@pytest.mark.parametrize("sources", [[], [0], [0, 3, 11]])
@pytest.mark.parametrize("part", [0.4, 0.8, 1.0])
def test_it_is_what_a_search_from_place_to_place_finds(games: int, sources: list[int], part: float):
    dice = np.random.default_rng(games)
    roads = np.triu(dice.random((12, 12)) < 0.15, 1)
    links = (roads | roads.T).astype(np.float32)
    held = dice.random((games, 12)) < part
    found = reach(links, held, sources)
    assert found.dtype == bool
    np.testing.assert_array_equal(found, plain(links, held, sources))


def test_where_there_are_no_roads_only_the_sources_are_reached():
    found = reach(np.zeros((3, 3), np.float32), np.ones((2, 3), bool), [1])
    np.testing.assert_array_equal(found, [[False, True, False]] * 2)
