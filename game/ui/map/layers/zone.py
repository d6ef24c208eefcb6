"""Warning zone: one bank of the real river, hatched, fading with the distance from it."""

from collections.abc import Iterator

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Rect, Surface, Vector2

from game.ui.ground import Ground, Warning
from game.ui.map import pen
from game.ui.map.geography import course
from game.ui.map.sheet import Sheet
from game.ui.map.stretch import native
from game.ui.toolkit.theme import colour

CELLS = 72  # across the grid on which the fading is computed
ENOUGH = 70  # points of a river from which distances are measured
COARSE = 4  # pixels to one of the picture of where the zone is
Grid = NDArray[np.float32]


class WarningZone:
    """Draws the hatched band."""

    name = "zone"

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        """Hatch the bank and draw the line of the river over it."""
        zone = ground.warning
        if zone is None:
            return
        river = course(sheet.geography, zone.rivers, zone.source, zone.end)
        if len(river) < 2:
            return
        yield from self._hatch(sheet, zone, [Vector2(sheet.xy(p)) for p in river])
        line = sheet.line(river)
        strokes = [sheet.stroke(line, zone.ink, 5.5, 70), sheet.stroke(line, zone.ink, 1.6, 235)]
        yield from pen.ink(sheet.surface, strokes)

    def _hatch(self, sheet: Sheet, zone: Warning, line: list[Vector2]) -> Iterator[None]:
        reach = sheet.projection.km(zone.km * 1.15)
        part = bounds(line).inflate(2 * reach, 2 * reach).clip(sheet.surface.get_rect())
        if not part.w or not part.h:
            return
        bank = [
            *line,
            Vector2(line[-1].x, part.bottom),
            Vector2(part.bottomleft),
            Vector2(part.left, line[0].y),
        ]
        rings = sheet.geography.polygons.get(zone.country, [])
        land = [[Vector2(sheet.xy(p)) for p in ring] for ring in rings]
        mask = fading(line, part, reach)
        yield
        for shape in [[bank], land] if land else [[bank]]:
            mask.blit(inside(shape, part), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        yield
        out = hatched(sheet, zone.ink, part)
        yield
        full = pygame.transform.smoothscale(mask, part.size)
        out.blit(full, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        yield
        sheet.surface.blit(out, part)


def hatched(sheet: Sheet, ink: str, part: Rect) -> Surface:
    """Return slanting lines that lie fast on the ground, whatever part of it is drawn."""
    tile = hatch(round(sheet.dp(8)), sheet.dp(0.9), ink)
    step = tile.get_width()
    left, top = (part.x + sheet.window.x) % step, (part.y + sheet.window.y) % step
    out = Surface(part.size, pygame.SRCALPHA)
    across, down = range(-left, part.w, step), range(-top, part.h, step)
    out.fblits([(tile, (x, y)) for x in across for y in down], pygame.BLEND_RGBA_MAX)
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
    """Return white inside polygons, coarsely."""
    out = Surface(coarse(part), pygame.SRCALPHA)
    for ring in rings:
        moved = [(p - Vector2(part.topleft)) / COARSE for p in ring]
        pygame.draw.polygon(out, colour("white"), moved)
    return out


def coarse(part: Rect) -> tuple[int, int]:
    """Return the size of a coarse picture of a part of the sheet."""
    return max(2, part.w // COARSE), max(2, part.h // COARSE)


def fading(line: list[Vector2], part: Rect, reach: float) -> Surface:
    """Return white at a line, nothing beyond its reach, coarsely; computed more coarsely still."""
    size = CELLS, max(2, CELLS * part.h // part.w)
    xs, ys = np.meshgrid(
        *(
            ((np.arange(n) + 0.5) * long / n + at).astype(np.float32)
            for n, long, at in zip(size, part.size, part.topleft, strict=True)
        )
    )
    white = np.full((size[1], size[0], 4), 255, np.uint8)
    white[..., 3] = np.clip(1.15 - 1.15 * distance(thin(line), xs, ys) / reach, 0, 1) * 255
    small = pygame.image.frombuffer(white.tobytes(), size, "RGBA")
    return pygame.transform.smoothscale(native(small), coarse(part))


def thin(line: list[Vector2]) -> list[Vector2]:
    """Return fewer points of a line, enough to tell how far something is from it."""
    return [*line[:: max(1, len(line) // ENOUGH)], line[-1]]


def distance(line: list[Vector2], xs: Grid, ys: Grid) -> Grid:
    """Return the distance of every cell to a line."""
    points = np.array(line, np.float32)[:, :, None, None]
    step = points[1:] - points[:-1]
    x, y = xs - points[:-1, 0], ys - points[:-1, 1]
    long = np.maximum(1e-9, (step**2).sum(1))
    share = np.clip((x * step[:, 0] + y * step[:, 1]) / long, 0, 1)
    x -= share * step[:, 0]
    y -= share * step[:, 1]
    return np.asarray(np.sqrt((x * x + y * y).min(0)))
