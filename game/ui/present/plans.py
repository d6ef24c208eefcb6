"""Plans: what an option would do that can be drawn on the map, if all goes as it is meant to."""

from collections.abc import Iterator

from game.core.state import NONE
from game.engine.game import Game
from game.scenario.effects import Effects
from game.ui.ground import Plan, Point


def of(game: Game, option: str) -> tuple[Plan, ...]:
    """Return arrows for units that are moved, rings for zones, marks for places that change."""
    found: dict[Plan, None] = {}
    for effects in _meant(game.exercise.scenario.options[option].effects):
        found |= dict.fromkeys(_plans(game, effects))
    ends = {at for plan in found if plan.start for at in (plan.at, plan.start)}
    return tuple(plan for plan in found if plan.start or plan.km or plan.at not in ends)


def _meant(effects: Effects) -> Iterator[Effects]:
    """Return effects and all that may come of them, but for what comes if a hope fails."""
    yield effects
    for gamble in effects.gamble.values():
        yield from _meant(gamble.then)
    for later in effects.later.values():
        yield from _meant(later.then)
    for lasting in effects.lasting.values():
        yield from _meant(lasting.each)


def _plans(game: Game, effects: Effects) -> Iterator[Plan]:
    scenario, world = game.exercise.scenario, game.exercise.world
    for unit, place in effects.move.items():
        yield Plan(scenario.places[place].position, _where(game, unit))
    for zone, km in effects.zone.items():
        if km:
            centre = world.places[int(world.zone_centre[world.zones.index(zone)])]
            yield Plan(scenario.places[centre].position, km=km)
    yield from _people(game, effects)
    for place in effects.hand_over:
        yield Plan(scenario.places[place].position)
    for unit in effects.weaken:
        if at := _where(game, unit):
            yield Plan(at)


def _people(game: Game, effects: Effects) -> Iterator[Plan]:
    """Return where people are added or taken; an arrow where it is plain whence they come."""
    places = game.exercise.scenario.places
    changes = [(places[name].position, more) for name, more in effects.garrison.items()]
    units = [(_where(game, name), more) for name, more in effects.strengthen.items()]
    known = [(at, more) for at, more in (*changes, *units) if at]
    left = [at for at, more in known if more < 0]
    start = left[0] if len(left) == 1 else None
    for at, more in known:
        yield Plan(at, start if more > 0 else None)


def _where(game: Game, unit: str) -> Point | None:
    """Return where a unit is as far as the player knows."""
    world, seen = game.exercise.world, game.observation.state
    at = int(seen.at[0, world.units.index(unit)])
    if at == NONE:
        return None
    return game.exercise.scenario.places[world.places[at]].position
