"""Aircraft help columns in assault, and wear down hostile garrisons."""

from typing import ClassVar

import numpy as np

from game.core.figures import AreaId, ByLevel, ByStatus, Part, PerCent, SideId, TokenId
from game.core.phase import Phase
from game.core.places import kill, tokens_there
from game.core.relation import ALLIED, HOSTILE
from game.core.types import Index, Ints, Rows, positions, scale, split, spread
from game.core.week import Week
from game.rules.base import Rule
from game.rules.clash import Attackers, attackers

MOST = 100_000  # per mille


class AirSupport(Rule):
    """Aircraft make columns in assault count for more, for this week."""

    phase: ClassVar = Phase.CLASHES
    air: dict[SideId, PerCent] = {}
    """What a side's own aircraft add, shared equally among its columns in assault."""
    token: TokenId | None = None
    """The player's aircraft."""
    worth: PerCent = 0
    """What each token in an area adds to each column of the player's alliance in assault there."""
    attrition: Part = 0
    """Share of every hostile garrison in its area that each token costs in a week."""
    weakened: ByStatus | None = None
    """By how much the level of a status scales all that tokens do."""
    tempo: dict[AreaId, ByLevel] = {}
    """By how much the level of a dial scales all that tokens do in an area."""

    def resolve(self, week: Week) -> None:
        """Work out what aircraft add to each column, and what they cost garrisons."""
        state, who = week.state, attackers(week)
        state.support = np.zeros_like(state.support)
        if len(who):
            added = np.minimum(self._own(week, who) + self._tokens(week, who), MOST)
            state.support = spread(state.at.shape, who.rows, who.units, added)
        if self.token and self.attrition:
            self._wear_down(week, self.token)

    def _own(self, week: Week, who: Attackers) -> Ints:
        """Share each side's own aircraft among its columns."""
        sides = week.world.sides
        air = np.array([self.air.get(side, 0) for side in sides], np.int32)
        owner = who.rows * len(sides) + who.side
        return split(air[who.side], np.bincount(owner)[owner])

    def _tokens(self, week: Week, who: Attackers) -> Ints:
        """Give every column of the player's alliance all that flies over the place it attacks."""
        if not self.token:
            return np.zeros(len(who), np.int32)
        tokens = tokens_there(week, self.token)[who.rows, who.places]
        ours = week.state.relation[who.rows, week.world.player, who.side] == ALLIED
        worth = np.minimum(scale(self.worth, self._factor(week, who.rows, who.places)), MOST)
        return np.where(ours, np.multiply(tokens, worth, dtype=np.int32), 0)

    def _wear_down(self, week: Week, token: str) -> None:
        state, tokens = week.state, tokens_there(week, token)
        rows, places = positions((tokens > 0) & (state.garrison > 0))
        hostile = state.relation[rows, week.world.player, state.holder[rows, places]] == HOSTILE
        where = rows, places = rows[hostile], places[hostile]
        each = scale(self.attrition, self._factor(week, rows, places))
        part = np.minimum(np.multiply(tokens[where], each, dtype=np.int32), 1000)
        dead = spread(tokens.shape, rows, places, scale(state.garrison[where], part))
        kill(week, state.holder, dead)
        state.garrison = state.garrison - dead

    def _factor(self, week: Week, rows: Rows, places: Index | Rows) -> Ints:
        """Return by how much all that tokens do is scaled, at places (rows,) of games (rows,)."""
        factor = np.full(len(rows), 1000, np.int32)
        if self.weakened:
            factor = week.figure(self.weakened)[rows]
        for area, by in self.tempo.items():
            there = (week.world.place_area == week.world.areas.index(area))[places]
            factor = np.where(there, scale(factor, week.figure(by)[rows]), factor)
        return factor
