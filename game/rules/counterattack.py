"""Whoever has just lost a place may come back from next door, before the taker has dug in."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, Part, PerCent, SideId
from game.core.graph import neighbours
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import hand_over
from game.core.relation import HOSTILE
from game.core.sight import Hidden, Shown
from game.core.types import Ints, Rows, positions, scale, share, split, spots, spread
from game.core.week import Week
from game.rules.base import Rule
from game.rules.capture import count_lost
from game.rules.clash import MOST, defenders, summed
from game.rules.retreat import retreat


@dataclass(frozen=True)
class PlaceRetaken(Fact):
    """A side came back and took a place that had just been taken."""

    text: ClassVar = "{place}: retaken by {side}."
    scene: ClassVar = "place"
    place: Shown
    side: Shown
    chance: Hidden  # it says how many people a side still has
    roll: Hidden


class Counterattack(Rule):
    """A side comes back at places that were just taken next to its own, most at the far end."""

    phase: ClassVar = Phase.CLASHES
    side: SideId
    """Who comes back."""
    share: Part
    """Share of the garrisons next door, and of the reserve, that joins; half of it then stays."""
    dug_in: PerCent = 1000
    """How much each of the taker's garrison counts, against one who passes through."""
    hold: PerCent = 1000
    """How much each of the taker's people counts against one who comes back.

    It shrinks with the depth of the drive: to a half after one place, to a fifth after two.
    """
    most: Part = 1000
    """The chance in a week is never above this."""
    fell: Change = {}
    """What the fall of each place of the player's, or of an ally's, does to tracks."""

    def resolve(self, week: Week) -> None:
        """Roll for each fresh place beside one of the side's own."""
        state, side = week.state, week.world.sides.index(self.side)
        rows, places, near = self._occasions(week, side)
        if not len(rows):
            return
        reserve = scale(state.reserve[rows, side], self.share)
        close = near.sum(axis=1, dtype=np.int32) + reserve
        chance = np.minimum(share(close, close + self._hold(week, rows, places)), self.most)
        roll = week.roll(self.name, size=len(week.world.places))[rows, places]
        back = roll < chance
        if back.any():
            rows, places = rows[back], places[back]
            self._retake(week, side, rows, places, near[back], reserve[back])
            where = spots(state.holder.shape, rows, places)
            chance, roll = (spread(where.shape, rows, places, n[back]) for n in (chance, roll))
            week.record(PlaceRetaken, where, side=week.state.holder, chance=chance, roll=roll)

    def _occasions(self, week: Week, side: int) -> tuple[Rows, Rows, Ints]:
        """List fresh hostile places next to the side's own, and who would come from each."""
        state = week.state
        rows, places = positions(state.fresh > 0)
        open_ = state.relation[rows, side, state.holder[rows, places]] == HOSTILE
        rows, places = rows[open_], places[open_]
        beside = neighbours(week.world.links)[places]
        own = state.holder[rows[:, None], beside] == side
        open_ = own.any(axis=1)
        rows, places, beside, own = rows[open_], places[open_], beside[open_], own[open_]
        people = np.where(own, state.garrison[rows[:, None], beside], 0)
        return rows, places, scale(people, self.share)

    def _hold(self, week: Week, rows: Rows, places: Rows) -> Ints:
        """Return how much the taker has at each place, less the deeper the drive has come."""
        state = week.state
        inside = defenders(week, rows, places, state.holder[rows, places])
        people = scale(state.garrison[rows, places], self.dug_in)
        people = people + summed(inside.front, inside.people, len(rows))
        depth = state.depth[rows, places].astype(np.int32)
        return np.minimum(
            split(scale(np.minimum(people, MOST), self.hold), 1 + depth * depth), MOST
        )

    def _retake(
        self, week: Week, side: int, rows: Rows, places: Rows, near: Ints, reserve: Ints
    ) -> None:
        """Let half of those who came back hold the place; fewer where several are retaken."""
        state = week.state
        holder, dead = state.holder[rows, places], state.garrison[rows, places]
        inside = defenders(week, rows, places, holder)
        parts = np.maximum(np.bincount(rows)[rows], 2)
        near, reserve = split(near, parts[:, None]), split(reserve, parts)
        state.garrison, state.reserve = state.garrison.copy(), state.reserve.copy()
        beside = neighbours(week.world.links)[places]
        np.subtract.at(state.garrison, (rows[:, None], beside), near)
        np.subtract.at(state.reserve[:, side], rows, reserve)
        where = spots(state.holder.shape, rows, places)
        stay = near.sum(axis=1, dtype=np.int32) + reserve
        people = spread(where.shape, rows, places, stay)
        hand_over(week, where, np.full((1, 1), side, np.int8), people)
        lost = count_lost(week, rows, places, holder, dead)
        self.apply(week, self.fell, lost, Source.PLACE, "fall of a post")
        retreat(week, inside.rows, inside.units, surrounded=False)
