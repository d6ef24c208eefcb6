"""Studies: a scenario with something left out, as `--without KIND:ID` says."""

from game.core.conditions import Conditions
from game.core.figures import suggest
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise, Left, prepare
from game.engine.plans import doctrines
from game.scenario.load import Loaded
from game.scenario.model import Scenario

NEVER = Conditions(from_week=500)


class StudyError(ValueError):
    """What is to be left out or always chosen, or who is to decide, is not there."""


def exercise_without(loaded: Loaded, without: tuple[str, ...] = ()) -> Exercise:
    """Compile a scenario without some rules, options, events, actors or deciders.

    Raises:
        StudyError: With what there is.
    """
    scenario, rules, acts = loaded.scenario, set[str](), set[str]()
    for written in without:
        kind, _, name = written.partition(":")
        match kind:
            case "rule":
                rules.add(_known(name, [rule.name for rule in scenario.rules.chosen()], "rule"))
            case "option":
                _known(name, list(scenario.options), "option")
                scenario = _closed(scenario, name)
            case "event":
                _known(name, list(scenario.triggers()), "event")
                scenario = _silenced(scenario, {name})
            case "actor":
                found = _acts(scenario, name)
                acts |= found
                if "." not in name:
                    scenario = _silenced(
                        scenario, {f"{name}.{r}" for r in scenario.actors[name].reactions}
                    )
            case _:
                known = "rule:ID, option:ID, event:ID, actor:ID or actor:ID.DECIDER"
                raise StudyError(f"'{written}' names nothing that can be left out; write {known}")
    changed = Loaded(loaded.id, scenario, loaded.texts)
    return prepare(changed, Left(frozenset(rules), frozenset(acts)))


def check_option(loaded: Loaded, written: str) -> str:
    """Return the option that `--always option:ID` names.

    Raises:
        StudyError: There is none of that name.
    """
    kind, _, name = written.partition(":")
    if kind != "option":
        raise StudyError(f"'{written}' cannot be chosen; write option:ID")
    return _known(name, list(loaded.scenario.options), "option")


def doctrine_of(exercise: Exercise, name: str) -> Doctrine:
    """Return the doctrine of an id: one of the scenario, or one that is built in.

    Raises:
        StudyError: There is none of that name.
    """
    known = doctrines(exercise)
    return known[_known(name, list(known), "doctrine")]


def _known(name: str, known: list[str], kind: str) -> str:
    if name not in known:
        hint = suggest(name, known) or f"; known: {', '.join(known)}"
        raise StudyError(f"there is no {kind} '{name}'{hint}")
    return name


def _acts(scenario: Scenario, name: str) -> set[str]:
    actor, _, decider = name.partition(".")
    _known(actor, list(scenario.actors), "actor")
    deciders = scenario.actors[actor].deciders
    if decider:
        _known(decider, list(deciders), f"decider of {actor}")
        return {name}
    return {f"{actor}.{each}" for each in deciders}


def _closed(scenario: Scenario, option: str) -> Scenario:
    closed = scenario.options[option].model_copy(update={"when": NEVER})
    return scenario.model_copy(update={"options": scenario.options | {option: closed}})


def _silenced(scenario: Scenario, names: set[str]) -> Scenario:
    """Events and reactions that never come about; whatever refers to them still can."""
    events = {
        name: event.model_copy(update={"when": NEVER}) if name in names else event
        for name, event in scenario.events.items()
    }
    actors = {}
    for name, actor in scenario.actors.items():
        reactions = {
            key: each.model_copy(update={"when": NEVER}) if f"{name}.{key}" in names else each
            for key, each in actor.reactions.items()
        }
        actors[name] = actor.model_copy(update={"reactions": reactions})
    return scenario.model_copy(update={"events": events, "actors": actors})
