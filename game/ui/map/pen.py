"""Pen: many lines on a large sheet, drawn twice as large in bands, to spare memory."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import dist

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Color, FRect, Rect, Surface

from game.ui.toolkit import shapes

XY = tuple[float, float]
Points = NDArray[np.float64]  # (number, 2)
TIMES = 2
BAND = 64
JOINT = 4  # oversized pixels; the corners of a thicker line are rounded


@dataclass(frozen=True)
class Stroke:
    """A line in pixels; `dash` is (on, off) in pixels, or None."""

    points: Points
    ink: Color
    width: float
    dash: tuple[float, float] | None = None


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


def ink(target: Surface, strokes: Sequence[Stroke]) -> Iterator[None]:
    """Draw strokes in order on a surface, with smooth edges, band by band."""
    whole = target.get_rect()
    lines = [(box, s) for s in strokes if (box := _box(s)).colliderect(whole)]
    if not lines:
        return
    area = lines[0][0].unionall([box for box, _ in lines]).clip(whole)
    cuts = {}
    for _, stroke in lines:
        if stroke.dash:
            cuts[id(stroke)] = _dashed(stroke, area)
            yield
    for top in range(area.top, area.bottom, BAND):
        band = Rect(area.x, top, area.w, min(BAND, area.bottom - top))
        here = [s for box, s in lines if box.colliderect(band)]
        if here:
            paint = partial(_lines, band, here, cuts)
            shapes.stamp(target, shapes.smooth(band.size, paint, TIMES), band.topleft)
            yield


def _dashed(stroke: Stroke, area: Rect) -> list[tuple[XY, XY]]:
    """Return the dashes of a stroke that touch an area."""
    assert stroke.dash
    near = FRect(area).inflate(2 * stroke.width, 2 * stroke.width)
    points = stroke.points.tolist()
    return [line for line in dashes(points, *stroke.dash) if near.clipline(*line)]


def _box(stroke: Stroke) -> Rect:
    (left, top), (right, low) = stroke.points.min(0), stroke.points.max(0)
    box = Rect(int(left), int(top), int(right - left) + 1, int(low - top) + 1)
    return box.inflate(2 * stroke.width + 4, 2 * stroke.width + 4)


def _lines(
    band: Rect,
    strokes: Sequence[Stroke],
    cuts: dict[int, list[tuple[XY, XY]]],
    large: Surface,
    q: int,
) -> None:
    for s in strokes:
        width = max(1, round(s.width * q))
        if s.dash:
            for (ax, ay), (bx, by) in cuts[id(s)]:
                if max(ay, by) > band.top - width and min(ay, by) < band.bottom + width:
                    a = (ax - band.x) * q, (ay - band.y) * q
                    b = (bx - band.x) * q, (by - band.y) * q
                    pygame.draw.line(large, s.ink, a, b, width)
        elif len(points := _near(s.points, band, s.width)):
            moved = ((points - band.topleft) * q).tolist()
            pygame.draw.lines(large, s.ink, False, moved, width)
            if width > JOINT:
                rim = large.get_rect().inflate(2 * width, 2 * width)
                for p in filter(rim.collidepoint, moved):
                    pygame.draw.circle(large, s.ink, p, width / 2 - 0.4)


def _near(points: Points, band: Rect, width: float) -> Points:
    """Return the run of points from the first to the last that matter to a band."""
    y = points[:, 1]
    high, low = np.minimum(y[1:], y[:-1]), np.maximum(y[1:], y[:-1])
    legs = np.flatnonzero((high < band.bottom + width) & (low > band.top - width))
    return points[legs[0] : legs[-1] + 2] if len(legs) else points[:0]
