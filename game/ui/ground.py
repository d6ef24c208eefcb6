"""Ground: what lies and stands on the map, as far as the player knows."""

from dataclasses import dataclass

Point = tuple[float, float]  # longitude, latitude
Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Theatre:
    """The window of the map, and what it is called there."""

    west: float
    south: float
    east: float
    north: float
    home: Point  # where the camera looks at first
    names: Names = ()  # of great rivers: what the map data call them, and what the player does
    areas: tuple[tuple[str, Point], ...] = ()  # names of landscapes


@dataclass(frozen=True)
class Side:
    """A side: its name and its colour as #rrggbb."""

    id: str
    title: str
    ink: str


@dataclass(frozen=True)
class Report:
    """What is known of a strength: how many, whence, how old, how sure."""

    estimate: str
    source: str
    age: str
    confidence: str  # "high", "medium" or "low"
    doubtful: bool = False  # old and unsure; its counter says so


@dataclass(frozen=True)
class Place:
    """A place, who is thought to hold it, and with how many."""

    id: str
    title: str
    at: Point
    rank: int  # 3 is a great city, 0 a village or a post
    kind: str
    holder: str
    ink: str
    report: Report | None
    note: str = ""


@dataclass(frozen=True)
class Unit:
    """A force as far as it is known."""

    id: str
    title: str
    kind: str
    identity: str  # friend, neutral, suspect, hostile or unknown: the shape of its frame
    side: str
    ink: str
    at: Point
    report: Report
    note: str = ""
    towards: Point | None = None  # the place that it stands before


@dataclass(frozen=True)
class Ring:
    """A circle on the ground, to scale."""

    id: str
    title: str
    at: Point
    km: float
    ink: str
    reach: bool = False  # of weapons; drawn more lightly than a zone that is kept


@dataclass(frozen=True)
class Warning:
    """A warning to aircraft on the right bank of a river, between two places of one country."""

    title: str
    rivers: tuple[str, ...]
    source: Point
    end: Point
    km: float
    country: str
    ink: str


@dataclass(frozen=True)
class Segment:
    """A leg of a road between two places: held, gap or barred."""

    title: str
    a: Point
    b: Point
    state: str


@dataclass(frozen=True)
class Plan:
    """What a choice would do on the map: an arrow from its start, a ring of so many km, a mark."""

    at: Point
    start: Point | None = None
    km: float = 0


@dataclass(frozen=True)
class Sent:
    """Forces that the draft brings to an area, in words, and the middle of that area."""

    text: str
    at: Point


@dataclass(frozen=True)
class Mark:
    """Where something happened, for the playback of a week."""

    at: Point
    tone: str  # a colour of the theme


@dataclass(frozen=True)
class Ground:
    """All that the map shows."""

    theatre: Theatre
    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    units: tuple[Unit, ...]
    rings: tuple[Ring, ...] = ()
    warning: Warning | None = None
    corridor: tuple[Segment, ...] = ()
    corridor_title: str = ""
    mark: Mark | None = None
    plans: tuple[Plan, ...] = ()
    sent: tuple[Sent, ...] = ()
