"""Projection and camera: where a place of the Earth lies on the sheet, and which part is seen."""

from dataclasses import dataclass, replace
from math import cos, radians

from pygame import Rect

from game.ui.ground import Point, Theatre

STEPS = (1.0, 1.55, 2.3)
KM_PER_DEGREE = 111.2
MARGIN = 0.3
"""How much is drawn beyond a view, in widths of it, so that it can be moved."""
WHOLE = 2.1
"""How many views a theatre may be as large as and still be drawn as a whole."""
NUDGE = 0.12
"""The share of what is seen that a key moves the view by."""
AHEAD = 0.12
"""How near the edge of what is drawn a view may come before the next picture is begun."""
SCANT = 0.09
"""The same where a picture is wanted at once, as after a change of zoom."""
SEEN = (0.855, 0.776)
"""The share of the theatre, across or down, that is seen at the first step."""
ROUND = 360.0  # degrees of longitude once round the Earth


@dataclass(frozen=True)
class Projection:
    """Equirectangular, true in the middle of a theatre; `ky` pixels to a degree of latitude."""

    theatre: Theatre
    ky: float

    @property
    def kx(self) -> float:
        """Pixels to a degree of longitude."""
        return self.ky * stretch(self.theatre)

    @property
    def size(self) -> tuple[int, int]:
        """Return the size of the whole sheet."""
        t = self.theatre
        return int((t.east - t.west) * self.kx), int((t.north - t.south) * self.ky)

    def xy(self, point: Point) -> tuple[float, float]:
        """Return the pixel of a place."""
        return (point[0] - self.theatre.west) * self.kx, (self.theatre.north - point[1]) * self.ky

    def near(self, point: Point) -> tuple[float, float]:
        """Return the pixel of a place, on whichever side of 180 degrees its longitude is told."""
        return self.xy(turned(point, (self.theatre.west + self.theatre.east) / 2))

    def at(self, x: float, y: float) -> Point:
        """Return the place of a pixel."""
        return self.theatre.west + x / self.kx, self.theatre.north - y / self.ky

    def km(self, distance: float) -> float:
        """Turn a distance on the ground into pixels."""
        return distance / KM_PER_DEGREE * self.ky


def turned(point: Point, middle: float) -> Point:
    """Return a place at the turn of the Earth at which it lies nearest to a longitude."""
    return point[0] - ROUND * round((point[0] - middle) / ROUND), point[1]


def stretch(theatre: Theatre) -> float:
    """Return how much shorter a degree of longitude is than one of latitude."""
    return cos(radians((theatre.north + theatre.south) / 2))


@dataclass(frozen=True)
class Camera:
    """What the player looks at: a place, and one of three steps of zoom."""

    lon: float
    lat: float
    step: int = 0

    @classmethod
    def home(cls, theatre: Theatre) -> "Camera":
        """Return the camera that looks where the player looks first."""
        return cls(*theatre.home)

    def zoomed(self, by: int, about: Point | None = None) -> "Camera":
        """Return the next step in or out; a place that is given stays where it is in the view."""
        step = min(max(0, self.step + by), len(STEPS) - 1)
        if about is None:
            return replace(self, step=step)
        share = STEPS[self.step] / STEPS[step]
        lon = about[0] + (self.lon - about[0]) * share
        lat = about[1] + (self.lat - about[1]) * share
        return Camera(lon, lat, step)

    def moved(self, dx: float, dy: float, projection: Projection) -> "Camera":
        """Return the camera moved by pixels."""
        t = projection.theatre
        lon = min(max(t.west, self.lon + dx / projection.kx), t.east)
        lat = min(max(t.south, self.lat - dy / projection.ky), t.north)
        return replace(self, lon=lon, lat=lat)

    def nudged(self, right: int, down: int, theatre: Theatre) -> "Camera":
        """Return the camera moved by steps of what it sees, no farther than there is to be seen."""
        wide = (theatre.east - theatre.west) * SEEN[0] / STEPS[self.step]
        tall = (theatre.north - theatre.south) * SEEN[1] / STEPS[self.step]
        lon = min(max(self.lon, theatre.west + wide / 2), theatre.east - wide / 2)
        lat = min(max(self.lat, theatre.south + tall / 2), theatre.north - tall / 2)
        return replace(self, lon=lon + right * wide * NUDGE, lat=lat - down * tall * NUDGE)

    def kept(self, size: tuple[int, int], projection: Projection) -> "Camera":
        """Return the camera looking at the middle of what is really seen."""
        seen = self.view(size, projection)
        lon, lat = projection.at(seen.centerx, seen.centery)
        return replace(self, lon=lon, lat=lat)

    def under(
        self, at: tuple[float, float], size: tuple[int, int], projection: Projection
    ) -> Point:
        """Return the place under a pixel of a view."""
        seen = self.view(size, projection)
        return projection.at(seen.x + at[0], seen.y + at[1])

    def projection(self, theatre: Theatre, width: float, height: float, scale: float) -> Projection:
        """Return the projection for a view, in pixels, at this step.

        At the first one a view sees the share of the theatre across or down, whichever is seen
        larger, and less than that the other way.
        """
        across = (theatre.east - theatre.west) * SEEN[0] * stretch(theatre)
        down = (theatre.north - theatre.south) * SEEN[1]
        fit = max(width / across, height / down)
        return Projection(theatre, round(fit * STEPS[self.step], 3))

    def view(self, size: tuple[int, int], projection: Projection) -> Rect:
        """Return the part of the sheet that is seen, kept on the sheet."""
        view = Rect((0, 0), size)
        view.center = tuple(round(v) for v in projection.near((self.lon, self.lat)))
        return view.clamp(Rect((0, 0), projection.size))


def around(view: Rect, whole: Rect, margin: float) -> Rect:
    """Return the part of the whole to draw for a view: all of it, if that is little more."""
    if whole.w * whole.h < view.w * view.h * WHOLE:
        return whole
    more = 2 * round(view.w * margin)
    return view.inflate(more, more).clip(whole)
