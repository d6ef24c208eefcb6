"""Setting: sides, tracks, dials, the map and the forces, as an author writes them."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, ValidationInfo, model_validator

from game.core.conditions import Conditions
from game.core.figures import (
    NOBODY,
    AreaId,
    Basis,
    Flag,
    Icon,
    Km,
    LinkKind,
    MarchId,
    Model,
    People,
    PerCent,
    Percents,
    PlaceId,
    Points,
    SideId,
    Standing,
    Swing,
    Text,
    TrackId,
    Whole,
)
from game.scenario.placeholders import EndingText


class Side(Model):
    """A side. Those of one bloc are allied; how any two stand may also be said by `relations`."""

    name: Text
    bloc: str | None = None
    color: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    """For the map, as #rrggbb."""
    case: Text | None = None
    """Its case, as it would state it."""


class Bite(Model):
    """The level at which a track begins to hurt, or stops to: a mark on the screen."""

    at: Standing
    text: Text
    """What begins there, in a few words."""


class Track(Model):
    """A quantity from 0 to 100."""

    name: Text
    text: Text | None = None
    """What it measures, and at which levels what happens."""
    start: Standing
    shown: Literal["always", "panel"] = "always"
    """Whether it is always on the screen, or in the regional panel."""
    good: Literal["up", "down", "neither"] = "neither"
    """Which way the player would have it move."""
    icon: Icon | None = None
    bite: Bite | None = None
    """The level that matters most, and what begins there. It changes nothing in play."""
    basis: Basis | None = None


class Level(Model):
    """One level of a status."""

    name: Text
    text: Text | None = None


class Status(Model):
    """A standing fact that all can see, such as whether a line is open."""

    name: Text
    levels: Annotated[dict[str, Level], Field(min_length=2, max_length=9)]
    start: str
    basis: Basis | None = None

    @model_validator(mode="after")
    def _starts_at_a_level(self) -> Self:
        if self.start not in self.levels:
            raise ValueError(f"'{self.start}' is none of the levels {', '.join(self.levels)}")
        return self


class Dial(Model):
    """A standing setting of the player's."""

    name: Text
    text: Text | None = None
    levels: Annotated[dict[str, Text], Field(min_length=2, max_length=9)]
    """Every level, and what it means."""
    start: str
    basis: Basis | None = None

    @model_validator(mode="after")
    def _starts_at_a_level(self) -> Self:
        if self.start not in self.levels:
            raise ValueError(f"'{self.start}' is none of the levels {', '.join(self.levels)}")
        return self


class Area(Model):
    """A part of the map to which force tokens can be sent; also where they may be kept back."""

    name: Text


class Token(Model):
    """A kind of force that the player apportions to areas."""

    name: Text
    text: Text | None = None
    start: dict[AreaId, Annotated[Whole, Field(ge=0, le=100)]]
    """How many are where at the start."""
    basis: Basis | None = None


Position = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
"""Longitude and latitude in degrees, in this order."""


class Place(Model):
    """A place on the map."""

    name: Text
    position: Position
    """Longitude and latitude in degrees, in this order."""
    kind: str = "town"
    holder: SideId
    """Who holds it; `nobody` for an empty place."""
    garrison: People = 0
    fort: PerCent = 1000
    """By how much its works multiply the defenders; 100 is open ground."""
    area: AreaId | None = None
    back: PlaceId | None = None
    """Where the survivors of its garrison go when it falls."""
    note: Text | None = None
    disputed: Text | None = None
    """What sources disagree about."""
    basis: Basis | None = None

    @model_validator(mode="after")
    def _somebody_holds_it(self) -> Self:
        if self.holder == NOBODY and self.garrison:
            raise ValueError("nobody holds it, so it has no garrison: name a holder, or drop these")
        return self


class Link(NamedTuple):
    """A way between two places: its ends, its kind, and its length by road."""

    one: PlaceId
    other: PlaceId
    kind: LinkKind
    km: Km


class Unit(Model):
    """People who march and fight together."""

    name: Text
    kind: str = "infantry"
    """What it is, for its symbol on the map."""
    side: SideId
    at: PlaceId
    strength: People
    march: MarchId
    """Which of the marches says how fast it goes."""
    reach: Annotated[Km, Field(ge=1)] | None = None
    """How far its weapons reach, for a ring on the map. It changes nothing in play."""
    note: Text | None = None
    disputed: Text | None = None
    basis: Basis | None = None


March = dict[LinkKind, Annotated[Km, Field(ge=1)]]
"""Kilometres in a week on each kind of link."""


class Spread(Model):
    """How far the strengths of a game may lie from those written, up or down."""

    side: Swing = 0
    """Shared by all the people of a side."""
    unit: Swing = 0
    """Of every unit and garrison on its own."""
    basis: Basis | None = None


class Bank(Model):
    """A warning to aircraft on the right bank of a river, between two places of one country."""

    name: Text
    side: SideId
    """Who warns."""
    rivers: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The river, by the names that the map data give its parts."""
    source: Position
    end: Position
    km: Annotated[Km, Field(ge=1)]
    """How far from the river it is drawn."""
    country: Text
    when: Conditions = Conditions()


class Chart(Model):
    """What only the map shows: it changes nothing in play."""

    window: tuple[float, float, float, float] | None = None
    """What the map shows: west, south, east and north in degrees; else all places and a margin."""
    home: Position | None = None
    """Where the map is looked at first; else in its middle."""
    names: dict[str, Text] = {}
    """Great rivers, by the names that the map data give them."""
    areas: dict[str, Position] = {}
    """Names of landscapes, and where they stand."""
    warnings: tuple[Bank, ...] = ()


class Ending(Model):
    """A way for the game to end; the first whose conditions hold is the one."""

    title: Text
    text: EndingText
    """What happened and what it cost, in people; {lost.SIDE} stands for a side's dead."""
    when: Conditions = Conditions()
    at_close: Flag = False
    """Whether it is looked at only in the last week."""
    worst: Flag = False
    """Whether the odds of every option warn of it."""
    aim: Flag = False
    """Whether the odds of every option count it as reaching the aim."""
    score: Points = 0
    """What it adds to the score at the end, or takes from it."""
    basis: Basis | None = None


class Term(Model):
    """What a track adds to a grade."""

    times: Percents
    """Per cent of the track's points, or of those beyond a bound; may be negative."""
    above: Points | None = None
    below: Points | None = None

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        if self.above is not None and self.below is not None:
            raise ValueError("give 'above' or 'below', not both")
        return self


class Grade(Model):
    """How well an aim was served, from 0 to 100; the player ranks the aims at the start."""

    name: Text
    text: Text
    """What the aim is, for the choice of intent."""
    base: Points = 0
    terms: dict[TrackId, Term] = {}
    lost: dict[SideId, Points] = {}
    """What every person of a side who is killed adds, mostly negative."""
    basis: Basis | None = None

    @model_validator(mode="after")
    def _counts_something(self, info: ValidationInfo) -> Self:
        if not self.terms and not self.lost:
            raise ValueError("a grade must count something: give it 'terms' or 'lost'")
        return self
