"""Control: who holds the ground, with fronts that fade; one look-up in a table per repaint."""

from collections.abc import Iterator

import pygame
from pygame import Surface

from game.ui.ground import Ground
from game.ui.map import regions
from game.ui.map.sheet import Sheet
from game.ui.map.stretch import native, strips
from game.ui.toolkit import shapes
from game.ui.toolkit.theme import colour, luminance

STRONG = 0.3  # how much thicker fills are, when strong ones are wanted


class Control:
    """Keeps the cells, which only depend on the centres, and the picture of who holds them."""

    name = "control"

    def __init__(self) -> None:
        self._key: object = None
        self._cells: regions.Cells | None = None
        self._painted_key: object = None
        self._painted: Surface | None = None

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        if not ground.places:
            return
        painted = self._paint(sheet, ground)
        yield
        across = sheet.projection.ky / regions.grain(ground.theatre)
        for strip in strips(painted, (0, 0), (across, across), sheet.window):
            shapes.stamp(sheet.surface, *strip)
            yield

    def _paint(self, sheet: Sheet, ground: Ground) -> Surface:
        """Return the picture of the whole theatre, painted again when a place has changed hands."""
        centres = tuple(place.at for place in ground.places)
        holders = tuple(place.ink for place in ground.places)
        key = sheet.kit, ground.theatre, centres, holders
        if self._painted_key != key or self._painted is None:
            if self._key != key[1:3] or self._cells is None:
                self._key = key[1:3]
                self._cells = regions.cells(ground.theatre, centres, sheet.geography)
            strong = sheet.kit.strong
            inks = regions.order((side.ink for side in ground.sides), holders)
            fills = {ink: fill(ink, strong) for ink in inks}
            paint = regions.paint(self._cells, fills, holders)
            if strong:
                regions.hatch(paint, self._cells, inks, holders)
            picture = pygame.image.frombuffer(paint.data, paint.shape[::-1], "RGBA")
            self._painted_key, self._painted = key, native(picture).premul_alpha()
        return self._painted


def fill(ink: str, strong: bool = False) -> regions.Fill:
    """Return a side's colour, and how thickly it is laid over the ground."""
    red, green, blue, _ = colour(ink)
    return red, green, blue, wash(ink) + (STRONG if strong else 0)


def wash(ink: str) -> float:
    """Return how thickly a side is laid over the ground: the darker, the thicker."""
    return 0.42 - 0.22 * min(1.0, luminance(ink) / 0.3)
