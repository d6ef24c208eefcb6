"""Policy: what the player decides, as data: terms of the council, options, incidents, answers."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from game.core.conditions import Conditions
from game.core.figures import (
    Amiss,
    Basis,
    DialId,
    Icon,
    Model,
    PerCent,
    PlaceId,
    Points,
    Text,
    TrackId,
    Weeks,
    Whole,
    suggest,
)
from game.scenario.effects import Effects
from game.scenario.placeholders import IncidentText


class Terms(Model):
    """What a turn allows the player, and what it costs."""

    options: Annotated[Whole, Field(ge=1, le=12)] = 3
    """How many options a turn allows."""
    flashes: Annotated[Whole, Field(ge=0, le=100)] = 100
    """How many flashes reach the player in a turn; the delegate answers the rest."""
    moves: Annotated[Whole, Field(ge=0, le=100)] = 100
    """How many force tokens a turn allows to be moved."""
    purse: TrackId | None = None
    """The track that options are paid from."""
    income: Points = 0
    """What every turn brings to it, whatever its length."""
    dial_cost: Annotated[Points, Field(ge=0)] = 0
    """What it costs to turn a dial."""
    cooldown: Weeks = 0
    """For how many weeks an option that was chosen is worn."""
    dearer: Annotated[Points, Field(ge=0)] = 0
    """What a worn option costs more."""
    weaker: PerCent = 1000
    """Share of its amounts that a worn option brings about."""
    basis: Basis | None = None

    @model_validator(mode="after")
    def _has_a_purse_for_prices(self) -> Self:
        if not self.purse and (self.income or self.dearer or self.dial_cost):
            raise ValueError("income and prices need a purse; name a track under 'purse'")
        return self


class Adviser(Model):
    """What an office says for or against an option, and the outcome that it fears."""

    office: Text
    says: Text
    fears: str
    """The id of an ending, an incident or an event: what it fears if it is not listened to."""

    @model_validator(mode="after")
    def _fears_what_there_is(self, info: ValidationInfo) -> Self:
        known = (info.context or {}).get("outcomes")
        if known is not None and self.fears not in known:
            says = f"no ending, incident or event is called '{self.fears}'"
            raise Amiss(f"{says}{suggest(self.fears, known)}", "fears")
        return self


class Option(Model):
    """A policy that the player may choose when the council meets."""

    name: Text
    """A verb and its object."""
    text: Text
    """What happens, in one line."""
    icon: Icon | None = None
    tone: Literal["calm", "firm", "force"] = "firm"
    """How it would look to others, for its mark on the screen."""
    cost: Annotated[Points, Field(ge=0)] = 0
    """What it takes from the council's purse."""
    when: Conditions = Conditions()
    """When it is open."""
    times: Annotated[Whole, Field(ge=1, le=100)] = 100
    """How often it may be chosen in a game."""
    closed: Weeks = 0
    """For how many weeks it is closed after it has been chosen."""
    effects: Effects = Effects()
    adviser_for: Adviser | None = None
    adviser_against: Adviser | None = None
    really: Text | None = None
    """What was really decided, and when; shown after the game."""
    basis: Basis | None = None
    """Where its figures come from."""
    sources: tuple[Basis, ...] = ()
    """Where what was really decided is reported."""


class Reply(Model):
    """One possible answer to an incident."""

    name: Text
    advocate: Text | None = None
    """The best that can be said for it, and by whom."""
    when: Conditions = Conditions()
    """When it may be given; the standing answer always may."""
    effects: Effects = Effects()


class ByDial(Model):
    """The standing answer for every level of a dial."""

    dial: DialId
    levels: dict[str, str]

    @model_validator(mode="after")
    def _has_every_level(self, info: ValidationInfo) -> Self:
        wanted = (info.context or {}).get("levels", {}).get(self.dial)
        if wanted is not None and set(wanted) != set(self.levels):
            raise ValueError(f"give an answer for each of {', '.join(wanted)}")
        return self


class Incident(Model):
    """Something that comes up for decision inside a week: at a place by a rule, or by `ask`."""

    name: Text
    text: IncidentText
    """Said to the player; {place}, {unit} and {distance} stand for where, who and how far."""
    icon: Icon | None = None
    law: Text | None = None
    """What the lawyers say of it."""
    place: PlaceId | None = None
    """Where it is, if it comes by `ask`: the map looks there."""
    asks: Conditions = Conditions()
    """When it comes to the player; otherwise the standing answer is given on the spot."""
    standing: str | ByDial
    """The answer that is given when nobody says otherwise, perhaps by the level of a dial."""
    answers: Annotated[dict[str, Reply], Field(min_length=1, max_length=9)]
    basis: Basis | None = None

    def _said(self) -> dict[tuple[str, ...], str]:
        """Return each standing answer by where it is written."""
        if isinstance(self.standing, str):
            return {("standing",): self.standing}
        levels = self.standing.levels.items()
        return {("standing", "levels", level): answer for level, answer in levels}

    @model_validator(mode="after")
    def _standing_is_an_answer(self) -> Self:
        for path, answer in self._said().items():
            if answer not in self.answers:
                hint = suggest(answer, self.answers) or f"; known: {', '.join(self.answers)}"
                raise Amiss(f"the standing answer '{answer}' is not among the answers{hint}", *path)
            if self.answers[answer].when != Conditions():
                raise Amiss(f"the standing answer '{answer}' must not have conditions", *path)
        return self
