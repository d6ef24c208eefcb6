"""Outposts are tested from close by; a probe comes up for decision."""

from dataclasses import dataclass
from typing import ClassVar

from game.core.facts import Attempt
from game.core.figures import ByLevel, Change, IncidentId, PerCent, PlaceId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import among, count
from game.core.week import Week
from game.rules.base import Rule, when_careful

ODDS = ". That they come: {intent}; that they go on: {chance}, rolled {roll}."


@dataclass(frozen=True)
class Probed(Attempt):
    """Somebody tested an outpost."""

    text: ClassVar = "{place}: probed by {unit}" + ODDS
    unit: Shown


@dataclass(frozen=True)
class Deterred(Attempt):
    """Somebody came to test an outpost, and turned."""

    text: ClassVar = "A probe of {place} by {unit} is broken off" + ODDS
    unit: Shown


class Probes(Rule):
    """Outposts are tested, the less often the more the player's posture deters."""

    phase: ClassVar = Phase.CONTACT
    places: tuple[PlaceId, ...]
    """Where it applies, while the player or an ally holds the place."""
    deterred: ByLevel
    """The share of probes that go on, by the level of the dial that deters."""
    careful: PerCent = 1000
    """Factor on that share while all are careful."""
    incident: IncidentId
    """What comes up for decision."""
    change: Change = {}
    """What every probe does to tracks."""

    def resolve(self, week: Week) -> None:
        """Roll for every place that somebody has come to test."""
        state, world = week.state, week.world
        ordered = (state.probing > 0) & among(world.places, self.places)
        tested = week.held_where(ordered, world.player)  # it may have fallen since
        if not tested.any():
            return
        chance = when_careful(week, week.figure(self.deterred)[:, None], self.careful)
        roll = week.roll_where(self.name, tested, world.places)
        probed = tested & (roll < chance)
        self.apply(week, self.change, count(probed), Source.INCIDENT, "a probe")
        odds = {"intent": state.probing, "chance": chance, "roll": roll}
        week.record(Probed, probed, unit=state.prober, **odds)
        week.record(Deterred, tested & ~probed, unit=state.prober, **odds)
        week.raise_incident(self.incident, probed, state.prober)
