"""Clauses: each thing that can be asked of a state, as a test and in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.core.relation import ALLIED
from game.core.state import State
from game.core.types import Mask
from game.core.wording import smooth
from game.core.world import NEVER, World

Test = Callable[[State], Mask]
GRADE_WORDS = ("cut", "joined", "open to convoys", "in regular use")
"""How far a corridor works, in the order of the grades."""
Said = Callable[[State], str]


class Clause(NamedTuple):
    """One thing that is asked, and how to say it."""

    holds: Test
    words: str
    """What is asked, as it follows on `needs`, or on `only` where it is a time."""
    denied: str
    """The opposite, in the same form."""
    now: Said
    """How it stands in the first game."""
    timed: bool = False  # whether it asks for nothing but the week
    dated: bool = False  # whether it is said as a time


@dataclass(frozen=True)
class Compiled:
    """Clauses that must hold, all of them."""

    clauses: tuple[Clause, ...]
    first: int = 0
    """Before this week they cannot hold: that is the same in all games, and cheapest to ask."""
    last: int = NEVER
    """After this week they cannot."""

    def __call__(self, state: State) -> Mask:
        """Say in which games (games,) all hold; ask no further once there is none."""
        if not self.first <= state.week <= self.last:
            return np.zeros(state.games, bool)
        result: Mask | None = None
        for clause in self.clauses:
            if clause.timed:
                continue
            holds = clause.holds(state)
            result = holds if result is None else result & holds
            if not result.any():
                return result
        return np.ones(state.games, bool) if result is None else result

    def missing(self, state: State) -> list[str]:
        """Say in words what is needed and does not hold in the first game, and how that stands."""
        return [
            smooth(
                f"only {clause.words}"
                if clause.dated
                else f"needs {clause.words} ({clause.now(state)})"
            )
            for clause in self.clauses
            if not clause.holds(state)[0]
        ]


def by_week(world: World, week: int, after: bool) -> Clause:
    """Ask for a week from some day on, or before it."""
    ways = f"from {_day(world, week)} on", f"before {_day(world, week)}"
    words, denied = ways if after else ways[::-1]

    def holds(state: State) -> Mask:
        return np.full(state.games, (state.week >= week) == after)

    return Clause(
        holds, words, denied, lambda state: f"it is {_day(world, state.week)}", True, True
    )


def _day(world: World, week: int) -> str:
    days = world.titles["weeks"]
    return days[min(week, len(days) - 1)]


def level(world: World, name: str, points: int, up: bool) -> Clause:
    """Ask how a track stands."""
    track, sign = world.tracks.index(name), 1 if up else -1
    title, limit = world.titles["tracks"][track], f"{points / 1000:g}"
    ways = [f"{title} at {limit} or more", f"{title} at {limit} or less"]
    opposite = f"{title} {'below' if up else 'above'} {limit}"

    def now(state: State) -> str:
        return f"it is {round(int(state.track[0, track]) / 1000, 1):g}"

    return Clause(
        lambda state: sign * state.track[:, track] >= sign * points, ways[not up], opposite, now
    )


def held(world: World, where: str, who: str, held: bool) -> Clause:
    """Ask who holds a place."""
    place, side = world.places.index(where), world.sides.index(who)
    title, sides = world.titles["places"][place], world.titles["sides"]
    ways = [
        f"{title} held by {sides[side]} or an ally",
        f"{title} out of the hands of {sides[side]} and all allies",
    ]
    words, denied = ways if held else ways[::-1]

    def holds(state: State) -> Mask:
        stance = state.stance(side, state.holder[:, place : place + 1])[:, 0]
        return np.asarray((stance == ALLIED) == held)

    return Clause(holds, words, denied, lambda s: f"held by {sides[int(s.holder[0, place])]}")


def worn(world: World, where: str, part: int) -> Clause:
    """Ask how far a garrison is worn down."""
    place = world.places.index(where)
    start, side = int(world.start_garrison[place]), int(world.start_holder[place])
    title = world.titles["places"][place]
    words = f"the garrison of {title} worn down to {part / 10:g} %"
    denied = f"the garrison of {title} above {part / 10:g} %"

    def holds(state: State) -> Mask:
        fallen = state.holder[:, place] != side
        return np.asarray(fallen | (state.garrison[:, place] * 1000 <= start * part))

    def now(state: State) -> str:
        if state.holder[0, place] != side:
            return "it has fallen"
        return f"it is at about {int(state.garrison[0, place]) * 100 // max(start, 1)} %"

    return Clause(holds, words, denied, now)


def share(world: World, who: str, where: str, part: int, up: bool) -> Clause:
    """Ask for the share of an area that a side and its allies hold."""
    side, area = world.sides.index(who), world.areas.index(where)
    there = np.flatnonzero(world.place_area == area)
    title, names = world.titles["areas"][area], world.titles["sides"][side]
    ways = [f"{part / 10:g} % or {more} of {title} held by {names}" for more in ("more", "less")]
    opposite = f"{'less' if up else 'more'} than {part / 10:g} % of {title} held by {names}"

    def held(state: State) -> Mask:
        count: Mask = (state.stance(side, state.holder[:, there]) == ALLIED).sum(axis=1) * 1000
        return count

    def holds(state: State) -> Mask:
        bound = part * len(there)
        return np.asarray(held(state) >= bound if up else held(state) <= bound)

    def now(state: State) -> str:
        return f"it is {int(held(state)[0]) // max(len(there), 1) / 10:g} %"

    return Clause(holds, ways[not up], opposite, now)


def relation(world: World, one: str, two: str, relation: int) -> Clause:
    """Ask how two sides stand to each other."""
    a, b = world.sides.index(one), world.sides.index(two)
    sides, relations = world.titles["sides"], world.titles["relations"]
    names = f"{sides[a]} and {sides[b]}"
    return Clause(
        lambda state: state.relation[:, a, b] == relation,
        f"{names} to be {relations[relation]}",
        f"{names} not to be {relations[relation]}",
        lambda state: f"they are {relations[int(state.relation[0, a, b])]}",
    )


def status(world: World, name: str, word: str, wanted: bool) -> Clause:
    """Ask for the level of a status."""
    status, level = world.statuses.index(name), world.status_levels[name].index(word)
    title, levels = world.titles["statuses"][status], world.titles[f"status.{name}"]
    words, denied = [f"{title} at '{levels[level]}'", f"{title} at anything but '{levels[level]}'"][
        :: 1 if wanted else -1
    ]
    return Clause(
        lambda state: (state.status[:, status] == level) == wanted,
        words,
        denied,
        lambda state: f"it is at '{levels[int(state.status[0, status])]}'",
    )


def dial(world: World, name: str, word: str) -> Clause:
    """Ask for the level of a dial."""
    dial, level = world.dials.index(name), world.levels[name].index(word)
    title = world.titles["dials"][dial]
    return Clause(
        lambda state: state.dial[:, dial] == level,
        f"the dial '{title}' at '{word}'",
        f"the dial '{title}' at anything but '{word}'",
        lambda state: f"it is at '{world.levels[name][int(state.dial[0, dial])]}'",
    )


def times(world: World, kind: str, array: str, name: str, times: int) -> Clause:
    """Ask how often an option was chosen, or an event came about."""
    number, chosen = getattr(world, kind).index(name), kind == "options"
    title = f"'{world.titles[kind][number].rstrip('.')}'"
    often = "" if times == 1 else f" {times} times"
    words = f"{title} {'chosen' if chosen else 'to have happened'}{often or ' before'}"
    denied = f"{title} chosen{often}" if chosen else f"{title} to have happened{often}"
    denied = f"not {denied}" if times == 1 else f"fewer than {times} times {title}"

    def now(state: State) -> str:
        found = int(getattr(state, array)[0, number])
        return f"so far {found} times" if found > 1 else "so far once" if found else "not so far"

    return Clause(lambda state: getattr(state, array)[:, number] >= times, words, denied, now)


def token(world: World, name: str, where: str, number: int) -> Clause:
    """Ask how many force tokens are in an area."""
    token, area = world.tokens.index(name), world.areas.index(where)
    title, there = world.titles["tokens"][token], world.titles["areas"][area]
    return Clause(
        lambda state: state.token[:, token, area] >= number,
        f"{number} or more of {title} in {there}",
        f"fewer than {number} of {title} in {there}",
        lambda state: f"{int(state.token[0, token, area])} there",
    )


def grade(world: World, name: str, grade: int) -> Clause:
    """Ask how far a corridor works."""
    corridor = world.corridors.index(name)
    title = world.titles["corridors"][corridor]
    return Clause(
        lambda state: state.grade[:, corridor] >= grade,
        f"{title} {GRADE_WORDS[grade]}",
        f"{title} not {GRADE_WORDS[grade]}",
        lambda state: f"it is {GRADE_WORDS[int(state.grade[0, corridor])]}",
    )


def joined(world: World, name: str, weeks: int) -> Clause:
    """Ask for how long a corridor has been joined."""
    corridor = world.corridors.index(name)
    title = world.titles["corridors"][corridor]
    return Clause(
        lambda state: state.joined[:, corridor] >= weeks,
        f"{title} joined for {weeks} weeks",
        f"{title} joined for less than {weeks} weeks",
        lambda state: f"so far {int(state.joined[0, corridor])}",
    )


def lost(world: World, who: str, people: int) -> Clause:
    """Ask how many of a side are dead."""
    side = world.sides.index(who)
    title = world.titles["sides"][side]
    return Clause(
        lambda state: state.lost[:, side] >= people,
        f"{people:,} or more dead of {title}",
        f"fewer than {people:,} dead of {title}",
        lambda state: f"so far {int(state.lost[0, side]):,}",
    )


def leaders(world: World, name: str, number: int) -> Clause:
    """Ask how many leaders of a network are at large."""
    network = world.networks.index(name)
    title = world.titles["networks"][network]
    return Clause(
        lambda state: state.leaders[:, network] <= number,
        f"{number} leaders or fewer at large in {title}",
        f"more than {number} leaders at large in {title}",
        lambda state: f"there are {int(state.leaders[0, network])}",
    )


def any_of(ways: list[Compiled]) -> Clause:
    """Ask for one of several ways."""
    words = ", or ".join(" and ".join(clause.words for clause in way.clauses) for way in ways)
    denied = " and ".join(_denied(way) for way in ways)
    dated = all(clause.dated for way in ways for clause in way.clauses)
    return Clause(
        _holds_any(ways), words, denied, lambda state: _standing_of(ways, state), dated=dated
    )


def _holds_any(ways: list[Compiled]) -> Test:
    return lambda state: np.logical_or.reduce([way(state) for way in ways])


def _standing_of(ways: list[Compiled], state: State) -> str:
    """Say how each thing that is asked stands, where several may be enough."""
    clauses = [clause for way in ways for clause in way.clauses]
    return ", ".join(dict.fromkeys(clause.now(state) for clause in clauses))


def none_of(way: Compiled) -> Clause:
    """Ask that a way does not hold."""
    words = " and ".join(clause.words for clause in way.clauses)
    return Clause(
        lambda state: ~way(state), _denied(way), words, lambda state: _standing_of([way], state)
    )


def _denied(way: Compiled) -> str:
    """Say the opposite of all that a way asks."""
    return " or ".join(clause.denied for clause in way.clauses)
