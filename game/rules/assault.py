"""Units that stand before a hostile place attack it, allies together, enemies never."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.core.facts import Fact
from game.core.figures import Change, Part, PerCent, Weeks
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.sight import Shown
from game.core.types import Ints, Mask, scale, share, spots, spread
from game.core.week import Week
from game.rules.base import Rule
from game.rules.capture import count_lost, enter, scatter
from game.rules.casualties import ENOUGH, pay, wear_down
from game.rules.clash import (
    MOST,
    Attackers,
    Columns,
    Fronts,
    attackers,
    defenders,
    fallen,
    join,
    people_left,
    summed,
)
from game.rules.retreat import retreat


@dataclass(frozen=True)
class Repulsed(Fact):
    """A column attacked and did not get in."""

    text: ClassVar = "Thrown back before {place}: {unit}."
    scene: ClassVar = "place"
    unit: Shown
    place: Shown


class Assault(Rule):
    """A place falls when the strongest alliance before it outnumbers the defenders."""

    phase: ClassVar = Phase.CLASHES
    odds: PerCent = 1000
    """How many attackers are needed for each defender, works included."""
    will: Part = 1000
    """The share of the odds that is still needed when the defending side is nearly gone."""
    luck: Part = 0
    """How far a column's force may fall short in a week, or go beyond."""
    bite: PerCent = 0
    """Defenders lost for each attacker when the place holds; works divide it."""
    losses: Part = 0
    """Attackers lost for each defender, works included; no column loses more than half."""
    survivors: Part = 0
    """Share of a broken garrison that slips away: to the place behind, or to the reserve."""
    guard: Part = 0
    """Share of a column left behind as the new garrison."""
    refit: Annotated[Weeks, Field(le=100)] = 0
    """Weeks for which a column rests after it has taken a place."""
    exposed: Annotated[Weeks, Field(le=100)] = 0
    """Weeks after its fall in which a place may be taken back by a counterattack."""
    fell: Change = {}
    """What the fall of each place of the player's, or of an ally's, does to tracks."""

    def resolve(self, week: Week) -> None:
        """Let the strongest alliance at every place attack; what it breaks changes hands."""
        state = week.state
        state.fresh = np.maximum(state.fresh - np.int8(1), np.int8(0))
        who = attackers(week)
        if not len(who):
            return
        fronts, columns = join(week, who, self._force(week, who))
        inside = defenders(week, fronts.rows, fronts.places, fronts.holder)
        people = fronts.garrison + summed(inside.front, inside.people, len(fronts.rows))
        defence = np.minimum(scale(people, week.world.fort[fronts.places]), MOST)
        needed = scale(defence, self._odds(week, fronts))
        falls = (fronts.attack > 0) & (fronts.attack >= needed)
        pay(week, fronts, columns, scale(defence, self.losses))
        wear_down(week, fronts, inside, np.where(falls, 0, self._loss(week, fronts, people)))
        self._tell_who_failed(week, fronts, columns, ~falls[columns.front])
        if falls.any():
            self._take(week, *fallen(fronts, columns, falls))
            retreat(week, inside.rows, inside.units)

    def _force(self, week: Week, who: Attackers) -> Ints:
        """Return what each column brings: its people, helped by aircraft, and its luck."""
        state, where = week.state, (who.rows, who.units)
        force = scale(state.strength[where], 1000 + state.support[where])
        if self.luck:
            roll = week.roll(self.name, size=len(week.world.units))[where]
            force = scale(force, 1000 - self.luck + scale(roll, 2 * self.luck))
        return np.minimum(force, MOST)

    def _odds(self, week: Week, fronts: Fronts) -> Ints:
        """Return the odds needed at each front: less where the defending side is nearly gone."""
        if self.will == 1000:
            return np.full(len(fronts.rows), self.odds, np.int32)
        return scale(self.odds, self.will + scale(1000 - self.will, people_left(week, fronts)))

    def _loss(self, week: Week, fronts: Fronts, people: Ints) -> Ints:
        """Return how many defenders each attack costs."""
        loss = np.minimum(scale(fronts.attack, self.bite), ENOUGH)
        return np.minimum(share(loss, week.world.fort[fronts.places]), people)

    def _take(self, week: Week, fronts: Fronts, columns: Columns) -> None:
        """Let places change hands, and count what that costs."""
        enter(week, fronts, columns, self.guard, self.refit, self.exposed)
        dead = scatter(week, fronts, self.survivors)
        lost = count_lost(week, fronts.rows, fronts.places, fronts.holder, dead)
        self.apply(week, self.fell, lost, Source.PLACE, "fall of a post")

    def _tell_who_failed(self, week: Week, fronts: Fronts, columns: Columns, fails: Mask) -> None:
        rows, units = columns.rows[fails], columns.units[fails]
        places = fronts.places[columns.front[fails]]
        where = spots(week.state.at.shape, rows, units)
        week.record(Repulsed, where, place=spread(where.shape, rows, units, places))
