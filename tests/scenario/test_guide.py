"""The author's guide: its examples load and play, and it names every key that there is."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from pydantic import BaseModel

from game.core.chance import Chance
from game.core.conditions import Conditions
from game.core.facts import Silent
from game.core.ledger import Ledger
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.exercise import prepare
from game.engine.plans import doctrines
from game.engine.setup import set_up
from game.opponents import Decider, Way
from game.paths import shipped
from game.rules import Rule, Rulebook
from game.scenario import actors, doctrine, effects, lesson, model, policy, setting
from game.scenario.document import read_document
from game.scenario.folder import read
from game.scenario.load import Loaded, checked, context, find
from game.scenario.model import Scenario
from game.scenario.reading.extends import overlay
from game.scenario.reading.layer import Layer
from game.scenario.reading.origin import FILES
from game.scenario.starter import starter

GUIDE = (shipped("scenarios") / "README.md").read_text("utf-8")
SECTIONS: dict[str, tuple[type[BaseModel], ...]] = {
    "The head": (model.Scenario, policy.Terms, setting.Spread),
    "Sides and relations": (setting.Side,),
    "Tracks, statuses and dials": (
        setting.Track,
        setting.Bite,
        setting.Status,
        setting.Dial,
    ),
    "Areas and force tokens": (setting.Area, setting.Token),
    "Places and links": (setting.Place,),
    "The chart": (setting.Chart, setting.Bank),
    "Units and marches": (setting.Unit,),
    "Actors": (actors.Actor, actors.Posture, actors.Signal),
    "Conditions": (Conditions,),
    "Effects": (
        effects.Effects,
        effects.Gamble,
        effects.Rethink,
        effects.Later,
        effects.Lasting,
        effects.Hit,
    ),
    "Options and their advisers": (policy.Option, policy.Adviser),
    "Incidents": (policy.Incident, policy.Reply),
    "Events": (actors.Trigger,),
    "Endings": (setting.Ending,),
    "Grades and intent": (setting.Grade, setting.Term, model.Intent),
    "Doctrines": (doctrine.Doctrine, doctrine.Order, doctrine.Reply, doctrine.Tournament),
    "Lesson": (lesson.Lesson, lesson.Guidance, lesson.Seat),
    "Sources": (model.Source,),
}
IN_WORDS = {"Level", "ByDial", "ByLevel", "ByStatus", "Rulebook", "Way"}
"""Models without a table of their own: the text around them says how they are written."""


def _sections() -> dict[str, str]:
    """Return the text under every heading, up to the next one."""
    parts = re.split(r"^#{2,3} (.+)$", GUIDE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _keys(section: str) -> list[str]:
    """Return the keys in the tables of a section, without what they are inside of."""
    return [
        key.rpartition(".")[2] for key in re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
    ]


def _blocks() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Go through a model and the models of its fields, however deep."""
    yield kind
    for field in kind.model_fields.values():
        for inner in _inside(field.annotation):
            yield from _models(inner)


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if is_model and annotation not in {Conditions, effects.Effects}:  # they hold themselves
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _mechanisms() -> Iterator[tuple[str, type[BaseModel]]]:
    """Go through the rules and the ways of deciding, with the key under which each is given."""
    for book in (Rulebook, Way):
        for kind, field in book.model_fields.items():
            yield from ((kind, each) for each in _inside(field.annotation))


# Every key is named


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_names_the_keys_of_its_models(section: str) -> None:
    wanted = [name for kind in SECTIONS[section] for name in kind.model_fields]
    assert sorted(set(_keys(_sections()[section]))) == sorted(set(wanted))


RULES = [(kind, each) for kind, each in _mechanisms() if issubclass(each, Rule)]
DECIDERS = [(kind, each) for kind, each in _mechanisms() if issubclass(each, Decider)]


@pytest.mark.parametrize(
    ("kind", "mechanism"), [pytest.param(*each, id=each[1].__name__) for each in RULES + DECIDERS]
)
def test_a_mechanism_has_a_section_that_names_its_figures(
    kind: str, mechanism: type[BaseModel]
) -> None:
    common = set(Rule.model_fields if issubclass(mechanism, Rule) else Decider.model_fields)
    models = [each for each in _models(mechanism) if each.__name__ not in IN_WORDS]
    wanted = {name for each in models for name in each.model_fields}
    named = set(_keys(_sections()[f"`{kind}`"]))
    assert named - common == wanted - common


def test_what_all_mechanisms_have_is_said_once() -> None:
    assert set(_keys(_sections()["Rules"])) == set(Rule.model_fields)
    assert set(_keys(_sections()["Ways of deciding"])) == set(Decider.model_fields)


def test_no_model_is_forgotten() -> None:
    known = {kind for kinds in SECTIONS.values() for kind in kinds}
    known |= {each for _, mechanism in _mechanisms() for each in _models(mechanism)}
    found = set(_models(Scenario))
    assert {each.__name__ for each in found - known} <= IN_WORDS


def test_every_file_of_a_scenario_is_named() -> None:
    assert set(re.findall(r"^\| `(\w+\.yaml)`", _sections()["Files"], re.MULTILINE)) == set(FILES)


def test_links_within_the_guide_lead_somewhere() -> None:
    headings = re.findall(r"^#{2,3} (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^a-z_ -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors


# Every example loads


def _layer(text: str, file: str = "example.yaml") -> Layer:
    document = read_document(text.encode(), file)
    return Layer(document.data, document.marks)


@cache
def _grown() -> list[Layer]:
    """Return the scenario of `new` as each example in turn adds to it."""
    added = [_layer(block) for block in _blocks() if "extends:" not in block]
    return list(accumulate(added, overlay, initial=_layer(starter("my-war"))))


def _load(layer: Layer) -> Scenario:
    return Scenario.model_validate(layer.data, context=context(layer.data))


@pytest.mark.parametrize("number", range(len(_grown())))
def test_an_example_loads_in_the_scenario_that_it_adds_to(number: int) -> None:
    _load(_grown()[number])


def test_the_examples_together_make_a_scenario_that_plays_to_an_ending() -> None:
    exercise = prepare(Loaded("guide", _load(_grown()[-1]), {}))
    for plan in doctrines(exercise).values():
        chance = Chance(3, np.arange(40))
        week = Week(exercise.world, set_up(exercise, chance), chance, Ledger(), Silent())
        assert (play_out(exercise, week, plan).ending >= 0).all()


def test_the_examples_use_every_mechanism_condition_and_effect() -> None:
    written = _words(_grown()[-1].data)
    for kind in (Rulebook, Way, Conditions, effects.Effects, *(each for _, each in _mechanisms())):
        assert set(kind.model_fields) - {"basis"} <= written, kind.__name__


def _words(part: Any) -> set[str]:
    if isinstance(part, dict):
        return set(part).union(*map(_words, part.values()))
    return set().union(*map(_words, part)) if isinstance(part, list) else set()


def test_the_first_option_loads() -> None:
    (option,) = re.findall(r"^   ```\n(.*?)^   ```$", GUIDE, re.MULTILINE | re.DOTALL)
    text = "options:\n" + re.sub(r"^   ", "", option, flags=re.MULTILINE)
    assert "send-a-doctor" in _load(overlay(_layer(starter("my-war")), _layer(text))).options


def test_a_variant_loads(tmp_path: Path) -> None:
    (variant,) = [block for block in _blocks() if "extends:" in block]
    for name, text in (("my-war", starter("my-war")), ("a-short-war", variant)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scenario.yaml").write_text(text, "utf-8")
    scenario = checked(read(tmp_path / "a-short-war", find))
    assert scenario.title == "A short war"
    assert "hold-a-market" not in scenario.options
    assert not scenario.rules.probes
