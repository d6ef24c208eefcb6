"""Verdicts: statistics over games, each with its interval, held against a band."""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from game.analysis.calibration.chronicle import Chronicle
from game.analysis.calibration.dates import Calendar, Span, Unit
from game.analysis.calibration.filters import Filter, Happening
from game.analysis.calibration.history import Check, History, Proportion, Row
from game.analysis.calibration.measures import Difference, HeldAt, Level, Measure, Share
from game.analysis.calibration.measuring import Values, take
from game.analysis.calibration.wanted import inside
from game.analysis.compare import wilson
from game.core.calendar import short
from game.core.types import Mask

NOTHING = float("nan")
SIGMA = 1.2816  # 80 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True)
class Verdict:
    """What one check found. Numbers are in the unit; shares in per cent."""

    check: Check
    measured: Unit  # what the games give
    unit: Unit  # of the value and its band: a number where it is a share
    value: float
    low: float  # the interval that holds 80 % of the games, or of likely shares
    high: float
    band: tuple[float, float]
    games: int  # that counted
    percentile: float  # per cent of the games below what really happened; nan if it is not given
    reason: str = ""  # why there is no value

    @property
    def inside(self) -> bool:
        """Say whether the value lies in its band."""
        return not self.reason and self.band[0] <= self.value <= self.band[1]


@dataclass(frozen=True)
class RowVerdict:
    """What the checks of a row found."""

    id: str
    row: Row
    checks: tuple[Verdict, ...]
    reason: str = ""  # why it cannot be tested

    @property
    def testable(self) -> bool:
        """Say whether there is anything to say."""
        return not self.reason

    @property
    def inside(self) -> bool:
        """Say whether all checks are in."""
        return self.testable and all(check.inside for check in self.checks)


def judge(history: History, of: Chronicle) -> list[RowVerdict]:
    """Hold every row of history against the games."""
    return [_row(name, row, of) for name, row in history.rows.items()]


def _row(name: str, row: Row, of: Chronicle) -> RowVerdict:
    if reason := row.untestable or outside(row, of.calendar):
        return RowVerdict(name, row, (), reason)
    checks = tuple(check_of(check, measure, of) for check, measure in row.measured())
    reasons = [check.reason for check in checks if check.reason]
    return RowVerdict(name, row, checks, reasons[0] if len(reasons) == len(checks) else "")


def outside(row: Row, calendar: Calendar) -> str:
    """Say why a row asks for days that the scenario does not play, if it does."""
    for day in (day for check, measure in row.measured() for day in _days(check, measure)):
        if day < calendar.first:
            return f"the scenario starts on {_full(calendar.first)}"
        if day > calendar.last:
            return f"the scenario ends on {_full(calendar.last)}"
    return ""


def _full(day: date) -> str:
    return f"{short(day)} {day.year}"


def _days(check: Check, measure: Measure) -> list[date]:
    """Return the days on which a check depends; its band may reach beyond the scenario."""
    said = [check.was, check.p.that.by if check.p and check.p.that else None]
    spans = [each for each in said if isinstance(each, Span)]
    return [span.last for span in spans] + _asked(measure)


def _asked(measure: Measure) -> list[date]:
    asked = measure.asked
    found = [day for each in (asked, asked.given, asked.unless) for day in _window(each)]
    if isinstance(asked, Difference):
        found += [span.last for span in (asked.from_, asked.to) if span]
    for kind, field in ((Level, "at"), (HeldAt, "date"), (Share, "before")):
        if isinstance(asked, kind) and (span := getattr(asked, field)):
            found.append(span.last)
    return found + [day for inner in inside(measure) for day in _asked(inner)]


def _window(asked: object) -> list[date]:
    if not isinstance(asked, Filter | Happening):
        return []
    return [day for day in (asked.first, asked.last) if day]


def check_of(check: Check, measure: Measure, of: Chronicle) -> Verdict:
    """Take one measure of every game, and hold its statistic against the band."""
    taken, unit, calendar = take(measure, of), measure.unit, of.calendar
    numbers = np.sort(taken.number[taken.counts])
    shown = Unit.NUMBER if check.p else unit
    band = _band(check, shown, calendar)
    percentile = _percentile(check, unit, calendar, numbers)
    if not len(numbers):
        none = "no game has what it is measured in"
        return Verdict(check, unit, shown, NOTHING, NOTHING, NOTHING, band, 0, percentile, none)
    value, low, high = _statistic(check, unit, calendar, numbers)
    return Verdict(check, unit, shown, value, low, high, band, len(numbers), percentile)


def _statistic(
    check: Check, unit: Unit, calendar: Calendar, numbers: Values
) -> tuple[float, float, float]:
    """Return the statistic with its interval."""
    if check.p:
        return _share(int(_has(check.p, unit, calendar, numbers).sum()), len(numbers))
    low, high = ranked(numbers, 10), ranked(numbers, 90)
    if check.mean:
        return float(numbers.mean()), low, high
    at = float(check.quantile.at) if check.quantile else 50.0
    return ranked(numbers, at), low, high


def ranked(numbers: Values, percent: float) -> float:
    """Return the least of sorted numbers that at least so many per cent do not exceed.

    It is one of the numbers: nothing lies between a date and never.
    """
    rank = math.ceil(round(percent / 100 * len(numbers), 9))
    return float(numbers[min(max(rank, 1), len(numbers)) - 1])


def _has(p: Proportion, unit: Unit, calendar: Calendar, numbers: Values) -> Mask:
    """Say which numbers have what a share counts."""
    that = p.that
    if that is None:
        return np.isfinite(numbers) if unit.dated else np.asarray(numbers > 0)
    if that.never:
        return np.isinf(numbers)
    if that.by:
        return np.asarray(numbers <= calendar.number(that.by.last, unit))
    if that.at_least is not None:
        return np.asarray(numbers >= calendar.bounds(that.at_least, unit)[0])
    if that.at_most is not None:
        return np.asarray(numbers <= calendar.bounds(that.at_most, unit)[1])
    assert that.is_ is not None
    low, high = calendar.bounds(that.is_, unit)
    return np.asarray((numbers >= low) & (numbers <= high))


def _share(part: int, whole: int) -> tuple[float, float, float]:
    """Return a share in per cent, and within what it lies by Wilson's interval."""
    share = part / whole
    low, high = wilson(share, whole, SIGMA)
    return 100 * share, 100 * low, 100 * high


def _band(check: Check, unit: Unit, calendar: Calendar) -> tuple[float, float]:
    low, high = check.band.low(), check.band.high()
    return (
        -math.inf if low is None else calendar.bounds(low, unit)[0],
        math.inf if high is None else calendar.bounds(high, unit)[1],
    )


def _percentile(check: Check, unit: Unit, calendar: Calendar, numbers: Values) -> float:
    """Return how many per cent of the games lie below what really happened, of equals half."""
    if check.was is None or not len(numbers):
        return NOTHING
    low, high = calendar.bounds(check.was, unit)
    below = (numbers < low).sum() + 0.5 * ((numbers >= low) & (numbers <= high)).sum()
    return float(100 * below / len(numbers))
