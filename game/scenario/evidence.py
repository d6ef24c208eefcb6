"""Evidence: every sign of what actors intend, and its chance under each of their postures."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.core.figures import AreaId
from game.core.types import Ints, Small, scale
from game.core.world import CLARITY, Names
from game.scenario.actors import Actor
from game.scenario.model import Scenario


@dataclass(frozen=True)
class Evidence:
    """Signs in order: signals, acts, and gambles that depend on a posture."""

    signals: Names
    acts: Names
    signs: Names
    actor: Small  # (signs,)
    areas: tuple[AreaId | None, ...]  # of every sign
    prior: Ints  # (actors, postures) per mille; impossible postures pad the shorter ones
    chance: Ints  # (signs, clarity, postures) per mille

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        """Gather the signs of a scenario."""
        actors, names = scenario.actors, list(scenario.actors)
        rows: list[tuple[str, str, AreaId | None, list[list[int]]]] = []
        false = scenario.rules.reports.false
        for name, actor in actors.items():
            for key, signal in actor.signals.items():
                chances = [signal.chance[posture] for posture in actor.postures]
                blurred = [_blurred(actor, chances, share) for share in false]
                rows.append((f"{name}.{key}", name, signal.area, blurred))
        signals = tuple(row[0] for row in rows)
        for name, actor in actors.items():
            for key in actor.deciders:
                rows.append((f"{name}.{key}", name, None, [_acts(actor, key)] * len(CLARITY)))
        acts = tuple(row[0] for row in rows[len(signals) :])
        for owner, effects in scenario.effects():
            for key, gamble in effects.gamble.items():
                for name, by in gamble.depends.items():
                    chances = [by[posture] for posture in actors[name].postures]
                    rows.append((f"{owner}/{key}", name, None, [chances] * len(CLARITY)))
        most = max((len(actor.postures) for actor in actors.values()), default=1)
        chance = np.zeros((len(rows), len(CLARITY), most), np.int32)
        for table, row in zip(chance, rows, strict=True):
            table[:, : len(row[3][0])] = row[3]
        return cls(
            signals,
            acts,
            tuple(row[0] for row in rows),
            np.array([names.index(row[1]) for row in rows], np.int8),
            tuple(row[2] for row in rows),
            _prior(scenario, most),
            chance,
        )


def _prior(scenario: Scenario, most: int) -> Ints:
    table = np.zeros((len(scenario.actors), most), np.int32)
    for row, actor in zip(table, scenario.actors.values(), strict=True):
        row[: len(actor.postures)] = [posture.prior for posture in actor.postures.values()]
    return table


def _blurred(actor: Actor, chances: list[int], false: int) -> list[int]:
    """A share of signals is false: it falls as often under one posture as under another."""
    priors = [posture.prior for posture in actor.postures.values()]
    mean = int(scale(sum(c * p for c, p in zip(chances, priors, strict=True)), 1))
    return [int(scale(c, 1000 - false) + scale(mean, false)) for c in chances]


def _acts(actor: Actor, name: str) -> list[int]:
    """Return the chance that a decider takes an occasion, under every posture."""
    chance = actor.deciders[name].decider.chance
    drives = [posture.drive.get(name, 1000) for posture in actor.postures.values()]
    return [min(int(scale(chance, drive)), 1000) for drive in drives]
