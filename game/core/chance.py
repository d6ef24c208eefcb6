"""Chance: the one door by which luck enters. A draw has an address, never a place in a stream."""

from collections.abc import Sequence
from copy import copy
from functools import cache
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
        self.seed = seed
        self._dice = np.random.Philox(key=seed)
        self._place: Any = self._dice.state
        self._counter = self._place["state"]["counter"]
        self._seat(games)

    def _seat(self, games: NDArray[np.int64]) -> None:
        """Take in which game each row plays."""
        self.games = games
        self._first = int(games.min()) if len(games) else 0
        self._count = int(games.max()) + 1 - self._first if len(games) else 0
        self._rows = games - self._first
        each_once = self._count == len(games)
        self._in_order = each_once and bool((self._rows == np.arange(self._count)).all())

    def permille(self, week: int, rule: str, item: str = "", size: int = 1) -> Ints:
        """Return numbers from 0 to 999, shaped (rows, size)."""
        start = self._first * size
        words = self._words(start, self._count * size, (week, _number(rule), _number(item)))
        table = words.reshape(self._count, size)
        return _permille(table if self._in_order else table[self._rows])

    def each(self, week: int, rule: str, items: Sequence[str]) -> Ints:
        """Return one number for every item by its name: adding an item moves nobody else's dice."""
        if not items:
            return np.zeros((len(self.games), 0), np.int32)
        key, table = _number(rule), np.empty((self._count, len(items)), np.uint64)
        for column, item in enumerate(items):
            table[:, column] = self._words(self._first, self._count, (week, key, _number(item)))
        return _permille(table if self._in_order else table[self._rows])

    def _words(self, start: int, count: int, address: tuple[int, int, int]) -> NDArray[np.uint64]:
        # Moving one generator costs 1 microsecond; making one costs 8. That is why it is kept.
        block, skip = divmod(start, WORDS_PER_BLOCK)
        self._counter[:] = (block, *address)
        self._place["buffer_pos"] = WORDS_PER_BLOCK  # forget what was drawn before
        self._dice.state = self._place
        return self._dice.random_raw(skip + count)[skip:]

    def of(self, rows: Rows) -> "Chance":
        """Return the luck of some of the rows. It moves the same generator."""
        part = copy(self)
        part._seat(self.games[rows])
        return part


def _permille(words: NDArray[np.uint64]) -> Ints:
    """Return numbers from 0 to 999 by the upper half of each word, which is overwritten."""
    words >>= HALF
    words *= np.uint64(1000)
    words >>= HALF
    return words.astype(np.int32)
