"""Rings: distances on the ground, to scale, named on their own line."""

from collections.abc import Iterator
from math import cos, radians, sin

import numpy as np
from pygame import Vector2

from game.ui.ground import Ground, Ring
from game.ui.map import pen
from game.ui.map.inks import readable
from game.ui.map.pen import XY, Stroke
from game.ui.map.projection import Projection
from game.ui.map.scene import Piece, Scene, box_at
from game.ui.map.sheet import Sheet
from game.ui.toolkit.theme import colour

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
            dash = (sheet.dp(8), sheet.dp(5)) if near else (sheet.dp(2), sheet.dp(5))
            ink = colour(readable(ring.ink), 255 if near else 190)
            under = Stroke(line, colour("shade", 150 if near else 60), sheet.dp(4.2))
            over = Stroke(line, ink, sheet.dp(2 if near else 1.2), dash)
            yield from pen.ink(sheet.surface, [under, over])


def names(scene: Scene, ground: Ground) -> None:
    """Name the rings where there is room on their line, in the middle of it if there is."""
    for ring in ground.rings:
        ink = colour(readable(ring.ink))
        image = scene.kit.type.picture(ring.title, "caption-bold", ink, halo=True)
        for point in spots(scene, ring):
            box = box_at((point.x, point.y), image.get_width(), image.get_height())
            if scene.placer.free(box.inflate(-2, -4)) and scene.size.contains(box):
                scene.placer.take(box)
                spot = image.get_rect(center=(round(point.x), round(point.y)))
                scene.pieces.append(Piece(image, (spot,), ring.title))
                break


def spots(scene: Scene, ring: Ring) -> list[Vector2]:
    """Return points of the ring, the best for a name first."""
    centre, r = Vector2(scene.xy(ring.at)), scene.projection.km(ring.km)
    home = Vector2(scene.xy(scene.projection.theatre.home))
    points = [centre + Vector2(r, 0).rotate(angle) for angle in (*LOW, *range(0, 360, 10))]
    few = len(LOW) if ring.km < NEAR else 0
    return points[:few] + sorted(points[len(LOW) :], key=lambda p: p.distance_to(home))
