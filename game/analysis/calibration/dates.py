"""Dates: how a file of history writes a day or a week, and how a measured one is told."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator

from game.core.world import World

ISO_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NEVER = float("inf")
"""The value of what does not happen; it sorts after all dates."""


class Span(NamedTuple):
    """A day, or the days of a week: the first and the last of them."""

    first: date
    last: date


def _span(written: Any) -> Span:
    said = str(written)
    try:
        if ISO_DAY.fullmatch(said):
            day = date.fromisoformat(said)
            return Span(day, day)
        if found := ISO_WEEK.fullmatch(said):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return Span(monday, monday + timedelta(days=6))
    except ValueError:  # such as a 31st of June
        pass
    raise ValueError(f"'{said[:40]}' is not a date; write 2017-06-20, or 2017-W23 for a week")


def _figure(written: Any) -> "Span | Decimal":
    if isinstance(written, bool) or not isinstance(written, int | float | Decimal | str | date):
        raise ValueError("should be a number or a date; write 12, 2017-06-20 or 2017-W23")
    if isinstance(written, str | date):
        return _span(written)
    return Decimal(str(written))


When = Annotated[Span, PlainValidator(_span)]
"""A day, written like 2017-06-20, or a week, written like 2017-W23."""
Figure = Annotated[Span | Decimal, PlainValidator(_figure)]
"""A number, a day or a week: whatever the measure gives."""


class Unit(Enum):
    """What the numbers of a measure count."""

    NUMBER = "number"
    WEEK = "week"  # of the scenario, from 0
    MONTH = "month"  # of the calendar: twelve for each year

    @property
    def dated(self) -> bool:
        """Say whether the numbers are dates."""
        return self is not Unit.NUMBER


@dataclass(frozen=True)
class Calendar:
    """Turns dates into a measure's numbers and back, for one scenario."""

    world: World

    @property
    def first(self) -> date:
        """Return the first day of the scenario."""
        return self.world.start

    @property
    def last(self) -> date:
        """Return the last day of the scenario."""
        return self.world.start + timedelta(days=7 * self.world.weeks - 1)

    def number(self, day: date, unit: Unit) -> float:
        """Return the number of a day: of its week or its month."""
        return float(month_of(day) if unit is Unit.MONTH else self.world.week_of(day))

    def bounds(self, figure: Span | Decimal, unit: Unit) -> tuple[float, float]:
        """Return the least and the greatest number that a written figure stands for."""
        if isinstance(figure, Span):
            return self.number(figure.first, unit), self.number(figure.last, unit)
        return float(figure), float(figure)

    def said(self, number: float, unit: Unit) -> str | float | None:
        """Return a number as other programs read it: a week, a month, a number; None for never."""
        if number != number or abs(number) == NEVER:
            return None
        if unit is Unit.WEEK:
            year, week, _ = (self.first + timedelta(days=7 * int(number))).isocalendar()
            return f"{year}-W{week:02}"
        if unit is Unit.MONTH:
            return f"{int(number) // 12}-{int(number) % 12 + 1:02}"
        return round(number, 3)

    def month_of_week(self, week: int) -> int:
        """Return the number of the month in which most days of a week lie."""
        return month_of(self.first + timedelta(days=7 * week + 3))


def month_of(day: date) -> int:
    """Return the number of a month, twelve for each year."""
    return day.year * 12 + day.month - 1
