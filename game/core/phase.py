"""Phase: the sequence of play inside a week, named by mechanism and never by side."""

from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.core.week import Week


class Phase(IntEnum):
    """The parts of a week, in order. A state keeps the number of the next one."""

    COUNCIL = 0
    ARRIVALS = 1  # what was set in motion arrives
    ORDERS = 2  # opponents and partners decide
    SIGNALS = 3
    MOVEMENT = 4
    CONTACT = 5
    AIR = 6
    RESPONSES = 7  # what has come up so far is answered when this phase is over
    CLASHES = 8
    NETWORKS = 9
    PARTNERS = 10
    CONNECTIVITY = 11
    REACTIONS = 12
    ESCALATION = 13
    HOME = 14
    EVENTS = 15
    REPORTS = 16
    ENDINGS = 17


STOPS = frozenset({Phase.RESPONSES + 1, Phase.EVENTS + 1})
"""Before these phases whatever awaits an answer is answered: twice a week, not after every rule."""


class Step(Protocol):
    """Whatever takes part in a week: a rule, the opponents' decisions, the events."""

    @property
    def phase(self) -> Phase:
        """Say where in the week it happens."""

    def resolve(self, week: "Week") -> None:
        """Change the state of every game and record what happened."""
