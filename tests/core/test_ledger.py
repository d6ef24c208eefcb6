"""What is added up of causes, beside the book of one game that every step is checked with."""

import numpy as np
import pytest

from game.core.ledger import Book, Ledger, Movement, Source
from game.core.state import State
from tests.exercises import ten_places


def test_only_what_really_moved_is_added_up():
    state = State.blank(ten_places().world, 3)
    state.track[:, 0] = [50_000, 99_000, 2000]
    ledger, amount = Movement(3), np.array([5000, 5000, -5000], np.int32)
    ledger.change(state, 0, amount, Source.EVENT, "", "")
    assert state.track[:, 0].tolist() == [55_000, 100_000, 0]
    assert ledger.moved[Source.EVENT].tolist() == [5000, 1000, 2000]


@pytest.mark.parametrize("make", [Ledger, Book, lambda: Movement(3)])
def test_several_tracks_change_as_they_would_one_after_the_other(make):
    together, apart, one, other = (
        *(State.blank(ten_places().world, 3) for _ in "ab"),
        make(),
        make(),
    )
    for state in (together, apart):
        state.track[:] = [[50_000], [99_000], [2000]]
    tracks = np.array([2, 0])
    amounts = np.array([[5000, -1], [5000, 0], [-5000, 7]], np.int32)
    one.change_all(together, tracks, amounts, Source.EVENT, "why", "rule")
    for track, amount in zip(tracks.tolist(), amounts.T, strict=True):
        other.change(apart, track, amount, Source.EVENT, "why", "rule")
    assert together.digest() == apart.digest()
    assert getattr(one, "entries", None) == getattr(other, "entries", None)
    if isinstance(one, Movement):
        assert one.moved[Source.EVENT].tolist() == other.moved[Source.EVENT].tolist()
