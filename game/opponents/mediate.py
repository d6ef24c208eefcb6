"""Offer to calm a track that has gone too far."""

import numpy as np

from game.core.figures import Points, TrackId
from game.opponents.base import Decider, Desk


class Mediate(Decider):
    """Offer mediation while a track is seen above a level."""

    track: TrackId
    """The track that worries the mediator."""
    over: Points
    """The level above which it does."""
    relief: Points
    """What success takes off the track in a week."""

    def decide(self, desk: Desk) -> None:
        """Offer, as often as the actor cares."""
        track = desk.world.tracks.index(self.track)
        worried = (desk.seen.state.track[:, track] > self.over) & desk.holds(self.when)
        offers = desk.tries(worried[:, None])[:, 0]
        desk.relieve(track, np.where(offers, np.int32(self.relief), np.int32(0)))
