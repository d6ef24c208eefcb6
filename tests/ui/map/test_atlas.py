"""The atlas: what it draws, how often, and how much memory its pictures take."""

import itertools
from dataclasses import replace

import pygame
import pytest

from game.ui.ground import Plan, Ring
from game.ui.map import atlas
from game.ui.map.layers import plan
from tests.ui.map.theatre import BOTH, VIEW, Table, table

PART = 0.0002  # seconds that a part of a sheet is taken to need
MOST = 3.3  # views that a sheet may be as large as; at 1600 by 900 that is 10 MB


def drag(on: Table, dx: int, dy: int, times: int) -> None:
    for _ in range(times):
        on.camera = on.camera.moved(dx, dy, on.projection)
        assert on.sheet.window.contains(on.view)


def colours(surface: pygame.Surface) -> int:
    small = pygame.transform.scale(surface, (80, 60))
    return len({tuple(small.get_at((x, y))) for x in range(80) for y in range(60)})


@pytest.mark.parametrize("scenario", BOTH)
@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("strong", [False, True])
def test_both_theatres_draw(scenario: str, step: int, strong: bool) -> None:
    on = table(scenario, step, strong)
    assert colours(on.picture()) > 300


def test_moving_the_whole_theatre_draws_nothing_again() -> None:
    on = table(BOTH[0])
    first = on.sheet
    drag(on, 25, 10, 30)
    drag(on, -25, -10, 60)
    assert on.sheet is first
    assert on.atlas.drawn == 1


@pytest.mark.parametrize("step", [1, 2])
def test_the_next_part_is_drawn_before_the_view_gets_there(
    step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count()  # a part takes as long as any other, however busy the machine is
    monkeypatch.setattr(atlas, "perf_counter", lambda: PART * next(clock))
    on = table(BOTH[0], step)
    assert on.sheet.window.contains(on.view)
    for dx, dy in ((8, 0), (0, 7), (-8, -4)):
        for _ in range(60):
            on.camera = on.camera.moved(dx, dy, on.projection)
            kept = on.atlas._sheet
            assert kept and kept.window.contains(on.view), "the view had to wait"
            assert on.sheet.window.contains(on.view)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_sheets_stay_small(step: int) -> None:
    on = table(BOTH[0], step)
    drag(on, 9, 4, 80)
    wide, tall = on.sheet.surface.get_size()
    assert wide * tall < MOST * VIEW[0] * VIEW[1]


def test_equal_ground_is_drawn_once() -> None:
    on = table(BOTH[1])
    first = on.sheet
    on.ground = replace(on.ground)
    assert on.sheet is first


def test_pictures_do_not_depend_on_the_way_there() -> None:
    straight, about = table(BOTH[0], 2), table(BOTH[0], 2)
    drag(about, 40, 0, 12)
    drag(about, -40, 0, 12)
    assert straight.view == about.view
    one, other = (pygame.surfarray.array3d(t.picture()).astype(int) for t in (straight, about))
    assert abs(one - other).mean() < 1.5  # of 255: the relief is scaled from another corner


def test_a_plan_is_seen() -> None:
    on = table(BOTH[0])
    a, b = on.ground.places[0].at, on.ground.places[9].at
    for what in (Plan(b, a), Plan(a), Plan(a, km=80), Plan(a, a)):
        picture = on.picture()
        before = pygame.surfarray.array3d(picture)
        plan.draw(picture, on.kit, on.projection, (what,), on.view)
        assert (pygame.surfarray.array3d(picture) != before).any(), what


def test_rings_are_to_scale() -> None:
    on = table(BOTH[0])
    centre = on.ground.theatre.home
    on.ground = replace(on.ground, rings=(Ring("r", "A ring", centre, 100, "#ffffff"),))
    x, y = on.projection.xy(centre)
    one_degree = on.projection.xy((centre[0], centre[1] - 1))[1] - y
    assert on.projection.km(111.2) == pytest.approx(one_degree)
    bare = table(BOTH[0])
    bare.ground = replace(bare.ground, rings=())
    edge = int(x - on.sheet.window.x), int(y + on.projection.km(100) - on.sheet.window.y)
    strip = pygame.Rect(edge[0] - 6, edge[1] - 4, 12, 8)
    parts = [pygame.surfarray.array3d(t.sheet.surface.subsurface(strip)) for t in (on, bare)]
    assert (parts[0] != parts[1]).any()


def test_without_places_there_is_still_a_map() -> None:
    on = table(BOTH[0])
    on.ground = replace(on.ground, places=(), units=(), rings=(), corridor=(), warning=None)
    assert colours(on.picture()) > 100
