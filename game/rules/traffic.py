"""What travels on a road: it grows week by week, raiders stop it, strikes cut it."""

from dataclasses import dataclass
from typing import ClassVar, Literal, Self

import numpy as np
from pydantic import model_validator

from game.core.facts import Fact
from game.core.figures import Change, Part, PlaceId, SideId
from game.core.ledger import Source
from game.core.relation import HOSTILE
from game.core.sight import Hidden, Shown
from game.core.types import THOUSAND, Ints, Mask, Small, clip, replaced, single
from game.core.week import Week
from game.core.world import GRADES
from game.rules.base import Rule

Working = Literal["contiguous", "convoy", "routine"]
NO_WAY, CONTIGUOUS, CONVOY, ROUTINE = range(len(GRADES))


@dataclass(frozen=True)
class FirstConvoy(Fact):
    """Traffic on a corridor has become enough for convoys to get through."""

    text: ClassVar = "Convoys start to get through on {corridor}."
    corridor: Shown


@dataclass(frozen=True)
class CorridorRoutine(Fact):
    """Traffic on a corridor has become routine."""

    text: ClassVar = "{corridor} is in regular use."
    corridor: Shown


@dataclass(frozen=True)
class CorridorHit(Fact):
    """A strike on what travels on a corridor succeeded."""

    text: ClassVar = (
        "A strike hits traffic on {corridor}. That it comes: {intent}; "
        "that it succeeds: {chance}, rolled {roll}."
    )
    corridor: Shown
    intent: Hidden
    chance: Shown
    roll: Shown


@dataclass(frozen=True)
class ConvoyRaided(Fact):
    """Raiders stopped the traffic on a corridor for a week."""

    text: ClassVar = "Raiders from {place} stop traffic on {corridor} for a week."
    corridor: Shown
    place: Shown


class Traffic(Rule):
    """How much travels makes a corridor contiguous, a way for convoys, or routine."""

    side: SideId
    """Whose corridor it is."""
    ramp: Part
    """What a week adds to the traffic while the ends are joined."""
    first: Part
    """The traffic from which on convoys get through."""
    routine: Part
    """The traffic from which on they are routine."""
    raiders: dict[PlaceId, Part] = {}
    """Chance that a week's traffic is stopped from a place while enemies hold it."""
    hit: Part = 0
    """Chance that a strike on the traffic succeeds."""
    cut: Part = 0
    """What a strike that succeeds takes off the traffic."""
    struck: Change = {}
    """What a strike that succeeds does to tracks."""
    grades: dict[Working, Change] = {}
    """What every week at a grade does to tracks."""
    convoy: Change = {}
    """What every week in which convoys get through does to tracks."""

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.first > self.routine:
            raise ValueError("'first' should not be more than 'routine'")
        return self

    def travel(self, week: Week, number: int, joined: Mask) -> None:
        """Let traffic grow, be raided and be struck, and set the grade that follows."""
        state = week.state
        raided = self._raided(week, number, joined)
        struck = self._struck(week, number, joined)
        more = np.where(raided, 0, self.ramp) - np.where(struck, self.cut, 0)
        traffic = clip(state.traffic[:, number] + more.astype(np.int32), 0, THOUSAND)
        traffic = np.where(joined, traffic, np.int32(0))
        grade = np.where(joined, self._grade(traffic), np.int8(NO_WAY))
        self._tell(week, number, state.grade[:, number], grade)
        state.traffic = replaced(state.traffic, number, traffic)
        state.grade = replaced(state.grade, number, grade)
        for word, change in self.grades.items():
            there = (grade == GRADES.index(word)).astype(np.int32)
            self.apply(week, change, there, Source.PLACE, f"road at grade '{word}'")
        through = (grade >= CONVOY) & ~raided
        self.apply(week, self.convoy, through.astype(np.int32), Source.PLACE, "convoy")

    def _grade(self, traffic: Ints) -> Small:
        grade = CONTIGUOUS + (traffic >= self.first).astype(np.int8) + (traffic >= self.routine)
        return np.asarray(grade, np.int8)

    def _raided(self, week: Week, number: int, joined: Mask) -> Mask:
        """Roll for every place of raiders: they do not know of each other."""
        state, world = week.state, week.world
        side, raided = world.sides.index(self.side), np.zeros_like(joined)
        for name, chance in self.raiders.items():
            place = world.places.index(name)
            hostile = (
                state.relation[np.arange(state.games), side, state.holder[:, place]] == HOSTILE
            )
            stops = joined & hostile & (week.roll(self.name, name)[:, 0] < chance)
            where = single(stops, number, len(world.corridors))
            week.record(ConvoyRaided, where, place=np.full_like(where, place, np.int16))
            raided = raided | stops
        return raided

    def _struck(self, week: Week, number: int, joined: Mask) -> Mask:
        """Roll for a strike that was ordered; the way may have been cut since."""
        intent = week.state.hindering[:, number]
        ordered = joined & (intent > 0)
        roll = week.roll(self.name, "strike")[:, 0]
        struck = ordered & (roll < self.hit)
        self.apply(week, self.struck, struck.astype(np.int32), Source.ACTOR, "strike on a road")
        where = single(struck, number, len(week.world.corridors))
        odds = {"intent": intent[:, None], "chance": np.full_like(intent, self.hit)[:, None]}
        week.record(CorridorHit, where, roll=roll[:, None], **odds)
        return struck

    def _tell(self, week: Week, number: int, before: Small, grade: Small) -> None:
        for fact, step in ((FirstConvoy, CONVOY), (CorridorRoutine, ROUTINE)):
            risen = (before < step) & (grade >= step)
            week.record(fact, single(risen, number, len(week.world.corridors)))
