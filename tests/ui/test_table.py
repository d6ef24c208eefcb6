"""What one finds between two decisions: where one looks, what is news, what the aims are."""

from collections.abc import Iterator

import pytest

from game.engine.decision import Choice, Council, Flash
from game.ui.present import situation, week
from game.ui.screens.briefing import Intro
from game.ui.screens.play import Play
from tests.ui.flight import Flight, flight
from tests.ui.offered import offer
from tests.ui.test_saving import go_on


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The second theater at its first council."""
    offer(monkeypatch)
    with flight() as found:
        found.keys("return", "return")
        yield found


def play(fly: Flight) -> Play:
    """Return the play screen, whatever lies over it."""
    return next(screen for screen in fly.stage.stack if isinstance(screen, Play))


def test_the_camera_comes_back_when_the_council_meets(fly: Flight) -> None:
    fly.keys("+")
    before = play(fly).view.camera
    go_on(fly, lambda game: isinstance(game.pending, Choice) and bool(shown_at(fly)))
    assert play(fly).view.camera != before
    go_on(fly, lambda game: isinstance(game.pending, Council))
    assert play(fly).view.camera == before


def shown_at(fly: Flight) -> object:
    """Return where the incident is that is asked about, if it has a place."""
    asked = play(fly).situation.incident
    return asked and asked.at


def test_what_others_did_is_told_before_what_one_answered(fly: Flight) -> None:
    def answered() -> bool:
        heard = fly.game.news(turn=True)
        own = [fact for fact in heard if situation.answered(fact)]
        return bool(own) and len(own) < len(heard)

    go_on(fly, lambda game: isinstance(game.pending, Council) and answered())
    briefing = play(fly).situation.briefing
    own = [fact for fact in fly.game.news(turn=True) if situation.answered(fact)]
    asked = fly.game.exercise.scenario.incidents
    names = [incident.name for incident in asked.values()]
    assert own and not any(briefing.headline.startswith(f"{name}:") for name in names)


def test_what_was_just_answered_is_not_told_once_more(fly: Flight) -> None:
    go_on(fly, lambda game: isinstance(game.pending, Choice))
    fly.keys("return")
    assert any(situation.answered(fact) for fact in fly.game.news())
    asked = fly.game.exercise.scenario.incidents.values()
    for line in week.lines(fly.game):
        assert not any(line.text.startswith(f"{incident.name}:") for incident in asked)


def test_the_rank_of_the_aims_outlives_an_undo(fly: Flight) -> None:
    fly.app.conductor.table.brief()
    fly.draw()
    intro = fly.stage.screen
    assert isinstance(intro, Intro)
    fly.choose(f"aim:{intro.aims[-1].id}")
    fly.choose("begin")
    ranked = fly.game.draft.orders.intent
    assert ranked and intro.aims[-1].id in ranked
    council = play(fly).situation.council
    assert council and not council.drafted and not council.can_undo
    fly.keys("ctrl+z")
    assert fly.game.draft.orders.intent == ranked


def test_the_game_does_not_begin_while_a_rank_is_free(fly: Flight) -> None:
    fly.app.conductor.table.brief()
    fly.draw()
    intro = fly.stage.screen
    assert isinstance(intro, Intro) and intro.chosen
    fly.choose(f"aim:{intro.chosen[0]}")
    assert fly.spot("begin").widget.action is None
    before = fly.game.draft.orders.intent
    fly.keys("escape")
    assert fly.screen == "play" and fly.game.draft.orders.intent == before


def test_escape_puts_a_card_away_before_it_opens_the_menu(fly: Flight) -> None:
    name = next(n for n in fly.names() if n.startswith("place:"))
    fly.choose(name)
    assert play(fly).view.pinned
    fly.keys("escape")
    assert fly.screen == "play" and not play(fly).view.pinned
    fly.keys("escape")
    assert fly.screen == "menu"


def test_the_map_looks_where_a_question_is_about(fly: Flight) -> None:
    about = {name: each.place for name, each in fly.game.exercise.scenario.incidents.items()}

    def asked() -> str | None:
        pending = fly.game.pending
        plain = isinstance(pending, Choice) and not isinstance(pending, Flash)
        return about[pending.incident] if plain else None

    go_on(fly, lambda game: bool(asked()))
    place = fly.game.exercise.scenario.places[asked()]
    shown = play(fly).situation.incident
    assert shown and shown.at == place.position and ("Where", place.name) in shown.facts
