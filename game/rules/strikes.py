"""Something is sent from afar at places: it turns back, is stopped, hits or misses."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Attempt, Fact
from game.core.figures import ByLevel, ByStatus, Change, IncidentId, Part, People, PerCent, PlaceId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import bleed
from game.core.sight import Hidden, Shown
from game.core.types import THOUSAND, Ints, Mask, among, count, replaced
from game.core.week import Week
from game.rules.base import Rule, when_careful

SENT = ". That they are sent: {intent}"
STOPPED = SENT + "; that they are stopped: {chance}, rolled {roll}"
THROUGH = STOPPED + "; that they hit: {aim}, rolled {aim_roll}."


@dataclass(frozen=True)
class Approach(Fact):
    """Something is on its way to a place of the player's or an ally's."""

    text: ClassVar = (
        "{place}: {means} on the way" + SENT + "; that standing orders stop them: {chance}."
    )
    place: Shown
    means: Shown
    intent: Hidden
    chance: Shown


@dataclass(frozen=True)
class TurnedBack(Attempt):
    """What had been sent did not come."""

    text: ClassVar = (
        "{place}: {means} turn back" + SENT + "; that they come: {chance}, rolled {roll}."
    )
    means: Shown


@dataclass(frozen=True)
class Stopped(Attempt):
    """What was sent did not get through."""

    text: ClassVar = "{place}: {means} stopped" + STOPPED + "."
    means: Shown


@dataclass(frozen=True)
class Missed(Stopped):
    """What was sent got through and missed."""

    text: ClassVar = "{place}: {means} miss" + THROUGH
    aim: Shown  # the chance that what gets through hits
    aim_roll: Shown


@dataclass(frozen=True)
class Struck(Missed):
    """What was sent got through and hit."""

    text: ClassVar = "{place}: {means} hit, {dead} dead" + THROUGH
    dead: Shown


class Strikes(Rule):
    """What is sent from afar comes into sight, can be decided upon, and is then stopped or not."""

    opening: ClassVar = Phase.AIR
    phase: ClassVar = Phase.CLASHES
    places: tuple[PlaceId, ...]
    """Where it applies, while the player or an ally holds the place."""
    comes: ByStatus | None = None
    """The share that really come, by a status that all see; nothing said means all."""
    careful: PerCent = 1000
    """Factor on the share that come while all are careful."""
    cover: ByLevel
    """The chance that it is stopped if nobody decides otherwise, by the level of a dial."""
    incident: IncidentId | None = None
    """What comes up for decision while it is on the way."""
    hits: Part = 1000
    """The chance that what gets through hits."""
    dead: People = 0
    """People of the garrison killed by a hit."""
    stopped: Change = {}
    """What every strike that is stopped does to tracks."""
    struck: Change = {}
    """What every hit does to tracks."""

    def open(self, week: Week) -> None:
        """Let some turn back, and announce the others."""
        state, means = week.state, week.world.strikes.index(self.key)
        if not (state.sorties[:, means].any() or state.cover[:, means].any()):
            return
        comes = self._coming(week)
        chance = week.figure(self.cover)[:, None]
        state.cover = replaced(state.cover, means, np.where(comes, chance, 0))
        week.record(Approach, comes, chance=chance, **self._sent(week))
        if self.incident:
            week.raise_incident(self.incident, comes)

    def resolve(self, week: Week) -> None:
        """Stop what can be stopped; what gets through hits or misses."""
        flies = self._flies(week)
        if not flies.any():
            return
        places, title = week.world.places, week.world.titles["strikes"][self._means(week)]
        cover = week.state.cover[:, self._means(week)]
        roll = week.roll_where(self.name, flies, places)
        stopped = flies & (roll < cover)
        aim_roll = week.roll_where(self.name, flies & ~stopped, places, "aim ")
        struck = flies & ~stopped & (aim_roll < self.hits)
        dead = bleed(week, struck, self.dead)
        self.apply(week, self.stopped, count(stopped), Source.INCIDENT, f"{title} stopped")
        self.apply(week, self.struck, count(struck), Source.INCIDENT, f"hit by {title}")
        odds = {"chance": cover, "roll": roll, **self._sent(week)}
        aim = {"aim": np.full((1, 1), self.hits, np.int32), "aim_roll": aim_roll}
        week.record(Stopped, stopped, **odds)
        week.record(Struck, struck, dead=dead, **odds, **aim)
        week.record(Missed, flies & ~stopped & ~struck, **odds, **aim)

    def _means(self, week: Week) -> int:
        return week.world.strikes.index(self.key)

    def _sent(self, week: Week) -> dict[str, Ints]:
        """Return what is told of every strike: by what means, and how likely it was."""
        means = self._means(week)
        return {"means": np.full((1, 1), means, np.int32), "intent": week.state.sorties[:, means]}

    def _flies(self, week: Week) -> Mask:
        """Say where it is on the way to; a place may have changed hands since the order."""
        columns = np.flatnonzero(among(week.world.places, self.places))  # few of all
        ordered = np.zeros(week.state.holder.shape, bool)
        ordered[:, columns] = week.state.sorties[:, self._means(week), columns] > 0
        return week.held_where(ordered, week.world.player)

    def _coming(self, week: Week) -> Mask:
        """Roll for what really comes, and take the orders for the rest away."""
        flies = self._flies(week)
        if not flies.any() or (self.comes is None and self.careful == THOUSAND):
            return flies
        every = np.full((1, 1), THOUSAND, np.int32)
        share = week.figure(self.comes)[:, None] if self.comes else every
        chance = when_careful(week, share, self.careful)
        roll = week.roll_where(self.name, flies, week.world.places, "comes ")
        turns = flies & (roll >= chance)
        week.record(TurnedBack, turns, chance=chance, roll=roll, **self._sent(week))
        state, means = week.state, self._means(week)
        left = np.where(turns, 0, state.sorties[:, means])
        state.sorties = replaced(state.sorties, means, left)
        return flies & ~turns
