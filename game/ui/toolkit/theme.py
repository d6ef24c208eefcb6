"""Theme: colours and type as tables. No other file names a colour in figures or a size of text.

A colour is looked up by name in the palette that is in use. Whoever changes the palette makes a new
kit as well, because a kit keeps pictures under names.
"""

from dataclasses import dataclass
from functools import lru_cache

from pygame import Color

STANDARD = "standard"
SAFE = "safe"

COLOURS = {
    "ground": "#0b1016", "panel": "#10171f", "card": "#161f29", "inset": "#1e2934",
    "chosen": "#1a2b3c", "rule": "#26323e", "strong": "#3c4c5c",
    "text": "#e8ecef", "second": "#a3b0bc", "third": "#8795a3",
    "accent": "#5aa9e6", "primary": "#2a74b0", "primary-hot": "#2b78b6", "white": "#ffffff",
    "good": "#4fb89a", "caution": "#e2a93b", "bad": "#ec7a68",
    "aim": "#39729a", "other": "#56626e", "worst": "#c4423f", "dark": "#1a1407",
    "calm": "#4fb89a", "firm": "#e2a93b", "force": "#ec7a68",
    "shade": "#05080b", "paper": "#f3ecd9", "halo": "#11151a", "waterlabel": "#a9d2ea",
    "flat": "#5b574c", "sea": "#1b3040", "shallow": "#5c93ad",
    "road-line": "#f07bc4",
    "river": "#6da3c4", "river-casing": "#264052", "road": "#e3cda0", "road-casing": "#14120e",
    "border": "#f4eedf", "border-casing": "#0c0e11",
}  # fmt: skip

PALETTES: dict[str, dict[str, str]] = {
    STANDARD: COLOURS,
    SAFE: COLOURS | {  # blue, yellow and orange stay apart for all three kinds of colour vision
        "accent": "#b9b4ff", "good": "#6cc6f5", "caution": "#f6ea72", "bad": "#f0803a",
        "calm": "#6cc6f5", "firm": "#f6ea72", "force": "#f0803a",
        "aim": "#2f6fb3", "other": "#4a525a", "worst": "#b5501a", "road-line": "#ff9ad5",
    },
}  # fmt: skip

FACES = {
    "sans": "IBMPlexSans-Regular", "italic": "IBMPlexSans-Italic", "medium": "IBMPlexSans-Medium",
    "semi": "IBMPlexSans-SemiBold",
    "cond": "IBMPlexSansCondensed-Regular", "cond-medium": "IBMPlexSansCondensed-Medium",
    "cond-semi": "IBMPlexSansCondensed-SemiBold", "cond-italic": "IBMPlexSansCondensed-Italic",
    "serif": "IBMPlexSerif-Regular", "serif-semi": "IBMPlexSerif-SemiBold",
    "serif-italic": "IBMPlexSerif-Italic",
}  # fmt: skip


@dataclass(frozen=True)
class Style:
    """A kind of text: face, size and line height in dp, space between letters, companions."""

    face: str
    size: float
    leading: float
    tracking: float = 0
    bold: str = "semi"
    italic: str = "italic"


TYPE = {
    "kicker": Style("cond-semi", 11, 15, 1.0),
    "caption": Style("cond-medium", 12, 16, 0, "cond-semi", "cond-italic"),
    "caption-bold": Style("cond-semi", 12, 16),
    "note": Style("cond", 13, 17.5, 0, "cond-semi", "cond-italic"),
    "body": Style("sans", 13, 18),
    "strong": Style("semi", 13, 18),
    "row": Style("medium", 13.5, 18),
    "title": Style("semi", 14.5, 19),
    "head": Style("semi", 17, 22),
    "figure": Style("semi", 20, 24),
    "serif": Style("serif", 13.5, 19, 0, "serif-semi", "serif-italic"),
    "headline": Style("serif-semi", 17, 22),
    "display": Style("serif-semi", 25, 31),
    "poster": Style("serif-semi", 58, 64),
    "country": Style("cond-medium", 25, 30, 12),
    "area": Style("cond-italic", 13.5, 18, 2.5),
    "town3": Style("cond-semi", 14.5, 18), "town2": Style("cond-semi", 13.5, 17),
    "town1": Style("cond-medium", 12, 15), "town0": Style("cond-medium", 11, 14),
    "water": Style("cond-italic", 12.5, 16, 1.0),
}  # fmt: skip

READABLE = [
    (text, ground)
    for ground in ("ground", "panel", "card", "inset", "chosen")
    for text in ("text", "second", "accent", "good", "caution", "bad")
] + [
    ("third", "ground"), ("third", "panel"), ("third", "card"), ("white", "primary"),
    ("white", "primary-hot"), ("white", "aim"), ("white", "other"), ("white", "worst"),
    ("dark", "caution"), ("paper", "halo"), ("waterlabel", "halo"), ("road-line", "panel"),
]  # fmt: skip
"""What is written on what; each pair has a contrast of 4.5 or more in every palette."""

APART = (
    ("good", "bad"), ("good", "caution"), ("caution", "bad"),
    ("aim", "other"), ("other", "worst"), ("aim", "worst"),
)  # fmt: skip
"""What must be told apart by colour, whatever one's colour vision."""

MEANT = {True: "good", False: "bad", None: "second"}
"""The colour of a change that is what the player would have, that is not, or that is neither."""

_used = [STANDARD]


def use(palette: str) -> None:
    """Look colours up in another palette from now on."""
    if palette not in PALETTES:
        raise KeyError(f"no palette named {palette!r}; there are {', '.join(PALETTES)}")
    _used[0] = palette
    colour.cache_clear()


def in_use() -> str:
    """Return the name of the palette in use."""
    return _used[0]


@lru_cache(2048)
def colour(name: str, alpha: int = 255) -> Color:
    """Look a colour up in the palette in use, or take it as #rrggbb."""
    full = Color(name if name.startswith("#") else PALETTES[_used[0]][name])
    return Color(full.r, full.g, full.b, alpha)


def luminance(name: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [c / 255 for c in tuple(colour(name))[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
