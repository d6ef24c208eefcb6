"""Facts: what happened, typed; and recorders, which keep as much of it as is wanted.

Each kind stands beside what records it.
"""

from copy import copy
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Protocol,
    get_args,
    get_origin,
    get_type_hints,
)

import numpy as np
from numpy.typing import NDArray

from game.core.sight import NOBODY, Hidden, Shown, Sight
from game.core.types import Index, Ints, Mask, Rows, Small
from game.core.wording import smooth
from game.core.world import NEVER, World

if TYPE_CHECKING:
    from game.core.week import Week

NAMES = {
    "place": "places",
    "seat": "places",
    "unit": "units",
    "side": "sides",
    "other": "sides",
    "relation": "relations",
    "signal": "signals",
    "event": "events",
    "incident": "incidents",
    "actor": "actors",
    "network": "networks",
    "corridor": "corridors",
    "means": "strikes",
    "zone": "zones",
    "area": "areas",
    "status": "statuses",
    "track": "tracks",
    "later": "laters",
    "gamble": "gambles",
    "reply": "replies",
}
"""The fields of facts that number something, and the list of the world that it stands in."""
PER_MILLE = {"chance", "roll", "intent", "aim", "aim_roll"}
UNTOLD = "depends on what they intend"


@dataclass(frozen=True)
class Fact:
    """Something that happened in a week. The first field of a kind says to what.

    Every number says who may see it, as in the state.
    """

    text: ClassVar[str]
    scene: ClassVar[str] = ""
    """The field that names the place where it must be watched to be known at once."""
    week: Shown
    known: Shown  # the week in which the player hears of it

    def sentence(self, world: World, over: bool = False) -> str:
        """Say it in words. What would betray an intention is said only when the game is over."""
        sight = sights(type(self))
        said = self.text.format(
            **{
                name: _say(world, name, value) if over or sight[name] is not NOBODY else UNTOLD
                for name, value in asdict(self).items()
            }
        )
        return smooth(said)


@dataclass(frozen=True)
class Attempt(Fact):
    """What somebody chose to try at a place, and the roll that then decided it."""

    place: Shown
    intent: Hidden  # the chance that it is tried at all
    chance: Shown  # of what then follows; the player knows all its factors
    roll: Shown


def _say(world: World, name: str, value: int) -> str:
    if name == "intent" and not value:
        return "nobody was sent"
    if name in PER_MILLE:
        return f"{value / 10:g} %"
    if name in NAMES:
        return world.titles[NAMES[name]][value] if value >= 0 else "somebody unknown"
    return f"{value:,}"


def sights(kind: type) -> dict[str, Sight]:
    """Return who may see each number of a kind of fact or entry."""
    return _sights(kind)


@cache
def _sights(kind: Any) -> dict[str, Sight]:
    hints = get_type_hints(kind, include_extras=True).items()
    return {name: get_args(hint)[1] for name, hint in hints if get_origin(hint) is Annotated}


class Recorder(Protocol):
    """Whatever wants to know what happened."""

    def record(
        self, kind: type[Fact], week: "Week", where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Note facts of a kind where the mask (games, items) is true."""

    def part(self, rows: Rows) -> "Recorder":
        """Return what notes the same for some of the games, in this order."""


class Silent:
    """Keeps nothing."""

    def record(
        self, kind: type[Fact], week: "Week", where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Do nothing."""

    def part(self, rows: Rows) -> "Recorder":
        """Keep nothing of fewer games."""
        return self


@dataclass
class Log:
    """Keeps every fact of one game."""

    row: int = 0
    facts: list[Fact] = field(default_factory=list)

    def record(
        self, kind: type[Fact], week: "Week", where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Add the facts of the game that is followed."""
        now = week.state.week
        for item in np.flatnonzero(where[self.row]):
            values = {
                name: int(np.broadcast_to(array, where.shape)[self.row, item])
                for name, array in details.items()
            }
            fact = kind(now, now, int(item), **values)  # type: ignore[call-arg]
            if kind.scene and not self._in_sight(week, getattr(fact, kind.scene)):
                fact = replace(fact, known=min(now + week.world.news, NEVER))
            self.facts.append(fact)

    def part(self, rows: Rows) -> Recorder:
        """Follow the same game in its new row, if it is among these."""
        found = np.flatnonzero(rows == self.row)
        return Log(int(found[0]), self.facts) if len(found) else Silent()

    def _in_sight(self, week: "Week", place: int) -> bool:
        return place < 0 or bool(week.watched()[self.row, place])


@dataclass
class Tally:
    """Counts the facts of every game of a batch, by kind and by the item that each is about."""

    games: int
    counts: dict[str, NDArray[np.int16]] = field(default_factory=dict)
    """For every kind that occurred, how often in each game about each item (games, items)."""
    rows: Rows = field(init=False)

    def __post_init__(self) -> None:
        self.rows = np.arange(self.games)

    def record(
        self, kind: type[Fact], week: "Week", where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Add up."""
        if where.any():
            name = kind.__name__
            if name not in self.counts:
                self.counts[name] = np.zeros((self.games, where.shape[1]), np.int16)
            self.counts[name][self.rows] += where

    def part(self, rows: Rows) -> "Tally":
        """Add to the same counts."""
        part = copy(self)
        part.rows = self.rows[rows]
        return part
