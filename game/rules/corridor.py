"""A road works while places of a side and its allies join its ends."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import Change, PlaceId
from game.core.graph import reach
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Mask, indexes, replaced, single
from game.core.week import Week
from game.rules.traffic import NO_WAY, Traffic


@dataclass(frozen=True)
class CorridorJoined(Fact):
    """Allied places now reach from one end of a corridor to the other."""

    text: ClassVar = "{corridor}: open as far as {place}."
    corridor: Shown
    place: Shown


@dataclass(frozen=True)
class CorridorCut(Fact):
    """The ends of a corridor are no longer joined."""

    text: ClassVar = "{corridor}: cut."
    corridor: Shown


class Corridor(Traffic):
    """Places of a side and its allies join a source to a goal; then traffic grows on the road."""

    phase: ClassVar = Phase.CONNECTIVITY
    sources: tuple[PlaceId, ...]
    """Where it may start: one is enough."""
    goals: tuple[PlaceId, ...]
    """Where it may end: one is enough."""
    through: tuple[PlaceId, ...] = ()
    """Places on the way, of which one must be reached too; with none it does not matter how."""
    opened: Change = {}
    """What happens to tracks when the ends become joined."""

    def resolve(self, week: Week) -> None:
        """See whether the ends are joined, and what travels."""
        state, number = week.state, week.world.corridors.index(self.key)
        goal = self._goal(week)
        joined, before = goal >= 0, state.joined[:, number]
        idle = (before == 0) & (state.traffic[:, number] == 0) & (state.grade[:, number] == NO_WAY)
        if not joined.any() and idle.all():
            return
        weeks = np.where(joined, before + np.int16(1), np.int16(0))
        state.joined = replaced(state.joined, number, weeks)
        fresh = joined & (before == 0)
        self.apply(week, self.opened, fresh.astype(np.int32), Source.PLACE, "road opened")
        corridors = len(week.world.corridors)
        week.record(CorridorJoined, single(fresh, number, corridors), place=goal[:, None])
        week.record(CorridorCut, single(~joined & (before > 0), number, corridors))
        self.travel(week, number, joined)

    def _goal(self, week: Week) -> Index:
        """Return the first goal that is joined to a source in each game, or NONE."""
        world = week.world
        held = week.held_by(world.sides.index(self.side))
        sources, goals = indexes(world.places, self.sources), indexes(world.places, self.goals)
        if not (held[:, sources].any(axis=1) & held[:, goals].any(axis=1)).any():
            return np.full(len(held), NONE, np.int16)
        reached = reach(world.links, held, sources)
        arrived = reached[:, goals] & self._passed(week, reached)[:, None]
        first = np.array(goals, np.int16)[arrived.argmax(axis=1)]
        return np.where(arrived.any(axis=1), first, np.int16(NONE))

    def _passed(self, week: Week, reached: Mask) -> Mask:
        """Say in which games (games,) the way leads through one of the places that it must."""
        if not self.through:
            return np.ones(len(reached), bool)
        return np.asarray(reached[:, indexes(week.world.places, self.through)].any(axis=1))
