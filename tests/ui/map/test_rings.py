"""Rings: their names stand beside the lines, and a reach does not look like a zone."""

from dataclasses import replace

import pygame
import pytest
from pygame import FRect

from game.ui.ground import Ring
from game.ui.map.layers import rings
from tests.ui.map.theatre import RELIEF, Table, table

INK = "#4fa3e0"


def two(step: int) -> Table:
    """Return a map with a zone and, around the same place, a reach that is a little wider."""
    on = table(RELIEF, step)
    at = on.ground.rings[0].at
    ours = (
        Ring("zone", "A ring of a zone", at, 55, INK),
        Ring("reach", "A reach", at, 70, INK, True),
    )
    on.ground = replace(on.ground, rings=ours)
    return on


@pytest.mark.parametrize("step", [0, 1, 2])
def test_no_ring_runs_through_the_name_of_one(step: int) -> None:
    for on in (two(step), table(RELIEF, step)):
        titles = {ring.title for ring in on.ground.rings}
        named = [piece for piece in on.scene.pieces if piece.text in titles]
        assert {piece.text for piece in named} == titles
        for piece in named:
            box = FRect(piece.spots[0]).inflate(-2, -8)
            for ring in on.ground.rings:
                assert not rings.crosses(on.scene, ring, box), f"{ring.title} through {piece.text}"


def test_a_line_runs_through_a_box_or_beside_it() -> None:
    on = two(0)
    zone = on.ground.rings[0]
    (x, y), r = on.scene.xy(zone.at), on.projection.km(zone.km)
    for near, through in ((r, True), (r - 30, False), (r + 30, False), (0, False)):
        box = FRect(0, 0, 40, 16)
        box.center = x, y + near
        assert rings.crosses(on.scene, zone, box) is through


def test_a_name_keeps_near_its_own_line() -> None:
    on = two(1)
    for ring in on.ground.rings:
        (piece,) = (piece for piece in on.scene.pieces if piece.text == ring.title)
        box = FRect(piece.spots[0]).inflate(2 * on.kit.px(10), 2 * on.kit.px(10))
        assert rings.crosses(on.scene, ring, box)


def test_a_reach_is_dotted_and_a_zone_is_dashed() -> None:
    covered = []
    bare = table(RELIEF, 1)
    bare.ground = replace(bare.ground, rings=())
    for reach in (False, True):
        on = two(1)
        on.ground = replace(on.ground, rings=(replace(on.ground.rings[0], reach=reach),))
        both = [pygame.surfarray.array3d(t.sheet.surface).astype(int) for t in (on, bare)]
        covered.append(((both[0] - both[1]).max(2) > 40).sum())
    assert covered[1] < covered[0] / 1.6
