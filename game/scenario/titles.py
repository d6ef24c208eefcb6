"""Titles: how the player reads each of the names of a world."""

from functools import cache

from game.core.calendar import first_days
from game.core.relation import RELATIONS, SAID
from game.core.world import Names
from game.scenario.model import Scenario


def titles(scenario: Scenario, sides: Names) -> dict[str, Names]:
    """Return titles for every list of names of the world, in the same order."""
    actors = scenario.actors.items()
    effects = scenario.effects()
    named = {
        kind: tuple(item.name for item in getattr(scenario, kind).values())
        for kind in ("tracks", "statuses", "dials", "areas", "tokens", "places", "units", "options")
    }
    of_levels = {
        f"status.{name}": tuple(level.name for level in status.levels.values())
        for name, status in scenario.statuses.items()
    }
    rules = {
        kind: tuple(said(scenario, name) for name in getattr(scenario.rules, field))
        for kind, field in {
            "corridors": "corridor",
            "networks": "network",
            "zones": "zone",
            "strikes": "strikes",
        }.items()
    }
    return {
        **named,
        **of_levels,
        **rules,
        "sides": tuple(scenario.sides[s].name if s in scenario.sides else "nobody" for s in sides),
        "weeks": first_days(scenario.start, scenario.weeks),
        "relations": tuple(SAID[relation] for relation in RELATIONS),
        "actors": tuple(actor.name or scenario.sides[actor.side].name for _, actor in actors),
        "signals": tuple(s.text for _, actor in actors for s in actor.signals.values()),
        "events": tuple(trigger.text for trigger in scenario.triggers().values()),
        "incidents": tuple(incident.name for incident in scenario.incidents.values()),
        "replies": tuple(
            reply.name for kind in scenario.incidents.values() for reply in kind.answers.values()
        ),
        "endings": tuple(ending.title for ending in scenario.endings.values()),
        "aims": tuple(grade.name for grade in scenario.grades.values()),
        "gambles": tuple(
            g.text or said(scenario, n) for _, e in effects for n, g in e.gamble.items()
        ),
        "laters": tuple(
            x.text or said(scenario, n) for _, e in effects for n, x in e.later.items()
        ),
        "lastings": tuple(said(scenario, n) for _, e in effects for n in e.lasting),
    }


def words(name: str, capitals: frozenset[str] = frozenset()) -> str:
    """Turn an id into words that begin with a capital."""
    parts = [part.upper() if part.upper() in capitals else part for part in name.split("-")]
    plain = " ".join(parts)
    return plain[:1].upper() + plain[1:]


def said(scenario: Scenario, name: str) -> str:
    """Turn an id into words; what sides and units write in capitals stays in capitals."""
    sides = (side.name for side in scenario.sides.values())
    units = (unit.name for unit in scenario.units.values())
    return words(name, _capitals((*sides, *units)))


@cache
def _capitals(names: tuple[str, ...]) -> frozenset[str]:
    letters = (part.strip("(),.") for name in names for part in name.split())
    return frozenset(part for part in letters if len(part) > 1 and part.isupper())
