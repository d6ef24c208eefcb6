"""The form and the bounds of everything in a state."""

from game.core import bounds
from game.core.state import State, columns
from game.core.world import World


def check(world: World, after: State) -> None:
    """See that every array has its form, stays within its bounds and can be written into."""
    fault = bounds.fault(world, after)
    assert fault is None, (fault, getattr(after, fault))
    for name in columns():
        assert getattr(after, name).flags.writeable, name
