"""Actors: the sides nobody plays, as data. Their ways of deciding are code that they share."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from game.core.conditions import PLAYERS_OWN, Conditions
from game.core.figures import (
    Amiss,
    AreaId,
    Basis,
    Model,
    Part,
    PerCent,
    SideId,
    Text,
    Whole,
    suggest,
)
from game.opponents import Way
from game.scenario.effects import Effects


class Posture(Model):
    """What an actor may really intend; drawn when a game is set up and hidden from the rest."""

    name: Text | None = None
    text: Text | None = None
    """What it wants and why, as it would say it; shown after the game."""
    prior: Part
    """How likely it is before anything has been seen."""
    drive: dict[str, PerCent] = {}
    """By how much it scales the chances of a decider, by name; 100 when nothing is said."""


class Signal(Model):
    """A sign that may be seen in a week, more often under some postures than under others."""

    text: Text
    chance: dict[str, Part]
    """The chance in a week under every posture of the actor."""
    area: AreaId | None = None
    """Where it must be watched to be seen clearly."""


class Trigger(Model):
    """Something that comes about when its conditions hold: an event, or an actor's reaction."""

    text: Text
    """What happens, in one line of the log."""
    when: Conditions = Conditions()
    chance: Part = 1000
    """Chance in every week in which the conditions hold."""
    times: Annotated[Whole, Field(ge=1, le=100)] = 1
    """How often it can come about in a game."""
    effects: Effects = Effects()
    dated: Text | None = None
    """When it happened in history, if it did."""
    basis: Basis | None = None


class Actor(Model):
    """A side that nobody plays."""

    name: Text | None = None
    side: SideId
    case: Text | None = None
    """Its case, as it would state it."""
    deciders: dict[str, Way] = {}
    """Ways of deciding, each by a name of its own."""
    postures: Annotated[dict[str, Posture], Field(min_length=1, max_length=6)]
    signals: dict[str, Signal] = {}
    reactions: dict[str, Trigger] = {}
    basis: Basis | None = None

    @model_validator(mode="after")
    def _postures_fit(self) -> Self:
        whole = sum(posture.prior for posture in self.postures.values())
        if whole != 1000:
            says = f"the priors of the postures must sum to 100, not to {whole / 10:g}"
            raise Amiss(says, "postures")
        for posture, held in self.postures.items():
            for name in held.drive:
                if name not in self.deciders:
                    says = f"no decider is called '{name}'{suggest(name, self.deciders)}"
                    raise Amiss(says, "postures", posture, "drive", name, key=True)
        return self

    @model_validator(mode="after")
    def _signals_fit(self) -> Self:
        for name, signal in self.signals.items():
            where = "signals", name, "chance"
            for posture in signal.chance:
                if posture not in self.postures:
                    says = f"no posture is called '{posture}'{suggest(posture, self.postures)}"
                    raise Amiss(says, *where, posture, key=True)
            if missing := [each for each in self.postures if each not in signal.chance]:
                raise Amiss(f"a chance is missing for {', '.join(missing)}", *where)
        return self

    @model_validator(mode="after")
    def _sees_what_it_reacts_to(self) -> Self:
        asked = {name: reaction.when for name, reaction in self.reactions.items()}
        for name, way in self.deciders.items():
            asked |= {f"{name}.{part}": when for part, when in way.decider.asked().items()}
        for name, when in asked.items():
            if hidden := when.verbs() & PLAYERS_OWN:
                raise ValueError(f"'{name}' reacts to what it cannot see: {', '.join(hidden)}")
        return self
