"""The map in the window: mouse, keys and cards."""

from dataclasses import replace

import pygame
import pytest

from game.paths import shipped
from game.ui.ground import Ground
from game.ui.intents import Intent
from game.ui.map.atlas import Atlas
from game.ui.map.projection import STEPS, Camera
from game.ui.play.legend import Legend, ScaleBar
from game.ui.play.mapview import MapView
from game.ui.play.view import Fold, Inspect, Look, Toggle, View, Zoom
from game.ui.screens.screen import Screen
from game.ui.toolkit import focus
from game.ui.toolkit.widget import Widget
from tests.ui.layout import check
from tests.ui.map.theatre import BOTH, ground_of
from tests.ui.pilot import SIZES, Pilot, staged


class Table(Screen):
    """A screen that is all map."""

    name = "table"

    def __init__(self, ground: Ground, step: int = 0) -> None:
        self.ground, self.atlas = ground, Atlas(shipped("assets"))
        self.view = View("", frozenset({"legend"}), camera=Camera(*ground.theatre.home, step))
        self.told: list[object] = []

    def build(self, width: float, height: float) -> Widget:
        return MapView(self.atlas, self.ground, self.view, name="map")

    def update(self, message: object) -> Intent | None:
        self.told.append(message)
        camera = self.view.camera
        match message:
            case Zoom(by, about):
                self.view = replace(self.view, camera=camera.zoomed(by, about))
            case Look(at):
                self.view = replace(self.view, camera=Camera(*at, camera.step))
            case Toggle(layer):
                self.view = replace(self.view, hidden=self.view.hidden ^ {layer})
            case Fold(what):
                self.view = replace(self.view, opened=self.view.opened ^ {what})
            case _:
                pass
        return None

    def drag(self, move: tuple[float, float], size: tuple[int, int], scale: float) -> None:
        camera = self.view.camera
        projection = camera.projection(self.ground.theatre, *size, scale)
        seen = camera.kept(size, projection)
        self.view = replace(self.view, camera=seen.moved(-move[0], -move[1], projection))

    def wheel(
        self, steps: int, at: tuple[float, float], size: tuple[int, int], scale: float
    ) -> object | None:
        camera = self.view.camera
        projection = camera.projection(self.ground.theatre, *size, scale)
        return Zoom(steps, camera.under(at, size, projection))


def screen(pilot: Pilot) -> Table:
    found = pilot.stage.screen
    assert isinstance(found, Table)
    return found


def pilot_of(scenario: str, step: int = 0, size: tuple[int, int] = (1280, 720)) -> Pilot:
    return staged(Table(ground_of(scenario), step), size)


def reached(pilot: Pilot, first: str) -> set[str]:
    """Return all that arrows lead to from a spot; each is in the view while it has the focus."""
    found, waiting = set[str](), [first]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        pilot.stage._go(name)
        spot = pilot.spot(name)
        assert spot.box.clip(spot.clip).w > 0, f"{name} is out of sight"
        for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            waiting.append(focus.arrow(pilot.stage.page, name, way))
    return found


@pytest.mark.parametrize("scenario", BOTH)
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("what", ["unit", "place"])
def test_arrows_reach_all(scenario: str, step: int, what: str) -> None:
    pilot = pilot_of(scenario, step)
    ground = ground_of(scenario)
    wanted = {f"{what}:{x.id}" for x in (ground.units if what == "unit" else ground.places)}
    assert reached(pilot, sorted(wanted)[0]) == wanted


def test_an_arrow_goes_that_way() -> None:
    pilot = pilot_of(BOTH[0])
    for name in ("unit:ring-watch", "unit:border-column"):
        pilot.stage._go(name)
        x = pilot.spot(name).box.x
        pilot.press(pygame.K_RIGHT)
        assert pilot.stage.focus != name
        assert pilot.spot(pilot.stage.focus).box.x > x


def test_the_map_follows_the_focus() -> None:
    pilot = pilot_of(BOTH[0], step=2)
    away = [s for s in pilot.stage.page.placed if s.widget.name.startswith("place:")]
    far = next(s for s in away if s.box.clip(s.clip).w == 0)
    pilot.stage._go(far.widget.name)
    assert isinstance(screen(pilot).told[-1], Look)
    spot = pilot.spot(far.widget.name)
    assert spot.box.clip(spot.clip).w > 0


def test_dragging_moves_the_ground_with_the_mouse() -> None:
    pilot = pilot_of(BOTH[0], step=1)
    before = pilot.spot("unit:desert-group").box
    pilot.stage.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(640, 700)))
    pilot.move((600, 670), (-40, -30))
    pilot.stage.handle(pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=(600, 670)))
    after, k = pilot.spot("unit:desert-group").box, pilot.stage.kit.scale
    assert (after.x - before.x) * k == pytest.approx(-40, abs=1.5)
    assert (after.y - before.y) * k == pytest.approx(-30, abs=1.5)


def test_the_wheel_zooms_about_the_mouse_even_over_a_unit() -> None:
    pilot = pilot_of(BOTH[0], step=1)
    name = "unit:desert-group"
    x, y = pilot.point(name)
    pilot.move((x, y))
    pilot.stage.handle(pygame.Event(pygame.MOUSEWHEEL, y=1, x=0))
    assert screen(pilot).view.camera.step == 2
    there = pilot.point(name)
    assert abs(there[0] - x) < 40
    assert abs(there[1] - y) < 40


def test_a_card_tells_estimate_source_age_and_confidence() -> None:
    pilot = pilot_of(BOTH[0])
    for name in ("unit:desert-group", "place:palmyra"):
        words = pilot.spot(name).widget.describe()
        for part in ("estimate", "source", "last seen", "confidence"):
            assert part in words


def test_a_press_tells_which_place() -> None:
    pilot = pilot_of(BOTH[0])
    pilot.click("place:palmyra")
    assert screen(pilot).told[-1] == Inspect("place:palmyra")


@pytest.mark.parametrize("layer", ["control", "zone", "corridor", "rings", "units"])
def test_layers_can_be_hidden(layer: str) -> None:
    pilot = pilot_of(BOTH[0])
    pilot.stage.draw()
    before = pygame.surfarray.array3d(pilot.stage.surface)
    pilot.click(f"layer:{layer}")
    pilot.stage.draw()
    assert (pygame.surfarray.array3d(pilot.stage.surface) != before).mean() > 0.001


@pytest.mark.parametrize("scenario", BOTH)
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_layout(scenario: str, size: tuple[int, int], scale: float) -> None:
    check(staged(Table(ground_of(scenario)), size, scale))


@pytest.mark.parametrize("scenario", BOTH)
@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_opened_legend_hides_no_force(scenario: str, step: int) -> None:
    pilot = pilot_of(scenario, step, (1600, 900))
    legend = pilot.spot("legend").box
    units = [s for s in pilot.stage.page.placed if s.widget.name.startswith("unit:")]
    hidden = [s.widget.name for s in units if s.box.clip(legend).w > 0 and s.box.clip(legend).h > 0]
    assert not hidden


def test_what_lies_on_the_map_goes_with_it() -> None:
    """The legend folds and names what is there, the bar is to scale, a button tells its state."""
    pilot = pilot_of(BOTH[0])

    def shown(name: str) -> Widget:
        pilot.stage.draw()
        return pilot.spot(name).widget

    def bar() -> float:
        pilot.stage.draw()
        widgets = (spot.widget for spot in pilot.stage.page.placed)
        return next(w.dp_per_km for w in widgets if isinstance(w, ScaleBar))

    legend, units, near = shown("legend"), shown("layer:units"), bar()
    pilot.click("legend")
    assert shown("legend") != legend
    pilot.click("layer:units")
    assert shown("layer:units") != units
    pilot.click("zoom:1")
    assert bar() == pytest.approx(near * STEPS[1], rel=0.01)
    ground = screen(pilot).ground
    wider = tuple(replace(ring, title=f"{ring.title}!") for ring in ground.rings)
    screen(pilot).ground = replace(ground, rings=wider)
    pilot.stage.changed()
    pilot.click("legend")
    said = shown("legend")
    assert isinstance(said, Legend)
    assert wider[0].title in [title for _, title in said.signs]
