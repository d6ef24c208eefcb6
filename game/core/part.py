"""Part: some games of a batch on their own for a while, such as those that await an answer.

What happens to few of a thousand games then costs what few games cost.
"""

from typing import Any, Self

from numpy.typing import NDArray

from game.core.state import State, columns
from game.core.types import Mask, Rows
from game.core.week import Week

SMALL = 128  # games: where there are no more, numpy's calls cost more than what they work on
FEW = 2  # a part is worth its making where it holds no more than one game in so many


class Part(State):
    """Some games of a state. It takes an array when it is first asked for, and gives it back.

    Until then nobody else may change those games.
    """

    _whole: State
    _rows: Rows

    @classmethod
    def of(cls, whole: State, rows: Rows) -> Self:
        """Return the games of these rows, each of which may be named once."""
        part = cls.__new__(cls)
        part.week, part.phase, part._whole, part._rows = whole.week, whole.phase, whole, rows
        return part

    def __getattr__(self, name: str) -> NDArray[Any]:
        """Take an array: Python comes here only for what is not there yet."""
        if name not in columns():
            raise AttributeError(name)
        array: NDArray[Any] = getattr(self._whole, name).take(self._rows, axis=0)
        setattr(self, name, array)
        return array

    @property
    def games(self) -> int:
        """How many games are in this part."""
        return len(self._rows)

    def own(self, name: str) -> NDArray[Any]:
        """Return an array to write into: nobody else has what was taken."""
        array: NDArray[Any] = getattr(self, name)
        return array

    def give_back(self) -> None:
        """Write whatever was taken, and may have changed, back to the whole."""
        for name in self.__dict__.keys() & columns().keys():
            getattr(self._whole, name)[self._rows] = getattr(self, name)


class those:
    """Lend out a week with the games of a mask (games,) only, and the rows in which they are.

    Where the mask is true of most games, or there are few in all, it is the week itself with all
    games, and no rows. A class: it is entered so often that a generator would cost more.
    """

    __slots__ = ("_part", "_week", "_where")

    def __init__(self, week: Week, where: Mask) -> None:
        self._week, self._where = week, where
        self._part: Part | None = None

    def __enter__(self) -> tuple[Week, Rows | None]:
        week, where = self._week, self._where
        if len(where) <= SMALL:
            return week, None
        (rows,) = where.nonzero()
        if len(rows) * FEW > len(where):
            return week, None
        self._part = Part.of(week.state, rows)
        log, ledger = week.log.part(rows), week.ledger.part(rows)
        return Week(week.world, self._part, week.chance.of(rows), ledger, log), rows

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if self._part is not None and kind is None:
            self._part.give_back()
