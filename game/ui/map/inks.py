"""Inks: colours of sides made readable, and told apart by everybody where that is asked for."""

from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from game.ui.ground import Ground
from game.ui.toolkit.theme import SAFE, colour, contrast, in_use

READABLE = 8.5  # more than words on a panel need: the ground is never of one colour
SIDES = (
    "#5078f0", "#f0f078", "#00f0f0", "#f05078", "#780050", "#f0a028",
    "#787800", "#a0a0f0", "#500078", "#c8f0c8", "#a050a0", "#780000",
)  # fmt: skip
"""Colours of sides that stay apart for all kinds of colour vision, in the order of the sides."""

SPARE = "#8c8c8c"  # of sides beyond these


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


def shown(ground: Ground) -> Ground:
    """Return the ground in the colours of the palette in use: the author's own, or safe ones."""
    return _safe(ground) if in_use() == SAFE else ground


@lru_cache(2)
def _safe(ground: Ground) -> Ground:
    inks = dict.fromkeys(side.ink for side in ground.sides)
    new = dict(zip_longest(inks, SIDES[: len(inks)], fillvalue=SPARE))
    warning = ground.warning
    return replace(
        ground,
        sides=tuple(replace(s, ink=new[s.ink]) for s in ground.sides),
        places=tuple(replace(p, ink=new.get(p.ink, p.ink)) for p in ground.places),
        units=tuple(replace(u, ink=new.get(u.ink, u.ink)) for u in ground.units),
        rings=tuple(replace(r, ink=new.get(r.ink, r.ink)) for r in ground.rings),
        warning=warning and replace(warning, ink=new.get(warning.ink, warning.ink)),
    )
