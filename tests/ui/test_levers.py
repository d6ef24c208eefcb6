"""Odds of what is no option: a dial turned, a force moved; and the way out where all is lost."""

from dataclasses import replace

import pytest

from game.analysis.levers import levers as pulled
from game.core.chance import seed_of
from game.engine.game import Game
from game.paths import shipped
from game.ui.map.atlas import Atlas
from game.ui.play import levers
from game.ui.present import council
from game.ui.present.situation import of
from game.ui.screens.play import Play
from game.ui.situation import Council, Forecast, Odds
from tests.exercises import TEN_PLACES, exercise_of
from tests.ui.layout import check
from tests.ui.pilot import staged


@pytest.fixture(scope="module")
def game() -> Game:
    """The second theater before its first council."""
    return Game(exercise_of(TEN_PLACES), seed_of("demo"))


def odds(worst: int) -> Odds:
    """Return odds of so many bad futures."""
    return Odds(5, 95 - worst, worst, worst - 4, worst + 4, 100)


def forecast(game: Game, hold: int, **steps: int) -> tuple[Council, Forecast]:
    """Return a council and odds where each step is as bad as the course, but for some."""
    met = council.of(game)
    assert met
    names = [name for name, _ in pulled(game)]
    assert steps.keys() <= {name.replace(":", "_").replace("-", "_") for name in names}
    found = {n: odds(steps.get(n.replace(":", "_").replace("-", "_"), hold)) for n in names}
    return met, Forecast(odds(hold), {o.id: odds(hold) for o in met.open}, {}, levers=found)


def test_the_step_that_helps_most_is_named_where_the_course_is_lost(game: Game) -> None:
    assert levers.way_out(*forecast(game, 96, dial_haste_heavy=40)) == (
        "This course ends badly. The step that helps most: "
        "How the storm of Mangal is flown, heavy (40 % worst)."
    )


def test_where_no_step_helps_that_is_said(game: Game) -> None:
    assert "no single step" in levers.way_out(*forecast(game, 96))


def test_nothing_is_said_while_there_is_hope_or_nothing_is_known(game: Game) -> None:
    assert not levers.way_out(*forecast(game, 80, dial_haste_heavy=10))
    met, found = forecast(game, 96)
    assert not levers.way_out(met, replace(found, levers={}))
    assert not levers.way_out(met, replace(found, draft=odds(50)))
    assert not levers.way_out(met, None)


def test_the_card_of_a_lever_tells_its_odds_and_all_has_room(game: Game) -> None:
    play = Play(replace(of(game), hints=()), Atlas(shipped("assets")))
    _, play.forecast = forecast(game, 96, dial_haste_heavy=40)
    pilot = staged(play, (1280, 720))
    check(pilot)
    pilot.click("forces")
    tips = {spot.widget.name: spot.widget.tip for spot in pilot.stage.page.placed}
    told = [name for name, tip in tips.items() if "This alone, and the course held" in tip]
    assert {name.split(":")[0] for name in told} == {"dial", "move"}
    assert any("5 % aim, 40 % worst (36 to 44); 100 futures" in tip for tip in tips.values())
