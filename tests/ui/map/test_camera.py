"""The camera: where places lie, what zoom and moving keep."""

import pytest

from game.ui.map.projection import MARGIN, STEPS, Camera, around
from tests.ui.map.theatre import BOTH, VIEW, table


@pytest.mark.parametrize("scenario", BOTH)
def test_a_pixel_goes_back_to_its_place(scenario: str) -> None:
    p = table(scenario).projection
    for place in table(scenario).ground.places:
        assert p.at(*p.xy(place.at)) == pytest.approx(place.at)


@pytest.mark.parametrize("by", [1, -1])
def test_zoom_keeps_the_place_under_the_mouse(by: int) -> None:
    on = table(BOTH[0], step=1)
    mouse = 500, 300
    place = on.projection.at(on.view.x + mouse[0], on.view.y + mouse[1])
    on.camera = on.camera.zoomed(by, place)
    x, y = on.projection.xy(place)
    slack = 1 if by > 0 else 60  # the view may not leave the theatre when one goes back
    assert abs(x - on.view.x - mouse[0]) <= slack
    assert abs(y - on.view.y - mouse[1]) <= slack


def test_zoom_ends_at_both_ends() -> None:
    camera = Camera(0, 0)
    assert camera.zoomed(-1).step == 0
    assert camera.zoomed(9).step == len(STEPS) - 1


@pytest.mark.parametrize("scenario", BOTH)
@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_view_never_leaves_the_theatre(scenario: str, step: int) -> None:
    on = table(scenario, step)
    for dx, dy in ((9999, 0), (-9999, 0), (0, 9999), (0, -9999)):
        on.camera = on.camera.moved(dx, dy, on.projection)
        assert on.view.size == VIEW
        assert on.scene.size.contains(on.view)


def test_what_is_drawn_holds_the_view() -> None:
    on = table(BOTH[0], step=2)
    window = around(on.view, on.scene.size, MARGIN)
    assert window.contains(on.view)


def test_keys_move_the_view_and_back_at_once_from_every_edge() -> None:
    on = table(BOTH[0], step=1)
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        for _ in range(30):
            on.camera = on.camera.nudged(right, down, on.ground.theatre)
        edge = on.view
        on.camera = on.camera.nudged(-right, -down, on.ground.theatre)
        on.camera = on.camera.nudged(-right, -down, on.ground.theatre)
        assert on.view != edge
