"""Sets up the state before the first week."""

from collections.abc import Iterable, Sequence

import numpy as np

from game.core.chance import Chance
from game.core.observation import BRIEFING
from game.core.relation import ALLIED, NEUTRAL, RELATIONS
from game.core.state import LONG_AGO, NONE, State
from game.core.types import Ints, Small, scale
from game.core.world import World
from game.engine.exercise import Exercise
from game.scenario.model import Scenario


def set_up(exercise: Exercise, chance: Chance, given: Small | None = None) -> State:
    """Return the start of every game; they differ in intentions and in strengths.

    Args:
        exercise: The scenario.
        chance: The luck of every game.
        given: Postures (games or 1, actors) that are not drawn; NONE where they are.
    """
    scenario, world = exercise.scenario, exercise.world
    state = State.blank(world, len(chance.games))
    _levels(scenario, world, state)
    _people(scenario, world, chance, state)
    _knowledge(scenario, world, state)
    drawn = draw_postures(world, chance, world.prior[None])
    state.posture = drawn if given is None else np.where(given == NONE, drawn, given)
    for name in ("before", "barred", "prober", "yielding", "ending", "due"):
        getattr(state, name)[:] = NONE
    for name in ("queue_kind", "queue_place", "queue_unit", "seat"):
        getattr(state, name)[:] = NONE
    state.chosen_at[:] = LONG_AGO
    _networks(scenario, world, state)
    return state


def relations(scenario: Scenario, sides: Sequence[str]) -> Small:
    """Return how every side stands to every other: as written, else allied in a bloc or neutral."""
    blocs = {name: side.bloc for name, side in scenario.sides.items()}
    names = np.array([blocs.get(side) or f"({side})" for side in sides])
    start = np.where(names[:, None] == names, ALLIED, NEUTRAL).astype(np.int8)
    for one, others in scenario.relations.items():
        for other, relation in others.items():
            a, b = sides.index(one), sides.index(other)
            start[a, b] = start[b, a] = RELATIONS.index(relation)
    return start


def _levels(scenario: Scenario, world: World, state: State) -> None:
    state.track[:] = _row(track.start for track in scenario.tracks.values())
    state.relation[:] = relations(scenario, world.sides)
    state.status[:] = _row(list(s.levels).index(s.start) for s in scenario.statuses.values())
    state.dial[:] = _row(list(d.levels).index(d.start) for d in scenario.dials.values())
    state.zone[:] = _row((0, *z.radii).index(z.start) for z in scenario.rules.zone.values())
    for number, token in enumerate(scenario.tokens.values()):
        for area, many in token.start.items():
            state.token[:, number, world.areas.index(area)] = many
    for rank, aim in enumerate(scenario.intent.default, start=1):
        state.aim[:, world.aims.index(aim)] = rank
    if hasattr(state, "last_track"):
        state.last_track[:] = state.track


def _people(scenario: Scenario, world: World, chance: Chance, state: State) -> None:
    """Strengths differ from those written: by a share for each side, and for each unit."""
    units = scenario.units.values()
    state.holder[:] = world.start_holder
    state.at[:] = _row(world.places.index(unit.at) for unit in units)
    sides = _factors(chance, "spread of sides", world.sides, scenario.spread.side)
    sides[:, world.player] = 1000  # one's own are counted
    places = _factors(chance, "spread of places", world.places, scenario.spread.unit)
    each = _factors(chance, "spread of units", world.units, scenario.spread.unit)
    places[:, world.start_holder == world.player] = 1000
    each[:, world.unit_side == world.player] = 1000
    strength = _row(unit.strength for unit in units)
    state.strength = scale(scale(strength, each), sides[:, world.unit_side])
    state.garrison = scale(scale(world.start_garrison, places), sides[:, world.start_holder])
    state.reserve = scale(world.start_reserve, sides)


def _factors(chance: Chance, what: str, names: Sequence[str], width: int) -> Ints:
    """Return per mille factors around 1,000, each drawn by name."""
    if not width:
        return np.full((len(chance.games), len(names)), 1000, np.int32)
    return np.asarray(1000 - width + scale(chance.each(0, what, names), 2 * width))


def _knowledge(scenario: Scenario, world: World, state: State) -> None:
    """The player starts from the briefing, which gives the strengths as written."""
    state.report_holder[:] = world.start_holder
    state.report_garrison[:] = world.start_garrison
    state.report_source[:] = state.track_source[:] = BRIEFING
    state.track_at = state.at.copy()
    state.track_strength[:] = _row(unit.strength for unit in scenario.units.values())


def _networks(scenario: Scenario, world: World, state: State) -> None:
    for number, network in enumerate(scenario.rules.network.values()):
        state.leaders[:, number] = network.leaders
        for seat in reversed(network.seats):
            place = world.places.index(seat)
            if world.start_holder[place] == world.sides.index(network.side):
                state.seat[:, number] = place


def _row(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, np.int32)


def draw_postures(world: World, chance: Chance, odds: Ints) -> Small:
    """Draw a posture for every actor by name, from odds (games or 1, actors, postures)."""
    rolls = chance.each(0, "postures", world.actors)
    bounds = odds.cumsum(axis=2)[:, :, :-1]
    posture: Small = (rolls[:, :, None] >= bounds).sum(axis=2, dtype=np.int8)
    return posture
