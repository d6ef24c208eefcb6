"""Compare: how an option's odds differ from holding the course, and whether one can tell."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.forecast import Odds
from game.core.types import Ints, Mask

SURE = 1.96  # standard errors: 95 in 100


@dataclass(frozen=True)
class Comparison:
    """A chance under an option and under holding the course, in per mille."""

    share: int
    low: int
    high: int
    hold_share: int
    difference: int
    certain: bool
    """Whether the difference is larger than what luck in so few futures would make."""


def compare(hold: Odds, odds: Odds, endings: tuple[int, ...]) -> Comparison:
    """Compare the chance of some endings, future by future: both met the same luck."""
    mine, theirs = np.isin(odds.ending, endings), np.isin(hold.ending, endings)
    share, low, high = interval(mine)
    paired = mine.astype(np.int64) - theirs
    return Comparison(
        share, low, high, interval(theirs)[0], round(1000 * float(paired.mean())), _certain(paired)
    )


def interval(happened: Mask) -> tuple[int, int, int]:
    """Return a share in per mille and its bounds (Wilson, 95 per cent)."""
    n = len(happened)
    if not n:
        return 0, 0, 1000
    share = float(happened.mean())
    low, high = wilson(share, n, SURE)
    return round(1000 * share), round(1000 * low), round(1000 * high)


def wilson(share: float, n: int, sigma: float) -> tuple[float, float]:
    """Return within what a share of n lies, by Wilson's interval of so many standard errors."""
    square = sigma**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = sigma * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _certain(paired: NDArray[np.int64]) -> bool:
    """Say whether the mean of paired differences is clearly not nought."""
    n = len(paired)
    if n < 2 or not paired.any():
        return False
    error = float(paired.std(ddof=1)) / math.sqrt(n)
    return abs(float(paired.mean())) > SURE * max(error, 1 / n)


@dataclass(frozen=True)
class Shift:
    """How far an option moves a track within three turns, in thousandths of a point."""

    track: str
    amount: int
    certain: bool


def shifts(hold: Odds, odds: Odds, tracks: tuple[str, ...]) -> list[Shift]:
    """Return what differs within three turns from holding the course, the largest first."""
    paired = odds.soon.astype(np.int64) - hold.soon
    means: Ints = np.round(paired.mean(axis=0)).astype(np.int32)
    found = [
        Shift(track, int(means[number]), _certain(paired[:, number]))
        for number, track in enumerate(tracks)
    ]
    return sorted(found, key=lambda shift: -abs(shift.amount))
