"""A hidden organization works from the places it holds, until its leaders are found."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, PlaceId, SideId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.relation import ALLIED
from game.core.sight import Shown
from game.core.state import NONE, State
from game.core.types import Index, indexes, replaced, share, single
from game.core.week import Week
from game.core.world import World
from game.rules.leaders import Leaders
from game.rules.plots import Plots


@dataclass(frozen=True)
class NetworkMoved(Fact):
    """A network works from another place than before."""

    text: ClassVar = "{network}: now at work from {seat}."
    network: Shown
    seat: Shown


@dataclass(frozen=True)
class NetworkDispersed(Fact):
    """A network lost the last place that it could work from."""

    text: ClassVar = "{network}: no seat left, and dispersed."
    network: Shown


class Network(Leaders, Plots):
    """A network works from the first of its seats that its side or an ally holds."""

    phase: ClassVar = Phase.NETWORKS
    side: SideId
    """Whose network it is."""
    seats: tuple[PlaceId, ...]
    """Where it can work from, in order of preference; without any it is dispersed."""
    grow: Change = {}
    """What it does to tracks in a week with a seat and all its leaders; less with fewer."""
    dispersed: Change = {}
    """What it does to tracks in a week without a seat."""
    effort: Change = {}
    """What each effort that somebody puts into its plots does to tracks."""

    def resolve(self, week: Week) -> None:
        """Find its seat, hunt its leaders, feed its plots and see whether one is ready."""
        number = week.world.networks.index(self.key)
        self._settle(week, number)
        self.hunt(week, number)
        self._plan(week, number)
        self.carry_out(week, number)

    def seat(self, world: World, state: State) -> Index:
        """Return for every game the place that it works from, or NONE."""
        seats = indexes(world.places, self.seats)
        held = state.stance(world.sides.index(self.side), state.holder[:, seats]) == ALLIED
        held = np.append(held, np.ones((state.games, 1), bool), axis=1)
        places = np.array([*seats, NONE], np.int16)
        return np.asarray(places[held.argmax(axis=1)])

    def _settle(self, week: Week, number: int) -> None:
        state, networks = week.state, len(week.world.networks)
        seat = self.seat(week.world, state)
        moved, gone = seat != state.seat[:, number], seat == NONE
        if moved.any():
            state.seat = replaced(state.seat, number, seat)
            week.record(NetworkMoved, single(moved & ~gone, number, networks), seat=seat[:, None])
            week.record(NetworkDispersed, single(moved & gone, number, networks))

    def _plan(self, week: Week, number: int) -> None:
        state = week.state
        away = state.seat[:, number] == NONE
        left = share(state.leaders[:, number].astype(np.int32), self.leaders)
        left = np.where(away, 0, left)
        self.apply_part(week, self.grow, left, Source.PLACE, "network at its seat")
        self.apply(week, self.dispersed, away.astype(np.int32), Source.PLACE, "dispersed network")
        efforts = state.plotting[:, number].astype(np.int32)
        self.apply(week, self.effort, efforts, Source.ACTOR, "plotting")
