"""Bench: how fast the engine is on this machine, in processor time of one core, best of five."""

import gc
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.analysis.forecast import forecast
from game.analysis.simulate import play_slices
from game.core.chance import Chance
from game.core.facts import Log
from game.core.ledger import Book
from game.core.week import Week
from game.engine.batch import play_week
from game.engine.doctrines import Hold, Random
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.setup import set_up

SIZES = (1024, 2048, 4096, 8192)
REPEATS = 5
MANY = 10_000


@dataclass(frozen=True)
class Row:
    """One figure, perhaps with its ratio to another."""

    name: str
    value: float
    unit: str
    ratio_to: str | None = None
    ratio: float | None = None


def machine() -> str:
    """Say in a line what was measured on."""
    versions = f"Python {platform.python_version()}, numpy {np.__version__}"
    return f"{platform.machine()}, {os.cpu_count()} cores, {versions}"


def bench(exercise: Exercise, repeats: int = REPEATS) -> list[Row]:
    """Measure what the design gives a budget to, as far as it exists."""
    rates = {size: _weeks_per_second(exercise, size, repeats) for size in SIZES}
    best = max(rates, key=lambda size: rates[size])
    alone = _games_per_second_alone(exercise, repeats)
    together = rates[best] / exercise.world.weeks
    return [
        *(Row(f"batch in slices of {n}", round(r), "game-weeks/s") for n, r in rates.items()),
        Row("batch, best slice", round(rates[best]), "game-weeks/s"),
        Row("one game", round(alone, 1), "games/s"),
        Row("batch", round(together, 1), "games/s", "one game", round(together / alone, 1)),
        Row("one interactive week", round(_interactive_week(exercise), 2), "ms"),
        Row("first 50 futures of every open option", round(_odds(exercise, repeats), 2), "s"),
        Row("memory of 10,000 games", round(_memory(exercise)), "MB"),
    ]


def _best(task: Callable[[], object], repeats: int) -> float:
    """Return the least processor time of a task in seconds."""
    times = []
    for _ in range(repeats):
        gc.collect()
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return max(min(times), 1e-9)


def _weeks_per_second(exercise: Exercise, size: int, repeats: int) -> float:
    played = 0

    def task() -> None:
        nonlocal played
        played = sum(
            int(o.week.sum()) for o in play_slices(exercise, np.arange(size), Random(), 3, size)
        )

    seconds = _best(task, repeats)
    return played / seconds


def _games_per_second_alone(exercise: Exercise, repeats: int) -> float:
    return 1 / _best(lambda: list(play_slices(exercise, np.arange(1), Random(), 3)), repeats)


def _interactive_week(exercise: Exercise) -> float:
    """Return the median milliseconds of a week of one game, with ledger and log."""
    times = []
    for game in range(5):
        chance = Chance(5, np.array([game]))
        week = Week(exercise.world, set_up(exercise, chance), chance, Book(), Log())
        while week.state.ending[0] < 0:
            start = time.process_time()
            play_week(exercise, week, Hold())
            times.append(1000 * (time.process_time() - start))
    return float(np.median(times))


def _odds(exercise: Exercise, repeats: int) -> float:
    seen = Game(exercise, 7).observation
    return _best(lambda: forecast(exercise, seen, 50), repeats)


def _memory(exercise: Exercise) -> float:
    """Return the most memory in MB that this process has held after many games in slices."""
    for _ in play_slices(exercise, np.arange(MANY), Hold(), 3):
        pass
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
