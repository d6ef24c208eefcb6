"""Figures: wrong ids are cheap to explain, a start is a day, and bounds are said as written."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel, BeforeValidator, Field, TypeAdapter

from game.core import figures
from game.scenario.folder import read_texts
from game.scenario.load import checked, load
from game.scenario.problems import Problem, ScenarioError
from tests.exercises import TEN_PLACES

SOUND = load(TEN_PLACES).texts
START = "start: 1987-03-02"


def _problems(head: str) -> list[Problem]:
    with pytest.raises(ScenarioError) as caught:
        checked(read_texts({**SOUND, "scenario.yaml": head}))
    return caught.value.problems


def _wrong(ids: list[str]) -> list[Problem]:
    areas = ", ".join(f"{name}: 1" for name in ids)
    start = "start: {highland: 1, depot: 1}"
    return _problems(SOUND["scenario.yaml"].replace(start, f"start: {{{areas}}}"))


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With how many ids each wrong id is compared."""
    counts: list[int] = []

    def count(word: str, known: list[str], *rest: Any) -> list[str]:
        counts.append(len(known))
        return []

    monkeypatch.setattr(figures, "get_close_matches", count)
    return counts


def test_an_id_that_is_not_there_comes_with_a_hint() -> None:
    (problem,) = _wrong(["hihgland"])
    assert problem.message == "nothing among areas is called 'hihgland'"
    assert problem.hint == "did you mean 'highland'?"


def test_thousands_of_wrong_ids_are_all_told_and_few_are_guessed_at(compared: list[int]) -> None:
    ids = [f"nowhere-{number}" for number in range(3000)]
    assert len(_wrong(ids)) == len(ids)
    assert len(compared) == figures.MAX_HINTS


def test_each_scenario_gets_its_own_hints(compared: list[int]) -> None:
    for _ in range(2):
        compared.clear()
        _wrong(["hihgland"])
        assert len(compared) == 1


def test_a_guess_looks_at_few_ids_and_at_no_long_words(compared: list[int]) -> None:
    figures.suggest("place", map(str, range(100_000)))
    figures.suggest("p" * 100_000, ["place"])
    assert compared == [figures.MAX_COMPARED]


def test_thousands_of_relations_are_looked_through_once() -> None:
    pairs = ", ".join(f"side-{number}: allied" for number in range(9000))
    found = _problems(
        SOUND["scenario.yaml"].replace("{runners: allied,", f"{{{pairs}, runners: allied,")
    )
    assert len(found) == 9000


@pytest.mark.parametrize("again", ["runners: {hillfolk: allied}", "runners: {runners: allied}"])
def test_a_pair_of_sides_is_said_once(again: str) -> None:
    head = SOUND["scenario.yaml"].replace(
        "runners: {helmets: hostile,", again[:-1] + ", helmets: hostile,"
    )
    assert "runners" in _problems(head)[0].message


@pytest.mark.parametrize("day", ["1987-03-02", '"1987-03-02"'])
def test_a_start_is_a_day(day: str) -> None:
    head = SOUND["scenario.yaml"].replace(START, f"start: {day}")
    assert checked(read_texts({**SOUND, "scenario.yaml": head})).start == date(1987, 3, 2)


@pytest.mark.parametrize(
    "day", ["19870302", "541641600", "1987-3-2", "1987-W10-1", "1987-02-30", "2 March 1987", "true"]
)
def test_a_start_in_any_other_form_is_refused(day: str) -> None:
    (problem,) = _problems(SOUND["scenario.yaml"].replace(START, f"start: {day}"))
    assert problem.path == "start"
    assert problem.message.endswith("is not a date")
    assert problem.hint == "write year, month and day, like 2017-06-20"


def _models(kind: type[BaseModel] = figures.Model) -> Iterator[type[BaseModel]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("game."):
            yield each
            yield from _models(each)


def _metadata(annotation: Any) -> Iterator[list[Any]]:
    """Return what is noted of a type and of all types inside it, the innermost note first."""
    if get_origin(annotation) is Annotated:
        yield list(annotation.__metadata__)
    for inner in get_args(annotation):
        yield from _metadata(inner)


def _outer_bounds() -> Iterator[tuple[str, Any]]:
    """Return each bound that is looked at after the conversion of a figure."""
    for kind in _models():
        for name, field in kind.model_fields.items():
            for notes in (field.metadata, *_metadata(field.annotation)):
                converted = [isinstance(each, BeforeValidator) for each in notes]
                if any(converted):
                    outer = TypeAdapter(
                        Annotated[int, Field(), *notes[converted.index(True) + 1 :]]
                    )
                    yield f"{kind.__name__}.{name}", outer.json_schema()


def test_bounds_stand_before_the_conversion_unless_they_are_0() -> None:
    """Else a message would say them as the engine keeps them."""
    found = list(_outer_bounds())
    assert len(found) > 40
    for name, schema in found:
        assert not any(value for value in schema.values() if isinstance(value, int)), name
