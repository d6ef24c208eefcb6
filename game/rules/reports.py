"""The player hears of what lies out of sight: late, inexactly, or not at all."""

from typing import ClassVar

import numpy as np

from game.core.eyes import in_sight, there
from game.core.figures import Part, TokenId
from game.core.observation import OWN_EYES, REPORTS, SURVEILLANCE
from game.core.phase import Phase
from game.core.places import tokens_there
from game.core.relation import ALLIED
from game.core.state import NONE
from game.core.types import Ints, Mask, Small, scale, share
from game.core.week import Week
from game.rules.base import Rule

OLDEST = 99  # weeks


class Reports(Rule):
    """Every week some of what lies out of sight is reported, each number more or less exactly."""

    phase: ClassVar = Phase.REPORTS
    token: TokenId | None = None
    """What watches: one is enough to hear from an area every week, two see what happens there."""
    heard: Part = 1000
    """Chance in a week that something is heard of a place or a unit that nobody watches."""
    width: tuple[Part, Part, Part, Part] = (0, 0, 0, 0)
    """How far off a number may be: in the first briefing, in reports, from the air, to the eye."""
    false: tuple[Part, Part, Part] = (0, 0, 0)
    """Share of signals that mean nothing, where nobody watches, some do, and many do."""

    def resolve(self, week: Week) -> None:
        """Bring what the player knows up to date."""
        state, world = week.state, week.world
        ours = state.relation[:, world.player] == ALLIED
        held, sight = in_sight(world, state, ours)
        source = np.where(sight, np.int8(OWN_EYES), np.int8(REPORTS))
        if self.token:
            watched = ~sight & (tokens_there(week, self.token) > 0)
            source = np.where(watched, np.int8(SURVEILLANCE), source)
        self._hear_of_places(week, held, source)
        own, front = ours[:, world.unit_side], (state.before != NONE) & there(held, state.before)
        seen = own | front | (state.barred != NONE)
        source = np.where(seen, np.int8(OWN_EYES), there(source, state.at))
        self._hear_of_units(week, own, source)

    def _hear_of_places(self, week: Week, held: Mask, source: Small) -> None:
        state = week.state
        new, factor = self._news(week, "places", source)
        people = np.where(held, state.garrison, scale(state.garrison, factor))
        state.report_holder = np.where(new, state.holder, state.report_holder)
        state.report_garrison = np.where(new, people, state.report_garrison)
        state.report_age = _aged(state.report_age, new)
        state.report_source = np.where(new, source, state.report_source)

    def _hear_of_units(self, week: Week, own: Mask, source: Small) -> None:
        state = week.state
        new, factor = self._news(week, "units", source)
        people = np.where(own, state.strength, scale(state.strength, factor))
        state.track_at = np.where(new, state.at, state.track_at)
        state.track_strength = np.where(new, people, state.track_strength)
        state.track_age = _aged(state.track_age, new)
        state.track_source = np.where(new, source, state.track_source)

    def _news(self, week: Week, item: str, source: Small) -> tuple[Mask, Ints]:
        """Say of what there is news (games, any), and by what factor each number is off.

        There is news wherever somebody watches. One roll says whether anything is heard and, by
        how far it lies below that chance, how far off it is.
        """
        roll = week.roll(self.name, item, source.shape[1])
        known = (source > REPORTS) | (roll < self.heard)
        return known, self._factors.ravel().take(roll + np.multiply(source, 1000, dtype=np.int32))

    @property
    def _factors(self) -> Ints:
        """Return, for every source and roll (sources, 1000), by what a number is multiplied."""
        rolls = np.broadcast_to(np.arange(1000, dtype=np.int32), (len(self.width), 1000)).copy()
        rolls[REPORTS] = np.minimum(share(rolls[REPORTS], self.heard), 999)
        width = np.array(self.width, np.int32)[:, None]
        return 1000 - width + scale(rolls, 2 * width)


def _aged(age: Small, new: Mask) -> Small:
    return np.where(new, np.int8(0), np.minimum(age, OLDEST - 1) + np.int8(1))
