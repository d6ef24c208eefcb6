"""The tournament: all cells, and every target."""

import time
from dataclasses import dataclass

from game.analysis.tournament import differ, hidden, targets
from game.analysis.tournament.cells import Cells, play_cells
from game.analysis.tournament.targets import Target
from game.engine.exercise import Exercise


@dataclass(frozen=True)
class Size:
    """How much is played."""

    cell: int  # games of every doctrine in every world
    believed: int  # games at whose middle the belief is asked
    settled: int  # games of every doctrine that are watched for being settled
    futures: int  # from each of their councils
    first: int  # futures of every option of the first turn
    watched: int  # games at all of whose councils the options are compared
    each: int  # futures of every option there


QUICK = Size(30, 40, 2, 40, 200, 1, 60)


def whole(games: int) -> Size:
    """Return what is played for so many games in each cell."""
    return Size(games, 300, 6, 100, 2000, 10, 300)


@dataclass(frozen=True)
class Tournament:
    """What a tournament found."""

    cells: Cells
    targets: list[Target]
    seconds: float  # of one core

    @property
    def missed(self) -> list[str]:
        """Name the targets that do not hold."""
        return [target.name for target in self.targets if not target.held]


def hold_tournament(exercise: Exercise, size: Size, seed: int) -> Tournament:
    """Play all cells and measure every target."""
    start = time.process_time()
    cells = play_cells(exercise, size.cell, seed)
    found = [
        *targets.of_cells(cells),
        hidden.believed(exercise, size.believed, seed),
        hidden.settled(exercise, size.settled, size.futures, seed),
        *differ.first_turn(exercise, size.first, seed),
        differ.turns(exercise, size.watched, size.each, seed),
    ]
    return Tournament(cells, found, time.process_time() - start)
