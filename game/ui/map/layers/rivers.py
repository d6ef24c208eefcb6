"""Names along rivers: of the river itself, and of what is said of one of its banks."""

from collections.abc import Sequence
from math import atan2, degrees

import pygame
from pygame import Surface, Vector2

from game.ui.ground import Ground, Point
from game.ui.map.geography import course
from game.ui.map.inks import readable
from game.ui.map.scene import Piece, Scene, box_at
from game.ui.toolkit.theme import colour

ALONG = tuple(i / 20 for i in range(3, 18))  # where along a river its name is tried
BESIDE = (-13, 15, -18, 20)  # dp from the river to its name
ON_BANK = (20, 28, 38, 50)  # the same for what is said of its right bank
LINKS = 12  # boxes that together cover a slanting name; one upright box would be too big


def rivers(scene: Scene, ground: Ground) -> None:
    """Name the great rivers, each once, where there is room, as near the middle as may be."""
    t = ground.theatre
    for name, title in t.names:
        points = [p for r in scene.geography.rivers if r.name == name for p in r.points]
        seen = [p for p in points if t.west < p[0] < t.east and t.south < p[1] < t.north]
        beside(scene, title, seen, "water", "waterlabel", BESIDE)


def warning(scene: Scene, ground: Ground) -> None:
    """Say on the bank that a warning is for what it is."""
    bank = ground.warning
    if bank:
        line = course(scene.geography, bank.rivers, bank.source, bank.end)
        beside(scene, bank.title.upper(), line, "kicker", readable(bank.ink), ON_BANK)


def beside(
    scene: Scene, title: str, line: Sequence[Point], style: str, ink: str, off: Sequence[int]
) -> bool:
    """Write a name beside a line, turned the way it runs; say whether there was room."""
    image = scene.kit.type.picture(title, style, colour(ink), halo=True)
    points = [Vector2(scene.xy(p)) for p in line]
    if len(points) < 2:
        return False
    low, high = min(p.x for p in points), max(p.x for p in points)
    if high - low < image.get_width():
        return False
    home = scene.xy(scene.projection.theatre.home)
    places = [_point(points, low + (high - low) * share) for share in ALONG]
    places.sort(key=lambda p: p.distance_to(home))
    return any(_at(scene, title, image, points, p, up) for p in places for up in off)


def _point(line: list[Vector2], x: float) -> Vector2:
    """Return the point of a line that lies nearest to a place across."""
    return min(line, key=lambda p: abs(p.x - x))


def _at(
    scene: Scene, title: str, image: Surface, line: list[Vector2], middle: Vector2, up: int
) -> bool:
    """Write a name so far beside a point of a line, if nothing lies there."""
    near = [p for p in line if p.distance_to(middle) < image.get_width() * 0.6]
    first = min(near, key=lambda p: p.x)
    last = max(near, key=lambda p: p.x - middle.x + (p.y - middle.y) * 0.2)
    way = last - first
    angle = degrees(atan2(way.y, way.x)) if abs(way.x) > 2 else 90
    centre = sum(near, Vector2()) / len(near)
    at = centre + Vector2(0, scene.dp(up)).rotate(angle)
    boxes = [box_at((p.x, p.y), *size) for p, size in _links(at, angle, image.get_size())]
    if not all(scene.placer.free(box) and scene.size.contains(box) for box in boxes):
        return False
    for box in boxes:
        scene.placer.take(box)
    turned = pygame.transform.rotozoom(image, -angle, 1)
    spot = turned.get_rect(center=(round(at.x), round(at.y)))
    scene.pieces.append(Piece(turned, (spot,), title))
    return True


def _links(
    at: Vector2, angle: float, size: tuple[int, int]
) -> list[tuple[Vector2, tuple[float, float]]]:
    """Return middles and sizes of the boxes that cover a slanting name."""
    step = Vector2(size[0] / LINKS, 0).rotate(angle)
    wide = abs(step.x) + size[1] * 0.5
    tall = abs(step.y) + size[1] * 0.6
    first = at - step * (LINKS - 1) / 2
    return [(first + step * i, (wide, tall)) for i in range(LINKS)]
