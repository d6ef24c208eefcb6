"""World: everything about a scenario that never changes in play, as names and arrays."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.types import Index, Ints, Mask, Small

Names = tuple[str, ...]

QUEUE = tuple(str(slot) for slot in range(16))
"""The places in the line of incidents that await an answer; what comes on top is delegated."""
CLARITY = ("none", "some", "close")
"""How closely an area is watched: by no, one, or more tokens of the kind that watches."""
GRADES = ("none", "contiguous", "convoy", "routine")
"""How far a corridor works: not joined, joined, first convoy through, in regular use."""
NEVER = 10_000  # weeks


@dataclass(frozen=True)
class World:
    """A compiled scenario. Ids in arrays are positions in these names.

    Shapes stand behind each array; per mille and thousandths as in the state.
    """

    start: date  # the first day of week 0
    player: int  # the side that a person plays
    nobody: int  # the side of places that nobody holds
    turn_starts: tuple[int, ...]  # weeks in which the council meets
    weeks: int
    sides: Names
    tracks: Names
    statuses: Names
    status_levels: dict[str, Names]
    dials: Names
    levels: dict[str, Names]  # of every dial
    places: Names
    units: Names
    actors: Names
    postures: dict[str, Names]  # of every actor
    corridors: Names
    networks: Names
    zones: Names
    zone_radii: dict[str, tuple[int, ...]]  # km, for each zone; the state keeps 0 for "off"
    strikes: Names  # means of striking from afar, each with orders of its own
    areas: Names
    tokens: Names
    aims: Names
    signals: Names
    acts: Names  # every decider of every actor: what it does is evidence of what it intends
    gambles: Names  # whatever comes about with a chance
    signs: Names  # signals, acts, and gambles that depend on a posture
    options: Names
    events: Names  # events, then reactions
    laters: Names  # what can be set in motion, to arrive later
    lastings: Names  # what can be set in motion, to go on for a while
    incidents: Names
    replies: Names  # every answer to every kind of incident
    endings: Names
    titles: dict[str, Names]  # for each of these, how the player reads them

    links: NDArray[np.float32]  # (places, places) 1 where a road joins two places
    road: Ints  # (places, places) kilometres of the shortest way
    straight: Ints  # (places, places) kilometres as the crow flies
    hop: Index  # (ways, marches, places, places) the next place on the quickest way
    toll: Ints  # (marches, places, places) thousandths of a week for a link
    zone_shut: NDArray[np.bool_]  # (zones, radii + 1, places, places) links nearer than the radius
    zone_denied: NDArray[np.bool_]  # (zones, sides) whom it is for
    zone_centre: Index  # (zones,)
    zone_side: Small  # (zones,) who keeps it; it counts while that side's alliance holds the centre
    zone_stride: Ints  # (zones,) what a step of its radius adds to the number of a way
    place_area: Small  # (places,) or NONE
    place_back: Index  # (places,) where survivors go, or NONE
    fort: Ints  # (places,) per mille by which defenders count
    start_holder: Small  # (places,)
    start_garrison: Ints  # (places,) people, before luck
    start_reserve: Ints  # (sides,) people, before luck
    news: int  # weeks until the player hears of what happens out of sight
    band: int  # people; the strength of others is known to the nearest such number
    watcher: int  # the token that watches, or NONE
    width: Ints  # (sources,) per mille by which a report may be off
    unit_side: Small  # (units,)
    unit_march: Small  # (units,)
    actor_side: Small  # (actors,)
    prior: Ints  # (actors, postures) per mille
    sign_actor: Small  # (signs,)
    gamble_sign: Index  # (gambles,) the sign that it is, or NONE
    sign_area: Small  # (signs,) where it must be watched to be seen clearly, or NONE
    sign_chance: Ints  # (signs, clarity, postures) per mille; the only thing a posture changes

    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What steps have worked out from their own figures, so that no week does it again."""

    @property
    def queue(self) -> Names:
        """Return the places in the line of incidents."""
        return QUEUE

    @property
    def clarity(self) -> Names:
        """Return how closely an area may be watched."""
        return CLARITY

    def within(self, centre: int, km: int) -> Mask:
        """Say of each place whether it lies so near to another, as the crow flies."""
        return np.asarray(self.straight[centre] <= km)

    def week_of(self, day: date) -> int:
        """Return the week that a day lies in; negative before the start."""
        return (day - self.start).days // 7

    def turn(self, week: int) -> int:
        """Return the turn (from 0) that a week lies in."""
        return int(np.searchsorted(self.turn_starts, week, side="right")) - 1
