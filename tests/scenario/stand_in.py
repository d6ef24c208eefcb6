"""A small scenario's model, with one of everything that the real one may have."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from game.core.figures import Change, Flag, Model, PlaceId, Points, SideId, Text, Whole
from game.scenario.explain import explain
from game.scenario.folder import read_texts
from game.scenario.problems import Problem, ScenarioError
from game.scenario.reading.layer import Layer

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]

SOUND = """\
# A demo
title: Demo
start: 2017-06-20
sides:
  us: {title: United States, player: true}
places:
  tanf:
    title: At Tanf
    holder: us
    at: [33.5, 38.66]
    next_to: [zakf]
  zakf: {title: "Zakf", fort: dug-in}
units:
  - side: us
    place: tanf
    strength: 20
tracks:
  escalation: {start: 12.5}
options:
  no:
    title: >
      Do not
      move
    cost: 0
  strike:
    title: Strike
    effects:
      change: {escalation: +4}
      strike:
        target: zakf
"""


class Side(Model):
    """A party."""

    title: Text
    player: Flag = False
    color: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")] = "#808080"


class Place(Model):
    """A place on the map."""

    title: Text
    holder: SideId | None = None
    fort: Literal["open", "dug-in", "walled"] = "open"
    at: tuple[Decimal, Decimal] | None = None
    next_to: list[PlaceId] = []


class Unit(Model):
    """A force, in a list."""

    side: SideId
    place: PlaceId
    strength: Annotated[Whole, Field(ge=1, le=100)] = 10


class Strike(Model):
    """An attack."""

    target: PlaceId
    chance: Annotated[Whole, Field(gt=0, lt=100)] = 50


class Effects(Model):
    """One key for each verb."""

    change: Change | None = None
    strike: Strike | None = None
    say: Text | None = None

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("an effect does nothing; write at least one verb")
        return self


class Option(Model):
    """What may be chosen."""

    title: Text
    cost: Annotated[Whole, Field(ge=0, le=9)] = 1
    effects: Effects | None = None
    weeks: Whole | Literal["all"] | Strike = "all"
    faces: Annotated[list[Text], Field(max_length=2)] = []


class Track(Model):
    """A figure that is watched."""

    start: Annotated[Points, Field(ge=0, le=100_000)] = 0
    gauge: Decimal = Decimal(1)


class Scenario(Model):
    """The whole."""

    format: Literal[1] = 1
    title: Annotated[Text, Field(max_length=60)]
    start: date = date(2017, 6, 20)
    turns: Annotated[Whole, Field(ge=1, le=200)] = 12
    sides: dict[Id, Side] = {}
    places: dict[Id, Place] = {}
    units: list[Unit] = []
    tracks: dict[Id, Track] = {}
    options: dict[Id, Option] = {}
    notes: dict[str, Text] = {}


def problems(text: str) -> list[Problem]:
    """Return what is wrong with a scenario in one file called `x.yaml`."""
    try:
        return validated(read_texts({"x.yaml": text}))
    except ScenarioError as error:
        return error.problems


def validated(written: Layer) -> list[Problem]:
    """Return what is wrong with the content of a scenario."""
    try:
        Scenario.model_validate(written.data, context=_ids(written.data))
    except ValidationError as error:
        return explain(error, written, Scenario)
    return []


def _ids(data: dict[str, Any]) -> dict[str, list[str]]:
    kinds = ("sides", "places", "tracks")
    return {kind: list(data[kind]) for kind in kinds if isinstance(data.get(kind), dict)}
