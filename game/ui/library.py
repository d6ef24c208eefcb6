"""Library: what can be played and what was saved, as frozen data for the chooser and the saves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """A scenario in the chooser; broken where `problem` says something."""

    id: str
    title: str
    summary: str
    length: str
    level: str
    problem: str = ""


@dataclass(frozen=True)
class Kept:
    """A saved game; broken where `problem` says something."""

    path: str
    name: str
    scenario: str  # its title
    turn: str  # where the game stands, in words
    when: str  # it was saved
    problem: str = ""
    over: bool = False

    @property
    def stands(self) -> str:
        """Return what it is a game of, and where it stands."""
        return f"{self.scenario}, {self.turn}"


@dataclass(frozen=True)
class Moment:
    """A decision in the history, and whether it lies on the line of play that counts."""

    number: int
    turn: str
    decided: str
    counts: bool
    here: bool
    now: bool = False  # whether the game stands here


@dataclass(frozen=True)
class Course:
    """The way of one track over the game so far, a figure for every decision."""

    title: str
    icon: str
    values: tuple[float, ...]
    marks: tuple["Dot", ...] = ()


@dataclass(frozen=True)
class Dot:
    """Where something was decided on the way of a track."""

    at: int  # the figure that it lies at
    moment: int  # the number of the moment at which it was decided
    text: str  # when, and what
    council: bool  # or else an incident was answered


@dataclass(frozen=True)
class Closing:
    """How a game ended and what could not be known while it was played."""

    title: str
    text: str
    dead: str
    grades: tuple[tuple[str, str, float, int], ...]  # letter, aim, points, its rank or nought
    score: str
    standing: str  # how the score stands among others, or that this is being found out
    sections: tuple[tuple[str, tuple[str, ...]], ...]
