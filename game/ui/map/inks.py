"""Inks: colours of sides made readable, whatever an author chose."""

from functools import lru_cache

from game.ui.toolkit.theme import colour, contrast

READABLE = 8.5  # more than words on a panel need: the ground is never of one colour


@lru_cache(256)
def readable(ink: str) -> str:
    """Return a colour, made lighter until names in it can be read on their dark halo."""
    red, green, blue, _ = colour(ink)
    for share in range(0, 101, 5):
        parts = [round(c + (255 - c) * share / 100) for c in (red, green, blue)]
        light = "#{:02x}{:02x}{:02x}".format(*parts)
        if contrast(light, "halo") >= READABLE:
            return light
    return "#ffffff"
