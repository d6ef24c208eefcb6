"""Odds in short: for each choice, against holding the course."""

import numpy as np

from game.analysis.compare import compare, interval
from game.analysis.forecast import DELEGATE, Forecast, Odds
from game.engine.exercise import Exercise
from game.report.odds import moved, watched
from game.report.words import DOT, many, signed

HOLD = "if you hold course"
STANDING = "with the standing answer"


def hold_line(exercise: Exercise, hold: Odds) -> str:
    """Say the chances of holding course, and how they were found."""
    found = _chances(exercise, hold)
    how = f"({many(hold.games, 'future')} each; afterwards {DELEGATE} decide.)"
    return f"If you hold course: {found}. {how}" if found else how


def standing_line(exercise: Exercise, hold: Odds) -> str:
    """Say the chances of the standing answer."""
    found = _chances(exercise, hold)
    return f"Odds: {found} ({many(hold.games, 'future')})" if found else ""


def _chances(exercise: Exercise, hold: Odds) -> str:
    return DOT.join(
        f"{title} {_per_hundred(interval(np.isin(hold.ending, numbers))[0])} in 100"
        for title, numbers in watched(exercise)
    )


def choice_line(exercise: Exercise, forecast: Forecast, odds: Odds, hold: str = HOLD) -> str:
    """Say in one line how a choice differs from holding course, and where one cannot tell."""
    sure, unsure, alike = list[str](), list[str](), 0
    for title, numbers in watched(exercise):
        found = compare(forecast.hold, odds, numbers)
        if not found.difference:
            alike += 1
            continue
        said = f"{title} {_per_hundred(found.share)} in 100"
        against = f"against {_per_hundred(found.hold_share)}"
        (sure if found.certain else unsure).append(f"{said}, {against}")
    parts = [*soon(exercise, forecast.hold, odds), *sure]
    if unsure:
        parts.append(f"can't tell yet: {'; '.join(unsure)}")
    if alike:
        parts.append(f"{'the rest' if sure or unsure else 'all endings'} as {hold}")
    return DOT.join(parts)


def soon(exercise: Exercise, hold: Odds, odds: Odds, most: int = 2) -> list[str]:
    """Say what moves within three turns."""
    said = [
        f"{exercise.scenario.tracks[shift.track].name} {signed(shift.amount)}"
        for shift in moved(exercise, hold, odds)[:most]
    ]
    return [f"within three turns {', '.join(said)}"] if said else []


def _per_hundred(permille: int) -> int:
    return (permille + 5) // 10
