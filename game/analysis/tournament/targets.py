"""Targets: what a scenario must show so that nobody can learn one answer by heart."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.tournament.cells import Cells, Points
from game.scenario.doctrine import BUILT_IN

MOST_WORLDS = 40.0  # per cent in which one doctrine may be best
MOST_INTENTS = 35.0  # per cent of the rankings of aims: 7 of 20
LEAST_KNOWLEDGE = 6.0  # points
LEAST_LIVE = 3.0  # per cent
MOST_OF_ONE = 60.0  # per cent


@dataclass(frozen=True)
class Target:
    """One target: what was measured, against what was wanted."""

    name: str
    text: str
    value: float
    unit: str
    bound: float
    least: bool  # whether the bound is the least, or the most
    detail: str = ""

    @property
    def held(self) -> bool:
        """Whether it holds."""
        return self.value >= self.bound if self.least else self.value <= self.bound


def of_cells(cells: Cells) -> Iterator[Target]:
    """Return the targets that the cells alone decide."""
    yield _best(
        "best-worlds", "worlds in which the most frequent best doctrine is best",
        MOST_WORLDS, _shared(cells, cells.score.transpose(1, 0, 2)), cells,
    )  # fmt: skip
    yield _best(
        "best-intents", "rankings of the aims for which one doctrine is best",
        MOST_INTENTS, _shared(cells, _by_intent(cells)), cells,
    )  # fmt: skip
    yield Target(
        "knowledge", "what it is worth to know what the others intend", knowledge(cells),
        "points", LEAST_KNOWLEDGE, True,
    )  # fmt: skip
    yield _bottom_half(cells)
    yield _live(cells)
    yield _capped(cells)


def _best(name: str, text: str, bound: float, share: Points, cells: Cells) -> Target:
    order = np.argsort(-share, kind="stable")
    told = ", ".join(f"{cells.names[n]} {100 * share[n]:.0f}" for n in order if share[n] >= 0.005)
    return Target(name, text, 100 * float(share.max()), "%", bound, False, told)


def _by_intent(cells: Cells) -> Points:
    """Return scores (rankings, doctrines, games): each game is one luck in all worlds."""
    return np.asarray(np.einsum("rdwg,w->rdg", cells.by_rank, cells.worlds.weight))


def _shared(cells: Cells, scores: Points) -> Points:
    """Return each doctrine's share of (cases, doctrines, games) in which it is best.

    Who is within one standard error of the best, game by game, shares the case with it.
    """
    share = np.zeros(len(cells.names))
    for case in scores:
        best = case.mean(axis=1).argmax()
        behind = case[best] - case
        error = behind.std(axis=1, ddof=1) / np.sqrt(case.shape[1])
        near = behind.mean(axis=1) <= error
        share += near / near.sum()
    return share / len(scores)


def knowledge(cells: Cells) -> float:
    """Return the points that the best doctrine for each world is above the best for all.

    Each is chosen by one half of the games and valued by the other, so luck is not skill.
    """
    gains = []
    for chosen, valued in ((0, 1), (1, 0)):
        by, value = (cells.score[:, :, half::2].mean(axis=2) for half in (chosen, valued))
        each = value[by.argmax(axis=0), np.arange(by.shape[1])]
        one = value[(by @ cells.worlds.weight).argmax()]
        gains.append(float((each - one) @ cells.worlds.weight))
    return sum(gains) / len(gains)


def _bottom_half(cells: Cells) -> Target:
    """Say how far up the better of those who decide nothing, or by dice, stands."""
    means = cells.mean(cells.score)
    rank = {name: int((means > means[n]).sum()) + 1 for n, name in enumerate(cells.names)}
    best = min(rank[name] for name in BUILT_IN)
    told = ", ".join(f"{name} is number {rank[name]}" for name in BUILT_IN)
    return Target(
        "bottom-half", "where the better of hold and random stands among the doctrines",
        float(best), "", len(cells.names) / 2 + 0.5, True, told,
    )  # fmt: skip


def _live(cells: Cells) -> Target:
    """Say how often the rarest ending comes where it is most frequent."""
    most = 100 * cells.endings().max(axis=0)
    rarest = int(most.argmin())
    name = cells.exercise.world.endings[rarest]
    return Target(
        "endings-live", "how often the rarest ending comes under the doctrine that it likes best",
        float(most[rarest]), "%", LEAST_LIVE, True, name,
    )  # fmt: skip


def _capped(cells: Cells) -> Target:
    """Say how often the most frequent ending of any ordinary doctrine comes."""
    known = cells.exercise.scenario.doctrines
    rows = [n for n, name in enumerate(cells.names) if name in known and not known[name].extreme]
    share = 100 * cells.endings()[rows]
    doctrine, ending = np.unravel_index(share.argmax(), share.shape)
    told = f"{cells.exercise.world.endings[ending]} under {cells.names[rows[doctrine]]}"
    return Target(
        "ending-cap", "how often one ending comes under an ordinary doctrine",
        float(share.max()), "%", MOST_OF_ONE, False, told,
    )  # fmt: skip
