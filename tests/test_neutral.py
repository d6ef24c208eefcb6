"""The engine knows no scenario: nothing that one of them names stands under game/."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.paths import shipped
from game.scenario.load import load
from game.scenario.model import Scenario
from tests.exercises import SHORT, TEN_PLACES

SHIPPED = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
CODE = Path(__file__).parent.parent / "game"
TEXT = {".py", ".yaml", ".json", ".html", ".css", ".js", ".txt", ".md"}
NAMED = (
    "sides",
    "places",
    "units",
    "actors",
    "tracks",
    "statuses",
    "dials",
    "areas",
    "tokens",
    "options",
    "incidents",
    "events",
    "endings",
    "grades",
    "marches",
)
ENGLISH = {
    "peace": "what is not war",
    "ring": "a round line on a map, and what a bell does",
    "allies": "whoever is allied with somebody",
    "border": "a line on any map",
    "camp": "a kind of place",
    "capital": "a letter may be one",
    "civilians": "whom the rule of harm is about, wherever they live",
    "corridor": "a rule: a road with two ends",
    "foot": "the lowest part of a sheet",
    "garrison": "people who hold a place",
    "escalation": "a phase of the week",
    "laboratory": "where a study is made",
    "leak": "what a zone does",
    "light": "what a screen is made of",
    "letter": "of the alphabet, and of a grade",
    "near miss": "a fact: two who nearly met in the air",
    "plots": "what hidden networks work on",
    "posts": "places that are held",
    "probe": "a rule: a test from close by",
    "reserve": "people who hold no place",
    "standoff": "a fact: two who wait",
    "strike": "a rule: what comes from afar",
    "surveillance": "where knowledge comes from",
}
"""Plain English that the code needs for itself and that some scenario uses too."""


@cache
def code() -> str:
    """Return all text under game/ that is no scenario, and the names of all files."""
    paths = [path for path in sorted(CODE.rglob("*")) if path.suffix in TEXT]
    paths = [path for path in paths if not {"_data", "starter"} & set(path.parts)]
    texts = [f"{path.relative_to(CODE)}\n{path.read_text('utf-8')}" for path in paths]
    return "\n".join(texts).lower().replace("_", " ")


def names(scenario: Scenario) -> Iterator[str]:
    """Return every id of a scenario, and every name that it gives to something."""
    for kind in NAMED:
        for id_, thing in getattr(scenario, kind).items():
            yield id_
            name = getattr(thing, "name", None) or getattr(thing, "title", None)
            yield from [name.lower()] if name else []


def found(scenario: Scenario) -> set[str]:
    """Return what the code names of a scenario."""
    words = {form for name in names(scenario) for form in (name, name.replace("-", " "))}
    words = {word for word in words if len(word) > 1}
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return set(re.findall(rf"(?<![\w-])(?:{pattern})(?![\w-])", code()))


@pytest.mark.parametrize("name", [TEN_PLACES, SHORT, *SHIPPED], ids=lambda name: Path(name).name)
def test_the_code_names_nothing_of_a_scenario(name: str):
    assert found(load(name).scenario) - ENGLISH.keys() == set()


@pytest.mark.parametrize("name", SHIPPED)
def test_the_code_does_not_know_which_scenarios_there_are(name: str):
    assert name not in code()


def test_no_word_is_excused_for_nothing():
    used = set[str]().union(*(found(load(name).scenario) for name in [TEN_PLACES, *SHIPPED]))
    assert ENGLISH.keys() <= used
