"""How long intent stays hidden, and how long a game stays open."""

import numpy as np

from game.analysis.belief import belief
from game.analysis.tournament.cells import Worlds
from game.analysis.tournament.targets import Target
from game.core.chance import Chance
from game.core.observation import observe
from game.core.state import NONE, State
from game.core.types import Rows
from game.core.week import Week
from game.engine.batch import play_out, play_week
from game.engine.doctrines import Hold
from game.engine.exercise import Exercise
from game.engine.plans import doctrines
from game.engine.setup import set_up

MOST_BELIEF, MOST_SETTLED, SURE = 75.0, 20.0, 0.95


def believed(exercise: Exercise, games: int, seed: int) -> Target:
    """Measure the belief in what is true at mid-game, while nobody spends intelligence.

    The target holds if the median over games is at most so much for each actor of the worlds, and
    above what the prior gives.
    """
    world = exercise.world
    chance = Chance(seed, np.arange(games))
    week = Week(world, set_up(exercise, chance), chance)
    look_away(exercise, week.state)
    while week.state.week < world.weeks // 2:
        play_week(exercise, week, Hold())
    odds = np.array([belief(world, observe(world, row, world.player)) for row in _rows(week.state)])
    truth = np.take_along_axis(odds, week.state.posture[:, :, None].astype(np.intp), axis=2)
    medians, told = [], []
    for actor in Worlds.of(exercise).actors:
        median = float(np.median(truth[:, actor, 0])) / 10
        prior = float(np.median(world.prior[actor][week.state.posture[:, actor]])) / 10
        medians.append(median if median > prior else 100.0)  # nothing was learned: missed
        told.append(f"{world.titles['actors'][actor]} {median:.0f} (prior {prior:.0f})")
    return Target(
        "belief", "median belief in the truth at mid-game, intelligence in reserve",
        max(medians), "%", MOST_BELIEF, False, ", ".join(told),
    )  # fmt: skip


def look_away(exercise: Exercise, state: State) -> None:
    """Bring all that watches to where there is nothing to watch."""
    world = exercise.world
    if world.watcher == NONE:
        return
    empty = [area for area in range(len(world.areas)) if area not in world.place_area]
    token = state.own("token")
    total = token[:, world.watcher].sum(axis=1, dtype=np.int8)
    token[:, world.watcher] = 0
    if empty:
        token[:, world.watcher, empty[0]] = total


def _rows(state: State) -> list[State]:
    return [state.take(np.array([row])) for row in range(state.games)]


def settled(exercise: Exercise, games: int, futures: int, seed: int) -> Target:
    """Measure how many turns are played after one ending is all but certain.

    Games of every doctrine of the scenario; at each council so many futures are played from the
    true state, with fresh luck, by the same doctrine.
    """
    played, certain = 0, 0
    for doctrine in doctrines(exercise).values():
        world, chance = exercise.world, Chance(seed, np.arange(games))
        week = Week(world, set_up(exercise, chance), chance)
        for start in world.turn_starts:
            while week.state.week < start and (week.state.ending == NONE).any():
                play_week(exercise, week, doctrine)
            rows: Rows = np.flatnonzero(week.state.ending == NONE)
            if not len(rows):
                break
            luck = Chance(seed + 1 + start, np.arange(len(rows) * futures))
            state = week.state.take(rows.repeat(futures))
            ends = play_out(exercise, Week(world, state, luck), doctrine).ending
            counts = np.stack(
                [
                    np.bincount(row, minlength=len(world.endings))
                    for row in ends.reshape(-1, futures)
                ]
            )
            played += len(rows)
            certain += int((counts.max(axis=1) >= SURE * futures).sum())
    return Target(
        "settled", "turns played after one ending is 95 per cent certain",
        100 * certain / max(played, 1), "%", MOST_SETTLED, False,
    )  # fmt: skip
