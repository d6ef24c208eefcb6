"""Deciders. To add one: write its module, then give it a line in Way."""

from typing import Self

from pydantic import model_validator

from game.core.figures import Model
from game.opponents.base import Decider, Desk
from game.opponents.campaign import Campaign
from game.opponents.contest import Contest
from game.opponents.hedge import Hedge
from game.opponents.hinder import Hinder
from game.opponents.mediate import Mediate
from game.opponents.plot import Plot
from game.opponents.press import Press
from game.opponents.probe import Probe
from game.opponents.strike import Strike

__all__ = ["Decider", "Desk", "Way"]


class Way(Model):
    """A way of deciding: exactly one of these. An actor may have several, each with a name."""

    campaign: Campaign | None = None
    """Drive units along axes of objectives."""
    probe: Probe | None = None
    """Test places of others from close by."""
    strike: Strike | None = None
    """Strike places of others from afar."""
    contest: Contest | None = None
    """Contest the air over areas."""
    press: Press | None = None
    """Move a track by steady pressure."""
    mediate: Mediate | None = None
    """Offer to calm a track that has gone too far."""
    plot: Plot | None = None
    """Put effort into a network's plots."""
    hinder: Hinder | None = None
    """Strike what travels on a corridor."""
    hedge: Hedge | None = None
    """Offer places of one's own to another side."""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if len(self._given) != 1:
            raise ValueError(f"give exactly one of {', '.join(type(self).model_fields)}")
        return self

    @property
    def _given(self) -> list[str]:
        return [name for name in type(self).model_fields if getattr(self, name) is not None]

    @property
    def decider(self) -> Decider:
        """Return the one that was given."""
        (name,) = self._given
        decider: Decider = getattr(self, name)
        return decider

    @property
    def units(self) -> tuple[str, ...]:
        """Return the units that it gives orders to."""
        return tuple(self.campaign.units) if self.campaign else ()
