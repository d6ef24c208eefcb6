"""Array types and the only arithmetic that rounds. The first axis of every array is games."""

from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]  # people, thousandths of a point, per mille
Small = NDArray[np.int8]  # ids of sides, levels of dials and statuses, short counts
Index = NDArray[np.int16]  # ids of places and units, weeks
Mask = NDArray[np.bool_]
Rows = NDArray[np.intp]  # positions, ready to index with
Number = TypeVar("Number", bound=np.generic)

THOUSAND = 1000


def scale(amount: Ints | int, permille: Ints | int) -> Ints:
    """Return `amount * permille / 1000` as int32, rounded half away from zero.

    Rules divide nowhere else: a bare `//` rounds losses and gains differently.
    """
    product = np.multiply(amount, permille, dtype=np.int64)
    below = product < 0
    product += 500  # in place: making arrays costs more than reckoning
    product -= below  # floor division then rounds away from zero
    product //= THOUSAND
    return product.astype(np.int32)


def share(part: Ints, whole: Ints | int) -> Ints:
    """Return how many per mille of `whole` the `part` is, both not negative; nought of nought."""
    product = np.multiply(part, THOUSAND, dtype=np.int64)
    return (product // np.maximum(whole, 1)).astype(np.int32)


def split(amount: Ints | int, parts: Ints) -> Ints:
    """Return what each of so many parts gets when all get the same; the rest is left over."""
    return np.asarray(amount // np.maximum(parts, 1), np.int32)


def nearest(amount: Ints, step: int) -> Ints:
    """Return the multiple of `step` nearest to a count that is not negative."""
    return np.asarray((amount + step // 2) // step * step, np.int32)


def count(where: Mask) -> Ints:
    """Return how often something is true in every game, from a mask (games, any)."""
    return np.asarray(where.sum(axis=1, dtype=np.int32))


def clip(amount: Ints, low: int, high: int) -> Ints:
    """Return amounts no lower and no higher than the bounds; quicker than `np.clip`."""
    return np.minimum(np.maximum(amount, low), high)


@lru_cache(maxsize=4096)
def among(names: tuple[str, ...], wanted: tuple[str, ...]) -> Mask:
    """Say of each name whether it is one of those wanted."""
    found = np.isin(names, wanted)
    found.flags.writeable = False  # the cache hands the same one to everybody
    return found


@lru_cache(maxsize=4096)
def numbers(names: tuple[str, ...], wanted: tuple[str, ...]) -> Rows:
    """Return the positions of some names, ready to index with."""
    found = np.array(indexes(names, wanted), np.intp)
    found.flags.writeable = False  # the cache hands the same one to everybody
    return found


def indexes(names: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    """Return the positions of some names."""
    return [names.index(name) for name in wanted]


def present(numbers: Small | Index | Rows) -> list[int]:
    """Return the different ids, from NONE (-1) on, in order; quicker than `np.unique`."""
    return [int(n) - 1 for n in np.flatnonzero(np.bincount(numbers.astype(np.intp) + 1))]


def positions(where: Mask) -> tuple[Rows, Rows]:
    """Return the rows and the columns at which a mask (games, any) is true; like `np.nonzero`.

    It is ten times as fast where little is true.
    """
    rows, columns = np.divmod(np.flatnonzero(where), max(where.shape[1], 1))
    return rows, columns


def marked(where: Mask, place: Index, places: int) -> Mask:
    """Return the places (games, places) that are named where a mask (games, units) is true."""
    marks = np.zeros((len(where), places), bool)
    games, units = positions(where)
    marks[games, place[games, units]] = True
    return marks


def spread(
    shape: tuple[int, ...], rows: Rows, columns: Rows | Index, values: NDArray[Number]
) -> NDArray[Number]:
    """Return a table of noughts with values at the positions that lists of both axes name."""
    table: NDArray[Number] = np.zeros(shape, values.dtype)
    table[rows, columns] = values
    return table


def spots(shape: tuple[int, ...], rows: Rows, columns: Rows | Index) -> Mask:
    """Return a mask that is true at the positions that lists of both axes name."""
    mask = np.zeros(shape, bool)
    mask[rows, columns] = True
    return mask


def replaced(table: NDArray[Number], column: int, values: NDArray[Number]) -> NDArray[Number]:
    """Return a copy of a table (games, any) with other values (games,) in one of its columns."""
    copy = table.copy()
    copy[:, column] = values
    return copy


def single(where: Mask, column: int, columns: int) -> Mask:
    """Return a mask (games, columns) that is false outside one column (games,)."""
    return replaced(np.zeros((len(where), columns), bool), column, where)


def tallied(number: Ints, most: int) -> Mask:
    """Return a mask (games, 1 + most) that is true at each game's number (games,), if it has any.

    It is for facts about no place, whose item is a number that says how much.
    """
    marks = np.arange(1 + most) == number[:, None]
    return np.asarray(marks & (number[:, None] > 0))
