"""Clutter: how much of a box would lie on lines, so that names can keep off roads and rings."""

from collections.abc import Iterable, Sequence

import numpy as np
import pygame
from pygame import FRect, Surface

XY = tuple[float, float]
COARSE = 4  # pixels to a cell, across and down


class Clutter:
    """The lines of the theatre on a coarse grid, summed up so that any box is four look-ups."""

    def __init__(self, size: tuple[int, int], lines: Iterable[tuple[Sequence[XY], int]]) -> None:
        """Take lines in pixels, each with a weight from 1 to 255."""
        grid = Surface((size[0] // COARSE + 1, size[1] // COARSE + 1), depth=8)
        grid.set_palette([(i, i, i) for i in range(256)])
        for points, weight in lines:
            near = [(x / COARSE, y / COARSE) for x, y in points]
            if len(near) > 1:
                pygame.draw.lines(grid, weight, False, near)
        cells = pygame.surfarray.array2d(grid)
        self.sums = np.zeros((cells.shape[0] + 1, cells.shape[1] + 1), np.int64)
        self.sums[1:, 1:] = cells.cumsum(0, dtype=np.int64).cumsum(1)

    def under(self, box: FRect) -> float:
        """Return the mean weight under a box."""
        wide, tall = self.sums.shape
        left, right = (min(max(0, int(x / COARSE)), wide - 2) for x in (box.left, box.right - 0.01))
        top, low = (min(max(0, int(y / COARSE)), tall - 2) for y in (box.top, box.bottom - 0.01))
        s = self.sums
        found = int(s[right + 1, low + 1] - s[left, low + 1] - s[right + 1, top] + s[left, top])
        return float(found / ((right - left + 1) * (low - top + 1)))
