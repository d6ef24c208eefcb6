"""Symbols: counters put together from a frame and a glyph: shape for identity, colour for side."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame
from pygame import Surface

from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour, luminance

PLAIN: dict[str, Any] = {"domain": "land", "glyph": {}}
"""What is drawn for a kind of unit that the pack does not know: a scenario may name any."""


@lru_cache(1)
def book(assets: Path) -> Any:
    """Read the list of symbols."""
    return json.loads((assets / "symbols" / "symbols.json").read_text("utf-8"))


@lru_cache(200)
def layer(assets: Path, name: str, ink: str) -> Surface:
    """Return one white layer of a symbol, tinted."""
    picture = pygame.image.load(assets / "symbols" / name).convert_alpha()
    picture.fill(colour(ink), special_flags=pygame.BLEND_RGB_MULT)
    return picture


def symbol(assets: Path, kind: str, identity: str, ink: str) -> Surface:
    """Put a symbol together: fill, glyph, edge. A kind without a glyph is an empty frame."""
    about = book(assets)
    what = about["kinds"].get(kind, PLAIN)
    frame = about["frames"][what["domain"]][identity]
    light = luminance(ink) > 0.25
    out = layer(assets, frame["fill"], ink).copy()
    if glyph := what["glyph"].get(identity):
        out.blit(layer(assets, glyph, "dark" if light else "white"), (0, 0))
    out.blit(layer(assets, frame["edge"], "paper" if luminance(ink) < 0.03 else "shade"), (0, 0))
    return out


def counter(kit: Kit, kind: str, identity: str, ink: str, size: float) -> Surface:
    """Return a symbol with its shadow, scaled; it has plain alpha."""
    key = ("counter", kind, identity, ink, size)
    return kit.shapes.get(key, lambda: _counter(kit, kind, identity, ink, size))


def stamp(kit: Kit, kind: str, identity: str, ink: str, size: float) -> Surface:
    """Return the same, premultiplied."""
    key = ("stamp", kind, identity, ink, size)
    return kit.shapes.get(key, lambda: _counter(kit, kind, identity, ink, size).premul_alpha())


def _counter(kit: Kit, kind: str, identity: str, ink: str, size: float) -> Surface:
    full = symbol(kit.assets, kind, identity, ink)
    pixels = kit.px(size)
    small = pygame.transform.smoothscale(full, (pixels, pixels))
    pad = kit.px(4)
    out = Surface((pixels + 2 * pad, pixels + 2 * pad), pygame.SRCALPHA)
    shadow = small.copy()
    shadow.fill((0, 0, 0, 150), special_flags=pygame.BLEND_RGBA_MULT)
    out.blit(shadow, (pad, pad + kit.px(2)))
    out = pygame.transform.gaussian_blur(out, max(1, kit.px(2)))
    out.blit(small, (pad, pad))
    return out
