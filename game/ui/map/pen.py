"""Pen: many lines on a large sheet, drawn twice as large in bands, to spare memory."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import dist

import pygame
from pygame import Color, Rect, Surface

from game.ui.toolkit import shapes

XY = tuple[float, float]
TIMES = 2
BAND = 256


@dataclass(frozen=True)
class Stroke:
    """A line in pixels; `dash` is (on, off) in pixels, or None."""

    points: tuple[XY, ...]
    ink: Color
    width: float
    dash: tuple[float, float] | None = None
    closed: bool = False


def dashes(points: Sequence[XY], on: float, off: float) -> list[tuple[XY, XY]]:
    """Cut a line into dashes."""
    out: list[tuple[XY, XY]] = []
    left, pen = on, True
    for a, b in itertools.pairwise(points):
        long, at = dist(a, b), 0.0
        while long - at > 1e-6:
            step = min(left, long - at)
            if pen:
                out.append((_along(a, b, at / long), _along(a, b, (at + step) / long)))
            at, left = at + step, left - step
            if left < 1e-6:
                pen = not pen
                left = on if pen else off
    return out


def _along(a: XY, b: XY, t: float) -> XY:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def ink(target: Surface, strokes: Sequence[Stroke]) -> None:
    """Draw strokes in order on a surface, with smooth edges."""
    boxes = [_box(s) for s in strokes]
    area = boxes[0].unionall(boxes[1:]).clip(target.get_rect()) if boxes else Rect(0, 0, 0, 0)
    for top in range(area.top, area.bottom, BAND):
        band = Rect(area.x, top, area.w, min(BAND, area.bottom - top))
        here = [s for s, box in zip(strokes, boxes, strict=True) if box.colliderect(band)]
        if here:
            shapes.stamp(
                target, shapes.smooth(band.size, partial(_lines, band, here), TIMES), band.topleft
            )


def _box(stroke: Stroke) -> Rect:
    xs, ys = zip(*stroke.points, strict=True)
    box = Rect(int(min(xs)), int(min(ys)), int(max(xs) - min(xs)) + 1, int(max(ys) - min(ys)) + 1)
    return box.inflate(2 * stroke.width + 4, 2 * stroke.width + 4)


def _lines(band: Rect, strokes: Sequence[Stroke], large: Surface, q: int) -> None:
    for s in strokes:
        width = max(1, round(s.width * q))
        points = [((x - band.x) * q, (y - band.y) * q) for x, y in s.points]
        if s.dash:
            for a, b in dashes(points, s.dash[0] * q, s.dash[1] * q):
                pygame.draw.line(large, s.ink, a, b, width)
            continue
        pygame.draw.lines(large, s.ink, s.closed, points, width)
        if width > 3:
            for p in points:
                pygame.draw.circle(large, s.ink, p, width / 2 - 0.4)
