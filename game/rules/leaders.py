"""The leaders of a hidden organization are hunted, and those lost may be replaced."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.core.facts import Fact
from game.core.figures import Change, Part, PerCent, TokenId, Whole
from game.core.ledger import Source
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Ints, replaced, single
from game.core.week import Week
from game.rules.base import Rule

SUREST = 950  # per mille: nobody is ever certain to be found


@dataclass(frozen=True)
class LeaderKilled(Fact):
    """A leader of a network was found and killed."""

    text: ClassVar = "{network}: a leader is found and killed: chance {chance}, rolled {roll}."
    network: Shown
    seat: Shown
    chance: Shown
    roll: Shown


class Leaders(Rule):
    """Whoever watches the place where the leaders of a network are may find one of them."""

    leaders: Annotated[Whole, Field(ge=0, le=100)]
    """How many leaders it has at the start."""
    hunters: dict[TokenId, PerCent] = {}
    """Chance in a week that a leader is killed, for each token in the area of its seat."""
    found: Part = 0
    """The same chance without any token; together they never exceed 95 %."""
    killed: Change = {}
    """What each leader killed does to tracks."""
    heirs: Part = 0
    """Chance in a week that a leader lost before is replaced."""

    def hunt(self, week: Week, number: int) -> None:
        """Kill one that is found; whom they lost in an earlier week they may replace."""
        state, seat = week.state, week.state.seat[:, [number]]
        left, chance = state.leaders[:, number], self._chance(week, seat)
        if not (self.heirs or chance.any()):
            return
        roll = week.roll(self.name, "hunt")[:, 0]
        killed = (left > 0) & (roll < chance)
        heir = (left < self.leaders) & (week.roll(self.name, "heir")[:, 0] < self.heirs)
        state.leaders = replaced(state.leaders, number, left - killed + heir)
        source = Source.ORDER if self.hunters else Source.INCIDENT
        self.apply(week, self.killed, killed.astype(np.int32), source, "leader killed")
        where = single(killed, number, len(week.world.networks))
        week.record(LeaderKilled, where, seat=seat, chance=chance[:, None], roll=roll[:, None])

    def _chance(self, week: Week, seat: Index) -> Ints:
        state, world = week.state, week.world
        area = np.where(seat == NONE, np.int8(NONE), world.place_area[seat])
        here = np.arange(len(world.areas)) == area
        chance = np.full(state.games, self.found, np.int32)
        for token, each in self.hunters.items():
            there = np.where(here, state.token[:, world.tokens.index(token)], 0)
            chance = chance + there.sum(axis=1, dtype=np.int32) * np.int32(each)
        return np.minimum(chance, SUREST)
