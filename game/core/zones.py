"""Zones: how far each reaches just now, and which ways are left to those it is meant for."""

import numpy as np

from game.core.relation import ALLIED
from game.core.state import State
from game.core.types import Rows, Small
from game.core.world import World


def levels(world: World, state: State) -> Small:
    """Return the number of every zone's radius (games, zones).

    It is 0, for no zone at all, while whoever keeps it does not hold its centre.
    """
    holder = state.holder[:, world.zone_centre]
    kept = state.stance(world.zone_side, holder) == ALLIED
    return np.where(kept, state.zone, np.int8(0))


def ways(world: World, state: State) -> Rows:
    """Return which table of ways is open to each side (games, sides)."""
    digits = levels(world, state) * world.zone_stride.astype(np.intp)
    return np.asarray(digits @ world.zone_denied)
