"""What must hold for the scenarios that come with the game. A failure names file and line."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
import yaml

from game import paths
from game.core.chance import Chance
from game.core.facts import Silent
from game.core.graph import FAR
from game.core.ledger import Ledger
from game.core.observation import Observation
from game.core.types import Small
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.council import Picks
from game.engine.doctrines import DOCTRINES, Doctrine
from game.engine.exercise import Exercise
from game.engine.setup import set_up
from game.rules import Rule
from game.scenario.wording.words import Steps
from tests.exercises import FLAGSHIP, exercise_of
from tests.scenario.shipped import EVERY, SHIPPED, Shipped, paragraphs, shipped_scenario

HISTORY = paths.shipped("scenarios") / "history"
MOST_OPEN = 12  # more cannot be weighed against each other
LEAST_OPEN = 6
LONGEST_LINE = 90  # characters
LONGEST_PARAGRAPH = 60  # words
LEAST_JUDGEMENT = 5  # words
SLACK = 3  # km by which a road may be shorter than the straight line: positions are rounded
DEVIOUS = 2.5  # times the straight line; a longer road is more likely a misplaced position
SHORT = 20  # km under which a road may wind as it likes

LOADED = ("heroic", "hero", "heroes", "terrorist", "terrorists", "cheering", "cheers", "evil",
          "savage", "barbaric", "glorious", "thugs", "Shia crescent")  # fmt: skip
SPOKEN = {"says", "case", "advocate", "sources", "drive"}
"""Keys under which somebody is quoted, who may take sides."""


@pytest.fixture(params=SHIPPED)
def given(request: pytest.FixtureRequest) -> Shipped:
    """Give each of the scenarios that come with the game."""
    return shipped_scenario(request.param)


@pytest.fixture(params=EVERY, ids=lambda name: name.rpartition("/")[2])
def every(request: pytest.FixtureRequest) -> Shipped:
    """Give each of them, and the theater of the tests."""
    return shipped_scenario(request.param)


# Sources


def test_all_that_is_said_to_be_so_says_where_it_comes_from(given: Shipped) -> None:
    said = dict(given.based())
    assert not [given.where(path) for path in _owes_a_basis(given) if not said[path]]


def _owes_a_basis(given: Shipped) -> Iterator[Steps]:
    scenario = given.scenario
    for kind in ("places", "units", "actors", "options"):
        yield from ((kind, name) for name in getattr(scenario, kind))
    yield from (("events", name) for name, event in scenario.events.items() if event.dated)
    for name, actor in scenario.actors.items():
        for key, way in actor.deciders.items():
            yield "actors", name, "deciders", key, way._given[0]
    for kind in type(scenario.rules).model_fields:
        match getattr(scenario.rules, kind):
            case dict() as rules:
                yield from (("rules", kind, name) for name in rules)
            case Rule() if kind in scenario.rules.model_fields_set:
                yield "rules", kind


def test_a_judgement_is_a_sentence(given: Shipped) -> None:
    judgements = [
        (path, each) for path, said in given.based() for each in said if each not in _ids(given)
    ]
    assert not [given.where(path) for path, each in judgements if not _is_sentence(each)]


def _ids(given: Shipped) -> set[str]:
    return set(given.scenario.sources)


def _is_sentence(judgement: str) -> bool:
    before, _, sentence = judgement.partition("judgement: ")
    return not before and len(sentence.split()) >= LEAST_JUDGEMENT


def test_nine_in_ten_places_forces_and_dated_facts_cite_a_source(given: Shipped) -> None:
    scenario, ids = given.scenario, _ids(given)
    dated = [each for each in scenario.triggers().values() if each.dated]
    facts = [*scenario.places.values(), *scenario.units.values(), *dated]
    cited = [each for each in facts if each.basis and ids & set(_said(each.basis))]
    assert len(cited) >= 0.9 * len(facts)


def _said(basis: object) -> tuple[str, ...]:
    return (basis,) if isinstance(basis, str) else tuple(basis or ())  # type: ignore[arg-type]


def _named_by_history() -> set[str]:
    """Return the sources of all rows that scenarios are held against."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in HISTORY.glob("*.yaml")]
    return {name for file in files for row in file["rows"].values() for name in row["sources"]}


def test_every_source_is_used(given: Shipped) -> None:
    if "sources.yaml" not in given.written.texts:
        pytest.skip("its sources are those of its base")
    used = {each for _, said in given.based() for each in said} | _named_by_history()
    unused = [name for name in given.scenario.sources if name not in used]
    assert not [given.where(("sources", name)) for name in unused]


def test_every_option_is_argued_for_and_against_and_tells_what_was_done(given: Shipped) -> None:
    missing = [
        f"{given.where(('options', name))}: no {key}"
        for name, option in given.scenario.options.items()
        for key in ("adviser_for", "adviser_against", "really", "sources")
        if not getattr(option, key)
    ]
    assert not missing


# Words


def test_lines_and_paragraphs_are_short(every: Shipped) -> None:
    scenario = every.scenario
    lines = [(("options", name, "text"), each.text) for name, each in scenario.options.items()]
    long = [every.where(path) for path, text in lines if len(text.strip()) > LONGEST_LINE]
    for part in paragraphs(scenario.briefing):
        if len(part.split()) > LONGEST_PARAGRAPH:
            long.append(f"{every.where(('briefing',))}: {part[:40]}...")
    assert not long


def test_nothing_is_shouted(every: Shipped) -> None:
    assert not [every.where(path) for path, text in every.texts() if "!" in text]


def test_descriptions_take_no_side(every: Shipped) -> None:
    loaded = re.compile(rf"\b({'|'.join(LOADED)})\b", re.IGNORECASE)
    told = ((path, text) for path, text in every.texts() if not SPOKEN.intersection(path))
    assert not [f"{every.where(path)}: {m[0]}" for path, text in told if (m := loaded.search(text))]


def test_names_are_unique(every: Shipped) -> None:
    twice = []
    for kind in ("sides", "tracks", "statuses", "dials", "areas", "tokens", "places", "units",
                 "options", "incidents", "grades"):  # fmt: skip
        names = {name: each.name for name, each in getattr(every.scenario, kind).items()}
        counts = Counter(names.values())
        twice += [every.where((kind, name)) for name, said in names.items() if counts[said] > 1]
    assert not twice


# The map


def test_links_are_said_once_and_join_two_places(every: Shipped) -> None:
    seen: set[frozenset[str]] = set()
    wrong = []
    for number, link in enumerate(every.scenario.links):
        ends = frozenset((link.one, link.other))
        if len(ends) < 2 or ends in seen:
            wrong.append(f"{every.where(('links', number))}: {link.one} to {link.other}")
        seen.add(ends)
    assert not wrong


@pytest.mark.parametrize("name", EVERY, ids=lambda name: name.rpartition("/")[2])
def test_no_road_is_shorter_than_the_straight_line_or_absurdly_longer(name: str) -> None:
    every, world = shipped_scenario(name), exercise_of(name).world
    wrong = []
    for number, link in enumerate(every.scenario.links):
        straight = int(world.straight[world.places.index(link.one), world.places.index(link.other)])
        if not straight - SLACK <= link.km <= max(DEVIOUS * straight, SHORT):
            said = f"{link.one} to {link.other}: {link.km} km by road, {straight} km straight"
            wrong.append(f"{every.where(('links', number))}: {said}")
    assert not wrong


@pytest.mark.parametrize("name", EVERY, ids=lambda name: name.rpartition("/")[2])
def test_every_place_can_be_reached(name: str) -> None:
    every, world = shipped_scenario(name), exercise_of(name).world
    away = [place for place, km in zip(world.places, world.road[0], strict=True) if km >= FAR]
    assert not [every.where(("places", place)) for place in away]


@pytest.mark.parametrize("name", EVERY, ids=lambda name: name.rpartition("/")[2])
def test_marches_lead_every_unit_to_its_objectives(name: str) -> None:
    every, world = shipped_scenario(name), exercise_of(name).world
    wrong = []
    for actor, key, unit, place in _errands(every):
        written = every.scenario.units[unit]
        march = tuple(every.scenario.marches).index(written.march)
        at, goal = world.places.index(written.at), world.places.index(place)
        if at != goal and world.hop[0, march, at, goal] == at:
            path = ("actors", actor, "deciders", key)
            wrong.append(f"{every.where(path)}: {unit} cannot march to {place}")
    assert not wrong


def _errands(every: Shipped) -> Iterator[tuple[str, str, str, str]]:
    for actor, said in every.scenario.actors.items():
        for key, way in said.deciders.items():
            for unit, axes in way.campaign.units.items() if way.campaign else ():
                for place in (p for axis in axes for p in way.campaign.axes[axis].objectives):
                    yield actor, key, unit, place


# How many options there are to choose from


@dataclass
class Counting:
    """Plays as a doctrine does, and notes how many options are open at every council."""

    doctrine: Doctrine
    crowds: dict[str, int] = field(default_factory=dict)

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Count first."""
        open_ = exercise.menu.open_to(seen.state)
        fullest = open_[open_.sum(axis=1).argmax()]
        names = [
            name for name, is_open in zip(exercise.world.options, fullest, strict=True) if is_open
        ]
        self.crowds[f"week {seen.state.week}: {', '.join(names)}"] = len(names)
        return self.doctrine.council(exercise, seen, chance)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Answer as it does."""
        return self.doctrine.answer(exercise, seen, chance)


def _crowds(name: str, doctrine: Doctrine) -> dict[str, int]:
    exercise, chance = exercise_of(name), Chance(7, np.arange(100))
    counting = Counting(doctrine)
    play_out(
        exercise,
        Week(exercise.world, set_up(exercise, chance), chance, Ledger(), Silent()),
        counting,
    )
    return counting.crowds


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("doctrine", DOCTRINES)
def test_never_are_more_options_open_than_can_be_weighed(name: str, doctrine: str) -> None:
    crowds = _crowds(name, DOCTRINES[doctrine])
    assert not {said: number for said, number in crowds.items() if number > MOST_OPEN}


def test_the_flagship_begins_with_enough_to_choose_from() -> None:
    first = next(iter(_crowds(FLAGSHIP, DOCTRINES["hold"]).items()))
    assert LEAST_OPEN <= first[1] <= MOST_OPEN, first[0]
