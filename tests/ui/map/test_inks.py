"""Colours of sides: readable as names, apart for everybody in the safe palette."""

from itertools import combinations

import pytest

from game.ui.map import inks
from game.ui.toolkit import theme
from tests.ui.map.theatre import BOTH, ground_of
from tests.ui.toolkit.test_theme import SIGHT, apart

APART = 20.0  # distance in CIELAB


@pytest.mark.parametrize("scenario", BOTH)
def test_names_in_colours_of_sides_can_be_read(scenario: str) -> None:
    for side in ground_of(scenario).sides:
        assert theme.contrast(inks.readable(side.ink), "halo") >= inks.READABLE


@pytest.mark.parametrize("sight", SIGHT)
def test_safe_colours_are_apart_for_everybody(sight: str) -> None:
    for one, other in combinations(inks.SIDES, 2):
        assert apart(one, other, sight) >= APART, (one, other)


@pytest.mark.parametrize("scenario", BOTH)
def test_the_safe_palette_recolours_sides_and_all_that_is_theirs(scenario: str) -> None:
    ground = ground_of(scenario)
    assert inks.shown(ground) is ground
    theme.use(theme.SAFE)
    safe = inks.shown(ground)
    assert {side.ink for side in safe.sides} <= {*inks.SIDES, inks.SPARE}
    owner = {side.ink: side.id for side in ground.sides}
    new = {side.id: side.ink for side in safe.sides}
    for before, after in zip(ground.places, safe.places, strict=True):
        assert after.ink == (new[owner[before.ink]] if before.ink else "")
    for one, other in zip(ground.units, safe.units, strict=True):
        assert other.ink == new[owner[one.ink]]
