"""Every element of the article acts on the state, and the page that says so is true."""

import pytest

from game.analysis.ablation import Effect, Laboratory, Row
from tests.article import DOCS, laboratory, page, rows

ROWS = rows()


@pytest.fixture(scope="module")
def lab() -> Laboratory:
    return laboratory()


@pytest.fixture(scope="module")
def measured(lab: Laboratory) -> list[tuple[Row, Effect]]:
    return [(row, lab.effect(row)) for row in ROWS]


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[row.element for row in ROWS])
def test_an_element_acts(measured: list[tuple[Row, Effect]], number: int):
    row, effect = measured[number]
    assert effect.holds(row), f"{row.observable} moves by {effect.change:.3f} ± {effect.error:.3f}"


def test_the_page_is_what_was_measured(measured: list[tuple[Row, Effect]]):
    assert (DOCS / "article.md").read_text("utf-8") == page(measured)


def test_what_carries_an_element_is_there(lab: Laboratory):
    scenario = lab.loaded.scenario
    rules = {rule.name for rule in scenario.rules.chosen()}
    deciders = {f"{a}.{d}" for a, actor in scenario.actors.items() for d in actor.deciders}
    for row in ROWS:
        assert set(row.rules) <= rules, row.element
        assert set(row.deciders) <= deciders, row.element
        assert set(row.options) <= set(scenario.options), row.element
        assert set(row.events) <= set(scenario.triggers()), row.element
        assert bool(row.without) != bool(row.always), row.element
