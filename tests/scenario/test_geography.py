"""The map in numbers, against the plainest ways to work them out."""

from math import ceil

import numpy as np

from game.core.graph import FAR
from game.engine.exercise import Exercise


def nearest(centre: np.ndarray, one: np.ndarray, other: np.ndarray) -> float:
    """Return how near a straight line comes to a point, by looking along it."""
    along = one + np.linspace(0, 1, 2001)[:, None] * (other - one)
    east, north = (along - centre).T * 111.195
    return float(np.hypot(east * np.cos(np.radians(centre[1])), north).min())


def test_a_zone_shuts_the_links_that_come_nearer_than_its_radius_both_ways(exercise: Exercise):
    scenario, world, shut = exercise.scenario, exercise.world, 0
    for number, zone in enumerate(scenario.rules.zone.values()):
        centre = np.array(scenario.places[zone.centre].position, float)
        for level, radius in enumerate((0, *zone.radii)):
            expected = np.zeros(world.links.shape, bool)
            for link in scenario.links:
                ends = [np.array(scenario.places[p].position, float) for p in link[:2]]
                if nearest(centre, *ends) < radius:
                    a, b = (world.places.index(p) for p in link[:2])
                    expected[a, b] = expected[b, a] = True
            np.testing.assert_array_equal(world.zone_shut[number, level], expected)
            shut += int(expected.sum())
    assert shut


def test_a_link_costs_a_column_its_share_of_a_week_rounded_up(exercise: Exercise):
    scenario, world = exercise.scenario, exercise.world
    expected = np.full(world.toll.shape, FAR)
    for march, paces in enumerate(scenario.marches.values()):
        for one, other, kind, km in scenario.links:
            if kind in paces:
                a, b = world.places.index(one), world.places.index(other)
                expected[march, a, b] = expected[march, b, a] = ceil(1000 * km / paces[kind])
    np.testing.assert_array_equal(world.toll, expected)
