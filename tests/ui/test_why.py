"""Why a figure stands where it does: what has moved it, or that nothing has."""

from functools import lru_cache

import pytest

from game.core.chance import seed_of
from game.engine.game import Game
from game.ui.present import why
from tests.exercises import FLAGSHIP, exercise_of


@lru_cache(1)
def game() -> Game:
    """Return the flagship before its first council."""
    return Game(exercise_of(FLAGSHIP), seed_of("demo"))


@pytest.mark.parametrize("subject", ["track:zz", "log:zz", "zz", ""])
def test_a_link_to_nothing_says_so(subject: str):
    assert why.of(game(), subject).title == "Nothing more is known of this."


def test_a_figure_that_has_not_moved_is_not_said_to_go_from_somewhere_to_itself():
    track = next(iter(game().exercise.scenario.tracks))
    found = why.of(game(), f"track:{track}")
    assert not found.causes
    assert found.total.startswith("Nothing has moved it since ") and "from" not in found.total
