"""Terrain: the baked relief where there is some, else land and sea in plain colours."""

import json
from collections.abc import Iterator

import numpy as np
import pygame
from pygame import Rect, Surface

from game.ui.ground import Ground, Theatre
from game.ui.map import pen
from game.ui.map.pen import Stroke
from game.ui.map.projection import stretch
from game.ui.map.regions import noise
from game.ui.map.sheet import Sheet
from game.ui.map.stretch import strips
from game.ui.toolkit.theme import colour

TONE = (214, 214, 220)
SHALLOWS = (
    (30, 12),
    (24, 14),
    (18, 17),
    (13, 20),
    (8, 26),
    (4, 40),
)  # how wide in dp, and how thick, the water near a coast is
MOTTLE = 32  # how far plain land is lighter or darker from place to place, of 255
SPOTS = 3.2  # patches of lighter or darker land to a theatre


class Terrain:
    """Keeps the relief as it was read."""

    name = "terrain"

    def __init__(self) -> None:
        self._source: Surface | None = None

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        return self._relief(sheet) if sheet.geography.relief else plain(sheet)

    def _relief(self, sheet: Sheet) -> Iterator[None]:
        about = json.loads((sheet.kit.assets / "terrain.json").read_text("utf-8"))
        if self._source is None:
            self._source = pygame.image.load(sheet.kit.assets / about["file"])
        corner = sheet.projection.xy((about["lon0"], about["lat1"]))
        scale = sheet.projection.kx / about["kx"], sheet.projection.ky / about["ky"]
        sheet.surface.fill(colour("flat"))
        for strip in strips(self._source, corner, scale, sheet.window):
            sheet.surface.blit(*strip)
            yield
        sheet.surface.fill(TONE, special_flags=pygame.BLEND_RGB_MULT)


def plain(sheet: Sheet) -> Iterator[None]:
    """Draw sea, shallow water along the coasts, and mottled land with its lakes."""
    out = sheet.surface
    out.fill(colour("sea"))
    shore = [sheet.line(line) for line in sheet.geography.coast if len(line) > 1]
    for wide, thick in SHALLOWS:
        ink = colour("shallow", thick)
        strokes = [Stroke(line, ink, 2 * sheet.dp(wide)) for line in shore]
        yield from pen.ink(out, strokes)
    land = Surface(out.get_size(), pygame.SRCALPHA)
    for rings in sheet.geography.polygons.values():
        for ring in rings:
            pygame.draw.polygon(land, colour("flat"), [sheet.xy(p) for p in ring])
    yield
    for ring in sheet.geography.water:
        if len(ring) > 2:
            pygame.draw.polygon(land, colour("sea"), [sheet.xy(p) for p in ring])
    land.blit(mottled(sheet), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    yield
    out.blit(land, (0, 0))
    line = colour("shade", 150)
    strokes = [Stroke(points, line, sheet.dp(1.2)) for points in shore]
    yield from pen.ink(out, strokes)


def mottled(sheet: Sheet) -> Surface:
    """Return a soft grey cloud, fixed to the ground, that makes plain land less flat."""
    theatre: Theatre = sheet.projection.theatre
    step = (theatre.north - theatre.south) / SPOTS
    size = max(2, sheet.window.w // 6), max(2, sheet.window.h // 6)
    west, north = sheet.projection.at(*sheet.window.topleft)
    east, south = sheet.projection.at(*sheet.window.bottomright)
    u = np.linspace(west, east, size[0]) * stretch(theatre) / step
    v = np.linspace(north, south, size[1]) / step
    grey = 0.8 * noise(u, v, 3) + 0.5 * noise(u * 3, v * 3, 4) + 0.6 * noise(u * 13, v * 13, 5)
    light = np.clip(255 - MOTTLE + MOTTLE * grey, 0, 255).astype(np.uint8)
    rgb = np.repeat(light[..., None], 3, axis=2)
    small = pygame.image.frombuffer(rgb.tobytes(), size, "RGB")
    return pygame.transform.smoothscale(small, Rect(sheet.window).size)
