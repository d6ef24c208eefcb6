"""What a game waits for, and what the player may answer."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.core.figures import Model


class Move(Model):
    """A force token that is moved from one area to another."""

    token: str
    source: str
    target: str


class Orders(Model):
    """What the council decides for a turn."""

    options: tuple[str, ...] = ()
    dials: dict[str, str] = {}
    moves: Annotated[tuple[Move, ...], Field(max_length=100)] = ()
    intent: tuple[str, ...] | None = None
    """The aims in the order of their rank; at the first council only."""

    @property
    def hold(self) -> bool:
        """Say whether the course is held: to rank the aims changes nothing in the world."""
        return not (self.options or self.dials or self.moves)


class Answer(Model):
    """What is answered to an incident."""

    reply: str


Decision = Orders | Answer


@dataclass(frozen=True)
class Offer:
    """An option as it lies before the council."""

    cost: int
    why_not: tuple[str, ...]
    """What keeps it closed, in words; nothing where it is open."""


@dataclass(frozen=True)
class Council:
    """The council meets at the start of a turn."""

    options: dict[str, Offer]
    most: int
    purse: int
    moves: int
    """How many force tokens may be moved."""
    asks_intent: bool
    """Whether the aims may still be ranked."""

    @property
    def open(self) -> list[str]:
        """Return the options that may be chosen."""
        return [name for name, offer in self.options.items() if not offer.why_not]


@dataclass(frozen=True)
class Choice:
    """Something asks, inside a week."""

    incident: str
    answers: tuple[str, ...]
    """The answers that may be given."""
    standing: str
    """The one that is given when nobody says otherwise."""


@dataclass(frozen=True)
class Flash(Choice):
    """An incident asks, at a place."""

    place: str
    unit: str | None
    """Who came, where that is known."""


Pending = Council | Flash | Choice | None


class Refused(ValueError):
    """A decision that the rules of play do not allow, with the reason."""
