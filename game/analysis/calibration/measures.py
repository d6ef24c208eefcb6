"""Measures: what a row of history asks of a game, as its author writes it; one number per game."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from game.analysis.calibration.dates import Unit, When
from game.analysis.calibration.filters import Filter, Happening, Limited, Matter
from game.analysis.calibration.names import FactName, check_field, found
from game.core.figures import (
    AreaId,
    CorridorId,
    Flag,
    Model,
    NetworkId,
    PlaceId,
    SideId,
    StatusId,
    Text,
    TrackId,
    UnitId,
    Whole,
)

QUANTITIES = (
    "track",
    "unit_strength",
    "garrison",
    "people",
    "lost",
    "traffic",
    "grade",
    "leaders",
)


class Held(Limited):
    """A place in the hands of a side or one of its allies."""

    place: PlaceId
    by: SideId
    alone: Flag = False
    """Whether the side itself must hold it, and no ally."""


class HeldAt(Held):
    """A place in somebody's hands at the end of the week of a day."""

    date: When


class Reverses(Limited):
    """How often a place is lost again."""

    place: PlaceId
    by: SideId | None = None
    """Who loses it. If nobody is named: how often it goes back to whom it was taken from."""
    alone: Flag = False


class People(Model):
    """People of a side: its garrisons and its units, in an area or on the whole map."""

    side: SideId
    area: AreaId | None = None


class Quantity(Model):
    """Something that has an amount in every week: exactly one of these."""

    track: TrackId | None = None
    """Points of a track."""
    unit_strength: UnitId | Annotated[list[UnitId], Field(min_length=1)] | None = None
    """People of a unit, or of several."""
    garrison: PlaceId | Annotated[list[PlaceId], Field(min_length=1)] | None = None
    """People who hold a place, or several."""
    people: People | None = None
    lost: SideId | None = None
    """People of a side who were killed since the start."""
    traffic: CorridorId | None = None
    """Per cent of what a corridor could carry."""
    grade: CorridorId | None = None
    """How far a corridor works: 0 none, 1 contiguous, 2 first convoy, 3 routine."""
    leaders: NetworkId | None = None
    """Leaders of a network who are at large."""

    def asked(self) -> list[str]:
        """Return the quantities that are asked for."""
        return [name for name in QUANTITIES if getattr(self, name) is not None]

    def only_one(self) -> None:
        """Check that there is exactly one.

        Raises:
            ValueError: There is none, or more.
        """
        if len(self.asked()) != 1:
            raise ValueError(f"give exactly one of {', '.join(QUANTITIES)}")


class Level(Quantity, Limited):
    """A quantity at the end of the week of a day; at the end of the game if none is named."""

    at: When | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        self.only_one()
        return self


class Difference(Quantity, Limited):
    """How much a quantity grew from the beginning of the week of a day to the end of another's.

    From the start and to the end of the game where none are named.
    """

    from_: Annotated[When | None, Field(alias="from")] = None
    to: When | None = None
    per_cent: Flag = False
    """Whether it is told in per cent of what there was; games that had nothing are left out."""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        self.only_one()
        return self


class Count(Matter, Limited):
    """How often something happened."""


class Size(Matter, Limited):
    """What a field of all facts of a kind sums to."""

    field: Text

    @model_validator(mode="after")
    def _has_the_field(self) -> Self:
        check_field(self.fact, self.field)
        return self


class Share(Matter, Limited):
    """Per cent of facts that come before a day; games without any are left out."""

    before: When


class Happens(Happening, Limited):
    """The week in which something first happens, or never."""


class Peak(Quantity, Filter, Limited):
    """The week or month in which something is highest: a quantity, or facts of a kind.

    A month counts as high as its highest week for quantities, and as its sum for facts. Of equals
    the first counts; what is nought all the time never peaks.
    """

    fact: FactName | None = None
    field: Text | None = None
    """What is summed of the facts; else they are counted."""
    every: Literal["week", "month"] = "month"

    @model_validator(mode="after")
    def _is_one(self, info: ValidationInfo) -> Self:
        if len(self.asked()) + (self.fact is not None) != 1:
            raise ValueError(f"give exactly one of fact, {', '.join(QUANTITIES)}")
        if self.fact:
            self.check(self.fact, info)
            if self.field:
                check_field(self.fact, self.field)
        return self


class Run(Quantity, Filter, Limited):
    """The longest run of weeks in which something holds: exactly one of these."""

    place: PlaceId | None = None
    """A place, `by` whom it is held."""
    by: SideId | None = None
    alone: Flag = False
    fact: FactName | None = None
    """Weeks with at least one such fact."""
    status: StatusId | None = None
    level: Text | None = None
    """Weeks at whose end the status stands there."""
    at_least: Whole | None = None
    """Of a quantity: weeks at whose end it is as high, or higher."""
    at_most: Whole | None = None

    @model_validator(mode="after")
    def _is_one(self, info: ValidationInfo) -> Self:
        asked = self.asked()
        if len(asked) + sum(x is not None for x in (self.place, self.fact, self.status)) != 1:
            raise ValueError(f"give exactly one of place, fact, status, {', '.join(QUANTITIES)}")
        if (self.place is None) != (self.by is None):
            raise ValueError("a place needs 'by', who holds it, and nothing else has one")
        if (self.status is None) != (self.level is None):
            raise ValueError("a status needs a 'level', and nothing else has one")
        if bool(asked) != (self.at_least is not None or self.at_most is not None):
            raise ValueError("a quantity needs 'at_least' or 'at_most', and nothing else has one")
        levels = (info.context or {}).get("status_levels", {}).get(self.status)
        if self.level is not None and levels is not None:
            found(f"the levels of '{self.status}'", self.level, levels)
        if self.fact:
            self.check(self.fact, info)
        return self


class Interval(Limited):
    """Weeks between two dates; games in which the first never comes are left out."""

    from_: Annotated["Measure", Field(alias="from")]
    to: "Measure"

    @model_validator(mode="after")
    def _between_dates(self) -> Self:
        if self.from_.unit is not Unit.WEEK or self.to.unit is not Unit.WEEK:
            raise ValueError("an interval lies between measures that give a week; see the guide")
        return self


class Ratio(Limited):
    """One number in per cent of another; games in which that is nought are left out."""

    of: "Measure"
    to: "Measure"

    @model_validator(mode="after")
    def _of_numbers(self) -> Self:
        if self.of.unit.dated or self.to.unit.dated:
            raise ValueError("a ratio is made of numbers, not of dates")
        return self


class Total(Limited):
    """The sum of several numbers."""

    of: Annotated[list["Measure"], Field(min_length=1)]

    @model_validator(mode="after")
    def _of_numbers(self) -> Self:
        if any(each.unit.dated for each in self.of):
            raise ValueError("a total is made of numbers, not of dates")
        return self


class Measure(Model):
    """What is measured in every game: exactly one of these."""

    first_held: Held | None = None
    """The first week in which a place is held, be it for a day."""
    held_at: HeldAt | None = None
    """1 where a place is held at the end of a week, else 0."""
    held_for_good: Held | None = None
    """The first week from which a place is held to the end of the game."""
    reverses: Reverses | None = None
    """How often a place is lost again."""
    count: Count | None = None
    """How often something happens."""
    size: Size | None = None
    """What a field of facts sums to, such as the dead."""
    share: Share | None = None
    """Per cent of facts that come before a day."""
    ratio: Ratio | None = None
    """One measure in per cent of another."""
    total: Total | None = None
    """The sum of several measures."""
    value: Level | None = None
    """A quantity on a day."""
    change: Difference | None = None
    """How much a quantity grows between two days."""
    interval: Interval | None = None
    """Weeks between two measures that give a week."""
    longest_run: Run | None = None
    """The longest run of weeks in which something holds."""
    happens: Happens | None = None
    """The week in which something first happens."""
    peak: Peak | None = None
    """The week or month in which something is highest."""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if len(self._given()) != 1:
            raise ValueError(f"give exactly one of {', '.join(type(self).model_fields)}")
        return self

    def _given(self) -> list[str]:
        return [name for name in type(self).model_fields if getattr(self, name) is not None]

    @property
    def name(self) -> str:
        """Return what is measured."""
        return self._given()[0]

    @property
    def asked(self) -> Limited:
        """Return the details of what is measured."""
        details: Limited = getattr(self, self.name)
        return details

    @property
    def unit(self) -> Unit:
        """Return what its numbers count."""
        if self.peak:
            return Unit.WEEK if self.peak.every == "week" else Unit.MONTH
        dated = self.first_held or self.held_for_good or self.happens
        return Unit.WEEK if dated else Unit.NUMBER


for _model in (Interval, Ratio, Total):
    _model.model_rebuild()
