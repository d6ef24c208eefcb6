"""The map as the player knows it: places, forces, zones, warnings and roads."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from game.core.conditions import compile_conditions
from game.core.observation import Estimate, place_estimate, unit_estimate
from game.core.relation import ALLIED, HOSTILE
from game.core.state import NONE
from game.engine.game import Game
from game.report.words import many
from game.rules.corridor import Corridor
from game.ui.ground import (
    Ground,
    Place,
    Point,
    Report,
    Ring,
    Segment,
    Sent,
    Side,
    Theatre,
    Unit,
    Warning,
)
from game.ui.map.frame import around
from game.ui.map.projection import ROUND, turned
from game.ui.map.ways import cheapest

PALE = ("#3f7ab8", "#e5c938", "#8ff3f3", "#d56418", "#961e66", "#adabfc", "#1c1c1c", "#9d9785")
"""For sides whose author names no colour."""
GREAT, CITY, TOWN, SMALL = 3, 2, 1, 0
RANKS = {"capital": GREAT, "city": GREAT, "port": CITY, "town": CITY, "junction": TOWN}
RANKS |= {"village": SMALL, "camp": SMALL, "post": SMALL, "facility": SMALL, "base": TOWN}
SURE = {"certain": "high", "moderate": "medium"}
STALE = 2  # weeks after which an unsure report is marked on the map itself
DETOUR = 8  # how much longer a way may be, if only it is held


def of(game: Game) -> Ground:
    """Return all that the map shows."""
    sides = tuple(_sides(game))
    inks = {side.id: side.ink for side in sides}
    return Ground(
        theatre=theatre(game),
        sides=sides,
        places=tuple(_places(game, inks)),
        units=tuple(_units(game, inks)),
        rings=(*_rings(game, inks), *_reaches(game, inks)),
        warning=next(_warnings(game, inks), None),
        corridor=tuple(_legs(game)),
        corridor_title=next((name for name in game.exercise.world.titles["corridors"]), ""),
        sent=tuple(_sent(game)),
    )


def theatre(game: Game) -> Theatre:
    """Return the window of the map as its author chose it, or all places and a margin."""
    chart = game.exercise.scenario.chart
    places = [place.position for place in game.exercise.scenario.places.values()]
    west, south, east, north = chart.window or around(places)
    east += ROUND * (east <= west)  # a window that the author lets end beyond 180 degrees
    middle = (west + east) / 2
    home = turned(chart.home or (middle, (south + north) / 2), middle)
    areas = tuple((name, turned(at, middle)) for name, at in chart.areas.items())
    return Theatre(west, south, east, north, home, tuple(chart.names.items()), areas)


def _spots(game: Game) -> list[Point]:
    """Return where all places lie, each on the side of 180 degrees that the map shows."""
    window = theatre(game)
    middle = (window.west + window.east) / 2
    places = game.exercise.scenario.places.values()
    return [turned(place.position, middle) for place in places]


def _sides(game: Game) -> Iterator[Side]:
    for number, (name, side) in enumerate(game.exercise.scenario.sides.items()):
        yield Side(name, side.name, side.color or PALE[number % len(PALE)])


def _places(game: Game, inks: dict[str, str]) -> Iterator[Place]:
    world, seen, spots = game.exercise.world, game.observation, _spots(game)
    for number, (name, place) in enumerate(game.exercise.scenario.places.items()):
        side = int(seen.state.holder[0, number])
        held = side != world.nobody
        yield Place(
            id=name,
            title=place.name,
            at=spots[number],
            rank=RANKS.get(place.kind, TOWN),
            kind=place.kind,
            holder=world.titles["sides"][side] if held else "Nobody",
            ink=inks.get(world.sides[side], ""),
            report=_report(place_estimate(world, seen, number)) if held else None,
            note=place.note or "",
        )


def _units(game: Game, inks: dict[str, str]) -> Iterator[Unit]:
    world, seen, spots = game.exercise.world, game.observation, _spots(game)
    places = list(game.exercise.scenario.places.values())
    for number, (name, unit) in enumerate(game.exercise.scenario.units.items()):
        at, before = int(seen.state.at[0, number]), int(seen.state.before[0, number])
        if at == NONE or seen.state.strength[0, number] <= 0:
            continue
        yield Unit(
            id=name,
            title=unit.name,
            kind=unit.kind,
            identity=_identity(game, int(world.unit_side[number])),
            side=world.titles["sides"][int(world.unit_side[number])],
            ink=inks[unit.side],
            at=spots[at],
            report=_report(unit_estimate(world, seen, number)),
            note=f"Halted before {places[before].name}." if before != NONE else unit.note or "",
            towards=spots[before] if before != NONE else None,
        )


def _identity(game: Game, side: int) -> str:
    """Return the shape of a frame: how a side and the player's stand to each other now."""
    seen = game.observation
    stance = int(seen.state.relation[0, seen.side, side])
    return {ALLIED: "friend", HOSTILE: "hostile"}.get(stance, "neutral")


def _report(estimate: Estimate) -> Report:
    age = "now" if estimate.age == 0 else f"{many(estimate.age, 'week')} ago"
    sure = SURE.get(estimate.confidence, estimate.confidence)
    doubtful = sure == "low" and estimate.age > STALE
    return Report(f"{estimate} people", estimate.source, age, sure, doubtful)


def _rings(game: Game, inks: dict[str, str]) -> Iterator[Ring]:
    """Return every zone that is kept, at its radius."""
    world, state, spots = game.exercise.world, game.observation.state, _spots(game)
    for number, name in enumerate(world.zones):
        km = (0, *world.zone_radii[name])[int(state.zone[0, number])]
        if km:
            centre = spots[int(world.zone_centre[number])]
            side = world.sides[int(world.zone_side[number])]
            title = f"{world.titles['zones'][number]}, {km} km"
            yield Ring(name, title, centre, km, inks[side])


def _reaches(game: Game, inks: dict[str, str]) -> Iterator[Ring]:
    """Return how far weapons reach: of the player's own, and of those that reports are sure of."""
    world, seen, spots = game.exercise.world, game.observation, _spots(game)
    for number, (name, unit) in enumerate(game.exercise.scenario.units.items()):
        at = int(seen.state.at[0, number])
        if not unit.reach or at == NONE or seen.state.strength[0, number] <= 0:
            continue
        own = int(world.unit_side[number]) == seen.side
        if own or SURE.get(unit_estimate(world, seen, number).confidence) == "high":
            title = f"{unit.name}, {unit.reach} km"
            yield Ring(name, title, spots[at], unit.reach, inks[unit.side], True)


def _sent(game: Game) -> Iterator[Sent]:
    """Return what the draft brings where; an area without places is nowhere on the map."""
    scenario, more = game.exercise.scenario, Counter[tuple[str, str]]()
    for move in game.draft.orders.moves:
        more[move.token, move.target] += 1
        more[move.token, move.source] -= 1
    for (token, area), number in more.items():
        places = zip(scenario.places.values(), _spots(game), strict=True)
        inside = [spot for place, spot in places if place.area == area]
        if number > 0 and inside:
            x, y = np.mean(inside, axis=0).tolist()
            yield Sent(f"+{number} {scenario.tokens[token].name}", (x, y))


def _warnings(game: Game, inks: dict[str, str]) -> Iterator[Warning]:
    for bank in game.exercise.scenario.chart.warnings:
        if compile_conditions(bank.when, game.exercise.world)(game.observation.state)[0]:
            window, ink = theatre(game), inks[bank.side]
            middle = (window.west + window.east) / 2
            ends = turned(bank.source, middle), turned(bank.end, middle)
            yield Warning(bank.name, bank.rivers, *ends, bank.km, bank.country, ink)


def _legs(game: Game) -> Iterator[Segment]:
    """Return the legs of the best way for every corridor: each held, a gap, or barred."""
    for corridor in game.exercise.scenario.rules.corridor.values():
        way = best_way(game, corridor)
        for one, other in pairwise(way):
            yield _leg(game, corridor, one, other)


def _leg(game: Game, corridor: Corridor, one: int, other: int) -> Segment:
    world, places = game.exercise.world, list(game.exercise.scenario.places.values())
    spots = _spots(game)
    ours, held = _held(game, world.player), _held(game, world.sides.index(corridor.side))
    ends = [one, other]
    state = "held" if held[ends].all() else "barred" if ours[ends].any() else "gap"
    title = f"{places[one].name} to {places[other].name}"
    return Segment(title, spots[one], spots[other], state)


def _held(game: Game, side: int) -> np.ndarray:
    """Say of each place whether a side or its ally is thought to hold it."""
    state = game.observation.state
    return np.asarray(state.relation[0, side, state.holder[0]] == ALLIED)


def best_way(game: Game, corridor: Corridor) -> list[int]:
    """Return the way that lacks the least: through held places rather than by the shortest road."""
    world = game.exercise.world
    held = _held(game, world.sides.index(corridor.side))
    sources = [world.places.index(place) for place in corridor.sources]
    goals = [world.places.index(place) for place in corridor.goals]
    through = [world.places.index(place) for place in corridor.through]
    if not through:
        return _cheapest(game, held, sources, goals)
    first = _cheapest(game, held, sources, through)
    return first + _cheapest(game, held, first[-1:], goals)[1:]


def _cheapest(game: Game, held: np.ndarray, starts: list[int], ends: list[int]) -> list[int]:
    world = game.exercise.world

    def onward(here: int) -> Iterator[tuple[int, float]]:
        for there in np.flatnonzero(world.links[here] > 0).tolist():
            yield there, float(world.road[here, there]) * (1 if held[there] else DETOUR)

    way, _ = cheapest(onward, {start: 0.0 if held[start] else 1.0 for start in starts}, ends)
    return way or starts[:1]
