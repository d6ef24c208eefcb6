"""Put effort into the plots of a network."""

from game.core.figures import NetworkId
from game.opponents.base import Decider, Desk


class Plot(Decider):
    """Put effort into the plots of a network, at most once a week."""

    network: NetworkId
    """Whose plots they are."""

    def decide(self, desk: Desk) -> None:
        """Make an effort, or not."""
        makes = desk.tries(desk.holds(self.when)[:, None])[:, 0]
        desk.plot(desk.world.networks.index(self.network), makes)
