"""Units: counters above the places where they stand, their names, and where they are going."""

from collections.abc import Sequence
from math import ceil

import pygame
from pygame import FRect, Rect, Surface, Vector2

from game.ui.ground import Ground, Unit
from game.ui.map.blocks import Block, blocks
from game.ui.map.inks import readable
from game.ui.map.scene import Piece, Scene
from game.ui.map.symbols import stamp
from game.ui.toolkit import shapes
from game.ui.toolkit.theme import colour

SIZE = 33  # dp of a counter
CELL = 34.5  # dp of a counter and the room around it
ABOVE = 6  # dp from a place to the counters above it
FAR = 9  # dp; a block that was pushed farther than this has a line to its place
LONG = 64  # dp of an arrow that shows where a force is going
SURE = {"high": 0, "medium": 1, "low": 2}


def counters(scene: Scene, ground: Ground, fixed: Sequence[FRect] = ()) -> None:
    """Put the counters on the scene, off what is fixed; note where each can be pointed at."""
    spots = [scene.xy(unit.at) for unit in ground.units]
    found = blocks(ground.units, spots, scene.dp(CELL), scene.dp(ABOVE), scene.size, fixed)
    for block in found:
        scene.placer.take(block.box.inflate(-scene.dp(4), -scene.dp(4)))
        if block.moved > scene.dp(FAR):
            scene.pieces.append(leader(scene, block))
    rows = [
        (unit, cell)
        for block in found
        for unit, cell in zip(block.units, block.cells(), strict=True)
    ]
    for unit, cell in rows:
        scene.spots[f"unit:{unit.id}"] = Rect(cell)
        if unit.towards:
            scene.pieces.append(heading(scene, unit, Vector2(cell.center)))
    for unit, cell in rows:
        picture = stamp(scene.kit, unit.kind, unit.identity, unit.ink, SIZE)
        at = round(cell.centerx), round(cell.centery)
        scene.pieces.append(Piece(picture, (picture.get_rect(center=at),)))
        if unit.report.doubtful:
            scene.pieces.append(badge(scene, cell))


def names(scene: Scene, ground: Ground) -> None:
    """Name the units where there is room, the surest first."""
    for unit in sorted(ground.units, key=lambda u: SURE.get(u.report.confidence, 3)):
        cell = FRect(scene.spots[f"unit:{unit.id}"])
        scene.write(unit.title, cell, "caption-bold", "white", "t r l b tr tl br bl", 0)


def badge(scene: Scene, cell: FRect) -> Piece:
    """Return a small question mark at the corner of a counter: old and unsure."""
    r = scene.dp(6)

    def make() -> Surface:
        side = ceil(2 * r + scene.dp(2))

        def paint(large: Surface, q: int) -> None:
            centre = side * q / 2, side * q / 2
            pygame.draw.circle(large, colour("shade"), centre, (r + scene.dp(1)) * q)
            pygame.draw.circle(large, colour("paper"), centre, r * q)

        out = shapes.smooth((side, side), paint)
        sign = scene.kit.type.picture("?", "kicker", colour("dark"))
        shapes.stamp(out, sign, sign.get_rect(center=(side // 2, side // 2)).topleft)
        return out

    picture = scene.kit.shapes.get(("doubt", r), make)
    at = round(cell.right - scene.dp(4)), round(cell.bottom - scene.dp(4))
    return Piece(picture, (picture.get_rect(center=at),))


def leader(scene: Scene, block: Block) -> Piece:
    """Return a thin line from a block that was pushed away to its place."""
    end = Vector2(
        min(max(block.box.left, block.foot.x), block.box.right),
        min(max(block.box.top, block.foot.y), block.box.bottom),
    )
    line = [(block.foot.x, block.foot.y), (end.x, end.y)]
    return drawn(scene, [(line, "shade", 3.2, 170), (line, "paper", 1.3, 255)])


def heading(scene: Scene, unit: Unit, start: Vector2) -> Piece:
    """Return a short arrow from a counter towards where its unit is going."""
    assert unit.towards
    way = Vector2(scene.xy(unit.towards)) - start
    if way.length() < 1:
        way = Vector2(1, 0)
    tip = start + way.normalize() * min(max(way.length(), scene.dp(CELL)), scene.dp(LONG))
    head = [tip - way.normalize().rotate(turn) * scene.dp(10) for turn in (28, -28)]
    shaft = [(start.x, start.y), (tip.x, tip.y)]
    wings = [(head[0].x, head[0].y), (tip.x, tip.y), (head[1].x, head[1].y)]
    ink = readable(unit.ink)
    under = [(line, "shade", 5.2, 190) for line in (shaft, wings)]
    return drawn(scene, under + [(line, ink, 2.8, 255) for line in (shaft, wings)])


Drawn = tuple[list[tuple[float, float]], str, float, int]


def drawn(scene: Scene, lines: list[Drawn]) -> Piece:
    """Return a few lines as one picture."""
    edge = scene.dp(4) + 2
    xs, ys = zip(*(p for line, *_ in lines for p in line), strict=True)
    box = Rect(int(min(xs) - edge), int(min(ys) - edge), 0, 0)
    box.size = int(max(xs) + edge) - box.x, int(max(ys) + edge) - box.y

    def paint(large: Surface, q: int) -> None:
        for line, ink, width, alpha in lines:
            moved = [((x - box.x) * q, (y - box.y) * q) for x, y in line]
            pygame.draw.lines(
                large, colour(ink, alpha), False, moved, max(1, round(scene.dp(width) * q))
            )

    return Piece(shapes.smooth(box.size, paint), (box,))
