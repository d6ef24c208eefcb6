"""Terrain: the baked relief, scaled to the sheet and toned for what lies on it."""

import json

import pygame
from pygame import Rect, Surface

from game.ui.ground import Ground
from game.ui.map.sheet import Kept, Sheet

TONE = (214, 214, 220)


class Terrain:
    """Keeps the last picture; it only depends on the zoom."""

    name = "terrain"

    def __init__(self) -> None:
        self._kept = Kept()

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        if self._kept.key != sheet.projection or self._kept.picture is None:
            self._kept = Kept(sheet.projection, self._scaled(sheet))
        assert self._kept.picture
        sheet.surface.blit(self._kept.picture, (0, 0))

    def _scaled(self, sheet: Sheet) -> Surface:
        about = json.loads((sheet.kit.assets / "terrain.json").read_text())
        picture = pygame.image.load(sheet.kit.assets / about["file"]).convert()
        kx, ky, t = about["kx"], about["ky"], sheet.projection.theatre
        seen = Rect(
            int((t.west - about["lon0"]) * kx), int((about["lat1"] - t.north) * ky),
            int((t.east - t.west) * kx), int((t.north - t.south) * ky),
        )  # fmt: skip
        part = picture.subsurface(seen.clip(picture.get_rect()))
        out = pygame.transform.smoothscale(part, sheet.projection.size)
        out.fill(TONE, special_flags=pygame.BLEND_RGB_MULT)
        return out
