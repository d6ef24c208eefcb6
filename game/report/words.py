"""Small words: numbers, signs, dates and lists as the player reads them."""

from collections.abc import Sequence
from datetime import date, timedelta

from game.core.calendar import short as short
from game.engine.exercise import Exercise

DOT = " · "


def points(thousandths: int) -> str:
    """Say a level of a track, or a price."""
    return f"{round(thousandths / 1000, 1):g}"


def signed(thousandths: int) -> str:
    """Say a change with its sign."""
    return f"{round(thousandths / 1000, 1):+g}"


def many(number: int, one: str, more: str = "") -> str:
    """Say how many of something."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def one_of(names: Sequence[str], last: str = "or") -> str:
    """List names: a, b or c."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def day_of(exercise: Exercise, week: int) -> date:
    """Return the first day of a week."""
    return exercise.scenario.start + timedelta(days=7 * week)


def day(exercise: Exercise, week: int) -> str:
    """Say the first day of a week."""
    return short(day_of(exercise, week))


def week_of(exercise: Exercise, week: int) -> str:
    """Name a week, for what is known to the week only."""
    return f"Week of {day(exercise, week)}"


def weeks_of(exercise: Exercise, first: int, last: int) -> str:
    """Name one week, or the days from the first of some weeks to the last."""
    if first == last:
        return week_of(exercise, first)
    return f"{day(exercise, first)} to {short(day_of(exercise, last) + timedelta(days=6))}"


def span(exercise: Exercise, turn: int) -> str:
    """Say from when to when a turn (from 0) lasts."""
    starts = (*exercise.world.turn_starts, exercise.world.weeks)
    last = day_of(exercise, starts[turn + 1]) - timedelta(days=1)
    return f"{day(exercise, starts[turn])} to {short(last)} {last.year}"
