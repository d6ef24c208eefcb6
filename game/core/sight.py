"""Sight: who may see a number. State, facts and the ledger all say it, and none has a default."""

from enum import Enum
from typing import Annotated


class Sight(Enum):
    """Who may see it."""

    EVERYBODY = "everybody"
    PLAYER = "player"
    REPORTED = "reported"  # one's own exactly, the rest as it was last reported
    ESTIMATE = "estimate"  # one's own exactly, the rest to the nearest band
    NOBODY = "nobody"  # until the game is over


EVERYBODY, PLAYER, REPORTED, ESTIMATE, NOBODY = Sight

Shown = Annotated[int, PLAYER]
"""A number of a fact that the player may be told as soon as the fact is known."""
Hidden = Annotated[int, NOBODY]
"""A number of a fact that would betray what somebody intends."""
