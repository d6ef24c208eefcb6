"""Control: who holds the ground, with fronts that fade; one look-up in a table per repaint."""

import pygame

from game.ui.ground import Ground
from game.ui.map import regions
from game.ui.map.sheet import Sheet
from game.ui.toolkit.theme import colour, luminance


class Control:
    """Keeps the cells; they only depend on the centres."""

    name = "control"

    def __init__(self) -> None:
        self._key: object = None
        self._cells: regions.Cells | None = None

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        key = ground.theatre, tuple(place.at for place in ground.places)
        if self._key != key or self._cells is None:
            self._cells = regions.cells(ground.theatre, key[1], sheet.geography)
            self._key = key
        holders = [place.ink for place in ground.places]
        fills = {ink: fill(ink) for ink in holders if ink}
        paint = regions.paint(self._cells, fills, holders)
        picture = pygame.image.frombuffer(paint.tobytes(), paint.shape[::-1], "RGBA")
        sheet.surface.blit(pygame.transform.smoothscale(picture, sheet.projection.size), (0, 0))


def fill(ink: str) -> regions.Fill:
    """Return a side's colour, and how thickly it is laid over the ground."""
    red, green, blue, _ = colour(ink)
    return red, green, blue, wash(ink)


def wash(ink: str) -> float:
    """Return how thickly a side is laid over the ground: the darker, the thicker."""
    return 0.42 - 0.22 * min(1.0, luminance(ink) / 0.3)
