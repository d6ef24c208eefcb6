"""Corridor: the road as the graph has it, leg by leg along real roads: held, gap or barred."""

from game.ui.ground import Ground, Segment
from game.ui.map import pen
from game.ui.map.geography import Line
from game.ui.map.pen import Stroke
from game.ui.map.roads import of
from game.ui.map.sheet import Sheet


class Corridor:
    """Draws held legs solid, gaps as dots, barred legs with a bar across."""

    name = "corridor"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        legs = [(s, of(sheet.geography).way(s.a, s.b)) for s in once(ground.corridor)]
        under = [sheet.stroke(way, "shade", 4.8, 150) for s, way in legs if s.state == "held"]
        pen.ink(sheet.surface, under + [leg(sheet, s, way) for s, way in legs])
        pen.ink(
            sheet.surface,
            [bar for s, way in legs if s.state == "barred" for bar in cross(sheet, way)],
        )


def once(legs: tuple[Segment, ...]) -> list[Segment]:
    """Return every leg once, whichever way it is travelled."""
    return list({frozenset((leg.a, leg.b)): leg for leg in legs}.values())


def leg(sheet: Sheet, s: Segment, way: Line) -> Stroke:
    """Return the stroke of a leg."""
    if s.state == "held":
        return sheet.stroke(way, "road-line", 2.4, 245)
    return sheet.stroke(way, "road-line", 2.2, 225, (2.5, 5))


def cross(sheet: Sheet, way: Line) -> list[Stroke]:
    """Return a bar across the middle of a leg."""
    i = max(1, len(way) // 2)
    (ax, ay), (bx, by) = sheet.xy(way[i - 1]), sheet.xy(way[i])
    x, y, size = (ax + bx) / 2, (ay + by) / 2, sheet.dp(6.5)
    long = max(1e-6, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    nx, ny = -(by - ay) / long * size, (bx - ax) / long * size
    ends = ((x - nx, y - ny), (x + nx, y + ny))
    styles = [sheet.stroke(way, "shade", 7, 210), sheet.stroke(way, "bad", 3.4)]
    return [Stroke(ends, s.ink, s.width) for s in styles]
