"""Room: where inside a country there is room for its name, so that it is seen in most views."""

from collections.abc import Iterator, Sequence

import pygame
from pygame import FRect, Surface

from game.ui.map.geography import Line
from game.ui.map.scene import Scene, box_at

COARSE = 8  # pixels to a cell of the picture of a country
ACROSS, DOWN = 11, 9  # places tried
MOST = 12
APART = 0.22  # of the theatre, between two places of one name
ASIDE = 0.35  # how much a place off the middle costs, in weights of lines per cell


def middles(scene: Scene, rings: Sequence[Line], size: tuple[int, int]) -> Iterator[FRect]:
    """Return boxes for a name inside a country, the best first, apart from each other."""
    picture = _filled(scene, rings)
    part = picture.get_bounding_rect()
    tries = []
    middle = part.centerx * COARSE, part.centery * COARSE
    for i in range(ACROSS):
        for j in range(DOWN):
            x = (part.x + (i + 0.5) * part.w / ACROSS) * COARSE
            y = (part.y + (j + 0.5) * part.h / DOWN) * COARSE
            box = box_at((x, y), *size)
            if _within(picture, box) and scene.placer.free(box.inflate(0, -size[1] * 0.35)):
                away = abs(x - middle[0]) + abs(y - middle[1])
                cost = scene.placer.clutter.under(box) + ASIDE * away / scene.kit.scale / COARSE
                tries.append((cost, x, y, box))
    found: list[FRect] = []
    for _, _, _, box in sorted(tries, key=lambda row: row[:3]):
        if all(_apart(box, other) > APART * scene.size.h for other in found):
            found.append(box)
            yield box
        if len(found) == MOST:
            return


def _apart(one: FRect, other: FRect) -> float:
    return abs(one.centerx - other.centerx) + abs(one.centery - other.centery)


def _filled(scene: Scene, rings: Sequence[Line]) -> Surface:
    """Return a coarse picture of a country, clear where it is not."""
    size = scene.size.w // COARSE + 1, scene.size.h // COARSE + 1
    out = Surface(size, pygame.SRCALPHA)
    for ring in rings:
        pygame.draw.polygon(
            out, "white", [(x / COARSE, y / COARSE) for x, y in map(scene.projection.xy, ring)]
        )
    return out


def _within(picture: Surface, box: FRect) -> bool:
    """Say whether middle and ends of a box lie in the country."""
    area = picture.get_rect()
    points = [(x / COARSE, box.centery / COARSE) for x in (box.left, box.centerx, box.right)]
    return all(area.collidepoint(p) and picture.get_at((int(p[0]), int(p[1]))).a for p in points)
