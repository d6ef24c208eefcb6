"""Rings: distances on the ground, to scale, named beside their own line."""

from collections.abc import Iterator
from math import cos, hypot, radians, sin

import numpy as np
from pygame import FRect, Vector2

from game.ui.ground import Ground, Ring
from game.ui.map import pen
from game.ui.map.inks import readable
from game.ui.map.pen import XY, Stroke
from game.ui.map.projection import Projection
from game.ui.map.scene import SLACK, Piece, Scene, box_at
from game.ui.map.sheet import Sheet
from game.ui.toolkit.theme import colour

DASHES, DOTS = (11, 5, 2), (2.2, 5.5, 2.2)
"""Of a zone that is kept, and of a reach: on, off and width in dp."""
AWAY = 3  # dp between a ring and its name
LATER = 0.4  # how much lying on lines a place further down the order is worth
CROSSED = 20  # the same of lying on the line of any ring
LOW = (90, 75, 105, 60, 120, 270, 45, 135, 255, 285)
NEAR = 100  # km; a larger ring is drawn as lightly as a reach


def circle(projection: Projection, ring: Ring, steps: int = 144) -> tuple[XY, ...]:
    """Return the points of a ring in pixels of the theatre."""
    x, y = projection.xy(ring.at)
    r = projection.km(ring.km)
    turns = [radians(360 * i / steps) for i in range(steps + 1)]
    return tuple((x + r * cos(t), y + r * sin(t)) for t in turns)


class Rings:
    """Draws every ring; the names come later, when the units have taken their places."""

    name = "rings"

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        for ring in ground.rings:
            line = np.array(circle(sheet.projection, ring)) - sheet.window.topleft
            near = ring.km < NEAR and not ring.reach
            on, off, width = DOTS if ring.reach else DASHES
            ink = colour(readable(ring.ink), 255 if near else 190)
            under = Stroke(line, colour("shade", 150 if near else 60), sheet.dp(4.2))
            thick = sheet.dp(width if near or ring.reach else 1.2)
            over = Stroke(line, ink, thick, (sheet.dp(on), sheet.dp(off)))
            yield from pen.ink(sheet.surface, [under, over])


def names(scene: Scene, ground: Ground) -> None:
    """Name the rings beside their line, where there is room and few other lines run."""
    for ring in ground.rings:
        ink = colour(readable(ring.ink))
        image = scene.kit.type.picture(ring.title, "caption-bold", ink, halo=True)
        size = image.get_width() - scene.dp(2), image.get_height() - scene.dp(SLACK)
        if box := _best(scene, ring, size):
            scene.placer.take(box)
            spot = image.get_rect(center=(round(box.centerx), round(box.centery)))
            scene.pieces.append(Piece(image, (spot,), ring.title))


def _best(scene: Scene, ring: Ring, size: tuple[float, float]) -> FRect | None:
    """Return the free box for a name that is early in the order and lies on few lines."""
    best, least = None, float("inf")
    for rank, box in enumerate(boxes(scene, ring, size)):
        cost = rank * LATER + scene.placer.clutter.under(box)
        cost += CROSSED * any(crosses(scene, other, box) for other in scene.ground.rings)
        if cost < least and scene.placer.free(box) and scene.size.contains(box):
            best, least = box, cost
    return best


def boxes(scene: Scene, ring: Ring, size: tuple[float, float]) -> Iterator[FRect]:
    """Return boxes just outside and just inside a ring, the best for a name first."""
    centre, r = Vector2(scene.xy(ring.at)), scene.projection.km(ring.km)
    home = Vector2(scene.xy(scene.projection.theatre.home))
    away = scene.dp(AWAY)
    ways = [Vector2(1, 0).rotate(angle) for angle in (*LOW, *range(0, 360, 10))]
    few = len(LOW) if ring.km < NEAR else 0
    rest = sorted(ways[len(LOW) :], key=lambda way: (centre + way * r).distance_to(home))
    for way in (*ways[:few], *rest):
        yield _box(centre + way * (r + away + _half(way, size)), size)
        if far := _within(way, size, r - away):
            yield _box(centre + way * far, size)


def crosses(scene: Scene, ring: Ring, box: FRect) -> bool:
    """Say whether the line of a ring runs through a box."""
    x, y = scene.xy(ring.at)
    across, down = abs(x - box.centerx), abs(y - box.centery)
    near = hypot(max(0.0, across - box.w / 2), max(0.0, down - box.h / 2))
    return near < scene.projection.km(ring.km) < hypot(across + box.w / 2, down + box.h / 2)


def _box(middle: Vector2, size: tuple[float, float]) -> FRect:
    return box_at((middle.x, middle.y), *size)


def _half(way: Vector2, size: tuple[float, float]) -> float:
    """Return how far a box reaches from its middle in a direction."""
    return (abs(way.x) * size[0] + abs(way.y) * size[1]) / 2


def _within(way: Vector2, size: tuple[float, float], r: float) -> float:
    """Return how far off the middle of a circle a box still lies in it; nought if it never does."""
    far = r
    for corner in (Vector2(size[0], size[1]) / 2, Vector2(size[0], -size[1]) / 2):
        along = abs(way.dot(corner))
        rest = along * along - corner.length_squared() + r * r
        far = min(far, rest**0.5 - along) if rest > 0 else 0
    return max(0.0, far)
