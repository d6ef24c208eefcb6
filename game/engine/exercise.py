"""Exercise: a scenario compiled and ready to be played."""

from dataclasses import dataclass, replace

from game.core.phase import Phase, Step
from game.core.week import Week
from game.core.world import World
from game.engine.arrivals import Arrivals, Lastings
from game.engine.council import Menu
from game.engine.endings import Endings
from game.engine.incidents import Incidents
from game.engine.minds import Minds
from game.engine.orders import OpponentsOrders
from game.engine.signs import Deeds, Signals
from game.engine.triggers import events, reactions
from game.rules import Rule
from game.rules.reports import Reports
from game.scenario.bringing import Compiler
from game.scenario.load import Loaded
from game.scenario.model import Scenario
from game.scenario.world import build_world


@dataclass(frozen=True)
class Opening:
    """What a rule does earlier in the week, before anybody answers."""

    rule: Rule

    @property
    def phase(self) -> Phase:
        """Say where in the week it happens."""
        assert self.rule.opening is not None
        return self.rule.opening

    def resolve(self, week: Week) -> None:
        """Let the rule announce what is coming."""
        self.rule.open(week)


@dataclass(frozen=True)
class Exercise:
    """All that stays the same in every game of a scenario."""

    id: str
    scenario: Scenario
    texts: dict[str, str]  # what the scenario was read from, for saves
    world: World
    menu: Menu
    incidents: Incidents
    steps: tuple[tuple[Step, ...], ...]  # for every phase, in order


@dataclass(frozen=True)
class Left:
    """What is left out of an exercise, for a study. The world keeps all its names."""

    rules: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()  # deciders, as "actor.decider"


def prepare(loaded: Loaded, left: Left | None = None) -> Exercise:
    """Compile a scenario, perhaps with something left out."""
    left = left or Left()
    scenario = loaded.scenario
    if "reports" in left.rules:
        rules = scenario.rules.model_copy(update={"reports": Reports()})
        scenario = scenario.model_copy(update={"rules": rules})
    world = _without_zones(build_world(scenario), left)
    compiler = Compiler(world, {}, {})
    rules_on = [
        rule for rule in scenario.rules.chosen() if rule.name not in left.rules - {"reports"}
    ]
    menu, incidents = Menu.of(scenario, compiler), Incidents.of(scenario, compiler)
    react, fire = reactions(scenario, compiler), events(scenario, compiler)
    off = frozenset(number for number, act in enumerate(world.acts) if act in left.acts)
    steps: list[Step] = [
        Arrivals(compiler.arrivals),
        Lastings(compiler.runs),
        OpponentsOrders.of(scenario, off),
        Signals(),
        *(Opening(rule) for rule in rules_on if rule.opening is not None),
        *rules_on,
        Deeds(),
        react,
        fire,
        Minds(),
        Endings.of(scenario, world),
    ]
    by_phase = tuple(tuple(s for s in steps if s.phase is phase) for phase in Phase)
    return Exercise(loaded.id, scenario, loaded.texts, world, menu, incidents, by_phase)


def _without_zones(world: World, left: Left) -> World:
    """A zone that is left out is for nobody."""
    denied = world.zone_denied.copy()
    for number, zone in enumerate(world.zones):
        if f"zone.{zone}" in left.rules:
            denied[number] = False
    return replace(world, zone_denied=denied)
