"""Offer places of one's own to another side."""

from game.core.figures import PlaceId, SideId
from game.core.types import indexes
from game.opponents.base import Decider, Desk


class Hedge(Decider):
    """Offer places that one holds to another side, each on its own."""

    places: tuple[PlaceId, ...]
    """What may be offered."""
    to: SideId
    """Whom it is offered to."""

    def decide(self, desk: Desk) -> None:
        """Roll for every place that one's own side holds."""
        places, side = indexes(desk.world.places, self.places), desk.world.sides.index(self.to)
        own = desk.seen.state.holder[:, places] == desk.seen.side
        offers = desk.tries(own & desk.holds(self.when)[:, None])
        for number, place in enumerate(places):
            desk.offer_place(place, side, offers[:, number])
