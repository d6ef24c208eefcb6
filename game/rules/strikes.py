"""Something is sent from afar at places: it turns back, is stopped, hits or misses."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Attempt, Fact
from game.core.figures import ByLevel, ByStatus, Change, IncidentId, Part, People, PerCent, PlaceId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import bleed
from game.core.relation import ALLIED
from game.core.sight import Hidden, Shown
from game.core.spots import Spots
from game.core.types import THOUSAND, Ints, numbers, positions, replaced
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
        "{place}: {means} turned back" + SENT + "; that they come: {chance}, rolled {roll}."
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

    text: ClassVar = "{place}: {means} missed" + THROUGH
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
        state, means = week.state, self._means(week)
        if not (state.sorties[:, means].any() or state.cover[:, means].any()):
            return
        comes, chance = self._coming(week), week.figure(self.cover)
        cover = np.zeros_like(state.cover[:, means])
        cover[comes.rows, comes.places] = chance[comes.rows]
        state.cover = replaced(state.cover, means, cover)
        if week.told:
            week.record(Approach, comes.mask, chance=chance[:, None], **self._sent(week))
        if self.incident:
            week.raise_incident(self.incident, comes.mask)

    def resolve(self, week: Week) -> None:
        """Stop what can be stopped; what gets through hits or misses."""
        flies = self._flying(week)
        if not len(flies):
            return
        cover = week.state.cover[flies.rows, self._means(week), flies.places]
        roll = flies.roll(week, self.name)
        through = flies.only(roll >= cover)
        aim_roll = through.roll(week, self.name, "aim ")
        struck = through.only(aim_roll < self.hits)
        dead = bleed(week, struck.rows, struck.places, self.dead)
        title = week.world.titles["strikes"][self._means(week)]
        stopped = flies.only(roll < cover)
        self.apply(week, self.stopped, stopped.often, Source.INCIDENT, f"{title} stopped")
        self.apply(week, self.struck, struck.often, Source.INCIDENT, f"hit by {title}")
        if week.told:
            odds = {"chance": flies.table(cover), "roll": flies.table(roll), **self._sent(week)}
            aim = {"aim": np.full((1, 1), self.hits), "aim_roll": through.table(aim_roll)}
            week.record(Stopped, stopped.mask, **odds)
            week.record(Struck, struck.mask, dead=struck.table(dead), **odds, **aim)
            week.record(Missed, through.mask & ~struck.mask, **odds, **aim)

    def _means(self, week: Week) -> int:
        return week.world.strikes.index(self.key)

    def _sent(self, week: Week) -> dict[str, Ints]:
        """Return what is told of every strike: by what means, and how likely it was."""
        means = self._means(week)
        return {"means": np.full((1, 1), means, np.int32), "intent": week.state.sorties[:, means]}

    def _flying(self, week: Week) -> Spots:
        """Say where it is on the way to; a place may have changed hands since the order."""
        state, player = week.state, week.world.player
        columns = numbers(week.world.places, self.places)  # few of all
        rows, column = positions(state.sorties[:, self._means(week), columns] > 0)
        places = columns[column]
        ours = state.relation[rows, player, state.holder[rows, places]] == ALLIED
        return Spots(rows[ours], places[ours], state.holder.shape)

    def _coming(self, week: Week) -> Spots:
        """Roll for what really comes, and take the orders for the rest away."""
        flies, state, means = self._flying(week), week.state, self._means(week)
        if not len(flies) or (self.comes is None and self.careful == THOUSAND):
            return flies
        every = np.full((1, 1), THOUSAND, np.int32)
        share = week.figure(self.comes)[:, None] if self.comes else every
        chance = np.broadcast_to(when_careful(week, share, self.careful), (state.games, 1))
        roll = flies.roll(week, self.name, "comes ")
        turns = flies.only(roll >= chance[flies.rows, 0])
        if week.told:
            odds = {"chance": chance, "roll": flies.table(roll), **self._sent(week)}
            week.record(TurnedBack, turns.mask, **odds)
        if len(turns):
            state.own("sorties")[turns.rows, means, turns.places] = 0
        return flies.only(roll < chance[flies.rows, 0])
