"""Sides take people in and send them where they are pressed."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Model, Part, People, SideId
from game.core.graph import neighbours
from game.core.phase import Phase
from game.core.sight import Hidden, Shown
from game.core.types import Ints, Mask, clip, count, positions, replaced, scale, share, split, spots
from game.core.week import Week
from game.rules.base import Rule
from game.rules.clash import attackers


@dataclass(frozen=True)
class Reinforced(Fact):
    """A place under pressure got people from its side's reserve."""

    text: ClassVar = "Reinforcements reach {place}."
    scene: ClassVar = "place"
    place: Shown
    people: Hidden  # it says how many its side still has


class Reserve(Model):
    """People of a side who hold no place, and what becomes of them."""

    people: People
    """How many there are at the start."""
    intake: People = 0
    """How many join in a week while all places of the start are held; fewer as they are lost."""
    sent: Part = 0
    """Share that goes each week to pressed places; a place that is cut off gets nobody."""
    refill: Part = 0
    """Share of what its other places of the start lack that they get back in a week."""


class Reserves(Rule):
    """Sides send people to the places before which enemies stand, then fill up the others."""

    phase: ClassVar = Phase.ARRIVALS
    sides: dict[SideId, Reserve] = {}

    def resolve(self, week: Week) -> None:
        """Let every side take in and send out."""
        pressed = self._pressed(week)
        for name, figures in self.sides.items():
            side = week.world.sides.index(name)
            self._take_in(week, side, figures)
            self._send(week, side, figures, pressed)
            self._refill(week, side, figures, pressed)

    def _pressed(self, week: Week) -> Mask:
        """Say before which places enemies stand."""
        who = attackers(week)
        return spots(week.state.holder.shape, who.rows, who.places)

    def _take_in(self, week: Week, side: int, figures: Reserve) -> None:
        state, world = week.state, week.world
        home = np.flatnonzero(world.start_holder == side)
        if figures.intake and len(home):
            held = share(count(state.holder[:, home] == side), len(home))
            self._add(week, side, scale(figures.intake, held))

    def _send(self, week: Week, side: int, figures: Reserve, pressed: Mask) -> None:
        """Share what is sent equally among the pressed places that can be reached."""
        state, held = week.state, week.state.holder == side
        rows, places = positions(pressed & held)
        if not figures.sent or not len(rows):
            return
        beside = neighbours(week.world.links)[places]
        joined = (held[rows[:, None], beside] & (beside != places[:, None])).any(axis=1)
        needy = spots(held.shape, rows[joined], places[joined])
        each = split(scale(state.reserve[:, side], figures.sent), count(needy))
        people = np.where(needy, each[:, None], 0)
        self._give(week, side, people)
        week.record(Reinforced, people >= max(week.world.band, 1), people=people)

    def _refill(self, week: Week, side: int, figures: Reserve, pressed: Mask) -> None:
        """Fill up quiet places one after the other, until the reserve is used up."""
        state, world = week.state, week.world
        if not figures.refill:
            return
        home = np.flatnonzero(world.start_holder == side)
        quiet = (state.holder[:, home] == side) & ~pressed[:, home]
        gap = np.maximum(world.start_garrison[home] - state.garrison[:, home], 0)
        wanted = np.where(quiet, scale(gap, figures.refill), 0)
        left = state.reserve[:, [side]] - (wanted.cumsum(axis=1, dtype=np.int32) - wanted)
        people = np.zeros_like(state.garrison)
        people[:, home] = clip(wanted, 0, np.maximum(left, 0))
        self._give(week, side, people)

    def _give(self, week: Week, side: int, people: Ints) -> None:
        """Move people (games, places) from the reserve to places."""
        week.state.garrison = week.state.garrison + people
        self._add(week, side, -people.sum(axis=1, dtype=np.int32))

    def _add(self, week: Week, side: int, people: Ints) -> None:
        reserve = week.state.reserve
        week.state.reserve = replaced(reserve, side, reserve[:, side] + people)
