"""Clash: who attacks what, of all games in lists, so that no table of units by units is made."""

from dataclasses import dataclass, fields

import numpy as np

from game.core.relation import ALLIED, HOSTILE
from game.core.state import NONE
from game.core.types import Index, Ints, Mask, Rows, Small, positions, share
from game.core.week import Week

MOST = 20_000_000
"""People, at the very most, with all that multiplies them: beyond that the arithmetic would end."""


@dataclass(frozen=True)
class Attackers:
    """Columns that stand before a hostile place: one entry for each, whatever its game."""

    rows: Rows
    units: Rows
    places: Index
    side: Small

    def __len__(self) -> int:
        """How many there are in all games."""
        return len(self.rows)


@dataclass(frozen=True)
class Fronts:
    """Places under attack: one entry for each, whatever its game."""

    rows: Rows
    places: Index
    attack: Ints  # what the strongest alliance before it brings
    leader: Rows  # the strongest column of that alliance
    side: Small  # the leader's
    holder: Small
    garrison: Ints


@dataclass(frozen=True)
class Columns:
    """Columns of the strongest alliances, and the front that each is at."""

    rows: Rows
    units: Rows
    force: Ints
    front: Rows


def attackers(week: Week) -> Attackers:
    """List the columns that stand before a place that is hostile now, whatever it was before."""
    state, world = week.state, week.world
    rows, units = positions((state.before != NONE) & (state.strength > 0))
    places, side = state.before[rows, units], world.unit_side[units]
    hostile = state.relation[rows, side, state.holder[rows, places]] == HOSTILE
    return Attackers(rows[hostile], units[hostile], places[hostile], side[hostile])


def join(week: Week, who: Attackers, force: Ints) -> tuple[Fronts, Columns]:
    """Let whoever is allied with the leader of the strongest alliance attack; others look on."""
    state, relation = week.state, week.state.relation
    key = who.rows * len(week.world.places) + who.places
    order = np.argsort(key, kind="stable")
    key, rows, units, force = key[order], who.rows[order], who.units[order], force[order]
    side, places = who.side[order], who.places[order]
    total = _together(relation, key, rows, side, force)
    edge = np.diff(key, prepend=-1) != 0
    leads = np.lexsort((-total, key))[edge]  # the first of those who have most on their side
    front = np.cumsum(edge) - 1
    at, place = rows[leads], places[leads]
    attack, holder = np.minimum(total[leads], MOST), state.holder[at, place]
    garrison = state.garrison[at, place]
    fronts = Fronts(at, place, attack, units[leads], side[leads], holder, garrison)
    joins = relation[rows, side, side[leads][front]] == ALLIED
    return fronts, Columns(rows[joins], units[joins], force[joins], front[joins])


def fallen(fronts: Fronts, columns: Columns, falls: Mask) -> tuple[Fronts, Columns]:
    """Return the fronts at which the place falls, and the columns that are there."""
    number = np.cumsum(falls) - 1  # of a front among those that are left
    there = falls[columns.front]
    left = Fronts(*(getattr(fronts, field.name)[falls] for field in fields(fronts)))
    rows, units, force = columns.rows[there], columns.units[there], columns.force[there]
    return left, Columns(rows, units, force, number[columns.front[there]])


def _together(relation: Small, key: Rows, rows: Rows, side: Small, force: Ints) -> Ints:
    """Return for each column the force of all at its place (those of equal key) on its side."""
    total = force.copy()
    for step in range(1, len(key)):  # as often as there are columns before the busiest place
        one = np.flatnonzero(key[step:] == key[:-step])
        if not len(one):
            break
        other = one + step
        allied = relation[rows[one], side[one], side[other]] == ALLIED
        total[one] += np.where(allied, force[other], 0)
        total[other] += np.where(allied, force[one], 0)
    return total


@dataclass(frozen=True)
class Defenders:
    """Columns inside places under attack that help to hold them, and the front of each."""

    rows: Rows
    units: Rows
    front: Rows
    people: Ints


def defenders(week: Week, rows: Rows, places: Rows | Index, holder: Small) -> Defenders:
    """List the columns at some places, each in one game, whose side is allied with the holder."""
    state, world = week.state, week.world
    inside = state.at[rows] == places[:, None]
    front, units = positions(inside & (state.strength[rows] > 0))
    rows, side = rows[front], world.unit_side[units]
    allied = state.relation[rows, side, holder[front]] == ALLIED
    rows, units, front = rows[allied], units[allied], front[allied]
    return Defenders(rows, units, front, state.strength[rows, units])


def people_left(week: Week, fronts: Fronts) -> Ints:
    """Return, per mille of the start, how many people each defending side has in garrisons."""
    state, world = week.state, week.world
    left = np.zeros(len(fronts.rows), np.int32)
    for side in np.unique(fronts.holder):
        start = int(world.start_garrison[world.start_holder == side].sum())
        now = np.where(state.holder == side, state.garrison, 0).sum(axis=1, dtype=np.int32)
        part = np.minimum(share(now, start), 1000)
        left = np.where(fronts.holder == side, part[fronts.rows], left)
    return left


def summed(front: Rows, numbers: Ints, fronts: int) -> Ints:
    """Return for each front the sum of what the columns at it have."""
    total = np.zeros(fronts, np.int32)
    np.add.at(total, front, numbers)
    return total
