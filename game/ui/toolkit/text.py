"""Text: set at four times its size and scaled down, measured in dp, cached."""

from dataclasses import replace
from itertools import accumulate
from math import ceil
from pathlib import Path

import pygame
from pygame import Color, Surface

from game.ui.toolkit.lru import Lru, pictures
from game.ui.toolkit.theme import FACES, TYPE, Style, colour

OVERSAMPLE = 4
RUNS = 9  # megabytes of runs of text that are kept, at scale 1
SMALLEST = 11.0  # real pixels; nothing is ever set smaller


class Typesetter:
    """Measures and draws single runs of text at one scale."""

    def __init__(self, fonts: Path, scale: float, font_scale: float) -> None:
        self.fonts, self.scale, self.font_scale = fonts, scale, font_scale
        self._faces: dict[tuple[str, int], pygame.Font] = {}
        self._widths: Lru[float] = Lru(4000)
        self._images = pictures(2500, round(RUNS * max(1.0, scale * font_scale)))

    def pixels(self, style: Style) -> float:
        """Return the size in real pixels."""
        return max(SMALLEST, style.size * self.scale * self.font_scale)

    def leading(self, name: str) -> float:
        """Return the height of a line in dp."""
        style = TYPE[name]
        return style.leading / style.size * self.pixels(style) / self.scale

    def width(self, text: str, name: str, bold: bool = False, italic: bool = False) -> float:
        """Return the width of a run in dp."""
        key = (text, name, bold, italic)
        return self._widths.get(key, lambda: self._measure(text, self.style(name, bold, italic)))

    def space(self, name: str) -> float:
        """Return the space between two words in dp."""
        return self.width("a a", name) - 2 * self.width("a", name)

    def picture(
        self,
        text: str,
        name: str,
        ink: Color,
        bold: bool = False,
        halo: bool = False,
        italic: bool = False,
    ) -> Surface:
        """Return the picture of a run, premultiplied, for the canvas of a widget."""
        key = (text, name, tuple(ink), bold, halo, italic)
        style = self.style(name, bold, italic)
        return self._images.get(key, lambda: self._draw(text, style, ink, halo).premul_alpha())

    def style(self, name: str, bold: bool = False, italic: bool = False) -> Style:
        """Look a style up; bold and italic take its companion faces."""
        style = TYPE[name]
        if not (bold or italic):
            return style
        return replace(style, face=style.bold if bold else style.italic)

    def font(self, style: Style) -> pygame.Font:
        """Return the oversized font of a style."""
        key = (style.face, round(self.pixels(style) * OVERSAMPLE))
        if key not in self._faces:
            self._faces[key] = pygame.Font(self.fonts / f"{FACES[key[0]]}.ttf", key[1])
        return self._faces[key]

    def _gap(self, style: Style) -> float:
        return style.tracking * self.pixels(style) / style.size * OVERSAMPLE

    def _measure(self, text: str, style: Style) -> float:
        spread = self._gap(style) * max(0, len(text) - 1)
        return (self.font(style).size(text)[0] + spread) / OVERSAMPLE / self.scale

    def _draw(self, text: str, style: Style, ink: Color, halo: bool) -> Surface:
        large = self._run(text, style, ink)
        if halo:
            large = self._haloed(text, style, large)
        size = ceil(large.get_width() / OVERSAMPLE), ceil(large.get_height() / OVERSAMPLE)
        return pygame.transform.smoothscale(large, (max(1, size[0]), max(1, size[1])))

    def _haloed(self, text: str, style: Style, large: Surface) -> Surface:
        edge = round(1.5 * self.scale * OVERSAMPLE)
        under = self._run(text, style, colour("halo"), edge)
        under.set_alpha(215)
        out = Surface(under.get_size(), pygame.SRCALPHA)
        out.blits([(under, (0, 0)), (large, (edge, edge))])
        return out

    def _run(self, text: str, style: Style, ink: Color, outline: int = 0) -> Surface:
        font, gap = self.font(style), self._gap(style)
        parts = list(text) if gap else [text]
        ends = list(accumulate(font.size(part)[0] + gap for part in parts))
        font.outline = outline
        glyphs = [font.render(part, True, ink) for part in parts]
        font.outline = 0
        if len(glyphs) == 1:
            return glyphs[0]
        size = ceil(ends[-2] + glyphs[-1].get_width()), glyphs[0].get_height()
        out = Surface(size, pygame.SRCALPHA)
        out.blits([(g, (round(x), 0)) for g, x in zip(glyphs, [0, *ends], strict=False)])
        return out
