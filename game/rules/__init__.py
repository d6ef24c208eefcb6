"""The rules. To add one: write its module, then give it a line in Rulebook."""

from collections.abc import Iterator

from game.core.figures import Model, TrackId
from game.rules.air_support import AirSupport
from game.rules.airspace import Airspace
from game.rules.assault import Assault
from game.rules.base import Rule
from game.rules.caution import Caution
from game.rules.corridor import Corridor
from game.rules.counterattack import Counterattack
from game.rules.drift import Drift
from game.rules.friction import Friction
from game.rules.gauge import Gauge
from game.rules.harm import Harm
from game.rules.losses import Losses
from game.rules.movement import Movement
from game.rules.network import Network
from game.rules.precedent import Precedent
from game.rules.pressure import Pressure
from game.rules.probes import Probes
from game.rules.pull import Pull
from game.rules.reports import Reports
from game.rules.reserves import Reserves
from game.rules.strikes import Strikes
from game.rules.talks import Talks
from game.rules.training import Training
from game.rules.yielding import Yielding
from game.rules.zone import Zone

__all__ = ["Rule", "Rulebook"]


class Rulebook(Model):
    """The rules a scenario may switch on. Inside a phase they run in this order.

    Of some there may be several, each by a name of its own: `corridor: {northern-road: {...}}`.
    """

    reserves: Reserves | None = None
    """Sides send fresh people to where they are needed."""
    movement: Movement | None = None
    """Units march along the roads."""
    zone: dict[str, Zone] = {}
    """Places around which others may not move."""
    probes: dict[str, Probes] = {}
    """Outposts are tested from close by."""
    friction: dict[str, Friction] = {}
    """Forces that operate side by side clash unmeant."""
    strikes: dict[str, Strikes] = {}
    """Places are struck from afar."""
    airspace: dict[str, Airspace] = {}
    """The air over areas is contested."""
    air_support: AirSupport | None = None
    """Aircraft help units that attack or defend."""
    counterattack: dict[str, Counterattack] = {}
    """Whoever has just lost a place may take it back."""
    assault: Assault | None = None
    """Units storm the hostile places they stand before."""
    harm: dict[str, Harm] = {}
    """Civilians die where aircraft help storm a place."""
    network: dict[str, Network] = {}
    """Hidden organizations plan attacks from the places they hold."""
    training: dict[str, Training] = {}
    """Partner forces grow or melt."""
    yielding: Yielding | None = None
    """Places that their holder offers pass to another side."""
    corridor: dict[str, Corridor] = {}
    """Roads work while allied places join their ends."""
    pressure: Pressure | None = None
    """What actors do to tracks takes effect."""
    talks: Talks | None = None
    """Mediators' offers take effect."""
    precedent: Precedent | None = None
    """Acts of force stay in memory."""
    caution: Caution | None = None
    """After a shock all are careful for a while."""
    gauge: dict[TrackId, Gauge] = {}
    """Tracks that mirror the map, each under the track's id."""
    losses: Losses | None = None
    """What the dead do to tracks."""
    pull: dict[str, Pull] = {}
    """Tracks pull on each other."""
    drift: Drift | None = None
    """Tracks drift towards a resting level."""
    reports: Reports = Reports()
    """What the player hears of the map."""

    def chosen(self) -> list[Rule]:
        """Return the rules that are on, each under its name."""
        return [rule.model_copy(update={"name": name}) for name, rule in self._named()]

    def _named(self) -> Iterator[tuple[str, Rule]]:
        for kind in type(self).model_fields:
            match getattr(self, kind):
                case dict() as rules:
                    yield from ((f"{kind}.{name}", rule) for name, rule in rules.items())
                case Rule() as rule:
                    yield kind, rule
