"""View: what the player has opened, chosen to look at or hidden; and what changes it."""

from dataclasses import dataclass, field

from game.ui.ground import Point
from game.ui.map.projection import Camera


@dataclass(frozen=True)
class Select:
    """Look at an option."""

    option: str


@dataclass(frozen=True)
class Fold:
    """Open or shut something."""

    what: str


@dataclass(frozen=True)
class Filter:
    """Show one kind of line in the log."""

    kind: str


@dataclass(frozen=True)
class Show:
    """Bring a tab of the lower strip to the front."""

    tab: int


@dataclass(frozen=True)
class Chart:
    """Show the outlook of another track."""

    track: str


@dataclass(frozen=True)
class Zoom:
    """Come nearer (1), go back (-1) or go home (0); a place that is given stays where it is."""

    by: int
    about: Point | None = None


@dataclass(frozen=True)
class Pan:
    """Move the map by a step: right and down, or left and up below nought."""

    right: int
    down: int


@dataclass(frozen=True)
class Look:
    """Bring a place into the middle of the map."""

    at: Point


@dataclass(frozen=True)
class Toggle:
    """Show or hide a layer of the map."""

    layer: str


@dataclass(frozen=True)
class Inspect:
    """Keep the card of a force or a place on the map; the same again, or nothing, lets it go."""

    what: str


@dataclass(frozen=True)
class View:
    """The state of the play screen itself; never saved, never part of the game."""

    option: str
    opened: frozenset[str] = field(default_factory=frozenset)
    kind: str = "all"
    tab: int = 0
    camera: Camera = field(default_factory=lambda: Camera(0, 0))
    track: str = ""
    hidden: frozenset[str] = field(default_factory=frozenset)
    pinned: str = ""  # the force or the place whose card stays
