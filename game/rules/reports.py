"""The player hears of what lies out of sight: late, inexactly, or not at all."""

from typing import ClassVar

import numpy as np

from game.core.figures import Part, TokenId
from game.core.observation import OWN_EYES, REPORTS, SURVEILLANCE, in_sight
from game.core.phase import Phase
from game.core.places import tokens_there
from game.core.relation import ALLIED
from game.core.state import NONE
from game.core.types import Index, Ints, Mask, Small, scale
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
        watched = np.zeros_like(held)
        if self.token:
            watched = tokens_there(week, self.token) > 0
        self._hear_of_places(week, held, sight, watched)
        self._hear_of_units(week, ours, held, sight, watched)

    def _hear_of_places(self, week: Week, held: Mask, sight: Mask, watched: Mask) -> None:
        state = week.state
        new, source = self._news(week, "places", sight, watched)
        people = np.where(
            held, state.garrison, self._blur(week, "garrisons", state.garrison, source)
        )
        state.report_holder = np.where(new, state.holder, state.report_holder)
        state.report_garrison = np.where(new, people, state.report_garrison)
        state.report_age = _aged(state.report_age, new)
        state.report_source = np.where(new, source, state.report_source)

    def _hear_of_units(
        self, week: Week, ours: Mask, held: Mask, sight: Mask, watched: Mask
    ) -> None:
        state, at = week.state, week.state.at
        own = ours[:, week.world.unit_side]
        front = (state.before != NONE) & _there(held, state.before)
        seen = own | _there(sight, at) | front | (state.barred != NONE)
        new, source = self._news(week, "units", seen, _there(watched, at))
        people = np.where(
            own, state.strength, self._blur(week, "strengths", state.strength, source)
        )
        state.track_at = np.where(new, state.at, state.track_at)
        state.track_strength = np.where(new, people, state.track_strength)
        state.track_age = _aged(state.track_age, new)
        state.track_source = np.where(new, source, state.track_source)

    def _news(self, week: Week, item: str, sight: Mask, watched: Mask) -> tuple[Mask, Small]:
        """Say of what there is news (games, any), and whence it comes."""
        unwatched = np.where(watched, np.int8(SURVEILLANCE), np.int8(REPORTS))
        source = np.where(sight, np.int8(OWN_EYES), unwatched)
        if self.heard == 1000:
            return np.ones_like(sight), source
        heard = week.roll(self.name, item, sight.shape[1]) < self.heard
        return sight | watched | heard, source

    def _blur(self, week: Week, item: str, people: Ints, source: Small) -> Ints:
        """Return numbers that may be off, by as much as their source allows."""
        if not any(self.width):
            return people
        width = np.array(self.width, np.int32)[source]
        roll = week.roll(self.name, item, people.shape[1])
        return scale(people, 1000 - width + scale(roll, 2 * width))


def _there(places: Mask, where: Index) -> Mask:
    """Say of each unit whether the place (games, units) is one of some (games, places)."""
    return np.take_along_axis(places, where.astype(np.intp), axis=1)


def _aged(age: Small, new: Mask) -> Small:
    return np.where(new, np.int8(0), np.minimum(age, OLDEST - 1) + np.int8(1))
