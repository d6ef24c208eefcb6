"""Civilians die where the player's aircraft help storm a place."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.core.facts import Fact
from game.core.figures import ByLevel, Change, People, PlaceId, SideId, Swing, TokenId
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.places import kill, tokens_there
from game.core.relation import ALLIED, HOSTILE
from game.core.sight import Shown
from game.core.types import THOUSAND, Ints, Mask, indexes, scale
from game.core.week import Week
from game.rules.base import Rule


@dataclass(frozen=True)
class CiviliansKilled(Fact):
    """People who took no part were killed in the fight for a place."""

    text: ClassVar = "Civilians killed in {place}: {people}."
    scene: ClassVar = "place"
    place: Shown
    people: Shown


class Harm(Rule):
    """Aircraft in the area of a place that is stormed for the player kill people who live there.

    It happens only while the place is hostile and a unit of the player's or of an ally's stands
    before it.
    """

    phase: ClassVar = Phase.CLASHES
    token: TokenId
    """What flies there."""
    places: tuple[PlaceId, ...]
    """Where it applies."""
    by: ByLevel
    """How much harm they do, by the level of the dial that drives them."""
    of: SideId
    """Whose people they are."""
    people: People = 0
    """How many are killed by each token in a week, at 100 %."""
    swing: Swing = 0
    """How far the dead of a week lie from that by luck, either way."""
    per_token: Change = {}
    """What each token does to tracks in a week, at 100 %."""

    def resolve(self, week: Week) -> None:
        """Count the tokens over every place that is stormed, and the dead."""
        places = indexes(week.world.places, self.places)
        tokens = tokens_there(week, self.token)[:, places].astype(np.int32)
        if not tokens.any():
            return
        tokens = np.where(self._stormed(week, places), tokens, 0)
        if tokens.any():
            self._kill(week, places, tokens * week.figure(self.by)[:, None])

    def _kill(self, week: Week, places: list[int], harm: Ints) -> None:
        """Count the dead of places (games, places) from the harm done, in per mille of a token."""
        harm = np.minimum(harm, THOUSAND * THOUSAND)
        dead = scale(scale(harm, self.people), self._luck(week, len(places)))
        kill(week, week.world.sides.index(self.of), dead)
        total = harm.sum(axis=1, dtype=np.int32)
        self.apply_part(week, self.per_token, total, Source.INCIDENT, "civilians killed")
        everywhere = np.zeros_like(week.state.garrison)
        everywhere[:, places] = dead
        week.record(CiviliansKilled, everywhere > 0, people=everywhere)

    def _luck(self, week: Week, places: int) -> Ints:
        """Return by how much the dead of a place (games, places) differ from the mean."""
        if not self.swing:
            return np.full((1, places), THOUSAND, np.int32)
        roll = week.roll(self.name, size=places)
        return THOUSAND - self.swing + scale(roll, 2 * self.swing)

    def _stormed(self, week: Week, places: list[int]) -> Mask:
        """Say which of the places (games, places) the player's alliance stands before."""
        state, player = week.state, week.world.player
        stood = np.zeros((state.games, len(places)), bool)
        for number, place in enumerate(places):
            before = (state.before == place) & (state.strength > 0)
            units = np.flatnonzero(before.any(axis=0))
            ours = state.relation[:, player, week.world.unit_side[units]] == ALLIED
            stood[:, number] = (before[:, units] & ours).any(axis=1)
        hostile = state.stance(player, state.holder[:, places]) == HOSTILE
        return np.asarray(stood & hostile)
