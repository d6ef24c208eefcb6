"""The line of incidents that await an answer: what, where and by whom, first come first served."""

import numpy as np

from game.core.state import NONE, State
from game.core.types import Index, Mask, Rows, Small, positions


def push(
    state: State, kind: int, where: Mask, unit: Index | None = None, placed: bool = True
) -> None:
    """Put an incident of a kind at the end of the line for each place (games, places) of a mask.

    A kind waits once for a place. Where the line is full the last are turned away: it is as long
    as any week needs, and a test counts how often that happens.
    """
    if not where.any():
        return
    rows, places = positions(where)
    spots = places.astype(np.int16) if placed else np.full(len(rows), NONE, np.int16)
    known = (state.queue_kind[rows] == kind) & (state.queue_place[rows] == spots[:, None])
    rows, places, spots = (a[~known.any(axis=1)] for a in (rows, places, spots))
    slots = (state.queue_kind != NONE).sum(axis=1)[rows] + _ordinal(rows)
    fits = slots < state.queue_kind.shape[1]
    rows, places, spots, slots = (a[fits] for a in (rows, places, spots, slots))
    state.own("queue_kind")[rows, slots] = kind
    state.own("queue_place")[rows, slots] = spots
    state.own("queue_unit")[rows, slots] = NONE if unit is None else unit[rows, places]


def _ordinal(rows: Rows) -> Rows:
    """Count within each run of equal rows: 0, 1, 2 and again from 0."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    lengths = np.diff(np.append(starts, len(rows)))
    return np.asarray(np.arange(len(rows)) - np.repeat(starts, lengths))


def pop(state: State, where: Mask) -> None:
    """Take the first of the line away in the games (games,) of a mask; the others move up."""
    for name in ("queue_kind", "queue_place", "queue_unit"):
        line = getattr(state, name)
        moved = np.concatenate([line[:, 1:], np.full((len(line), 1), NONE, line.dtype)], axis=1)
        setattr(state, name, np.where(where[:, None], moved, line))


def first(state: State) -> tuple[Small, Index, Index]:
    """Return for every game the kind, place and unit of the incident that is next in line."""
    return state.queue_kind[:, 0], state.queue_place[:, 0], state.queue_unit[:, 0]


def is_quiet(state: State) -> bool:
    """Say whether nothing is up for decision in any game. Asked after every phase: made cheap."""
    return bool(state.queue_kind[:, 0].max(initial=NONE) == NONE)


def awaiting(state: State) -> Mask:
    """Say in which games an incident is up for decision."""
    return np.asarray(state.queue_kind[:, 0] != NONE)
