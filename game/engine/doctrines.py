"""Doctrines: whoever decides for the player in a batch."""

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from game.core.chance import Chance
from game.core.observation import Observation
from game.core.queue import first
from game.core.state import NONE
from game.core.types import Mask, Small, present
from game.engine.council import Picks
from game.engine.exercise import Exercise


class Doctrine(Protocol):
    """A way to play, from what the player sees."""

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Give the orders of a turn."""

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Choose an answer for every game; it counts only where something is up for decision."""


class Hold:
    """Chooses no option, leaves the dials and tokens, gives the standing answer."""

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Leave everything as it is."""
        return Picks.none(seen.state)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Give the standing answer."""
        return exercise.incidents.standing(seen.state)


@dataclass(frozen=True)
class Always:
    """Holds the course, but chooses some options whenever they are open. For studies."""

    options: tuple[str, ...]

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Choose what is open of the options, as far as the council may."""
        wanted = np.isin(exercise.world.options, self.options) & exercise.menu.open_to(seen.state)
        return _affordable(exercise, seen, wanted)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Give the standing answer."""
        return exercise.incidents.standing(seen.state)


WANTED, TURNED = 300, 50  # per mille: how often chance wants an option, and turns a dial


class Random:
    """Decides by dice of its own. The yardstick that any plan must beat."""

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Choose among the open options and turn dials, never more than the council may."""
        world, state = exercise.world, seen.state
        rolls = chance.each(state.week, "random", world.options)
        picks = _affordable(exercise, seen, (rolls < WANTED) & exercise.menu.open_to(state))
        return replace(picks, dials=self._dials(exercise, seen, chance, picks))

    def _dials(self, exercise: Exercise, seen: Observation, chance: Chance, picks: Picks) -> Small:
        """Turn each dial now and then, to any level, where the options leave enough to pay it."""
        world, state, menu = exercise.world, seen.state, exercise.menu
        if not world.dials:
            return state.dial
        names = [f"dial {dial}" for dial in world.dials]
        turns = chance.each(state.week, "random", names) < TURNED
        levels = np.array([len(world.levels[dial]) for dial in world.dials])
        level = chance.each(state.week, "random", [f"{name} to" for name in names]) * levels // 1000
        dials = np.where(turns, level, state.dial).astype(np.int8)
        costs = np.where(picks.options, menu.cost(state), 0).sum(axis=1)
        costs += (dials != state.dial).sum(axis=1) * menu.terms.dial_cost
        return np.where((costs <= menu.purse(state)[:, 0])[:, None], dials, state.dial)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Give any answer that may be given."""
        state, (kind, place, _) = seen.state, first(seen.state)
        rolls = np.zeros(state.games, np.int32)
        places = len(exercise.world.places) + 1  # and none
        key = np.where(kind == NONE, NONE, kind.astype(np.intp) * places + place + 1)
        for each in present(key):
            if each != NONE:
                number, spot = divmod(each, places)
                where = exercise.world.places[spot - 1] if spot else ""
                item = f"answer {state.phase} {number} {where}"
                here = key == each
                rolls[here] = chance.permille(state.week, "random", item)[here, 0]
        allowed = exercise.incidents.allowed(state)
        pick = rolls * np.maximum(allowed.sum(axis=1, dtype=np.int32), 1) // 1000
        reached = np.cumsum(allowed, axis=1, dtype=np.int32) > pick[:, None]
        return np.asarray(reached.argmax(axis=1), np.int8)


def _affordable(exercise: Exercise, seen: Observation, wanted: Mask) -> Picks:
    """Return the wanted options, one after the other, that the council may still choose and pay."""
    state, menu = seen.state, exercise.menu
    cost, left = menu.cost(state), menu.purse(state)[:, 0]
    few = np.full(state.games, menu.terms.options)
    chosen = np.zeros_like(wanted)
    for option in np.flatnonzero(wanted.any(axis=0)):
        takes = wanted[:, option] & (cost[:, option] <= left) & (few > 0)
        chosen[:, option] = takes
        left = left - np.where(takes, cost[:, option], 0)
        few = few - takes
    held = Picks.none(state)
    return Picks(chosen, held.dials, held.tokens, held.aims)


DOCTRINES: dict[str, Doctrine] = {"hold": Hold(), "random": Random()}
