"""Water, roads and borders: all lines of the ground, kept per window."""

from collections.abc import Iterator

import pygame
from pygame import Surface

from game.ui.ground import Ground
from game.ui.map import pen
from game.ui.map.geography import Geography
from game.ui.map.pen import Stroke
from game.ui.map.sheet import Kept, Sheet

FRAME = 3  # bands that are drawn in one frame


class Lines:
    """Keeps its picture; it only depends on the window."""

    name = "lines"

    def __init__(self) -> None:
        self._kept = Kept()

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        if self._kept.key != sheet.key or self._kept.picture is None:
            picture = Surface(sheet.window.size, pygame.SRCALPHA)
            lines = strokes(sheet, sheet.geography)
            yield
            for number, _ in enumerate(pen.bands(picture, lines)):
                if number % FRAME == FRAME - 1:
                    yield
            self._kept = Kept(sheet.key, picture)
        assert self._kept.picture
        sheet.surface.blit(self._kept.picture, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def strokes(sheet: Sheet, ground: Geography) -> list[Stroke]:
    """Return all lines in the order of drawing."""
    return (
        _admin(sheet, ground)
        + _rivers(sheet, ground)
        + _roads(sheet, ground)
        + _borders(sheet, ground)
    )


def _admin(sheet: Sheet, ground: Geography) -> list[Stroke]:
    return [
        sheet.stroke(a.points, "border", 0.8, 34, (3, 3)) for a in ground.admin if len(a.points) > 1
    ]


def _rivers(sheet: Sheet, ground: Geography) -> list[Stroke]:
    great = dict(sheet.projection.theatre.names)
    casing = [
        sheet.stroke(r.points, "river-casing", 3.8 if r.name in great else 2.2, 190)
        for r in ground.rivers
    ]
    water = [
        sheet.stroke(r.points, "river", 2.2 if r.name in great else 1.1) for r in ground.rivers
    ]
    return casing + water


def _roads(sheet: Sheet, ground: Geography) -> list[Stroke]:
    roads = [r for r in ground.roads if r.kind != "track"]
    width = {"highway": 1.3, "road": 0.9}
    tracks = [
        sheet.stroke(r.points, "road", 0.8, 105, (4, 3)) for r in ground.roads if r.kind == "track"
    ]
    casing = [sheet.stroke(r.points, "road-casing", width[r.kind] + 1.3, 110) for r in roads]
    return tracks + casing + [sheet.stroke(r.points, "road", width[r.kind], 200) for r in roads]


def _borders(sheet: Sheet, ground: Geography) -> list[Stroke]:
    casing = [sheet.stroke(b.points, "border-casing", 4.2, 110) for b in ground.borders]
    dash = {"border": (9.0, 3.2), "disputed": (3.0, 3.0)}
    return casing + [
        sheet.stroke(b.points, "border", 1.5, 225, dash[b.kind]) for b in ground.borders
    ]
