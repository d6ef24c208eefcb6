"""Week: all that a step needs to play its part, in one argument."""

from dataclasses import dataclass, field

import numpy as np

from game.core.chance import Chance
from game.core.facts import Fact, Recorder, Silent
from game.core.figures import ByLevel, ByStatus
from game.core.graph import beside
from game.core.ledger import Ledger, Source
from game.core.queue import push
from game.core.relation import ALLIED
from game.core.state import NONE, State
from game.core.types import Index, Ints, Mask, Rows, Small, single
from game.core.world import Names, World


@dataclass(frozen=True)
class Week:
    """The state being changed, the world it lies in, and the doors out of it.

    There are five doors, and no other: `roll` for luck, `change` for tracks, `record` for facts,
    `raise_incident` and `ask` for what somebody has to decide, at a place or at none. Orders need
    none: they are in the state, or a week could not be saved in its middle.
    """

    world: World
    state: State
    chance: Chance
    ledger: Ledger = field(default_factory=Ledger)
    log: Recorder = field(default_factory=Silent)

    def roll(self, rule: str, item: str = "", size: int = 1) -> Ints:
        """Return numbers from 0 to 999, shaped (games, size), that belong to a rule and an item."""
        return self.chance.permille(self.state.week, rule, item, size)

    def roll_where(self, rule: str, where: Mask, names: Names, item: str = "") -> Ints:
        """Return numbers (games, names), drawn by name only where some game's mask is true.

        It costs less than a block for all names where only a few are ever asked for.
        """
        roll = np.zeros(where.shape, np.int32)
        for column in np.flatnonzero(where.any(axis=0)):
            roll[:, [column]] = self.roll(rule, f"{item}{names[column]}")
        return roll

    def change(self, track: str, amount: Ints, source: Source, cause: str, rule: str) -> None:
        """Change a track of every game by thousandths of a point."""
        if amount.any():
            number = self.world.tracks.index(track)
            self.ledger.change(self.state, number, amount, source, cause, rule)

    def change_all(
        self, tracks: Rows, amounts: Ints, source: Source, cause: str, rule: str
    ) -> None:
        """Change several tracks, each named once by its number, by amounts (games, tracks)."""
        if amounts.any():
            self.ledger.change_all(self.state, tracks, amounts, source, cause, rule)

    def record(self, kind: type[Fact], where: Mask, **details: Ints | Small | Index) -> None:
        """Note what happened, where it did."""
        self.log.record(kind, self, where, **details)

    @property
    def told(self) -> bool:
        """Say whether anybody listens: who has much to tell may spare itself the making of it."""
        return not isinstance(self.log, Silent)

    def record_one(
        self, kind: type[Fact], where: Mask, item: int, items: int, **details: Ints | Small | Index
    ) -> None:
        """Note what happened to one of so many items, in the games (games,) of a mask."""
        if self.told:
            self.log.record(kind, self, single(where, item, items), **details)

    def raise_incident(self, kind: str, places: Mask, unit: Index | None = None) -> None:
        """Put what happened at these places (games, places) up for decision, one after the other.

        `unit` (games, places) says who did it, where anybody is known to have.
        """
        push(self.state, self.world.incidents.index(kind), places, unit)

    def ask(self, kind: str, where: Mask) -> None:
        """Put a question that has no place up for decision."""
        push(self.state, self.world.incidents.index(kind), where[:, None], None, placed=False)

    def figure(self, by: ByLevel | ByStatus) -> Ints:
        """Return for every game the figure that belongs to the level of a dial or a status."""
        world, state = self.world, self.state
        if isinstance(by, ByLevel):
            names, level = world.levels[by.dial], state.dial[:, world.dials.index(by.dial)]
        else:
            names = world.status_levels[by.status]
            level = state.status[:, world.statuses.index(by.status)]
        return np.asarray(np.array([by.levels[name] for name in names], np.int32)[level])

    def held_by(self, side: int) -> Mask:
        """Say of each place (games, places) whether a side or one allied with it holds it."""
        ours = self.state.relation[:, side] == ALLIED
        first = np.arange(len(ours))[:, None] * ours.shape[1]
        return np.asarray(ours.take(self.state.holder + first))  # a third of the usual cost

    def held_where(self, where: Mask, side: int) -> Mask:
        """Return a mask (games, places) without the places that neither a side nor an ally holds.

        It costs less than asking for all places where only a few are ever meant.
        """
        held, columns = np.zeros_like(where), np.flatnonzero(where.any(axis=0))
        allied = self.state.stance(side, self.state.holder[:, columns]) == ALLIED
        held[:, columns] = where[:, columns] & allied
        return held

    def watched(self) -> Mask:
        """Say of each place whether it lies in the player's sight.

        That is what the player's alliance holds, what lies next to that, and what lies in an area
        that is closely watched.
        """
        world = self.world
        held = self.held_by(world.player)
        return held | beside(world.links, held) | (self.clarity()[:, world.place_area] > 1)

    def clarity(self) -> Small:
        """Return how closely each area (games, areas + 1) is watched; the last is none at all."""
        state, world = self.state, self.world
        level = np.zeros((state.games, len(world.areas) + 1), np.int8)
        if world.watcher != NONE:
            level[:, :-1] = np.minimum(state.token[:, world.watcher], len(world.clarity) - 1)
        return level
