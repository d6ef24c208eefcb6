"""Titles: how the player reads each of the names of a world."""

from game.core.calendar import first_days
from game.core.relation import RELATIONS
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
        kind: tuple(words(name) for name in getattr(scenario.rules, field))
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
        "relations": tuple(relation.value for relation in RELATIONS),
        "actors": tuple(actor.name or scenario.sides[actor.side].name for _, actor in actors),
        "signals": tuple(s.text for _, actor in actors for s in actor.signals.values()),
        "events": tuple(trigger.text for trigger in scenario.triggers().values()),
        "incidents": tuple(incident.name for incident in scenario.incidents.values()),
        "replies": tuple(
            reply.name for kind in scenario.incidents.values() for reply in kind.answers.values()
        ),
        "endings": tuple(ending.title for ending in scenario.endings.values()),
        "aims": tuple(grade.name for grade in scenario.grades.values()),
        "gambles": tuple(g.text or words(n) for _, e in effects for n, g in e.gamble.items()),
        "laters": tuple(x.text or words(n) for _, e in effects for n, x in e.later.items()),
        "lastings": tuple(words(n) for _, e in effects for n in e.lasting),
    }


def words(name: str) -> str:
    """Turn an id into words that begin with a capital."""
    plain = name.replace("-", " ")
    return plain[:1].upper() + plain[1:]
