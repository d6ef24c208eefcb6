"""The other scenarios, played in the window to their ends: all of it fits its panel."""

import pytest

from game.scenario.load import index
from game.ui.intents import NewGame
from tests.ui.flight import Flight, flight
from tests.ui.layout import (
    check_nothing_is_off_its_panel,
    check_nothing_overlaps,
    check_text_fits,
)

MOST = 120  # screens of one game


def check(fly: Flight) -> None:
    """Look at what lies where; keys are tried elsewhere."""
    page = fly.stage.page
    check_text_fits(page)
    check_nothing_overlaps(page)
    check_nothing_is_off_its_panel(page)


def step(fly: Flight) -> None:
    """Hold course, and give every standing answer."""
    match fly.screen:
        case "play":
            while "hint" in fly.names():
                fly.touch("hint")
            fly.touch("commit")
        case "ask":
            fly.touch("yes")
        case "playback":
            fly.touch("skip")
        case "briefing":
            fly.touch("begin")
        case _:
            fly.keys("return")


def test_the_chooser_has_room_for_all() -> None:
    with flight() as fly:
        fly.touch("title:chooser")
        check(fly)


OTHERS = [name for name in index()["order"] if name != index()["default"]]
"""The first of all is looked at by the tests of every screen."""


@pytest.mark.parametrize("name", OTHERS)
def test_a_game_of_it_fits_to_the_end(name: str) -> None:
    with flight() as fly:
        fly.app.conductor.take(NewGame(name, "demo"))
        fly.draw()
        seen = set[str]()
        for _ in range(MOST):
            if fly.screen not in seen or fly.screen == "flash":
                check(fly)
            seen.add(fly.screen)
            if fly.screen == "ending":
                break
            step(fly)
        assert {"briefing", "play", "ending"} <= seen
