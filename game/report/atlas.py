"""Atlas: the map in words, as the player knows it."""

from collections.abc import Iterator

import numpy as np

from game.core.conditions import Conditions
from game.core.observation import Estimate, place_estimate, unit_estimate
from game.core.relation import ALLIED
from game.core.state import NONE
from game.core.wording import smooth
from game.core.world import GRADES
from game.engine.game import Game
from game.report.tracks import turn_moments
from game.report.words import DOT, many
from game.rules.assault import Repulsed
from game.rules.capture import PlaceTaken
from game.rules.counterattack import PlaceRetaken
from game.rules.march import PlaceOccupied
from game.rules.yielding import PlaceYielded

ELSEWHERE = "Outside all areas"
STIRRING = (Repulsed, PlaceTaken, PlaceRetaken, PlaceYielded, PlaceOccupied)
NEAR = 150  # km; what is farther from every post of one's own is not near to any


def tell(game: Game, only: str = "", whole: bool = True) -> Iterator[str]:
    """Say area by area who holds what, and who stands where; quiet places only by name at need."""
    world = game.exercise.world
    areas = [world.areas.index(only)] if only else [*range(len(world.areas)), NONE]
    yield "Of others: how many, how that is known, how old it is in weeks, how sure."
    for area in areas:
        places = np.flatnonzero(world.place_area == area).tolist()
        if places:
            yield ""
            yield (
                ELSEWHERE
                if area == NONE
                else f"{world.titles['areas'][area]} ({world.areas[area]})"
            )
            yield from _area(game, places, whole)
    if not only:
        yield ""
        yield from corridors(game)


def _area(game: Game, places: list[int], whole: bool) -> Iterator[str]:
    seen, world = game.observation, game.exercise.world
    holders, titles = seen.state.holder[0], world.titles["places"]
    for side in dict.fromkeys(int(holders[place]) for place in places):
        held = [place for place in places if holders[place] == side]
        told = [place for place in held if whole or _busy(game, place)]
        quiet = [titles[place] for place in held if place not in told]
        holder = "Held by nobody" if side == world.nobody else world.titles["sides"][side]
        alone = f" {', '.join(quiet)}" if quiet and not told else ""
        yield smooth(f"  {holder}{_stance(game, side)}:{alone}")
        for place in told:
            yield f"    {_place(game, place, side != world.nobody)}"
            for number in np.flatnonzero(seen.state.at[0] == place).tolist():
                if seen.state.strength[0, number] > 0:
                    yield f"      {_unit_there(game, number, side)}"
        if quiet and told:
            yield smooth(f"    And quiet: {', '.join(quiet)}")


def _busy(game: Game, place: int) -> bool:
    """Say whether somebody stands at a place or before it, or it is one that matters now."""
    state, side = game.observation.state, game.observation.side
    near = (state.at[0] == place) | (state.before[0] == place)
    stands = bool((near & (state.strength[0] > 0)).any())
    matters = state.holder[0, place] == side or place in _decisive(game)
    return stands or bool(matters) or place in _stirred(game)


def _decisive(game: Game) -> set[int]:
    """Return the places on which endings depend."""
    endings = game.exercise.scenario.endings.values()
    names = {name for ending in endings for name in _named(ending.when)}
    return {game.exercise.world.places.index(name) for name in names}


def _named(when: Conditions) -> Iterator[str]:
    yield from (*when.held, *when.not_held, *when.worn)
    for inner in (*when.any_of, *when.none_of):
        yield from _named(inner)


def _stirred(game: Game) -> set[int]:
    """Return the places that are known to have been fought over since the last turn."""
    _, since = turn_moments(game)
    now = game.observation.state.week
    facts = [fact for moment in since for fact in moment.facts if fact.known <= now]
    return {fact.place for fact in facts if isinstance(fact, STIRRING)}


def _stance(game: Game, side: int) -> str:
    seen, world = game.observation, game.exercise.world
    if side in (seen.side, world.nobody):
        return ""
    return f" ({world.titles['relations'][int(seen.state.relation[0, seen.side, side])]})"


def _unit_there(game: Game, number: int, holder: int) -> str:
    """Say who stands at a place: its side where that is not the holder's."""
    seen, world = game.observation, game.exercise.world
    side, halts = int(world.unit_side[number]), int(seen.state.before[0, number])
    whose = "" if side == holder else f", {world.titles['sides'][side]}{_stance(game, side)}"
    before = f", halted before {world.titles['places'][halts]}" if halts != NONE else ""
    estimate = unit_estimate(world, seen, number)
    return f"{world.titles['units'][number]}{whose}: {people(estimate)}{before}"


def _place(game: Game, place: int, held: bool) -> str:
    name = game.exercise.world.titles["places"][place]
    if not held:
        return name
    estimate = place_estimate(game.exercise.world, game.observation, place)
    return f"{name}: {people(estimate)}{_far(game, place)}"


def unit(game: Game, number: int) -> str:
    """Say who a unit is, how strong, and before what it stands."""
    seen, world = game.observation, game.exercise.world
    side = int(world.unit_side[number])
    halts = int(seen.state.before[0, number])
    before = f", halted before {world.titles['places'][halts]}" if halts != NONE else ""
    name = f"{world.titles['units'][number]}, {world.titles['sides'][side]}{_stance(game, side)}"
    far = "" if _ours(game, side) else _far(game, int(seen.state.at[0, number]))
    return f"{name}: {people(unit_estimate(world, seen, number))}{before}{far}"


def people(estimate: Estimate) -> str:
    """Say a number of people, whence it is known, how old that is and how sure."""
    if estimate.confidence == "certain":
        return f"{estimate}"
    age = f"{many(estimate.age, 'week')} old" if estimate.age else "new"
    return f"{estimate} ({estimate.source}, {age}, {estimate.confidence})"


def _ours(game: Game, side: int) -> bool:
    seen = game.observation
    return bool(seen.state.relation[0, seen.side, side] == ALLIED)


def _far(game: Game, place: int) -> str:
    """Say how far the nearest place of the player's own is, if it is near."""
    seen, world = game.observation, game.exercise.world
    if _ours(game, int(seen.state.holder[0, place])):
        return ""
    posts = np.flatnonzero(seen.state.holder[0] == seen.side)
    if not len(posts):
        return ""
    nearest = int(posts[np.argmin(world.straight[place, posts])])
    km = int(world.straight[place, nearest])
    return f", {km} km from {world.titles['places'][nearest]}" if km <= NEAR else ""


def corridors(game: Game) -> Iterator[str]:
    """Say how far roads work, and how wide zones are."""
    state, world = game.observation.state, game.exercise.world
    for number, name in enumerate(world.titles["corridors"]):
        grade = GRADES[int(state.grade[0, number])]
        said = {"none": "not joined", "contiguous": "joined, no convoy yet"}.get(grade)
        said = said or {"convoy": "convoys get through", "routine": "in regular use"}[grade]
        yield f"{name}: {said}, traffic {state.traffic[0, number] / 10:g} %"
    for number, name in enumerate(world.titles["zones"]):
        level = int(state.zone[0, number])
        km = (0, *world.zone_radii[world.zones[number]])[level]
        centre = world.titles["places"][world.zone_centre[number]]
        yield f"{name}: {f'{km} km around {centre}' if km else 'given up'}"
    statuses = [
        f"{name}: {world.titles['status.' + world.statuses[n]][int(state.status[0, n])]}"
        for n, name in enumerate(world.titles["statuses"])
    ]
    if statuses:
        yield DOT.join(statuses)
