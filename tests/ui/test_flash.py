"""The dialog of an incident: what follows from each answer, and how far its odds are."""

from dataclasses import replace

import pytest

from game.ui.futures import ENOUGH
from game.ui.play import options
from game.ui.screens.flash import Flash, ReplyRow
from game.ui.situation import Effect, Forecast, Incident, Odds, Reply
from tests.ui.layout import check
from tests.ui.pilot import Pilot, staged

SURE = (Effect("Calm +3", True, "calm"), Effect("Ease -2", False, "ease"), Effect("8 dead"))
PERHAPS = ("depends on the weather: the bridge holds and all go home (Calm +5, Ease +2) " * 2,)
ANSWERS = (
    Reply("wait", "Wait", "Staff: Nothing is lost yet.", SURE, True, perhaps=PERHAPS),
    Reply("go", "Go", "Staff: Now or never.", SURE[:1], False),
    Reply("stay", "Stay", "", (), False),
)
INCIDENT = Incident(True, "The bridge", "3 Jun", "It shakes.", (), ANSWERS, None)
KNOWN = Odds(10, 30, 60, 58, 62, 400)
UNSURE = replace(KNOWN, low=50, high=70, games=150)


def shown(size: tuple[int, int] = (1280, 720), forecast: Forecast | None = None) -> Pilot:
    """Show the incident in a window."""
    flash = Flash(INCIDENT)
    flash.forecast = forecast
    return staged(flash, size)


def row(pilot: Pilot, reply: str) -> ReplyRow:
    """Return the row of an answer as it lies on the page."""
    found = pilot.spot(f"reply:{reply}").widget
    assert isinstance(found, ReplyRow)
    return found


@pytest.mark.parametrize("size", [(1280, 720), (1600, 900)])
def test_it_fits_and_says_what_the_colors_of_the_odds_mean(size: tuple[int, int]):
    pilot = shown(size)
    check(pilot)
    said = "\n".join(pilot.stage.page.describe())
    assert "Choose an answer; odds of the endings: aim, other, worst" in said


def test_what_is_cut_from_an_answer_is_on_its_card():
    pilot = shown()
    card = row(pilot, "wait").card()
    assert card and row(pilot, "go").card() is None
    for text in ("Calm +3", "Ease −2", "8 dead", PERHAPS[0][1:].strip()):
        assert text in row(pilot, "wait").describe()
    assert "Nothing follows at once" in row(pilot, "stay").describe()


def test_odds_that_are_worked_out_say_how_far_they_are():
    def said(forecast: Forecast | None) -> list[str]:
        return [s for s in shown(forecast=forecast).stage.page.describe() if s[:6] == "odds: "]

    assert said(None) == ["odds: working …"] * 3
    found = Forecast(
        KNOWN, {"wait": UNSURE, "go": KNOWN, "stay": replace(UNSURE, games=ENOUGH)}, {}
    )
    first, second, third = said(found)
    assert first == f"odds: 150 of {ENOUGH}"
    assert second.startswith("odds: 10 % the aim")
    assert third == "odds: can't tell"


def test_the_card_of_odds_tells_how_many_futures_are_behind_them():
    assert options.said(UNSURE)[0].endswith(f"to tell; 150 of {ENOUGH} futures")
    assert options.said(replace(KNOWN, games=ENOUGH))[0].endswith(f"; {ENOUGH} futures")
