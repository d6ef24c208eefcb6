"""Warning zone: one bank of the real river, hatched, fading with the distance from it."""

from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Rect, Surface, Vector2

from game.ui.ground import Ground, Warning
from game.ui.map import pen
from game.ui.map.geography import Line, course
from game.ui.map.sheet import Kept, Sheet
from game.ui.toolkit.theme import colour

CELLS = 90  # across the grid on which the fading is computed
Grid = NDArray[np.float64]


class WarningZone:
    """Keeps the hatched band; it depends on the window and the zone."""

    name = "zone"

    def __init__(self) -> None:
        self._kept = Kept()
        self._corner = (0, 0)

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        """Hatch the bank and draw the line of the river over it."""
        zone = ground.warning
        if zone is None:
            return
        river = course(sheet.geography, zone.rivers, zone.source, zone.end)
        if len(river) < 2:
            return
        key = (sheet.key, zone)
        if self._kept.key != key or self._kept.picture is None:
            self._kept = Kept(key, self._hatched(sheet, zone, river))
        assert self._kept.picture
        sheet.surface.blit(self._kept.picture, self._corner)
        pen.ink(
            sheet.surface,
            [sheet.stroke(river, zone.ink, 5.5, 70), sheet.stroke(river, zone.ink, 1.6, 235)],
        )

    def _hatched(self, sheet: Sheet, zone: Warning, river: Line) -> Surface:
        line = [Vector2(sheet.xy(p)) for p in river]
        reach = sheet.projection.km(zone.km * 1.15)
        part = bounds(line).inflate(2 * reach, 2 * reach).clip(sheet.surface.get_rect())
        self._corner = part.topleft
        if not part.w or not part.h:
            return Surface((1, 1), pygame.SRCALPHA)
        out, tile = (
            Surface(part.size, pygame.SRCALPHA),
            hatch(round(sheet.dp(8)), sheet.dp(0.9), zone.ink),
        )
        step = tile.get_width()
        out.blits([(tile, (x, y)) for x in range(0, part.w, step) for y in range(0, part.h, step)])
        bank = [
            *line,
            Vector2(line[-1].x, part.bottom),
            Vector2(part.bottomleft),
            Vector2(part.left, line[0].y),
        ]
        rings = sheet.geography.polygons.get(zone.country, [])
        land = [[Vector2(sheet.xy(p)) for p in ring] for ring in rings]
        masks = [fading(line, part, reach), inside([bank], part)]
        masks += [inside(land, part)] if land else []
        for mask in masks:
            out.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return out


def bounds(line: list[Vector2]) -> Rect:
    """Return the box of a line."""
    xs, ys = [p.x for p in line], [p.y for p in line]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def hatch(step: int, width: float, ink: str) -> Surface:
    """Return a seamless tile of slanting lines."""
    q, side = 4, step * 8
    large = Surface((side * q, side * q), pygame.SRCALPHA)
    large.fill(colour(ink, 30))
    for x in range(-side, 2 * side, step):
        pygame.draw.line(
            large,
            colour(ink, 165),
            (x * q, 0),
            ((x + side) * q, side * q),
            round(width * q * 1.4),
        )
    return pygame.transform.smoothscale(large, (side, side))


def inside(rings: list[list[Vector2]], part: Rect) -> Surface:
    """Return white inside polygons."""
    out = Surface(part.size, pygame.SRCALPHA)
    for ring in rings:
        pygame.draw.polygon(out, colour("white"), [p - Vector2(part.topleft) for p in ring])
    return out


def fading(line: list[Vector2], part: Rect, reach: float) -> Surface:
    """Return white at a line, nothing beyond its reach; computed on a coarse grid."""
    size = CELLS, max(2, CELLS * part.h // part.w)
    xs, ys = np.meshgrid(
        *(
            (np.arange(n) + 0.5) * long / n + at
            for n, long, at in zip(size, part.size, part.topleft, strict=True)
        )
    )
    white = np.full((size[1], size[0], 4), 255, np.uint8)
    white[..., 3] = np.clip(1.15 - 1.15 * distance(line, xs, ys) / reach, 0, 1) * 255
    return pygame.transform.smoothscale(
        pygame.image.frombuffer(white.tobytes(), size, "RGBA"), part.size
    )


def distance(line: list[Vector2], xs: Grid, ys: Grid) -> Grid:
    """Return the distance of every cell to a line."""
    away = np.full(xs.shape, np.inf)
    for a, b in pairwise(line):
        d = b - a
        t = np.clip(((xs - a.x) * d.x + (ys - a.y) * d.y) / max(1e-9, d.length_squared()), 0, 1)
        away = np.minimum(away, np.hypot(xs - a.x - t * d.x, ys - a.y - t * d.y))
    return away
