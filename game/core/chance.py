"""Chance: the one door by which luck enters. A draw has an address, never a place in a stream."""

from collections.abc import Sequence
from functools import cache, cached_property
from hashlib import blake2b, sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.types import Ints, Rows

HALF = np.uint64(32)  # bits
WORDS_PER_BLOCK = 4  # Philox makes 256 bits for each value of its counter


def seed_of(word: str) -> int:
    """Turn the word that a person types into a seed of 64 bits."""
    return int.from_bytes(sha256(word.encode()).digest()[:8], "little")


@cache
def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


class Chance:
    """Whole numbers keyed by (seed, week, rule, item, game) and by nothing else.

    `games` names the game that each row plays. Rows may repeat a game (the options of a forecast
    share their luck), and finished rows may be taken out, without moving anybody's dice.
    One generator is moved about, so an instance serves one thread.
    """

    def __init__(self, seed: int, games: NDArray[np.int64]) -> None:
        self.seed, self.games = seed, games
        self._dice = np.random.Philox(key=seed)
        self._place: Any = self._dice.state
        self._counter = self._place["state"]["counter"]

    @cached_property
    def _span(self) -> tuple[int, int, Rows | None]:
        """Return the first game, how many there are from it to the last, and which the rows play.

        There are no rows where they play all of these in order. Many parts of a batch never roll:
        it is worked out at the first roll.
        """
        games = self.games
        if not len(games):
            return 0, 0, None
        first = int(games.min())
        count, rows = int(games.max()) + 1 - first, games - first
        if count == len(games) and (rows == np.arange(count)).all():
            return first, count, None
        return first, count, rows

    def permille(self, week: int, rule: str, item: str = "", size: int = 1) -> Ints:
        """Return numbers from 0 to 999, shaped (rows, size)."""
        first, count, rows = self._span
        address = week, _number(rule), _number(item)
        table = self._words(first * size, count * size, address).reshape(count, size)
        return _permille(table if rows is None else table[rows])

    def each(self, week: int, rule: str, items: Sequence[str]) -> Ints:
        """Return one number for every item by its name: adding an item moves nobody else's dice."""
        if not items:
            return np.zeros((len(self.games), 0), np.int32)
        first, count, rows = self._span
        key, table = _number(rule), np.empty((count, len(items)), np.uint64)
        for column, item in enumerate(items):
            table[:, column] = self._words(first, count, (week, key, _number(item)))
        return _permille(table if rows is None else table[rows])

    def _words(self, start: int, count: int, address: tuple[int, int, int]) -> NDArray[np.uint64]:
        # Moving one generator costs 1 microsecond; making one costs 8. That is why it is kept.
        block, skip = divmod(start, WORDS_PER_BLOCK)
        self._counter[:] = (block, *address)
        self._place["buffer_pos"] = WORDS_PER_BLOCK  # forget what was drawn before
        self._dice.state = self._place
        return self._dice.random_raw(skip + count)[skip:]

    def of(self, rows: Rows) -> "Chance":
        """Return the luck of some of the rows. It moves the same generator."""
        part = Chance.__new__(Chance)
        part.seed, part.games = self.seed, self.games[rows]
        part._dice, part._place, part._counter = self._dice, self._place, self._counter
        return part


def _permille(words: NDArray[np.uint64]) -> Ints:
    """Return numbers from 0 to 999 by the upper half of each word, which is overwritten."""
    words >>= HALF
    words *= np.uint64(1000)
    words >>= HALF
    return words.astype(np.int32)
