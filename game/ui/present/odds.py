"""Odds for the screen: bars of the worst and the aim, fans of tracks, and what differs."""

import numpy as np

from game.analysis import forecast as analysis
from game.analysis.compare import interval
from game.analysis.forecast import Forecast as Found
from game.analysis.forecast import Odds as Futures
from game.engine.exercise import Exercise
from game.report import brief_odds
from game.ui.situation import Fan, Forecast, Odds

HOLD = "hold"


def of(exercise: Exercise, found: Found) -> Forecast:
    """Return the odds of all that can be chosen."""
    asks = found.hold.choice != analysis.HOLD  # an incident, which has a standing answer
    alike = brief_odds.STANDING if asks else brief_odds.HOLD
    choices = {
        each.choice: _odds(exercise, each, (brief_odds.choice_line(exercise, found, each, alike),))
        for each in found.choices
    }
    fans = {each.choice: _fans(exercise, each) for each in found.choices}
    standing = brief_odds.standing_line(exercise, found.hold)
    lines = (standing,) if asks else tuple(brief_odds.hold_lines(exercise, found.hold))
    hold = _odds(exercise, found.hold, lines)
    return Forecast(hold, choices, fans | {HOLD: _fans(exercise, found.hold)}, lines)


def of_draft(exercise: Exercise, found: Found, draft: Futures) -> Odds:
    """Return the odds of what is drafted."""
    lines = (brief_odds.choice_line(exercise, found, draft, brief_odds.HOLD),)
    return _odds(exercise, draft, lines)


def of_lever(exercise: Exercise, pulled: Futures) -> Odds:
    """Return the odds of one lever alone, in figures only."""
    return _odds(exercise, pulled, ())


def _odds(exercise: Exercise, futures: Futures, lines: tuple[str, ...]) -> Odds:
    endings = list(exercise.scenario.endings.values())
    worst = [number for number, ending in enumerate(endings) if ending.worst]
    aim = [number for number, ending in enumerate(endings) if ending.aim]
    share, low, high = (_per_cent(b) for b in interval(np.isin(futures.ending, worst)))
    reached = _per_cent(interval(np.isin(futures.ending, aim))[0])
    return Odds(reached, 100 - share - reached, share, low, high, futures.games, lines)


def _per_cent(permille: int) -> int:
    return (permille + 5) // 10


def _fans(exercise: Exercise, futures: Futures) -> dict[str, Fan]:
    levels = futures.fan() / 1000  # (quantiles, turns, tracks)
    return {
        track: Fan(*(tuple(levels[q, :, n].tolist()) for q in range(len(levels))))
        for n, track in enumerate(exercise.world.tracks)
    }
