"""The council's screen: all of it at once, what an option would do, and the camera that follows."""

from dataclasses import replace
from functools import lru_cache

import pytest

from game.core.chance import seed_of
from game.engine.game import Game
from game.paths import shipped
from game.ui.ground import Mark, Plan
from game.ui.intents import Drop
from game.ui.map.atlas import Atlas
from game.ui.play import pinned
from game.ui.play.effects import Moves, lines, minus, sentence
from game.ui.play.unit_card import PlaceCard, UnitCard
from game.ui.play.view import Fold, Inspect, Select
from game.ui.present import plans, situation
from game.ui.screens.play import Play
from game.ui.situation import Effect, Situation
from tests.exercises import FLAGSHIP, exercise_of
from tests.ui.layout import runs
from tests.ui.pilot import Pilot, staged

MOST = 12  # open options that are seen at once


@lru_cache(1)
def game() -> Game:
    """Return the flagship before its first council."""
    return Game(exercise_of(FLAGSHIP), seed_of("demo"))


@lru_cache(1)
def crowded() -> Situation:
    """Return its first council with as many open options as there may be."""
    now = replace(situation.of(game()), hints=())
    assert now.council
    dozen = tuple(replace(option, why_not=()) for option in now.council.options[:MOST])
    rest = tuple(option for option in now.council.options[MOST:] if option.why_not)
    return replace(now, council=replace(now.council, options=(*dozen, *rest)))


def shown(size: tuple[int, int]) -> tuple[Pilot, Play]:
    """Show the crowded council in a window."""
    play = Play(crowded(), Atlas(shipped("assets")))
    return staged(play, size), play


def hidden(pilot: Pilot) -> float:
    """Return how much of the panel is scrolled away."""
    return next(w.reach for w in pilot.stage.page.windows if w.name == "panel")


@pytest.mark.parametrize("size", [(1280, 720), (1600, 900), (1920, 1080)])
def test_a_dozen_options_fit_whichever_is_looked_at(size: tuple[int, int]) -> None:
    pilot, play = shown(size)
    assert play.situation.council
    for option in play.situation.council.open:
        pilot.stage.send(Select(option.id))
        assert hidden(pilot) < 0.5, f"{option.id} makes the panel scroll"


def test_the_panel_scrolls_when_a_drawer_is_opened() -> None:
    pilot, _ = shown((1280, 720))
    pilot.stage.send(Fold("closed"))
    assert hidden(pilot) > 0


def test_a_press_on_a_cell_brings_a_force_there() -> None:
    pilot, play = shown((1600, 900))
    pilot.stage.send(Fold("forces"))
    assert play.situation.council
    token = play.situation.council.tokens[0]
    area = next(area for area, _, number in token.areas if number == 0)
    pilot.click(f"move:{token.id}:{area}")
    fullest = max(token.areas, key=lambda row: row[2])
    assert [(i.source, i.target) for i in pilot.wanted] == [(fullest[0], area)]  # type: ignore[attr-defined]


def test_what_is_cut_from_a_line_of_effects_is_on_its_card() -> None:
    told = (Effect("Calm +3", True, "calm"), Effect("in 2 weeks: " + "the road opens " * 9))
    first, second = lines(told)
    assert isinstance(first, Moves) and first.effects == told[:1]
    assert "the road opens the road opens" in second.describe()
    assert second.describe().startswith("In 2 weeks")


def test_amounts_are_written_with_a_minus() -> None:
    assert minus("Calm -3 · Ease -2.5 (Line -1)") == "Calm −3 · Ease −2.5 (Line −1)"
    assert minus("south-west") == "south-west"
    assert sentence("depends on luck") == "Depends on luck"


def test_a_wider_zone_is_drawn_as_a_ring_to_scale() -> None:
    assert [plan.km for plan in plans.of(game(), "widen-zone")] == [80]


def test_people_who_go_from_one_force_to_another_are_an_arrow() -> None:
    (plan,) = plans.of(game(), "airlift-tribes")
    units = {unit.title: unit.at for unit in situation.of(game()).ground.units}
    assert plan == Plan(units["Deir ez-Zor Military Council"], units["Maghawir al-Thawra"])


def test_the_option_that_is_looked_at_is_drawn_on_the_map() -> None:
    pilot, play = shown((1280, 720))
    pilot.stage.send(Select("widen-zone"))
    before = pilot.stage.surface.copy()
    pilot.stage.draw()
    assert before.get_buffer().raw != pilot.stage.surface.get_buffer().raw
    assert play.situation.council and play.situation.council.option("widen-zone").plans


def test_the_camera_follows_what_is_told_and_comes_back() -> None:
    _, play = shown((1280, 720))
    before = play.view.camera
    play.follow(Mark((40.0, 35.0), "bad"))
    assert (play.view.camera.lon, play.view.camera.lat) == (40.0, 35.0)
    play.follow(None)
    assert play.mark is None and play.view.camera.lon == 40.0
    play.unfollow()
    assert play.view.camera == before


def test_what_is_pressed_stays_to_be_read() -> None:
    pilot, play = shown((1600, 900))
    council = play.situation.council
    assert council
    adviser = council.option(play.view.option).advisers[0]
    pilot.click(f"adviser:{adviser.office}:{'for' if adviser.supports else 'against'}")
    texts = [p.widget.describe() for p in pilot.stage.page.placed]
    assert any(adviser.says in text for text in texts if text.startswith(adviser.office))
    before = len(texts)
    pilot.click("odds")
    assert len(pilot.stage.page.placed) > before, "the odds are told below their bar"


def test_a_force_that_is_pressed_keeps_its_card_until_it_is_closed() -> None:
    pilot, play = shown((1600, 900))
    unit = play.situation.ground.units[0]
    pilot.stage.send(Inspect(f"unit:{unit.id}"))
    assert any(isinstance(p.widget, UnitCard) for p in pilot.stage.page.placed)
    pilot.click("unpin")
    assert not any(isinstance(p.widget, UnitCard) for p in pilot.stage.page.placed)


def test_a_force_and_a_place_of_the_same_name_have_each_their_own_card() -> None:
    ground = shown((1600, 900))[1].situation.ground
    unit, place = replace(ground.units[0], id="x"), replace(ground.places[0], id="x")
    both = replace(ground, units=(unit,), places=(place,))
    assert pinned.card(both, "unit:x") == UnitCard(unit)
    assert pinned.card(both, "place:x") == PlaceCard(place)
    assert pinned.card(both, "unit:y") is None


def drafted() -> tuple[Pilot, Play]:
    """Show the council with two options on the agenda."""
    now = crowded()
    assert now.council
    agenda = tuple(option.id for option in now.council.open[3:5])
    play = Play(replace(now, council=replace(now.council, agenda=agenda)), Atlas(shipped("assets")))
    return staged(play, (1280, 720)), play


def test_a_press_on_a_slot_looks_at_its_option_and_its_cross_takes_it_off() -> None:
    pilot, play = drafted()
    assert play.situation.council
    first, second = play.situation.council.agenda
    pilot.click(f"slot:{second}")
    assert play.view.option == second and pilot.wanted == []
    pilot.click(f"off:{first}")
    assert pilot.wanted == [Drop(first)]


def test_keys_reach_the_slots_and_each_says_what_it_is() -> None:
    pilot, play = drafted()
    assert play.situation.council
    first = play.situation.council.agenda[0]
    assert f"slot:{first}" in pilot.walk()
    said = pilot.stage.page.describe()
    title = play.situation.council.option(first).title
    assert f"on the agenda: {title}" in said and f"Take off: {title}" in said
    assert "empty slot of the agenda" in said


@pytest.mark.parametrize("left", [11.2, 11.7, 0.0, 26.5])
def test_what_is_left_to_spend_is_rounded_like_its_track(left: float) -> None:
    now = crowded()
    assert now.council
    council = replace(now.council, purse=left, priced=True)
    tracks = (replace(now.tracks[0], value=left, change=0), *now.tracks[1:])
    pilot = staged(Play(replace(now, council=council, tracks=tracks), Atlas(shipped("assets"))))
    texts = [text for p in pilot.stage.page.placed for text, _ in runs(pilot.stage.page, p)]
    assert f"{left:.0f} to spend" in texts and f"{left:.0f}" in texts


@pytest.mark.parametrize(("closed", "tokens"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_there_is_a_handle_only_for_what_there_is_to_open(closed: int, tokens: int) -> None:
    now = crowded()
    assert now.council
    shut = tuple(replace(option, why_not=("not yet",)) for option in now.council.options[:closed])
    few = replace(
        now.council, options=(*now.council.open[closed:], *shut), tokens=now.council.tokens[:tokens]
    )
    page = staged(Play(replace(now, council=few), Atlas(shipped("assets")))).stage.page
    assert bool(page.find("drawer")) == bool(closed)
    assert bool(page.find("forces")) == bool(tokens)
