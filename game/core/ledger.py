"""Ledger: the only door by which a track changes, so that every number has its causes."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from game.core.sight import Shown
from game.core.state import State
from game.core.types import Ints, Rows, clip

LOWEST, HIGHEST = 0, 100_000


class Source(StrEnum):
    """What kind of thing moved a track."""

    PLACE = "place"
    UNIT = "unit"
    INCIDENT = "incident"
    ACTOR = "actor"
    OPTION = "option"
    EVENT = "event"
    ORDER = "order"  # a dial, a token
    COUNCIL = "council"  # income and costs
    TRACK = "track"  # one track pulls another
    DRIFT = "drift"
    LIMIT = "limit"


class Entry(NamedTuple):
    """One cause of a change of one track. Amounts may be told: no intention scales them."""

    week: Shown
    track: Shown
    amount: Shown
    source: Source
    cause: str
    rule: str


class Ledger:
    """Changes tracks and keeps nothing. For batches."""

    def change(
        self, state: State, track: int, amount: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Add an amount to a track of every game, within 0 and 100."""
        state.track[:, track] = clip(state.track[:, track] + amount, LOWEST, HIGHEST)

    def change_all(
        self, state: State, tracks: Rows, amounts: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Add amounts (games, tracks) to several tracks, each named once; the same in one go."""
        now = state.track.take(tracks, axis=1)
        state.track[:, tracks] = clip(now + amounts, LOWEST, HIGHEST)

    def part(self, rows: Rows) -> "Ledger":
        """Return what keeps the same for some of the games, in this order."""
        return self


@dataclass
class Book(Ledger):
    """Keeps every cause of one game. What a limit cuts off is a cause too."""

    row: int = 0
    entries: list[Entry] = field(default_factory=list)

    def change(
        self, state: State, track: int, amount: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Write the amount down, and what the limits took from it."""
        before, wanted = int(state.track[self.row, track]), int(amount[self.row])
        super().change(state, track, amount, source, cause, rule)
        given = int(state.track[self.row, track]) - before
        self._write(Entry(state.week, track, wanted, source, cause, rule))
        self._write(Entry(state.week, track, given - wanted, Source.LIMIT, "limit", rule))

    def change_all(
        self, state: State, tracks: Rows, amounts: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Write them down one after the other."""
        for track, amount in zip(tracks.tolist(), amounts.T, strict=True):
            self.change(state, track, amount, source, cause, rule)

    def part(self, rows: Rows) -> Ledger:
        """Write into the same book, if its game is among these."""
        found = np.flatnonzero(rows == self.row)
        return Book(int(found[0]), self.entries) if len(found) else Ledger()

    def _write(self, entry: Entry) -> None:
        if entry.amount:
            self.entries.append(entry)


class Movement(Ledger):
    """Adds up, for every game of a batch, how much each kind of thing moved the tracks."""

    def __init__(self, games: int) -> None:
        self.moved = {source: np.zeros(games, np.int64) for source in Source}
        self.rows = np.arange(games)

    def change(
        self, state: State, track: int, amount: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Add the size of what really changed."""
        before = state.track[:, track].copy()
        super().change(state, track, amount, source, cause, rule)
        self.moved[source][self.rows] += np.abs(state.track[:, track] - before)

    def change_all(
        self, state: State, tracks: Rows, amounts: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Add the sizes of what really changed."""
        before = state.track.take(tracks, axis=1)
        super().change_all(state, tracks, amounts, source, cause, rule)
        moved = np.abs(state.track.take(tracks, axis=1) - before)
        self.moved[source][self.rows] += moved.sum(axis=1)

    def part(self, rows: Rows) -> "Movement":
        """Add to the same sums."""
        part = Movement.__new__(Movement)
        part.moved, part.rows = self.moved, self.rows[rows]
        return part
