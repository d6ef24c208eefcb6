"""The start of a game."""

import numpy as np

from game.core.relation import ALLIED, HOSTILE, NEUTRAL
from game.engine.exercise import Exercise
from game.engine.setup import relations


def test_relations_at_the_start_are_mutual(exercise: Exercise):
    start = relations(exercise.scenario, exercise.world.sides)
    np.testing.assert_array_equal(start, start.T)
    assert (start.diagonal() == ALLIED).all()


def test_sides_of_a_bloc_are_allied_and_others_neutral_unless_it_is_said(ten_places: Exercise):
    sides = ten_places.world.sides
    start = relations(ten_places.scenario, sides)
    found = {
        pair: int(start[sides.index(pair[0]), sides.index(pair[1])])
        for pair in (
            ("helmets", "lowland"),
            ("lowland", "hillfolk"),
            ("hillfolk", "runners"),
            ("helmets", "northmark"),
            ("helmets", "deltafolk"),
        )
    }
    assert list(found.values()) == [ALLIED, HOSTILE, ALLIED, NEUTRAL, NEUTRAL]
    others = np.arange(len(sides)) != ten_places.world.nobody
    assert (start[ten_places.world.nobody, others] == NEUTRAL).all()
