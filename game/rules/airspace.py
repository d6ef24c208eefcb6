"""The player's aircraft in a warned or contested sky: near misses come up for decision."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.conditions import Conditions, compile_conditions
from game.core.facts import Fact
from game.core.figures import AreaId, ByStatus, Change, IncidentId, PerCent, PlaceId, TokenId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Hidden, Shown
from game.core.state import NONE
from game.core.types import THOUSAND, Index, Ints, count, marked, scale
from game.core.week import Week
from game.rules.base import Rule

ODDS = ". That they come: {intent}; a near miss: {chance}, rolled {roll}."


@dataclass(frozen=True)
class Intercept(Fact):
    """Somebody's aircraft met the player's, and nothing came of it."""

    text: ClassVar = "{area}: other aircraft meet ours near {place}" + ODDS
    area: Shown
    place: Shown
    intent: Hidden  # the chance that the air is contested at all
    chance: Shown
    roll: Shown


@dataclass(frozen=True)
class NearMiss(Intercept):
    """Aircraft came so close that somebody has to decide."""

    text: ClassVar = "{area}: a near miss in the air near {place}" + ODDS


class Airspace(Rule):
    """Aircraft over some areas run into others, the more so the more of them there are."""

    phase: ClassVar = Phase.AIR
    token: TokenId
    """The player's aircraft."""
    over: dict[AreaId, PlaceId]
    """The areas that it is about, and the place where an incident there is shown."""
    chance: ByStatus
    """Chance of a near miss for each token over an area, in a week, by the level of a status."""
    contested: PerCent = 1000
    """Factor on that chance where somebody's aircraft contest the air."""
    warned: Conditions = Conditions()
    """When it applies at all."""
    incident: IncidentId
    """What comes up for decision."""
    change: Change = {}
    """What every near miss does to tracks."""

    def resolve(self, week: Week) -> None:
        """Roll for every area that the player's aircraft are over."""
        state, world = week.state, week.world
        tokens = self._tokens(week)
        if not tokens.any():
            return
        chance = self._chance(week, tokens)
        roll = week.roll(self.name, size=len(world.areas))
        near = (tokens > 0) & (roll < chance)
        met = (tokens > 0) & (state.flights > 0)
        place = np.broadcast_to(self._scenes(week), near.shape)
        self.apply(week, self.change, count(near), Source.INCIDENT, "a near miss in the air")
        odds = {"intent": state.flights, "chance": chance, "roll": roll}
        week.record(NearMiss, near, place=place, **odds)
        week.record(Intercept, met & ~near, place=place, **odds)
        week.raise_incident(self.incident, marked(near, place, len(world.places)))

    def _tokens(self, week: Week) -> Ints:
        """Return how many tokens are over each area (games, areas), where it applies."""
        state, world = week.state, week.world
        there = state.token[:, world.tokens.index(self.token)]
        applies = (self._scenes(week) != NONE) & (there > 0)
        if applies.any():
            applies &= compile_conditions(self.warned, world)(state)[:, None]
        return np.where(applies, there, 0).astype(np.int32)

    def _chance(self, week: Week, tokens: Ints) -> Ints:
        chance = week.figure(self.chance)[:, None] * tokens
        contested = np.where(week.state.flights > 0, scale(chance, self.contested), chance)
        return np.asarray(np.minimum(contested, THOUSAND))

    def _scenes(self, week: Week) -> Index:
        """Return the place where each area's incidents are shown, or NONE."""
        world = week.world
        names = [self.over.get(area) for area in world.areas]
        return np.array(
            [NONE if name is None else world.places.index(name) for name in names], np.int16
        )
