"""Changes: what an intent does to the draft of a council's orders."""

from collections.abc import Callable

from game.engine.draft import Draft
from game.ui import intents as want


def change_of(intent: want.Intent) -> Callable[[Draft], None]:
    """Return what an intent does to a draft."""
    match intent:
        case want.Choose(option):
            return lambda draft: draft.choose(option)
        case want.Drop(option):
            return lambda draft: draft.drop(option)
        case want.SetDial(dial, level):
            return lambda draft: draft.turn(dial, level)
        case want.MoveToken(token, source, target):
            return lambda draft: draft.move(token, source, target)
        case want.RankAims(aims):
            return lambda draft: draft.rank(aims)
    return lambda draft: None
