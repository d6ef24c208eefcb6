"""Stretch: the part of a large picture that lies under a window, scaled to it strip by strip."""

from collections.abc import Iterator
from math import ceil, floor

import pygame
from pygame import Rect, Surface

XY = tuple[float, float]
STRIP = 192  # pixels of the window, from the top of a strip to its end


def native(picture: Surface) -> Surface:
    """Return a picture in the layout of the display, which is put down many times as fast."""
    soft = bool(picture.get_flags() & pygame.SRCALPHA)
    return picture.convert(Surface((1, 1), pygame.SRCALPHA if soft else 0, depth=32))


def strips(
    picture: Surface, corner: XY, scale: XY, window: Rect
) -> Iterator[tuple[Surface, tuple[int, int]]]:
    """Return the part under a window in strips, each with where it lies there.

    `corner` is where the picture begins, `scale` how many pixels one of its own makes. No strip
    lies on another: what shines through would be seen twice there, as a line across the map.
    """
    for top in range(window.top, window.bottom, STRIP):
        strip = Rect(window.x, top, window.w, min(STRIP, window.bottom - top))
        if found := _stretched(picture, corner, scale, strip):
            image, (x, y) = found
            whole = image.get_rect(topleft=(round(x), round(y)))
            part = whole.clip(strip)
            cut = image.subsurface(part.move(-whole.x, -whole.y))
            yield cut, (part.x - window.x, part.y - window.y)


def _stretched(picture: Surface, corner: XY, scale: XY, window: Rect) -> tuple[Surface, XY] | None:
    """Return the part under a window and where it lies, or nothing if it lies elsewhere.

    pygame spreads the middles of the first and the last pixel over what it makes larger, so that
    is one pixel less: parts that are scaled apart then meet without a seam.
    """
    lost = [1 if s > 1 else 0 for s in scale]
    first = ((window.topleft[i] - corner[i]) / scale[i] - lost[i] / 2 for i in (0, 1))
    last = ((window.bottomright[i] - corner[i]) / scale[i] + lost[i] for i in (0, 1))
    left, top = (floor(v) - 1 for v in first)  # one more than is needed, for what is rounded
    right, low = (ceil(v) + 1 for v in last)
    seen = Rect(left, top, right - left, low - top).clip(picture.get_rect())
    if not seen.w or not seen.h:
        return None
    size = [max(1, round((seen.size[i] - lost[i]) * scale[i])) for i in (0, 1)]
    at = [corner[i] + (seen.topleft[i] + lost[i] / 2) * scale[i] for i in (0, 1)]
    return pygame.transform.smoothscale(native(picture.subsurface(seen)), size), (at[0], at[1])
