"""Bounds: what the numbers of a state may be, so that a position from a file can be trusted."""

import numpy as np

from game.core.relation import ALLIED
from game.core.state import LONG_AGO, NONE, State, columns
from game.core.world import GRADES, World

QUEUE = ("queue_kind", "queue_place", "queue_unit")
MAY_BE_NONE = ("before", "barred", "seat", "due", "prober", "yielding", "ending", *QUEUE)
ANY = frozenset({"pushing", "mind"})
"""What may be any number, or has bounds of its own."""
WITHIN = (
    ("mourned", "lost"),
    ("tried", "could"),
    ("seen", "watched"),
    ("seen_then", "seen"),
    ("watched_then", "watched"),
    ("seen_then", "watched_then"),
)
"""Arrays that never exceed another."""


def fault(world: World, state: State) -> str | None:
    """Name the first array of a state that has another form or exceeds its bounds, if any does."""
    for name, column in columns().items():
        array, low, high = getattr(state, name), lowest(name), highest(name, world)
        if array.dtype != column.dtype or array.shape != column.blank(world, state.games).shape:
            return name
        if low is not None and array.min(initial=low) < low:
            return name
        if high is not None and array.max(initial=-1) > high:
            return name
    for name, levels in (("status", world.status_levels), ("dial", world.levels)):
        most = np.array([len(words) for words in levels.values()], np.int64)
        if (getattr(state, name) >= most).any():
            return name
    if (abs(state.mind) > [len(names) for names in world.postures.values()]).any():
        return "mind"
    for part, whole in WITHIN:
        if (getattr(state, part) > getattr(state, whole)).any():
            return part
    return None


def lowest(name: str) -> int | None:
    """Return the least that an array may hold, or nothing where any number may be."""
    if name in ANY:
        return None
    return LONG_AGO if name == "chosen_at" else NONE if name in MAY_BE_NONE else 0


def highest(name: str, world: World) -> int | None:
    """Return the most that an array may hold, or nothing where it is not known."""
    places = ("at", "goal", "before", "seat", "track_at", "queue_place")
    sides, units = ("holder", "yielding", "report_holder"), ("prober", "queue_unit")
    permille = ("probing", "sorties", "flights", "hindering", "traffic", "cover", "odds_to_turn")
    known = dict.fromkeys(places, len(world.places) - 1)
    known |= dict.fromkeys(sides, len(world.sides) - 1)
    known |= dict.fromkeys(units, max(len(world.units) - 1, 0))
    known |= dict.fromkeys(permille, 1000)
    known |= {"track": 100_000, "last_track": 100_000, "relation": ALLIED}
    known |= {"grade": len(GRADES) - 1, "ending": len(world.endings) - 1}
    known |= {"queue_kind": len(world.incidents) - 1, "barred": len(world.zones) - 1}
    known |= {"precedent": 100, "leaders": 100, "report_source": 3, "track_source": 3}
    return known.get(name)
