"""Ablation: what changes when something is left out, game by game under the same luck."""

import math
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from game.analysis.simulate import Study, study
from game.analysis.studies import check_option, exercise_without
from game.core.facts import NAMES, Fact
from game.core.figures import Model
from game.engine.doctrines import Always, Doctrine, Hold
from game.scenario.load import Loaded


class Observable(Model):
    """One number for every game: exactly one of these."""

    fact: str | None = None
    """How often a kind of fact occurred; with `of`, how often about that place, unit or other."""
    of: str | None = None
    track: str | None = None
    """Where a track stood at the end, in points."""
    ending: str | None = None
    """1 where the game ended so, else 0."""

    @model_validator(mode="after")
    def _is_one(self) -> "Observable":
        if sum(bool(x) for x in (self.fact, self.track, self.ending)) != 1:
            raise ValueError("give exactly one of fact, track, ending")
        return self

    def __str__(self) -> str:
        """Say what is observed."""
        if self.fact:
            return f"facts `{self.fact}`" + (f" of `{self.of}`" if self.of else "")
        return f"track `{self.track}`" if self.track else f"share of `{self.ending}`"

    def measure(self, of: Study) -> NDArray[np.float64]:
        """Return the number of every game."""
        world = of.exercise.world
        if self.track:
            return np.asarray(of.track[:, world.tracks.index(self.track)] / 1000)
        if self.ending:
            return np.asarray(of.ending == world.endings.index(self.ending), np.float64)
        counts = of.facts.get(self.fact or "")
        if counts is None:
            return np.zeros(of.games)
        if self.of is None:
            return np.asarray(counts.sum(axis=1), np.float64)
        return np.asarray(counts[:, self._item(of)], np.float64)

    def _item(self, of: Study) -> int:
        """Return the number of what the fact is about: the first field of its kind says of what."""
        kind = next(k for k in _kinds(Fact) if k.__name__ == self.fact)
        field = fields(kind)[2].name  # after week and known
        names: tuple[str, ...] = getattr(of.exercise.world, NAMES[field])
        return names.index(self.of or "")


def _kinds(of: type[Fact]) -> list[type[Fact]]:
    return [of, *(kind for sub in of.__subclasses__() for kind in _kinds(sub))]


class Row(Model):
    """An element of the story, what carries it in the game, and the proof that it acts."""

    element: str
    rules: tuple[str, ...] = ()
    deciders: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """What is left out; the observable with it is compared with the observable without."""
    always: str | None = None
    """Or an option that is chosen whenever it is open, compared with never."""
    observable: Observable
    direction: int = Field(ge=-1, le=1)
    """Which way what carries it moves the observable: 1 up, -1 down."""
    least: float = Field(gt=0)
    """The least change in the mean that counts."""
    note: str = ""


@dataclass(frozen=True)
class Effect:
    """How far something moved an observable: paired over games of the same luck."""

    with_it: float
    without_it: float
    error: float  # standard error of the mean difference

    @property
    def change(self) -> float:
        """What it adds to the mean."""
        return self.with_it - self.without_it

    def holds(self, row: Row) -> bool:
        """Say whether it moves as the row says: far enough, and not by luck."""
        moved = self.change * row.direction
        return moved >= row.least and moved >= 3 * self.error


class Laboratory:
    """Plays a scenario with and without, each variant once."""

    def __init__(self, loaded: Loaded, games: int, seed: int) -> None:
        self.loaded, self.games, self.seed = loaded, games, seed

    @cached_property
    def whole(self) -> Study:
        """The scenario as it is, with the course held."""
        return self._study((), Hold())

    def effect(self, row: Row) -> Effect:
        """Measure what the element of a row does."""
        if row.always:
            option = check_option(self.loaded, f"option:{row.always}")
            with_it, without_it = self._study((), Always((option,))), self.whole
        else:
            with_it, without_it = self.whole, self._study(row.without, Hold())
        one, two = row.observable.measure(with_it), row.observable.measure(without_it)
        error = float((one - two).std(ddof=1)) / math.sqrt(self.games)
        return Effect(float(one.mean()), float(two.mean()), error)

    def _study(self, without: tuple[str, ...], doctrine: Doctrine) -> Study:
        return study(exercise_without(self.loaded, without), self.games, doctrine, self.seed)
