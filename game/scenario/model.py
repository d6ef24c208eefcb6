"""Scenario: the models that a scenario file is checked against."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticKnownError

from game.core.conditions import Conditions
from game.core.figures import (
    Amiss,
    Model,
    Relations,
    SideId,
    Text,
    Weeks,
    Whole,
)
from game.rules import Rulebook
from game.scenario import setting
from game.scenario.actors import Actor, Trigger
from game.scenario.doctrine import BUILT_IN, Doctrine, Tournament
from game.scenario.effects import Effects
from game.scenario.lesson import Lesson
from game.scenario.policy import Incident, Option, Terms


def _written_out(written: Any) -> Any:
    """Refuse a date in any form but YYYY-MM-DD; pydantic would take a number for seconds."""
    if isinstance(written, str | int | float | Decimal) and not DAY.fullmatch(str(written)):
        raise PydanticKnownError("date_parsing", {"error": "not YYYY-MM-DD"})
    return written


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Day = Annotated[date, BeforeValidator(_written_out)]
"""A day, written like 2017-06-19."""


class Source(Model):
    """Where a fact or a figure comes from."""

    title: Text
    publisher: Text | None = None
    date: Text | None = None
    gave: Text | None = None
    """What it was used for."""


class Intent(Model):
    """How the player's ranking of the aims counts in the score."""

    ranks: Annotated[Whole, Field(ge=0, le=9)] = 2
    """How many aims are ranked."""
    weights: tuple[Annotated[Whole, Field(ge=1, le=100)], ...] = (4, 2)
    """The weight of each rank; an aim that is not ranked counts once."""
    default: tuple[str, ...] = ()
    """What is ranked when the player says nothing."""


class Scenario(Model):
    """A game to be played, as its author writes it."""

    format: Literal[1] = 1
    """The number of this file format."""
    title: Text
    summary: Text | None = None
    """Two sentences for the chooser."""
    briefing: Text
    """What the player is told at the start."""
    author: Text | None = None
    licence: Text | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    level: Literal["first", "easy", "full"] = "full"
    start: Day
    """The first day of the first week, as YYYY-MM-DD."""
    calendar: Annotated[list[Annotated[Whole, Field(ge=1, le=52)]], Field(min_length=1)]
    """For each turn, its weeks."""
    player: SideId
    council: Terms = Terms()
    news: Weeks | None = None
    """When the player hears of what happens out of sight; not before the end if nothing is said."""
    band: Annotated[Whole, Field(ge=1, le=100_000)] = 1
    """The strength of others is known to the nearest such number of people."""
    spread: setting.Spread = setting.Spread()
    sides: Annotated[dict[str, setting.Side], Field(min_length=1)]
    relations: Relations = {}
    """How sides stand to each other at the start; neutral where nothing is said."""
    tracks: Annotated[dict[str, setting.Track], Field(min_length=1)]
    statuses: dict[str, setting.Status] = {}
    dials: dict[str, setting.Dial] = {}
    areas: dict[str, setting.Area] = {}
    tokens: dict[str, setting.Token] = {}
    places: Annotated[dict[str, setting.Place], Field(min_length=1)]
    links: list[setting.Link] = []
    chart: setting.Chart = setting.Chart()
    marches: dict[str, setting.March] = {}
    units: dict[str, setting.Unit] = {}
    rules: Rulebook
    actors: dict[str, Actor] = {}
    options: dict[str, Option] = {}
    incidents: dict[str, Incident] = {}
    events: dict[str, Trigger] = {}
    endings: Annotated[dict[str, setting.Ending], Field(min_length=1)]
    grades: dict[str, setting.Grade] = {}
    intent: Intent = Intent()
    doctrines: dict[str, Doctrine] = {}
    tournament: Tournament = Tournament()
    lesson: Lesson = Lesson()
    sources: dict[str, Source] = {}

    @model_validator(mode="after")
    def _always_ends(self) -> Self:
        name, last = list(self.endings.items())[-1]
        if last.when != Conditions():
            says = "the last ending must have no conditions, so that every game ends"
            raise Amiss(says, "endings", name, "when")
        return self

    @model_validator(mode="after")
    def _options_can_be_paid(self) -> Self:
        for name, option in self.options.items():
            if option.cost and not self.council.purse:
                raise ValueError(f"'{name}' has a cost and the council has no purse")
        return self

    @model_validator(mode="after")
    def _actors_command_their_own(self) -> Self:
        for name, actor in self.actors.items():
            for unit in (unit for way in actor.deciders.values() for unit in way.units):
                if self.units[unit].side != actor.side:
                    raise ValueError(f"'{name}' cannot command '{unit}', which is not of its side")
        return self

    @model_validator(mode="after")
    def _ranks_aims_that_there_are(self) -> Self:
        for aim in self.intent.default:
            if aim not in self.grades:
                raise ValueError(f"no grade is called '{aim}', so it cannot be ranked as an aim")
        if len(self.intent.weights) != self.intent.ranks:
            raise ValueError("the intent needs one weight for each rank")
        return self

    @model_validator(mode="after")
    def _doctrines_can_be_told_apart_and_rank_as_a_player_does(self) -> Self:
        ranks = min(self.intent.ranks, len(self.grades))
        for name, doctrine in self.doctrines.items():
            if name in BUILT_IN:
                raise ValueError(f"a doctrine cannot be called '{name}': that one is built in")
            if doctrine.aims and len(set(doctrine.aims)) != ranks:
                raise ValueError(f"the doctrine '{name}' must rank {ranks} different aims")
        return self

    @property
    def weeks(self) -> int:
        """Return how many weeks a game lasts at most."""
        return sum(self.calendar)

    def triggers(self) -> dict[str, Trigger]:
        """Return events and reactions under one set of names."""
        found = dict(self.events)
        for name, actor in self.actors.items():
            found |= {f"{name}.{key}": reaction for key, reaction in actor.reactions.items()}
        return found

    def effects(self) -> list[tuple[str, Effects]]:
        """Return all effects of the scenario, each with the name of who answers for it."""
        found: list[tuple[str, Effects]] = []
        for name, option in self.options.items():
            found += option.effects.inner(f"option.{name}")
        for name, incident in self.incidents.items():
            for reply, answer in incident.answers.items():
                found += answer.effects.inner(f"incident.{name}.{reply}")
        for name, trigger in self.triggers().items():
            found += trigger.effects.inner(f"event.{name}")
        return found
