"""Colours: what is written can be read, and what must be told apart can be, by everybody."""

import numpy as np
import pytest
from numpy.typing import NDArray

from game.ui.toolkit import theme

Triple = NDArray[np.float64]
READ, APART = 4.5, 15.0  # contrast of WCAG 2; distance in CIELAB
SAFE_APART = 23.0

SIGHT = {
    "usual": np.eye(3),
    "without red": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "without green": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "without blue": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
"""How linear colours look to those who lack a kind of cone (Machado, Oliveira, Fernandes 2009)."""

XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(name: str) -> Triple:
    """Return a colour in linear light."""
    parts = np.array(tuple(theme.colour(name))[:3]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: Triple) -> Triple:
    """Return CIELAB of linear light."""
    parts = XYZ @ np.clip(light, 0, 1) / WHITE
    f = np.where(parts > 0.008856, np.cbrt(parts), 7.787 * parts + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one: str, other: str, sight: str) -> float:
    """Return how far two colours are apart to somebody's eyes."""
    seen = [lab(SIGHT[sight] @ linear(name)) for name in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@pytest.mark.parametrize("palette", theme.PALETTES)
@pytest.mark.parametrize(("text", "ground"), theme.READABLE)
def test_text_can_be_read(palette: str, text: str, ground: str):
    theme.use(palette)
    assert theme.contrast(text, ground) >= READ


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("one", "other"), theme.APART)
def test_colours_that_mean_something_are_apart(sight: str, one: str, other: str):
    assert apart(one, other, sight) >= APART
    theme.use(theme.SAFE)
    assert apart(one, other, sight) >= SAFE_APART


def test_all_palettes_name_the_same_colours():
    names = {frozenset(palette) for palette in theme.PALETTES.values()}
    assert len(names) == 1


def test_another_palette_is_another_colour_of_the_same_name():
    before = theme.colour("good")
    theme.use(theme.SAFE)
    assert theme.in_use() == theme.SAFE
    assert theme.colour("good") != before


def test_a_palette_that_is_not_there_is_refused():
    with pytest.raises(KeyError, match="standard, safe"):
        theme.use("sepia")


def test_a_colour_may_be_given_in_figures():
    assert theme.colour("#102030", 7) == (16, 32, 48, 7)
