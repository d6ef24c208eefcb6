"""Decider: how any actor goes about one kind of thing. Who the actor is, is data."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from game.core.conditions import Conditions, compile_conditions
from game.core.figures import Basis, Model, PerCent
from game.core.observation import Observation
from game.core.relation import ALLIED
from game.core.state import NONE, State
from game.core.types import Index, Ints, Mask, count
from game.core.week import Week
from game.core.world import World


@dataclass(frozen=True)
class Desk:
    """Where a decider works: what its side sees, one way to try its luck, orders it may give."""

    world: World
    seen: Observation
    _act: int  # which of the world's acts this is
    _actor: int
    _chance: Ints  # (games,) per mille, from the hidden posture: only what comes of it is seen
    _week: Week  # private: a decider that read the state would know what its side cannot

    def tries(self, occasions: Mask) -> Mask:
        """Say of each occasion (games, any) whether it is taken, and keep count for the belief.

        It is the only thing that a posture changes: how often, never how much.
        """
        if not occasions.any():  # nothing to count: the counts of last week are gone
            return occasions
        roll = self._week.roll(self.world.acts[self._act], size=occasions.shape[1])
        taken = occasions & (roll < self._chance[:, None])
        self._orders.could[:, self._act] = count(occasions)
        self._orders.tried[:, self._act] = count(taken)
        return taken

    def holds(self, when: Conditions) -> Mask:
        """Say in which games (games,) conditions hold, as far as the side sees."""
        return compile_conditions(when, self.world)(self.seen.state)

    def foreign(self, places: list[int]) -> Mask:
        """Say of each place (games, places) whether a side that is no ally is seen to hold it."""
        seen = self.seen.state
        return np.asarray(seen.stance(self.seen.side, seen.holder[:, places]) != ALLIED)

    def send(self, unit: int, goal: Index) -> None:
        """Order a unit to a place (games,)."""
        self._orders.goal[:, unit] = goal

    def probe(self, places: list[int], where: Mask, unit: Index) -> None:
        """Order units to test places (games, places)."""
        self._order("probing", places, where)
        prober = self._orders.prober
        prober[:, places] = np.where(where, unit, prober[:, places])

    def strike(self, means: int, places: list[int], where: Mask) -> None:
        """Order strikes from afar against places."""
        chance = np.where(where, self._chance[:, None], 0)  # kept with the order for the debrief
        orders = self._orders.sorties
        orders[:, means, places] = np.maximum(orders[:, means, places], chance)

    def fly(self, areas: list[int], where: Mask) -> None:
        """Order aircraft to contest the air over areas."""
        self._order("flights", areas, where)

    def hinder(self, corridor: int, where: Mask) -> None:
        """Order strikes on a corridor in some games (games,)."""
        self._order("hindering", [corridor], where[:, None])

    def plot(self, network: int, where: Mask) -> None:
        """Put effort into a network's plots in some games (games,)."""
        self._orders.plotting[:, network] += where.astype(np.int8)

    def offer_place(self, place: int, side: int, where: Mask) -> None:
        """Offer a place to another side in some games (games,)."""
        yielding = self._orders.yielding
        yielding[:, place] = np.where(where, side, yielding[:, place])

    def push(self, track: int, amount: Ints) -> None:
        """Move a track (games,) by what the actor does."""
        self._orders.pushing[:, self._actor, track] += amount

    def relieve(self, track: int, amount: Ints) -> None:
        """Offer mediation that would take so much off a track (games,)."""
        self._orders.relief[:, track] += amount

    def _order(self, name: str, items: list[int], where: Mask) -> None:
        chance = np.where(where, self._chance[:, None], 0)  # kept with the order for the debrief
        orders: Ints = getattr(self._orders, name)
        orders[:, items] = np.maximum(orders[:, items], chance)

    @property
    def _orders(self) -> State:
        return self._week.state


class Decider(Model, ABC):
    """A way of deciding that scenarios give to actors, with the actor's own figures."""

    chance: PerCent = 0
    """Chance of taking an occasion, in a week; the posture scales it."""
    when: Conditions = Conditions()
    """When there are occasions at all, as far as the actor's side sees."""

    basis: Basis | None = None
    """Where its figures come from: the id of a source, or `judgement: ` and a sentence."""

    def asked(self) -> dict[str, Conditions]:
        """Return all that it asks of the situation, each under the name of the field."""
        return {"when": self.when}

    @abstractmethod
    def decide(self, desk: Desk) -> None:
        """Give the week's orders from what is seen."""


def nearest_unit(desk: Desk, places: list[int], reach: int) -> tuple[Mask, Index]:
    """Return which places (games, places) a living unit of the side stands near to, and which one.

    Near is so many kilometres by road, or standing right before it.
    """
    world, seen = desk.world, desk.seen.state
    own = np.flatnonzero(world.unit_side == desk.seen.side)
    if not len(own):
        shape = (seen.games, len(places))
        return np.zeros(shape, bool), np.full(shape, NONE, np.int16)
    km = world.road[seen.at[:, own][:, :, None], places]
    at_gate = seen.before[:, own][:, :, None] == np.array(places)
    km = np.where(at_gate, 0, km)
    km = np.where(seen.strength[:, own][:, :, None] > 0, km, reach + 1)
    best = km.argmin(axis=1)
    near = np.take_along_axis(km, best[:, None], axis=1)[:, 0] <= reach
    return near, own[best].astype(np.int16)
