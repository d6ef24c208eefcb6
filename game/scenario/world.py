"""Compiles a scenario to the world: names, and arrays of what never changes."""

from itertools import accumulate

import numpy as np

from game.core.figures import NOBODY
from game.core.state import NONE
from game.core.types import Index, Ints, Small
from game.core.world import NEVER, Names, World
from game.scenario.evidence import Evidence
from game.scenario.geography import Geography
from game.scenario.model import Scenario
from game.scenario.titles import titles


def build_world(scenario: Scenario) -> World:
    """Return the world of a scenario."""
    sides = (*scenario.sides, NOBODY)
    places, areas = tuple(scenario.places), tuple(scenario.areas)
    geography, evidence = Geography.of(scenario, sides), Evidence.of(scenario)
    reports = scenario.rules.reports
    effects = scenario.effects()
    return World(
        start=scenario.start,
        player=sides.index(scenario.player),
        nobody=len(sides) - 1,
        turn_starts=tuple(accumulate([0, *scenario.calendar[:-1]])),
        weeks=scenario.weeks,
        sides=sides,
        tracks=tuple(scenario.tracks),
        statuses=tuple(scenario.statuses),
        status_levels={name: tuple(s.levels) for name, s in scenario.statuses.items()},
        dials=tuple(scenario.dials),
        levels={name: tuple(dial.levels) for name, dial in scenario.dials.items()},
        places=places,
        units=tuple(scenario.units),
        actors=tuple(scenario.actors),
        postures={name: tuple(actor.postures) for name, actor in scenario.actors.items()},
        corridors=tuple(scenario.rules.corridor),
        networks=tuple(scenario.rules.network),
        zones=tuple(scenario.rules.zone),
        zone_radii={name: tuple(zone.radii) for name, zone in scenario.rules.zone.items()},
        strikes=tuple(scenario.rules.strikes),
        areas=areas,
        tokens=tuple(scenario.tokens),
        aims=tuple(scenario.grades),
        signals=evidence.signals,
        acts=evidence.acts,
        gambles=tuple(f"{owner}/{name}" for owner, e in effects for name in e.gamble),
        signs=evidence.signs,
        options=tuple(scenario.options),
        events=tuple(scenario.triggers()),
        laters=tuple(f"{owner}/{name}" for owner, e in effects for name in e.later),
        lastings=tuple(f"{owner}/{name}" for owner, e in effects for name in e.lasting),
        incidents=tuple(scenario.incidents),
        replies=tuple(
            f"{kind}.{reply}" for kind, i in scenario.incidents.items() for reply in i.answers
        ),
        endings=tuple(scenario.endings),
        titles=titles(scenario, sides),
        links=geography.links,
        road=geography.road,
        straight=geography.straight,
        hop=geography.hop,
        toll=geography.toll,
        zone_shut=geography.zone_shut,
        zone_denied=geography.zone_denied,
        zone_centre=geography.zone_centre,
        zone_side=geography.zone_side,
        zone_stride=geography.zone_stride,
        place_area=_small(
            [areas.index(p.area) if p.area else NONE for p in scenario.places.values()]
        ),
        place_back=_index(
            [places.index(p.back) if p.back else NONE for p in scenario.places.values()]
        ),
        fort=_ints([place.fort for place in scenario.places.values()]),
        start_holder=_small([sides.index(place.holder) for place in scenario.places.values()]),
        start_garrison=_ints([place.garrison for place in scenario.places.values()]),
        start_reserve=_reserves(scenario, sides),
        news=NEVER if scenario.news is None else scenario.news,
        band=scenario.band,
        watcher=tuple(scenario.tokens).index(reports.token) if reports.token else NONE,
        width=_ints(list(reports.width)),
        unit_side=_small([sides.index(unit.side) for unit in scenario.units.values()]),
        unit_march=_small(
            [tuple(scenario.marches).index(u.march) for u in scenario.units.values()]
        ),
        actor_side=_small([sides.index(actor.side) for actor in scenario.actors.values()]),
        prior=evidence.prior,
        sign_actor=evidence.actor,
        sign_area=_small([areas.index(a) if a else NONE for a in evidence.areas]),
        sign_chance=evidence.chance,
        gamble_sign=_index(
            [
                evidence.signs.index(f"{owner}/{name}") if gamble.depends else NONE
                for owner, e in effects
                for name, gamble in e.gamble.items()
            ]
        ),
    )


def _ints(numbers: list[int]) -> Ints:
    return np.array(numbers, np.int32)


def _small(numbers: list[int]) -> Small:
    return np.array(numbers, np.int8)


def _index(numbers: list[int]) -> Index:
    return np.array(numbers, np.int16)


def _reserves(scenario: Scenario, sides: Names) -> Ints:
    people = np.zeros(len(sides), np.int32)
    if scenario.rules.reserves:
        for side, reserve in scenario.rules.reserves.sides.items():
            people[sides.index(side)] = reserve.people
    return people
