"""Stretch: the part of a large picture that lies under a window, scaled to it."""

from math import ceil, floor

import pygame
from pygame import Rect, Surface

XY = tuple[float, float]


def stretched(picture: Surface, corner: XY, scale: XY, window: Rect) -> tuple[Surface, XY] | None:
    """Return the part under a window and where it lies there, or nothing if it lies elsewhere.

    `corner` is where the picture begins, `scale` how many pixels one of its own makes.
    """
    left = floor((window.left - corner[0]) / scale[0])
    top = floor((window.top - corner[1]) / scale[1])
    right = ceil((window.right - corner[0]) / scale[0])
    low = ceil((window.bottom - corner[1]) / scale[1])
    seen = Rect(left, top, right - left, low - top).clip(picture.get_rect())
    if not seen.w or not seen.h:
        return None
    size = max(1, round(seen.w * scale[0])), max(1, round(seen.h * scale[1]))
    at = corner[0] + seen.x * scale[0] - window.x, corner[1] + seen.y * scale[1] - window.y
    return pygame.transform.smoothscale(picture.subsurface(seen), size), at
