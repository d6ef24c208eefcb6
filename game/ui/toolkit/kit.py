"""Kit: what every widget needs to measure and draw itself at one scale."""

import io
from pathlib import Path
from typing import Any

import pygame
from pygame import Color, Surface

from game.ui.toolkit.lru import Lru, pictures
from game.ui.toolkit.text import Typesetter

PICTURES, SHAPES = 18, 12  # megabytes at scale 1; a screen of 1600x900 needs about half of it


class Kit:
    """Scale, type, icons and the pictures of widgets already drawn."""

    def __init__(
        self, assets: Path, scale: float, font_scale: float = 1.0, strong: bool = False
    ) -> None:
        """Take where the pack lies, two scales, and whether the map has strong fills."""
        self.strong = strong
        self.assets, self.scale, self.font_scale = assets, scale, font_scale
        self.type = Typesetter(assets / "fonts", scale, font_scale)
        area = max(1.0, scale * scale)
        self.pictures = pictures(1200, round(PICTURES * area))
        self.shapes = pictures(800, round(SHAPES * area))
        self.flows: Lru[Any] = Lru(1500)
        self.laid: dict[str, Any] = {}  # parts of a page as they were laid out last; see there
        self._icons = pictures(400, 8)

    def px(self, dp: float) -> int:
        """Turn dp into whole pixels."""
        return round(dp * self.scale)

    def icon(self, name: str, size: float, ink: Color) -> Surface:
        """Return an icon of the pack, tinted and premultiplied."""
        return self._icons.get(
            (name, size, tuple(ink)), lambda: self._icon(name, self.px(size), ink)
        )

    def _icon(self, name: str, pixels: int, ink: Color) -> Surface:
        svg = (self.assets / "icons" / f"{name}.svg").read_text().replace("currentColor", "#ffffff")
        picture = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (pixels, pixels))
        picture.fill(ink, special_flags=pygame.BLEND_RGBA_MULT)
        return picture.premul_alpha()
