"""Spots: the few places, of all places of all games, where something happens."""

from dataclasses import dataclass

import numpy as np

from game.core.types import Ints, Mask, Rows, spots, spread
from game.core.week import Week


@dataclass(frozen=True)
class Spots:
    """Pairs of a game and a place, ordered by game, of a table (games, places).

    Where little happens, lists of what does cost far less than tables of what does not.
    """

    rows: Rows
    places: Rows
    shape: tuple[int, ...]  # games, places

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def mask(self) -> Mask:
        """Return the table (games, places) that is true here."""
        return spots(self.shape, self.rows, self.places)

    @property
    def often(self) -> Ints:
        """Return how many there are in every game (games,)."""
        return np.bincount(self.rows, minlength=self.shape[0]).astype(np.int32)

    def only(self, where: Mask) -> "Spots":
        """Return those of a mask (spots,)."""
        return Spots(self.rows[where], self.places[where], self.shape)

    def table(self, values: Ints) -> Ints:
        """Return a table (games, places) with the values (spots,) here and nought elsewhere."""
        return spread(self.shape, self.rows, self.places, values)

    def roll(self, week: Week, rule: str, item: str = "") -> Ints:
        """Return numbers from 0 to 999 (spots,): every place has dice of its own, by its name."""
        rolls = np.zeros(len(self), np.int32)
        for place in np.flatnonzero(np.bincount(self.places)):
            here = self.places == place
            drawn = week.roll(rule, f"{item}{week.world.places[place]}")
            rolls[here] = drawn[self.rows[here], 0]
        return rolls
