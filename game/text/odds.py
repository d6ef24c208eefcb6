"""Odds in short: for each choice, against holding the course."""

import numpy as np

from game.analysis.compare import compare, interval
from game.analysis.forecast import DELEGATE, Forecast, Odds
from game.engine.exercise import Exercise
from game.report.odds import moved, watched
from game.text.words import DOT, many, signed


def hold_line(exercise: Exercise, hold: Odds, what: str = "If you hold course") -> str:
    """Say the chances under the standing orders, and how they were found."""
    found = [
        f"{title} {_per_hundred(interval(np.isin(hold.ending, numbers))[0])} in 100"
        for title, numbers in watched(exercise)
    ]
    how = f"({many(hold.games, 'future')} each; afterwards {DELEGATE} decide.)"
    return f"{what}: {DOT.join(found)}. {how}" if found else how


def choice_line(exercise: Exercise, forecast: Forecast, odds: Odds) -> str:
    """Say in one line how a choice differs from holding the course."""
    hold, none = forecast.hold, list[str]()
    parts, unsure = list[str](), list[str]()
    for title, numbers in watched(exercise):
        found = compare(hold, odds, numbers)
        if not found.share and not found.hold_share:
            none.append(title)
            continue
        said = f"{title} {_per_hundred(found.share)} in 100"
        against = f"against {_per_hundred(found.hold_share)}" if found.difference else "either way"
        (parts if found.certain else unsure).append(f"{said}, {against}")
    if unsure:
        parts.append(f"can't tell yet: {'; '.join(unsure)}")
    if none:
        parts.append(f"none in {odds.games}: {', '.join(none)}")
    return DOT.join([*soon(exercise, hold, odds), *parts])


def soon(exercise: Exercise, hold: Odds, odds: Odds, most: int = 2) -> list[str]:
    """Say what moves within three turns."""
    said = [
        f"{exercise.scenario.tracks[shift.track].name} {signed(shift.amount)}"
        for shift in moved(exercise, hold, odds)[:most]
    ]
    return [f"within three turns {', '.join(said)}"] if said else []


def _per_hundred(permille: int) -> int:
    return (permille + 5) // 10
