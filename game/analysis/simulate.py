"""Simulate: many games with a doctrine, in slices so large that a call costs each game little."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.chance import Chance
from game.core.facts import Tally
from game.core.ledger import Movement, Source
from game.core.types import Index, Ints, Small
from game.core.week import Week
from game.engine.batch import Outcome, play_out
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise
from game.engine.setup import set_up

SLICE = 8192


@dataclass(frozen=True)
class Study:
    """What happened in many games, game by game."""

    exercise: Exercise
    ending: Small  # (games,)
    week: Index  # (games,)
    track: Ints  # (games, tracks)
    facts: dict[str, NDArray[np.int32]]  # (games, items) for every kind that occurred
    moved: dict[Source, NDArray[np.int64]]  # (games,) thousandths moved by each kind of cause
    seconds: float

    @property
    def games(self) -> int:
        """How many games were played."""
        return len(self.ending)

    def endings(self) -> dict[str, float]:
        """Return the share of every ending."""
        counts = np.bincount(self.ending, minlength=len(self.exercise.world.endings))
        names = self.exercise.world.endings
        return {name: int(n) / self.games for name, n in zip(names, counts, strict=True)}

    def movement(self) -> dict[str, float]:
        """Return the share of all movement of tracks that each kind of cause makes.

        The median over games; drift and limits are left out.
        """
        counted = [s for s in Source if s not in (Source.DRIFT, Source.LIMIT)]
        total = np.maximum(sum(self.moved[s] for s in counted), 1)
        return {str(s): round(float(np.median(self.moved[s] / total)), 4) for s in counted}

    def from_the_map(self) -> float:
        """Return the median share of movement by places, units, incidents and named actors."""
        ours = (Source.PLACE, Source.UNIT, Source.INCIDENT, Source.ACTOR)
        counted = [s for s in Source if s not in (Source.DRIFT, Source.LIMIT)]
        total = np.maximum(sum(self.moved[s] for s in counted), 1)
        return float(np.median(sum(self.moved[s] for s in ours) / total))


def play_slices(
    exercise: Exercise,
    luck: NDArray[np.int64],
    doctrine: Doctrine,
    seed: int,
    size: int = SLICE,
    given: Small | None = None,
) -> Iterator[Outcome]:
    """Play games to their ends, a slice at a time. The slice changes no game.

    Args:
        exercise: The scenario.
        luck: The number of every game; the same number is the same luck.
        doctrine: Who decides for the player.
        seed: What all luck is made of.
        size: How many games are played together.
        given: Postures of the actors (games, actors) that are not drawn; NONE where they are.
    """
    for start in range(0, len(luck), size):
        rows = slice(start, start + size)
        chance = Chance(seed, luck[rows])
        state = set_up(exercise, chance, None if given is None else given[rows])
        yield play_out(exercise, Week(exercise.world, state, chance), doctrine)


def study(
    exercise: Exercise, games: int, doctrine: Doctrine, seed: int, size: int = SLICE
) -> Study:
    """Play games to their ends and keep, for each, its ending, tracks, facts and causes."""
    start = time.process_time()
    outcomes, tallies, books = [], [], []
    for begin in range(0, games, size):
        chance = Chance(seed, np.arange(begin, min(begin + size, games)))
        tally, book = Tally(len(chance.games)), Movement(len(chance.games))
        week = Week(exercise.world, set_up(exercise, chance), chance, book, tally)
        outcomes.append(play_out(exercise, week, doctrine))
        tallies.append(tally)
        books.append(book)
    return Study(
        exercise,
        np.concatenate([o.ending for o in outcomes]),
        np.concatenate([o.week for o in outcomes]),
        np.concatenate([o.track for o in outcomes]),
        _facts(tallies),
        {source: np.concatenate([b.moved[source] for b in books]) for source in Source},
        time.process_time() - start,
    )


def _facts(tallies: list[Tally]) -> dict[str, NDArray[np.int32]]:
    kinds = {kind: counts.shape[1] for tally in tallies for kind, counts in tally.counts.items()}
    return {
        kind: np.concatenate(
            [
                tally.counts.get(kind, np.zeros((tally.games, items), np.int16)).astype(np.int32)
                for tally in tallies
            ]
        )
        for kind, items in sorted(kinds.items())
    }
