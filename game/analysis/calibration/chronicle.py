"""Chronicle: what is kept of many games, game by game, so that measures can be taken of them."""

from copy import copy
from dataclasses import dataclass, field, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.analysis.calibration.dates import Calendar
from game.analysis.calibration.names import fields_of
from game.analysis.calibration.wanted import Hold, Numbers, Series, Wanted
from game.analysis.simulate import SLICE
from game.core.chance import Chance
from game.core.facts import Fact
from game.core.ledger import Ledger
from game.core.state import NONE, State
from game.core.types import Index, Ints, Mask, Rows, Small, positions
from game.core.week import Week
from game.core.world import World
from game.engine.batch import play_out
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise
from game.engine.setup import set_up

Weekly = NDArray[np.bool_]


@dataclass(frozen=True)
class Facts:
    """All facts of one kind: one number for each fact in every column."""

    week: Ints
    game: Ints
    fields: dict[str, Ints]

    @classmethod
    def none(cls, names: tuple[str, ...]) -> "Facts":
        """Return no facts, with columns of these names."""
        empty = np.zeros(0, np.int32)
        return cls(empty, empty, dict.fromkeys(names, empty))


@dataclass(frozen=True)
class Possession:
    """A place in somebody's hands. Row 0 is the start, row w + 1 is week w (weeks + 1, games)."""

    held: Weekly  # at the end of the week
    touched: Weekly  # at any time of it
    lost: NDArray[np.int16]  # how often it was lost in it


@dataclass(frozen=True)
class Chronicle:
    """What is kept of games. Weekly tables are shaped (weeks + 1, games); row 0 is the start.

    After its end a game stays as it was.
    """

    world: World
    ending: Small  # (games,)
    last: Index  # (games,) weeks played
    holds: dict[Hold, Possession] = field(default_factory=dict)
    passed: dict[str, NDArray[np.int16]] = field(default_factory=dict)  # (games,)
    series: dict[Series, Numbers] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)

    @property
    def games(self) -> int:
        """How many games there are."""
        return len(self.ending)

    @property
    def weeks(self) -> int:
        """How many weeks a game has at most."""
        return self.world.weeks

    @cached_property
    def calendar(self) -> Calendar:
        """Return the calendar of the scenario."""
        return Calendar(self.world)


class Scribe:
    """Keeps what is wanted of a batch, while it is played."""

    def __init__(self, world: World, wanted: Wanted, games: int) -> None:
        shape = (world.weeks + 1, games)
        self.world, self.wanted, self.rows = world, wanted, np.arange(games)
        self.held = {hold: np.zeros(shape, bool) for hold in wanted.holds}
        self.touched = {hold: np.zeros(shape, bool) for hold in wanted.holds}
        self.lost = {hold: np.zeros(shape, np.int16) for hold in wanted.holds}
        self.now = {hold: np.zeros(games, bool) for hold in wanted.holds}
        self.passed = {place: np.zeros(games, np.int16) for place in wanted.passed}
        self.holders = {place: np.full((2, games), NONE, np.int8) for place in wanted.passed}
        self.series = {series: np.zeros(shape, np.int64) for series in wanted.series}
        self.facts: dict[str, list[Facts]] = {kind: [] for kind in wanted.facts}

    def part(self, rows: Rows) -> "Scribe":
        """Keep the same of some of the games, in the same tables."""
        part = copy(self)
        part.rows = self.rows[rows]
        return part

    def record(
        self, kind: type[Fact], week: Week, where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Keep facts of the kinds that are wanted; look whether places have changed hands."""
        name = kind.__name__
        if name in self.wanted.facts:
            self._keep(name, week.state.week, where, details)
        if {"place", "side"} <= set(fields_of(name)):  # such as that a place was taken
            self._look(week.state, week.state.week + 1)

    def begin(self, state: State) -> None:
        """Note the start."""
        self._look(state, 0)
        self._note(state, 0)

    def close(self, state: State) -> None:
        """Note the end of a week, whose number the state has just left."""
        self._look(state, state.week)
        self._note(state, state.week)

    def _note(self, state: State, row: int) -> None:
        """Write what stands from here on: until the next week, or for ever after the last."""
        for hold, held in self.held.items():
            held[row:, self.rows] = self.now[hold][self.rows]
        for series, table in self.series.items():
            table[row:, self.rows] = series.now(self.world, state)

    def _look(self, state: State, row: int) -> None:
        """See who holds the places now; a place may change hands twice in a week."""
        for hold, before in self.now.items():
            now = hold.now(self.world, state)
            self.lost[hold][row, self.rows] += before[self.rows] & ~now
            self.touched[hold][row, self.rows] |= now
            before[self.rows] = now
        for place, (old, older) in self.holders.items():
            holder = state.holder[:, self.world.places.index(place)]
            was, first = old[self.rows], older[self.rows]
            changed = holder != was
            self.passed[place][self.rows] += changed & (holder == first)
            older[self.rows] = np.where(changed, was, first)
            old[self.rows] = holder

    def _keep(
        self, name: str, week: int, where: Mask, details: dict[str, Ints | Small | Index]
    ) -> None:
        rows, items = positions(where)
        if not len(rows):
            return
        first = fields_of(name)[0]
        columns = {
            each: np.broadcast_to(details[each], where.shape)[rows, items].astype(np.int32)
            for each in self.wanted.facts[name]
            if each != first
        }
        game = self.rows[rows].astype(np.int32)
        columns[first] = items.astype(np.int32)
        self.facts[name].append(Facts(np.full(len(rows), week, np.int32), game, columns))


def chronicle(
    exercise: Exercise,
    wanted: Wanted,
    games: int,
    doctrine: Doctrine,
    seed: int,
    size: int = SLICE,
) -> Chronicle:
    """Play games to their ends and keep what is wanted of them. The slice changes no game."""
    parts = [
        _play(exercise, wanted, np.arange(begin, min(begin + size, games)), doctrine, seed)
        for begin in range(0, games, size)
    ]
    return parts[0] if len(parts) == 1 else joined(parts)


def _play(
    exercise: Exercise, wanted: Wanted, games: NDArray[np.int64], doctrine: Doctrine, seed: int
) -> Chronicle:
    chance, scribe = Chance(seed, games), Scribe(exercise.world, wanted, len(games))
    week = Week(exercise.world, set_up(exercise, chance), chance, Ledger(), scribe)
    scribe.begin(week.state)
    outcome = play_out(exercise, week, doctrine, after=_close)
    return _written(scribe, outcome.ending, outcome.week)


def _close(week: Week) -> None:
    """Let the scribe of the games that are still played note the end of a week."""
    assert isinstance(week.log, Scribe)
    week.log.close(week.state)


def _written(scribe: Scribe, ending: Small, last: Index) -> Chronicle:
    holds = {
        hold: Possession(held, scribe.touched[hold] | held, scribe.lost[hold])
        for hold, held in scribe.held.items()
    }
    facts = {
        kind: _stacked(found, (fields_of(kind)[0], *scribe.wanted.facts[kind]))
        for kind, found in scribe.facts.items()
    }
    return Chronicle(scribe.world, ending, last, holds, scribe.passed, scribe.series, facts)


def _stacked(parts: list[Facts], names: tuple[str, ...]) -> Facts:
    if not parts:
        return Facts.none(names)
    return Facts(
        np.concatenate([part.week for part in parts]),
        np.concatenate([part.game for part in parts]),
        {name: np.concatenate([part.fields[name] for part in parts]) for name in names},
    )


def joined(parts: list[Chronicle]) -> Chronicle:
    """Put the chronicles of slices together, in their order."""
    first, starts = parts[0], np.cumsum([0, *(part.games for part in parts)])
    holds = {
        hold: Possession(
            *(
                np.concatenate([getattr(part.holds[hold], each.name) for part in parts], axis=1)
                for each in fields(Possession)
            )
        )
        for hold in first.holds
    }
    facts = {}
    for kind in first.facts:
        moved = [
            Facts(each.week, (each.game + start).astype(np.int32), each.fields)
            for start, each in zip(starts, (part.facts[kind] for part in parts), strict=False)
        ]
        facts[kind] = _stacked(moved, tuple(first.facts[kind].fields))
    return Chronicle(
        first.world,
        np.concatenate([part.ending for part in parts]),
        np.concatenate([part.last for part in parts]),
        holds,
        {each: np.concatenate([part.passed[each] for part in parts]) for each in first.passed},
        {s: np.concatenate([part.series[s] for part in parts], axis=1) for s in first.series},
        facts,
    )
