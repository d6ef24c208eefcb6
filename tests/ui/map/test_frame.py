"""A map without a window of its author's: its first view holds all places, wherever they lie."""

from dataclasses import replace

import pytest
from pygame import Rect

from game.core.chance import seed_of
from game.engine.exercise import prepare
from game.engine.game import Game
from game.scenario.load import load
from game.ui.ground import Ground, Point, Theatre
from game.ui.map.frame import around
from game.ui.map.projection import Camera
from game.ui.present import ground
from tests.ui.map.theatre import BOTH, PLAIN, ground_of

VIEWS = ((896, 519), (1120, 648), (672, 389), (717, 607), (1984, 778))
"""Of windows of 1280x720, 1600x900, 960x540, of one that is nearly square, of one that is wide."""
EDGE = 0.02  # of a view, that lies free around all places
PLACES: dict[str, list[Point]] = {
    "wide": [(20.0, 40.0), (44.0, 41.0), (31.0, 40.2)],
    "tall": [(20.0, 30.0), (21.0, 45.0), (20.3, 37.0)],
    "north": [(11.2, 64.9), (11.0, 64.7), (11.3, 64.5)],
    "one": [(20.0, 40.0)],
    "pole": [(20.0, 89.0), (100.0, 84.0)],
    "across 180": [(177.5, 64.7), (-175.8, 66.3), (-165.4, 64.5)],
}


def free(theatre: Theatre, points: list[Point], size: tuple[int, int]) -> bool:
    """Say whether all places lie in the first view, off its edges."""
    camera = Camera.home(theatre)
    projection = camera.projection(theatre, *size, 1.0)
    view = camera.view(size, projection)
    assert Rect((0, 0), projection.size).contains(view)
    inner = view.inflate(-2 * EDGE * size[0], -2 * EDGE * size[1])
    return all(inner.collidepoint(projection.near(point)) for point in points)


@pytest.mark.parametrize("size", VIEWS)
@pytest.mark.parametrize("points", PLACES.values(), ids=list(PLACES))
def test_the_first_view_holds_all_places(points: list[Point], size: tuple[int, int]) -> None:
    west, south, east, north = around(points)
    home = (west + east) / 2, (south + north) / 2
    assert free(Theatre(west, south, east, north, home), points, size)


def bare(points: list[Point]) -> Ground:
    """Return what the map shows of a scenario without a chart whose places lie elsewhere."""
    loaded = load(PLAIN)
    places = {
        name: place.model_copy(update={"position": points[number % len(points)]})
        for number, (name, place) in enumerate(loaded.scenario.places.items())
    }
    chart = type(loaded.scenario.chart)()
    scenario = loaded.scenario.model_copy(update={"places": places, "chart": chart})
    return ground.of(Game(prepare(replace(loaded, scenario=scenario)), seed_of("a map")))


@pytest.mark.parametrize("size", VIEWS[:3])
@pytest.mark.parametrize("points", [PLACES["wide"], PLACES["across 180"]])
def test_a_scenario_without_a_chart_opens_on_all_of_it(
    points: list[Point], size: tuple[int, int]
) -> None:
    shown = bare(points)
    there = [place.at for place in shown.places] + [ring.at for ring in shown.rings]
    assert free(shown.theatre, there, size)
    for at in there:
        assert shown.theatre.west < at[0] < shown.theatre.east, "not on this side of 180 degrees"


@pytest.mark.parametrize("scenario", BOTH)
def test_an_author_s_window_is_kept(scenario: str) -> None:
    chart, t = load(scenario).scenario.chart, ground_of(scenario).theatre
    assert (t.west, t.south, t.east, t.north) == chart.window
    assert t.home == chart.home
