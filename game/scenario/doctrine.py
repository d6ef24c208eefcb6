"""Doctrines as data: whole ways to play, to simulate with and to measure a scenario by."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from game.core.conditions import Conditions
from game.core.figures import (
    ActorId,
    AimId,
    AreaId,
    Basis,
    DialId,
    Flag,
    IncidentId,
    Model,
    OptionId,
    Points,
    Text,
    TokenId,
    Whole,
)

BUILT_IN = ("hold", "random")
"""The doctrines that every scenario has: hold the course, and decide by dice."""


class Order(Model):
    """What a doctrine does at a council where this holds, as far as it may and can pay."""

    when: Conditions = Conditions()
    """When it is meant, by what the player sees."""
    dials: dict[DialId, str] = {}
    """The level to turn dials to."""
    tokens: dict[TokenId, dict[AreaId, Annotated[Whole, Field(ge=0, le=100)]]] = {}
    """How many tokens should be where; areas that are not named give what is needed."""
    options: tuple[OptionId, ...] = ()
    """The options to choose, the first one first."""
    keep: Annotated[Points, Field(ge=0)] = 0
    """What this order must leave in the purse, for something dearer."""

    @model_validator(mode="after")
    def _turns_to_levels_that_there_are(self, info: ValidationInfo) -> Self:
        levels = (info.context or {}).get("levels", {})
        for dial, level in self.dials.items():
            if dial in levels and level not in levels[dial]:
                known = ", ".join(levels[dial])
                raise ValueError(f"the dial '{dial}' has no level '{level}'; it has {known}")
        return self


class Reply(Model):
    """What a doctrine answers to an incident while this holds."""

    when: Conditions = Conditions()
    """When it is meant, by what the player sees."""
    give: str
    """The answer."""


class Doctrine(Model):
    """A way to play: what would be ordered and answered, judged by what the player sees."""

    name: Text
    text: Text
    """Whose view it is, and what it says, in one line."""
    extreme: Flag = False
    """Whether it is meant to overdo things: then it may well lead to one ending."""
    aims: tuple[AimId, ...] = ()
    """How it ranks the aims; as the scenario does if nothing is said."""
    orders: tuple[Order, ...] = ()
    """What it does at each council: the first of those that hold comes first."""
    answers: dict[IncidentId, str | list[Reply]] = {}
    """Its answers to incidents: one, or several of which the first that holds is given."""
    otherwise: Literal["standing", "first", "last"] = "standing"
    """Which answer it gives to what is not named: the standing one, the first or the last."""
    basis: Basis | None = None

    @model_validator(mode="after")
    def _gives_answers_that_there_are(self, info: ValidationInfo) -> Self:
        known = (info.context or {}).get("answers", {})
        for incident, said in self.answers.items():
            for reply in [said] if isinstance(said, str) else [each.give for each in said]:
                if incident in known and reply not in known[incident]:
                    there = ", ".join(known[incident])
                    raise ValueError(f"'{incident}' has no answer '{reply}'; it has {there}")
        return self


class Tournament(Model):
    """What a tournament of the doctrines is held over."""

    worlds: tuple[ActorId, ...] = ()
    """The actors whose postures make the worlds; the three least certain if none is named."""
