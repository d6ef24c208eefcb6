"""Terrain: the baked relief, scaled to the sheet and toned for what lies on it."""

import json

import pygame
from pygame import Rect, Surface

from game.ui.ground import Ground
from game.ui.map.sheet import Kept, Sheet
from game.ui.toolkit.theme import colour

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
        """Return the relief where there is some, and plain land where there is none."""
        out = Surface(sheet.projection.size)
        out.fill(colour("land"))
        about = json.loads((sheet.kit.assets / "terrain.json").read_text())
        kx, ky, t = about["kx"], about["ky"], sheet.projection.theatre
        asked = Rect(
            int((t.west - about["lon0"]) * kx), int((about["lat1"] - t.north) * ky),
            int((t.east - t.west) * kx), int((t.north - t.south) * ky),
        )  # fmt: skip
        seen = asked.clip(Rect(0, 0, about["width"], about["height"]))
        if not seen.size[0] or not seen.size[1]:
            return out
        picture = pygame.image.load(sheet.kit.assets / about["file"]).convert()
        across, down = sheet.projection.kx / kx, sheet.projection.ky / ky
        size = round(seen.w * across), round(seen.h * down)
        part = pygame.transform.smoothscale(picture.subsurface(seen), size)
        part.fill(TONE, special_flags=pygame.BLEND_RGB_MULT)
        out.blit(part, (round((seen.x - asked.x) * across), round((seen.y - asked.y) * down)))
        return out
