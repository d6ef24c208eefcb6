"""The first turn of somebody who has never played: few presses, few words, nothing to scroll."""

from collections.abc import Iterator

import pytest

from game.ui.screens.play import Play
from tests.exercises import FLAGSHIP
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer

MOST_INPUTS = 12  # from the title to the first committed turn
MOST_WORDS = 250  # in briefing and hints together


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The flagship at its title, as on the first day."""
    offer(monkeypatch, FLAGSHIP)
    with flight((1280, 720)) as found:
        yield found


def scrolled(fly: Flight) -> list[str]:
    """Return what of the screen on top does not fit."""
    return [w.name for w in fly.stage.page.windows if w.name and w.reach > 0.5]


def hints(fly: Flight) -> list[str]:
    """Read all hints, and return them."""
    said = []
    while "hint" in fly.names():
        assert isinstance(fly.stage.screen, Play)
        said.append(fly.stage.screen.situation.hints[0].text)
        fly.keys("return")
    return said


def finish(fly: Flight) -> None:
    """End the turn; whoever leaves something unspent is asked."""
    fly.keys("ctrl+return")
    if fly.screen == "ask":
        fly.keys("ctrl+return")
    assert len(fly.game.history) == 2, "the turn is not committed"
    assert fly.game.history[1].decision


def test_a_first_turn_takes_few_presses_and_few_words(fly: Flight) -> None:
    fly.keys("return")
    assert fly.screen == "briefing"
    briefing = fly.stage.screen.briefing  # type: ignore[attr-defined]
    fly.keys("return")
    told = [briefing.headline, *briefing.body, *hints(fly)]
    fly.keys("3", "return")
    assert len(fly.game.draft.orders.options) == 1
    finish(fly)
    words = sum(len(text.split()) for text in told)
    assert fly.inputs <= MOST_INPUTS, f"{fly.inputs} inputs"
    assert words <= MOST_WORDS, f"{words} words"


def test_a_first_turn_by_mouse_takes_few_presses(fly: Flight) -> None:
    fly.touch("begin")
    fly.touch("begin")
    while "hint" in fly.names():
        fly.touch("hint")
    fly.touch("take")
    fly.touch("commit")
    if fly.screen == "ask":
        fly.touch("yes")
    assert len(fly.game.history) == 2
    assert fly.inputs <= MOST_INPUTS, f"{fly.inputs} inputs"


def test_nothing_of_the_first_council_scrolls(fly: Flight) -> None:
    fly.keys("return")
    assert scrolled(fly) == [], "the briefing scrolls"
    fly.keys("return")
    while "hint" in fly.names():
        assert scrolled(fly) == []
        fly.keys("return")
    council = fly.stage.screen.situation.council  # type: ignore[attr-defined]
    assert len(council.open) >= 9
    for option in council.open:
        fly.choose(f"option:{option.id}")
        fly.keys("backspace")  # the second press on the one that was looked at had taken it
        assert scrolled(fly) == [], option.title


def test_hints_can_be_skipped_and_are_remembered(fly: Flight) -> None:
    fly.keys("return", "return")
    fly.choose("no hints")
    assert "hint" not in fly.names()
    with flight() as again:
        again.keys("return", "return")
        assert "hint" not in again.names()
