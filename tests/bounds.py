"""The form and the bounds of everything in a state."""

from game.core.relation import ALLIED
from game.core.state import LONG_AGO, NONE, State, columns
from game.core.world import GRADES, World


def lowest(name: str) -> int | None:
    """Return the least that an array may hold, or nothing where any number may be."""
    may_be_none = ("before", "barred", "seat", "due", "prober", "yielding", "ending")
    if name in (*may_be_none, "queue_kind", "queue_place", "queue_unit"):
        return NONE
    return {"chosen_at": LONG_AGO, "pushing": None}.get(name, 0)


def highest(name: str, world: World) -> int | None:
    """Return the most that an array may hold, or nothing where it is not known."""
    places = ("at", "goal", "before", "seat", "track_at", "queue_place")
    sides, units = ("holder", "yielding", "report_holder"), ("prober", "queue_unit")
    permille = ("probing", "sorties", "flights", "hindering", "traffic", "cover")
    known = dict.fromkeys(places, len(world.places) - 1)
    known |= dict.fromkeys(sides, len(world.sides) - 1)
    known |= dict.fromkeys(units, max(len(world.units) - 1, 0))
    known |= dict.fromkeys(permille, 1000)
    known |= {"track": 100_000, "last_track": 100_000, "relation": ALLIED}
    known |= {"grade": len(GRADES) - 1, "ending": len(world.endings) - 1}
    known |= {"queue_kind": len(world.incidents) - 1, "barred": len(world.zones) - 1}
    known |= {"precedent": 100, "leaders": 100, "report_source": 3, "track_source": 3}
    return known.get(name)


def check(world: World, after: State) -> None:
    """See that every array has its form and stays within its bounds."""
    for name, column in columns().items():
        array, low, high = getattr(after, name), lowest(name), highest(name, world)
        assert array.dtype == column.dtype, name
        assert array.shape == column.blank(world, after.games).shape, name
        assert array.flags.writeable, name
        assert low is None or array.min(initial=low) >= low, name
        assert high is None or array.max(initial=0) <= high, name
    assert (after.mourned <= after.lost).all()
    assert (after.tried <= after.could).all()
    assert (after.seen <= after.watched).all()
    for levels, number in ((after.status, world.status_levels), (after.dial, world.levels)):
        assert (levels < [len(words) for words in number.values()]).all()
