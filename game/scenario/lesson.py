"""Lesson: what a scenario says to whoever learns or teaches with it."""

from typing import Annotated

from pydantic import Field

from game.core.figures import Basis, Model, Text, Whole


class Guidance(Model):
    """One hint of the first game: at what turn, where to look, what to do there."""

    turn: Annotated[Whole, Field(ge=1, le=200)]
    look: Text | None = None
    """The part of the screen that it is about."""
    text: Text


class Seat(Model):
    """A seat at the table, for a class or a group: an office with a brief of its own."""

    name: Text
    brief: Text
    """What this office knows, wants and fears; for its holder only."""
    goals: tuple[Text, ...] = ()
    basis: Basis | None = None


class Lesson(Model):
    """Guidance, seats and questions."""

    guidance: tuple[Guidance, ...] = ()
    seats: dict[str, Seat] = {}
    questions: tuple[Text, ...] = ()
    """What to talk about afterwards."""
