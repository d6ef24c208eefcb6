"""The second theater uses all that a scenario may say, and all of it acts within a game."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.conditions import Conditions
from game.core.facts import Tally
from game.core.figures import Model
from game.core.observation import Observation
from game.core.phase import Phase, Step
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.council import Picks
from game.engine.endings import Endings
from game.engine.exercise import Exercise, Opening
from game.engine.orders import OpponentsOrders
from game.engine.setup import set_up
from game.opponents import Way
from game.rules import Rulebook
from game.scenario.effects import Effects
from game.scenario.load import load
from game.scenario.model import Scenario
from tests.engine.playing import Anything
from tests.exercises import SHORT, ten_places


def inside(part: object, kind: type[Model]) -> list[Model]:
    """Return all models of a kind that lie in a part of a scenario."""
    found = [part] if isinstance(part, kind) else []
    if isinstance(part, Model):
        part = [getattr(part, name) for name in type(part).model_fields]
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list | tuple):
        found += [model for each in part for model in inside(each, kind)]
    return found


def said(scenario: Scenario, kind: type[Model]) -> set[str]:
    """Return the fields of a kind of model that the scenario uses somewhere."""
    return set[str]().union(*(model.model_fields_set for model in inside(scenario, kind)))


@pytest.mark.parametrize("kind", [Effects, Conditions, Way])
def test_it_says_whatever_can_be_said(ten_places: Exercise, kind: type[Model]):
    assert said(ten_places.scenario, kind) == set(kind.model_fields)


def test_it_uses_every_rule_and_every_figure_of_every_rule(ten_places: Exercise):
    rules = ten_places.scenario.rules
    assert rules.model_fields_set == set(Rulebook.model_fields)
    used = dict[str, set[str]]()
    for rule in rules.chosen():
        used.setdefault(rule.name.partition(".")[0], set()).update(rule.model_fields_set)
    for rule in rules.chosen():
        kind = rule.name.partition(".")[0]
        assert set(type(rule).model_fields) - used[kind] - {"basis"} == set(), kind


@dataclass
class Spy:
    """A step, and whether it has ever changed anything."""

    step: Step
    acted: bool = False
    taken: set[int] = field(default_factory=set)  # the acts of which an occasion was taken
    phase: Phase = field(init=False)

    def __post_init__(self) -> None:
        self.phase = self.step.phase

    def resolve(self, week: Week) -> None:
        """Compare before and after."""
        before = None if self.acted else week.state.digest()
        self.step.resolve(week)
        self.acted = self.acted or before != week.state.digest()
        if isinstance(self.step, OpponentsOrders):
            self.taken |= set(np.flatnonzero(week.state.tried.any(axis=0)).tolist())


@dataclass(frozen=True)
class Played:
    """What happened in many games of anything."""

    acts: dict[str, bool]
    facts: dict[str, np.ndarray]
    endings: set[str]
    chosen: set[str]
    taken: set[int]


@dataclass
class Watching(Anything):
    """Plays anything, and notes what was chosen."""

    chosen: set[str] = field(default_factory=set)

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Note the options that are chosen."""
        picks = super().council(exercise, seen, chance)
        self.chosen |= set(np.array(exercise.world.options)[picks.options.any(axis=0)].tolist())
        return picks


@pytest.fixture(scope="module")
def played() -> Played:
    """Play two hundred games of anything that is allowed, and watch every step."""
    exercise, chance = ten_places(), Chance(21, np.arange(200))
    spies = [[Spy(step) for step in steps] for steps in exercise.steps]
    watched = replace(exercise, steps=tuple(map(tuple, spies)))
    tally, doctrine = Tally(200), Watching(seed=21)
    week = Week(exercise.world, set_up(exercise, chance), chance, log=tally)
    outcome = play_out(watched, week, doctrine)
    taken = set[int]().union(*(spy.taken for steps in spies for spy in steps))
    acts = {named(spy.step): spy.acted for steps in spies for spy in steps}
    ended = {exercise.world.endings[number] for number in outcome.ending.tolist()}
    return Played(acts, tally.counts, ended, doctrine.chosen, taken)


def named(step: Step) -> str:
    """Return the name of a rule, or of what else a step is."""
    if isinstance(step, Opening):
        return f"{step.rule.name} opening"
    return getattr(step, "name", f"{type(step).__name__} {step.phase.name}")


def test_every_rule_and_every_other_step_changes_something(played: Played):
    assert {name for name, acted in played.acts.items() if not acted} == set()


def test_every_actor_takes_an_occasion_for_everything(ten_places: Exercise, played: Played):
    assert {ten_places.world.acts[number] for number in played.taken} == set(ten_places.world.acts)


def test_every_option_is_chosen_and_every_event_comes_about(ten_places: Exercise, played: Played):
    assert played.chosen == set(ten_places.world.options)
    fired = played.facts["EventFired"].any(axis=0) | played.facts["ReactionSeen"].any(axis=0)
    assert np.array(ten_places.world.events)[~fired].tolist() == []


def test_every_incident_comes_up(ten_places: Exercise, played: Played):
    answered = played.facts["Answered"].any(axis=0)
    assert np.array(ten_places.world.incidents)[~answered].tolist() == []


def test_it_may_end_in_every_way(ten_places: Exercise, played: Played):
    assert len(ten_places.steps[Phase.ENDINGS]) == 1
    assert isinstance(ten_places.steps[Phase.ENDINGS][0], Endings)
    assert len(played.endings) >= len(ten_places.world.endings) - 1


def test_every_signal_is_seen(ten_places: Exercise, played: Played):
    seen = played.facts["SignalSeen"].any(axis=0)
    assert np.array(ten_places.world.signals)[~seen].tolist() == []


def test_a_scenario_may_extend_another_and_leave_things_out(ten_places: Exercise):
    short, whole = load(SHORT).scenario, ten_places.scenario
    assert short.weeks == 6 < whole.weeks
    assert set(whole.options) - set(short.options) == {"broker-a-truce", "explain-at-home"}
    assert set(whole.events) - set(short.events) == {"second-flood"}
    assert set(whole.rules.pull) - set(short.rules.pull) == {"weariness"}
    assert not short.rules.friction
    assert short.council.options == 1
    assert short.council.income == whole.council.income
    assert short.tracks["feud"].start == 40_000
    assert short.tracks["feud"].name == whole.tracks["feud"].name
    assert short.places == whole.places
