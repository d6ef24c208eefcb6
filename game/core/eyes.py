"""Eyes: what one side sees of a state, each array worked out when it is first looked at."""

from functools import cached_property, lru_cache
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.core.graph import beside
from game.core.relation import ALLIED
from game.core.sight import Sight
from game.core.state import NONE, State, columns
from game.core.types import Index, Ints, Mask, Number, Small, nearest
from game.core.world import World


class Rounded:
    """Numbers of people to the nearest band, rounded once for all who see them only roughly."""

    def __init__(self, world: World, state: State) -> None:
        self._band, self._state, self._known = world.band, state, dict[str, Ints]()

    def __call__(self, name: str) -> Ints:
        """Return one of the state's arrays in round numbers."""
        if name not in self._known:
            self._known[name] = nearest(getattr(self._state, name), self._band)
        return self._known[name]


class Seen(State):
    """A state in which whatever the side may not see is blank, blurred or as reported.

    What all may see is shared with the state, not copied: nothing may be written, and it holds
    only until the state changes.
    """

    _world: World
    _state: State
    _side: int
    _rounded: Rounded

    @classmethod
    def by(cls, world: World, state: State, side: int, rounded: Rounded) -> Self:
        """Return what a side sees."""
        seen = cls.__new__(cls)
        seen.week, seen.phase = state.week, state.phase
        seen._world, seen._state, seen._side, seen._rounded = world, state, side, rounded
        return seen

    def __getattr__(self, name: str) -> NDArray[Any]:
        """Look at an array: Python comes here only for what is not there yet."""
        if name not in columns():
            raise AttributeError(name)
        array = self._look(name)
        setattr(self, name, array)
        return array

    @property
    def games(self) -> int:
        """How many games are played together."""
        return self._state.games

    def all(self) -> State:
        """Return everything that is seen, without a way back to the truth."""
        return State(self.week, self.phase, **{name: getattr(self, name) for name in columns()})

    def _look(self, name: str) -> NDArray[Any]:
        column, player = columns()[name], self._side == self._world.player
        match column.sight:
            case Sight.NOBODY:
                return _noughts(column.shape(self._world, self.games), np.dtype(column.dtype))
            case Sight.PLAYER if not player:
                return _noughts(column.shape(self._world, self.games), np.dtype(column.dtype))
            case Sight.ESTIMATE:
                return np.where(self._ours, getattr(self._state, name), self._rounded(name))
            case Sight.REPORTED if player:
                return self._reported(name)
            case Sight.REPORTED if name in ("strength", "garrison"):
                return self._estimated(name)
        array: NDArray[Any] = getattr(self._state, name)
        return array

    @cached_property
    def _ours(self) -> Mask:
        """Say which sides (games, sides) are allied with this one."""
        return np.asarray(self._state.relation[:, self._side] == ALLIED)

    @cached_property
    def _own(self) -> Mask:
        """Say which units (games, units) are an ally's."""
        own: Mask = self._ours[:, self._world.unit_side]
        return own

    @cached_property
    def _held(self) -> Mask:
        """Say which places (games, places) an ally holds."""
        return there(self._ours, self._state.holder)

    @cached_property
    def _sight(self) -> Mask:
        return in_sight(self._world, self._state, self._ours)[1]

    @cached_property
    def _met(self) -> Mask:
        """Say which units (games, units) the player's alliance sees."""
        state = self._state
        near, front = there(self._sight, state.at), there(self._held, state.before)
        met = self._own | near | ((state.before != NONE) & front) | (state.barred != NONE)
        return np.asarray(met)

    def _estimated(self, name: str) -> NDArray[Any]:
        """Watch one's own war: others see where, and roughly how many."""
        known = self._own if name == "strength" else self._held
        return np.where(known, getattr(self._state, name), self._rounded(name))

    def _reported(self, name: str) -> NDArray[Any]:
        """Look at the map as the player knows it: what is in sight, and the last reports."""
        state = self._state
        truth: NDArray[Any] = getattr(state, name)
        match name:
            case "holder":
                return np.where(self._sight, truth, state.report_holder)
            case "garrison":
                return np.where(self._held, truth, state.report_garrison)
            case "at":
                return np.where(self._met, truth, state.track_at)
            case "strength":
                return np.where(self._own, truth, state.track_strength)
            case "fresh" | "depth":
                return np.where(self._sight, truth, truth.dtype.type(0))
            case "before" | "barred":
                return np.where(self._met, truth, truth.dtype.type(NONE))
        return np.where(self._met, truth, truth.dtype.type(0))


@lru_cache(maxsize=256)
def _noughts(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    noughts = np.zeros(shape, dtype)
    noughts.flags.writeable = False  # many observations share it
    return noughts


def in_sight(world: World, state: State, ours: Mask) -> tuple[Mask, Mask]:
    """Return the places (games, places) that the player's alliance holds, and those in its sight.

    In sight is what it holds, what lies next to that, and what lies in an area closely watched.
    """
    held = there(ours, state.holder)
    sight = held | beside(world.links, held)
    if world.watcher != NONE:
        close = state.token[:, world.watcher] >= len(world.clarity) - 1
        close = np.concatenate([close, np.zeros((len(close), 1), bool)], axis=1)
        sight |= close[:, world.place_area]
    return held, sight


def there(table: NDArray[Number], where: Index | Small) -> NDArray[Number]:
    """Return what stands in some columns (games, any) of each row; anything for a column NONE.

    It is `np.take_along_axis` at a third of its cost.
    """
    first = np.arange(len(table))[:, None] * table.shape[1]
    return np.asarray(table.take(first + where))
