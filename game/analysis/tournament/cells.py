"""Cells: every doctrine plays every hidden world under the same luck."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from game.analysis.simulate import SLICE, play_slices
from game.core.state import NONE
from game.core.types import Ints, Small
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise
from game.engine.grades import grades, rankings, scores
from game.engine.plans import doctrines

Points = NDArray[np.float64]
MOST_WORLDS = 3  # actors, if the scenario names none


@dataclass(frozen=True)
class Worlds:
    """The hidden worlds: all combinations of the postures of some actors."""

    actors: tuple[int, ...]
    postures: Small  # (worlds, those actors)
    weight: Points  # (worlds,) how likely each is by the priors; they sum to 1

    @classmethod
    def of(cls, exercise: Exercise) -> "Worlds":
        """Take the actors that the scenario names, or those whose intent is least certain."""
        world, named = exercise.world, exercise.scenario.tournament.worlds
        actors = [world.actors.index(name) for name in named] or _least_certain(world.prior)
        ways = [range(len(world.postures[world.actors[actor]])) for actor in actors]
        postures = np.array(list(product(*ways)), np.int8)
        weight = np.prod(
            [world.prior[actor, postures[:, n]] / 1000 for n, actor in enumerate(actors)], axis=0
        )
        return cls(tuple(actors), postures, weight / weight.sum())

    def given(self, exercise: Exercise, games: int) -> Small:
        """Return the postures to set games up with (worlds * games, actors); NONE is drawn."""
        table = np.full((len(self.postures), len(exercise.world.actors)), NONE, np.int8)
        table[:, self.actors] = self.postures
        return table.repeat(games, axis=0)


def _least_certain(prior: Ints) -> list[int]:
    share = np.maximum(prior / 1000, 1e-9)
    unsure = -(share * np.log(share)).sum(axis=1)
    return sorted(np.argsort(-unsure, kind="stable")[:MOST_WORLDS].tolist())


@dataclass(frozen=True)
class Cells:
    """How each doctrine did in each world."""

    exercise: Exercise
    worlds: Worlds
    names: tuple[str, ...]  # of the doctrines
    ending: Small  # (doctrines, worlds, games)
    grade: Ints  # (doctrines, worlds, games, aims) in thousandths
    by_rank: Points  # (rankings, doctrines, worlds, games) in points

    @cached_property
    def score(self) -> Points:
        """Return scores (doctrines, worlds, games), with every ranking of the aims as likely."""
        return np.asarray(self.by_rank.mean(axis=0))

    @property
    def games(self) -> int:
        """How many games were played in each cell."""
        return int(self.ending.shape[2])

    def mean(self, values: Points) -> Points:
        """Return the mean over worlds by how likely they are, and over games: (..., )."""
        return np.asarray(values.mean(axis=-1) @ self.worlds.weight)

    def endings(self) -> Points:
        """Return how often each doctrine ends so (doctrines, endings), by how likely worlds are."""
        kinds = np.arange(len(self.exercise.world.endings))
        return np.stack([self.mean(self.ending == kind) for kind in kinds], axis=1)


def play_cells(exercise: Exercise, games: int, seed: int, size: int = SLICE) -> Cells:
    """Play so many games of every doctrine in every world. Luck is the same in all cells."""
    worlds, known = Worlds.of(exercise), doctrines(exercise)
    given = worlds.given(exercise, games)
    luck = np.tile(np.arange(games), len(worlds.postures))
    ending, grade, ranked = [], [], []
    ways = rankings(exercise)
    for doctrine in known.values():
        ends, given_grades = _play(exercise, doctrine, luck, given, seed, size)
        ending.append(ends)
        grade.append(given_grades)
        ranked.append([scores(exercise, given_grades, way[None], ends) / 1000 for way in ways])
    shape = (len(known), len(worlds.postures), games)
    by_rank = np.array(ranked).transpose(1, 0, 2).reshape(len(ways), *shape)
    aims = len(exercise.world.aims)
    return Cells(
        exercise,
        worlds,
        tuple(known),
        np.array(ending).reshape(shape),
        np.array(grade).reshape(*shape, aims),
        by_rank,
    )


def _play(
    exercise: Exercise,
    doctrine: Doctrine,
    luck: NDArray[np.int64],
    given: Small,
    seed: int,
    size: int,
) -> tuple[Small, Ints]:
    """Return endings (games,) and grades (games, aims)."""
    outcomes = list(play_slices(exercise, luck, doctrine, seed, size, given))
    found = [grades(exercise, outcome.track, outcome.lost) for outcome in outcomes]
    return np.concatenate([outcome.ending for outcome in outcomes]), np.concatenate(found)
