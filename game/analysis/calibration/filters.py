"""Filters: which facts are meant, and which games."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from game.analysis.calibration.dates import When
from game.analysis.calibration.names import (
    FactName,
    fields_of,
    found,
    hint,
    number,
    place_field,
    world_of,
)
from game.core.figures import EndingId, EventId, Km, Model, PlaceId, StatusId, Text, Whole


class Bound(Model):
    """What a field of a fact must be."""

    is_: Annotated[Whole | Text | None, Field(alias="is")] = None
    """A number, or the id of what the field names."""
    at_least: Whole | None = None
    at_most: Whole | None = None


class Filter(Model):
    """Which facts of a kind are meant; all of them if nothing is said."""

    of: Text | None = None
    """What it is about: the id of a place, a unit, a side, an event, as the kind has it."""
    near: PlaceId | None = None
    """Only what happened within so many km of a place, as the crow flies."""
    km: Km | None = None
    from_: Annotated[When | None, Field(alias="from")] = None
    """Only in the week of this day or later."""
    to: When | None = None
    """Only in the week of this day or before."""
    where: dict[str, Bound] = {}
    """What fields of the fact must be: `{people: {at_least: 3}}`."""

    @property
    def first(self) -> date | None:
        """Return the first day that counts."""
        return self.from_.first if self.from_ else None

    @property
    def last(self) -> date | None:
        """Return the last day that counts."""
        return self.to.last if self.to else None

    @model_validator(mode="after")
    def _near_with_km(self) -> Self:
        if (self.near is None) != (self.km is None):
            raise ValueError("'near' and 'km' go together; give both, or none")
        if self.first and self.last and self.first > self.last:
            raise ValueError("'from' is later than 'to'; exchange them")
        return self

    def check(self, kind: str, info: ValidationInfo) -> None:
        """Check the fields that are asked of a kind of fact.

        Raises:
            ValueError: It has no such field, or nothing is called so; with what was meant.
        """
        known, world = fields_of(kind), world_of(info)
        if self.near and not place_field(kind):
            raise ValueError(f"{kind} says no place, so 'near' means nothing; leave it out")
        if self.of is not None and world:
            number(world, kind, known[0], self.of)
        for field, bound in self.where.items():
            if field not in known:
                raise ValueError(f"{kind} has no '{field}'{hint(field, list(known))}")
            if isinstance(bound.is_, str) and world:
                number(world, kind, field, bound.is_)


class Matter(Filter):
    """Facts of a kind that happened."""

    fact: FactName

    @model_validator(mode="after")
    def _fits_the_kind(self, info: ValidationInfo) -> Self:
        self.check(self.fact, info)
        return self


class Happening(Filter):
    """Something that may happen in a game: exactly one of fact, event, ending, status."""

    fact: FactName | None = None
    event: EventId | None = None
    """An event, or a reaction as `actor.reaction`."""
    ending: EndingId | None = None
    status: StatusId | None = None
    level: Text | None = None
    """The level that the status reaches."""

    @model_validator(mode="after")
    def _is_one(self, info: ValidationInfo) -> Self:
        given = [x for x in (self.fact, self.event, self.ending, self.status) if x is not None]
        if len(given) != 1:
            raise ValueError("give exactly one of fact, event, ending, status")
        if self.fact:
            self.check(self.fact, info)
        elif self.of or self.near or self.where:
            raise ValueError("'of', 'near' and 'where' are for facts; leave them out")
        if (self.status is None) != (self.level is None):
            raise ValueError("a status needs the 'level' that it reaches, and nothing else has one")
        levels = (info.context or {}).get("status_levels", {}).get(self.status)
        if self.level is not None and levels is not None:
            found(f"the levels of '{self.status}'", self.level, levels)
        return self


class Limited(Model):
    """What every measure may be limited to."""

    given: Happening | None = None
    """Only games in which this happened."""
    unless: Happening | None = None
    """Only games in which this did not happen."""
