"""Whether choices differ: how far apart the endings are to which two options lead."""

from itertools import combinations

import numpy as np

from game.analysis.forecast import Forecast, forecast, merge
from game.analysis.tournament.cells import Points
from game.analysis.tournament.targets import Target
from game.core.types import Small
from game.engine.decision import Answer, Choice, Orders
from game.engine.exercise import Exercise
from game.engine.game import Game

LEAST_PAIR, LEAST_MEDIAN, LEAST_TURNS = 0.10, 0.03, 70.0
LOWER = 1.645  # standard errors under which one in twenty lies: the lower end of 90 per cent
SLICE = 250  # futures at a time


def first_turn(exercise: Exercise, futures: int, seed: int) -> list[Target]:
    """Measure how far apart the options of the first council are, by total variation."""
    apart = np.array(
        [distance for distance, _ in _pairs(_odds(exercise, Game(exercise, seed), futures))]
    )
    most = float(apart.max(initial=0))
    median = float(np.median(apart)) if len(apart) else 0.0
    return [
        Target("choice-first", "the two options of the first turn that lead furthest apart",
               most, "", LEAST_PAIR, True),
        Target("choice-median", "the median pair of options of the first turn",
               median, "", LEAST_MEDIAN, True),
    ]  # fmt: skip


def turns(exercise: Exercise, games: int, futures: int, seed: int) -> Target:
    """Measure on how many councils some pair of options surely leads apart."""
    asked, surely = 0, 0
    for number in range(games):
        game = Game(exercise, seed, number)
        while (pending := game.pending) is not None:
            if isinstance(pending, Choice):
                game.decide(Answer(reply=pending.standing))
                continue
            asked += 1
            pairs = _pairs(_odds(exercise, game, futures))
            surely += any(low > LEAST_MEDIAN for _, low in pairs)
            game.decide(Orders())
    return Target(
        "choice-turns", "councils at which some pair of options surely differs by 0.03",
        100 * surely / max(asked, 1), "%", LEAST_TURNS, True,
    )  # fmt: skip


def _odds(exercise: Exercise, game: Game, futures: int) -> Forecast:
    found: Forecast | None = None
    for start in range(0, futures, SLICE):
        more = forecast(exercise, game.observation, min(SLICE, futures - start), start)
        found = more if found is None else merge(found, more)
    assert found is not None
    return found


def _pairs(odds: Forecast) -> list[tuple[float, float]]:
    """Return for every pair how far apart they lead, and the lower end of that."""
    return [apart(one.ending, other.ending) for one, other in combinations([*odds.choices], 2)]


def apart(one: Small, other: Small) -> tuple[float, float]:
    """Return the total variation between endings, future by future, and its lower 90 % bound.

    Which endings count for the first is read from one half of the futures and weighed by the
    other, both ways: so luck alone leads nowhere.
    """
    found: list[float] = []
    halves: list[Points] = []
    kinds = np.arange(max(one.max(initial=0), other.max(initial=0)) + 1)
    for half, rest in (
        (slice(0, None, 2), slice(1, None, 2)),
        (slice(1, None, 2), slice(0, None, 2)),
    ):
        more = np.array([(one[half] == k).mean() > (other[half] == k).mean() for k in kinds])
        paired = more[one[rest]].astype(np.float64) - more[other[rest]]
        found.append(float(paired.mean()))
        halves.append(paired)
    paired = np.concatenate(halves)
    error = float(paired.std(ddof=1)) / np.sqrt(len(paired)) if len(paired) > 1 else 0.0
    value = sum(found) / 2
    return value, value - LOWER * error
