"""Rule: the figures that a scenario may set, and what they do to every game in a week."""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np

from game.core.figures import Basis, Change, Model
from game.core.ledger import HIGHEST, Source
from game.core.phase import Phase
from game.core.types import THOUSAND, Ints, Rows, clip, numbers, scale
from game.core.week import Week


class Rule(Model, ABC):
    """One mechanism of the game. Its fields are neutral by default: a figure comes from data."""

    phase: ClassVar[Phase]
    opening: ClassVar[Phase | None] = None
    """An earlier phase in which it announces what is coming, before anybody answers."""
    name: ClassVar[str]
    """Whose dice are rolled, and who answers in the ledger; the rulebook gives it."""

    basis: Basis | None = None
    """Where its figures come from: the id of a source, or `judgement: ` and a sentence."""

    @property
    def key(self) -> str:
        """Return what the scenario calls this instance: the part of its name after the dot."""
        return self.name.rpartition(".")[2]

    @abstractmethod
    def resolve(self, week: Week) -> None:
        """Change the state of every game and record what happened."""

    def open(self, week: Week) -> None:
        """Announce what is coming, so that it can still be answered."""

    def apply(self, week: Week, change: Change, times: Ints, source: Source, cause: str) -> None:
        """Change tracks as often as something happened in each game (games,)."""
        if times.any():
            tracks, points = _written(week, change)
            amounts = np.multiply(times[:, None], points, dtype=np.int64)  # many people and points
            amounts = clip(amounts, -HIGHEST, HIGHEST).astype(np.int32)
            week.change_all(tracks, amounts, source, cause, self.name)

    def apply_part(
        self, week: Week, change: Change, permille: Ints, source: Source, cause: str
    ) -> None:
        """Change tracks by so many per mille (games,) of what is written, up to a thousandfold."""
        if permille.any():
            part = np.minimum(permille, THOUSAND * THOUSAND)
            tracks, points = _written(week, change)
            week.change_all(tracks, scale(part[:, None], points), source, cause, self.name)


def _written(week: Week, change: Change) -> tuple[Rows, Ints]:
    """Return the numbers of the tracks that are changed, and by how many points."""
    points = np.fromiter(change.values(), np.int32, len(change))
    return numbers(week.world.tracks, tuple(change)), points


def when_careful(week: Week, chance: Ints, factor: int) -> Ints:
    """Return chances (games or 1, any), scaled in the games in which all are careful."""
    if factor == THOUSAND:
        return np.asarray(np.minimum(chance, THOUSAND))
    careful = week.state.caution[:, None] > 0
    return np.asarray(np.minimum(np.where(careful, scale(chance, factor), chance), THOUSAND))
