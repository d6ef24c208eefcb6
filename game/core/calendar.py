"""Calendar: days as the player reads them, the same in every country's settings."""

from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short(when: date) -> str:
    """Say a day without its year."""
    return f"{when.day} {MONTHS[when.month - 1]}"


def first_days(start: date, weeks: int) -> tuple[str, ...]:
    """Say the first day of each of so many weeks, and the day after the last of them."""
    return tuple(short(start + timedelta(days=7 * week)) for week in range(weeks + 1))
