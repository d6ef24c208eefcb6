"""What is scaled strip by strip looks as if it had been scaled at once."""

import numpy as np
import pygame
import pytest
from pygame import Rect, Surface

from game.ui.map.stretch import STRIP, strips


@pytest.mark.parametrize("scale", [0.44, 0.93, 1.0, 1.37, 2.6])
@pytest.mark.parametrize("top", [0, 77])
def test_strips_cover_a_window_once(scale: float, top: int) -> None:
    pygame.display.init()
    picture = Surface((900, 1400), pygame.SRCALPHA, 32)
    picture.fill((60, 60, 60, 120))
    window = Rect(40, top, 300, 3 * STRIP - 50)
    seen = np.zeros((window.h, window.w), int)
    for image, (x, y) in strips(picture, (-3.3, -5.7), (scale, scale), window):
        assert (abs(pygame.surfarray.array_alpha(image).astype(int) - 120) <= 4).all()  # rounded
        seen[y : y + image.get_height(), x : x + image.get_width()] += 1
    assert (seen == 1).all()
