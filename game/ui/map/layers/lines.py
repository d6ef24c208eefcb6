"""Water, roads and borders: all lines of the ground."""

from collections.abc import Iterator

from game.ui.ground import Ground
from game.ui.map import pen
from game.ui.map.geography import Geography, Trace
from game.ui.map.pen import Points, Stroke
from game.ui.map.sheet import Sheet

EDGE = 16  # pixels beyond a sheet that a line there may reach onto it
WIDTH = {"highway": 1.3, "road": 0.9}
DASH = {"border": (9.0, 3.2), "disputed": (3.0, 3.0)}


class Lines:
    """Draws all of them in one go over a sheet, band by band."""

    name = "lines"

    def draw(self, sheet: Sheet, ground: Ground) -> Iterator[None]:
        lines: list[Stroke] = []
        for kind in (_admin, _rivers, _roads, _borders):
            lines += kind(sheet, sheet.geography)
            yield
        yield from pen.ink(sheet.surface, lines)


def _seen(sheet: Sheet, traces: tuple[Trace, ...]) -> Iterator[tuple[Trace, Points]]:
    """Return the lines that may touch a sheet, and their points in its pixels."""
    west, north = sheet.projection.at(*sheet.window.move(-EDGE, -EDGE).topleft)
    east, south = sheet.projection.at(*sheet.window.move(EDGE, EDGE).bottomright)
    for trace in traces:
        left, low, right, high = trace.bounds
        if left < east and right > west and low < north and high > south:
            yield trace, sheet.line(trace.points)


def _admin(sheet: Sheet, ground: Geography) -> Iterator[Stroke]:
    for _, line in _seen(sheet, ground.admin):
        yield sheet.stroke(line, "border", 0.8, 34, (3, 3))


def _rivers(sheet: Sheet, ground: Geography) -> Iterator[Stroke]:
    great = dict(sheet.projection.theatre.names)
    rivers = list(_seen(sheet, ground.rivers))
    for r, line in rivers:
        yield sheet.stroke(line, "river-casing", 3.8 if r.name in great else 2.2, 190)
    for r, line in rivers:
        yield sheet.stroke(line, "river", 2.2 if r.name in great else 1.1)


def _roads(sheet: Sheet, ground: Geography) -> Iterator[Stroke]:
    seen = list(_seen(sheet, ground.roads))
    roads = [(WIDTH[r.kind], line) for r, line in seen if r.kind != "track"]
    for r, line in seen:
        if r.kind == "track":
            yield sheet.stroke(line, "road", 0.8, 105, (4, 3))
    for width, line in roads:
        yield sheet.stroke(line, "road-casing", width + 1.3, 110)
    for width, line in roads:
        yield sheet.stroke(line, "road", width, 200)


def _borders(sheet: Sheet, ground: Geography) -> Iterator[Stroke]:
    borders = list(_seen(sheet, ground.borders))
    for _, line in borders:
        yield sheet.stroke(line, "border-casing", 4.2, 110)
    for b, line in borders:
        yield sheet.stroke(line, "border", 1.5, 225, DASH[b.kind])
