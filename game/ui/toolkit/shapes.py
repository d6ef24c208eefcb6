"""Smooth shapes for pygame, whose own have steps: drawn large, made premultiplied, scaled down."""

from bisect import bisect
from collections.abc import Callable
from itertools import accumulate, pairwise
from math import ceil, dist

import pygame
from pygame import Color, Rect, Surface

Paint = Callable[[Surface, int], None]


def smooth(size: tuple[int, int], paint: Paint, times: int = 3) -> Surface:
    """Return what `paint(surface, times)` draws, scaled down; blit it with BLEND_PREMULTIPLIED."""
    large = Surface((max(1, size[0]) * times, max(1, size[1]) * times), pygame.SRCALPHA)
    paint(large, times)
    return pygame.transform.smoothscale(large.premul_alpha(), (max(1, size[0]), max(1, size[1])))


def stamp(target: Surface, picture: Surface, at: tuple[float, float]) -> None:
    """Put a premultiplied picture on a surface."""
    target.blit(picture, at, special_flags=pygame.BLEND_PREMULTIPLIED)


def polygon(target: Surface, points: list[tuple[float, float]], ink: Color) -> None:
    """Draw a filled polygon with smooth edges."""
    xs, ys = zip(*points, strict=True)
    box = Rect(
        int(min(xs)) - 1, int(min(ys)) - 1, int(max(xs) - min(xs)) + 4, int(max(ys) - min(ys)) + 4
    )

    def paint(large: Surface, q: int) -> None:
        moved = [((x - box.x) * q, (y - box.y) * q) for x, y in points]
        pygame.draw.polygon(large, ink, moved)

    stamp(target, smooth(box.size, paint, 4), box.topleft)


def stroke(
    target: Surface, points: list[tuple[float, float]], ink: Color, width: float, dash: float = 0
) -> None:
    """Draw a line through points with smooth edges, perhaps in dashes of some length."""
    xs, ys = zip(*points, strict=True)
    edge = ceil(width) + 1
    box = Rect(int(min(xs)) - edge, int(min(ys)) - edge, 0, 0)
    box.size = int(max(xs)) - box.x + 2 * edge, int(max(ys)) - box.y + 2 * edge

    def paint(large: Surface, q: int) -> None:
        for part in dashes(points, dash) if dash else [points]:
            moved = [((x - box.x) * q, (y - box.y) * q) for x, y in part]
            thick = max(1, round(width * q))
            pygame.draw.lines(large, ink, False, moved, thick)
            for at in moved if thick > 2 else []:
                pygame.draw.circle(large, ink, at, thick / 2)

    stamp(target, smooth(box.size, paint, 4), box.topleft)


def dashes(points: list[tuple[float, float]], long: float) -> list[list[tuple[float, float]]]:
    """Cut a line into dashes as long as the gaps between them."""
    ends = [0.0, *accumulate(dist(a, b) for a, b in pairwise(points))]
    count = max(1, int(ends[-1] / long))
    out = []
    for i in range(0, count, 2):
        start, end = i * long, min((i + 1) * long, ends[-1])
        middle = [p for p, at in zip(points, ends, strict=True) if start < at < end]
        out.append([along(points, ends, start), *middle, along(points, ends, end)])
    return out


def along(points: list[tuple[float, float]], ends: list[float], at: float) -> tuple[float, float]:
    """Return the point at a distance along a line; `ends` are the distances of its points."""
    i = min(max(1, bisect(ends, at)), len(points) - 1)
    share = (at - ends[i - 1]) / max(1e-9, ends[i] - ends[i - 1])
    (x0, y0), (x1, y1) = points[i - 1], points[i]
    return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def rounded(
    size: tuple[int, int], radius: int, fill: Color, edge: Color | None, width: int
) -> Surface:
    """Return a premultiplied rectangle with round corners, made of nine slices."""
    w, h = max(1, size[0]), max(1, size[1])
    r = min(radius, (min(w, h) + 1) // 2)
    small = w < 2 * r + 2 or h < 2 * r + 2

    def paint(large: Surface, q: int) -> None:
        area = large.get_rect()
        pygame.draw.rect(large, edge or fill, area, border_radius=r * q)
        if edge:
            pygame.draw.rect(
                large,
                fill,
                area.inflate(-2 * width * q, -2 * width * q),
                border_radius=max(0, (r - width) * q),
            )

    return (
        smooth((w, h), paint, 4)
        if small
        else _nine(smooth((2 * r + 2, 2 * r + 2), paint, 4), (w, h), r)
    )


def _nine(seed: Surface, size: tuple[int, int], r: int) -> Surface:
    w, h = size
    out = Surface((w, h), pygame.SRCALPHA)
    cuts = [(0, r, 0, r), (r, 2, r, w - 2 * r), (r + 2, r, w - r, r)]
    rows = [(0, r, 0, r), (r, 2, r, h - 2 * r), (r + 2, r, h - r, r)]
    for sx, sw, dx, dw in cuts:
        for sy, sh, dy, dh in rows:
            if sw and sh and dw > 0 and dh > 0:
                part = seed.subsurface((sx, sy, sw, sh))
                out.blit(pygame.transform.scale(part, (dw, dh)), (dx, dy))
    return out


def fade(size: tuple[int, int], *inks: Color) -> Surface:
    """Return a gradient from top to bottom."""
    strip = Surface((1, len(inks)), pygame.SRCALPHA)
    for y, ink in enumerate(inks):
        strip.set_at((0, y), ink)
    return pygame.transform.smoothscale(strip, (max(1, size[0]), max(1, size[1])))
