"""What is added up of causes, beside the book of one game that every step is checked with."""

import numpy as np

from game.core.ledger import Movement, Source
from game.core.state import State
from tests.exercises import ten_places


def test_only_what_really_moved_is_added_up():
    state = State.blank(ten_places().world, 3)
    state.track[:, 0] = [50_000, 99_000, 2000]
    ledger, amount = Movement(3), np.array([5000, 5000, -5000], np.int32)
    ledger.change(state, 0, amount, Source.EVENT, "", "")
    assert state.track[:, 0].tolist() == [55_000, 100_000, 0]
    assert ledger.moved[Source.EVENT].tolist() == [5000, 1000, 2000]
