"""Names and counters: none lies on another, none is cut, all forces are there."""

from dataclasses import replace
from itertools import combinations
from math import dist

import pygame
import pytest
from pygame import Rect

from game.ui.map.blocks import blocks
from game.ui.map.geography import course
from game.ui.map.layers.units import CELL
from game.ui.map.scene import Piece
from tests.ui.map.theatre import BOTH, table

OPAQUE, FAINT = 240, 60  # alpha of letters, of wide faint names; the halo is between
everywhere = pytest.mark.parametrize(
    ("scenario", "step"), [(s, step) for s in BOTH for step in (0, 1, 2)]
)


def letters(piece: Piece) -> pygame.Mask:
    """Return where the letters of a name are."""
    thick = pygame.mask.from_surface(piece.picture, OPAQUE)
    return thick if thick.count() else pygame.mask.from_surface(piece.picture, FAINT)


@everywhere
def test_names_never_lie_on_each_other(scenario: str, step: int) -> None:
    names = [
        (piece.text, spot, letters(piece))
        for piece in table(scenario, step).scene.pieces
        if piece.text
        for spot in piece.spots
    ]
    assert len(names) > 5
    for (one, a, mine), (other, b, theirs) in combinations(names, 2):
        if one != other and a.colliderect(b):
            assert not mine.overlap(theirs, (b.x - a.x, b.y - a.y)), f"{one} lies on {other}"


@everywhere
def test_names_keep_off_counters(scenario: str, step: int) -> None:
    scene = table(scenario, step).scene
    counters = [box.inflate(-8, -8) for name, box in scene.spots.items() if name[:5] == "unit:"]
    for piece in scene.pieces:
        for spot in piece.spots if piece.text else ():
            hit = spot.collidelist(counters)
            cut = letters(piece).overlap_area(
                pygame.Mask(counters[hit].size, fill=True),
                (counters[hit].x - spot.x, counters[hit].y - spot.y),
            )
            assert hit < 0 or not cut, f"{piece.text} lies on a counter"


@everywhere
def test_every_name_that_is_seen_is_seen_whole(scenario: str, step: int) -> None:
    on = table(scenario, step)
    for dx in (0, 37, 81, -300):
        on.camera = on.camera.moved(dx, dx // 2, on.projection)
        for piece, spot in on.scene.seen(on.view):
            assert not piece.text or on.view.contains(spot)


def test_no_name_shows_from_under_the_legend() -> None:
    on = table(BOTH[0])
    with_it, without = pygame.Surface(on.view.size), pygame.Surface(on.view.size)
    cover = Rect(200, 200, 500, 300)
    on.scene.draw(with_it, on.view, [cover])
    on.scene.draw(without, on.view)
    edge = pygame.Surface.subsurface
    beside = Rect(180, 200, 18, 300)  # letters that would stick out at the left
    both = [pygame.mask.from_surface(edge(s, beside), 127).count() for s in (with_it, without)]
    assert both[0] <= both[1]
    names = [(p, s) for p, s in on.scene.seen(on.view) if p.text]
    under = [s for _, s in names if s.move(-on.view.x, -on.view.y).colliderect(cover)]
    assert under, "nothing lay there, so nothing was shown by this test"


@everywhere
def test_counters_stand_beside_each_other(scenario: str, step: int) -> None:
    on = table(scenario, step)
    boxes = [on.scene.spots[f"unit:{unit.id}"] for unit in on.ground.units]
    assert len(boxes) == len(on.ground.units)
    for one, other in combinations(boxes, 2):
        assert one.clip(other).w <= 1 or one.clip(other).h <= 1


@everywhere
def test_every_place_can_be_pointed_at(scenario: str, step: int) -> None:
    on = table(scenario, step)
    for place in on.ground.places:
        assert on.scene.spots[f"place:{place.id}"].inflate(2, 2).collidepoint(on.scene.xy(place.at))


def test_forces_of_one_place_stand_together_above_it() -> None:
    on = table(BOTH[0])
    many = tuple(replace(on.ground.units[0], id=f"u{i}") for i in range(7))
    (block,) = blocks(many, [(500.0, 500.0)] * 7, CELL, 6, Rect(0, 0, 1000, 1000))
    cells = block.cells()
    assert len(cells) == 7
    assert block.box.bottom == 494
    assert all(block.box.inflate(1, 1).contains(cell) for cell in cells)


def test_what_changes_hands_moves_no_name() -> None:
    on = table(BOTH[0])
    before = [(piece.text, piece.spots) for piece in on.scene.pieces]
    first = replace(on.ground.places[0], ink="#123456", holder="Somebody")
    on.ground = replace(on.ground, places=(first, *on.ground.places[1:]))
    assert [(piece.text, piece.spots) for piece in on.scene.pieces] == before


def test_hidden_layers_are_gone_and_leave_their_room() -> None:
    on = table(BOTH[0])
    shown = len(on.scene.pieces)
    on.hidden = frozenset({"units"})
    assert not [name for name in on.scene.spots if name.startswith("unit:")]
    assert len(on.scene.pieces) < shown


@everywhere
def test_what_is_said_of_a_bank_stands_on_that_bank(scenario: str, step: int) -> None:
    on = table(scenario, step)
    bank = on.ground.warning
    found = [p for p in on.scene.pieces if bank and p.text == bank.title.upper()]
    for piece in found:
        assert bank
        line = course(on.scene.geography, bank.rivers, bank.source, bank.end)
        centre = piece.spots[0].center
        x, y = min(map(on.scene.xy, line), key=lambda p: dist(p, centre))
        assert dist((x, y), centre) < on.projection.km(bank.km) + 20
        assert centre[1] > y
    assert found or scenario != BOTH[0] or step
