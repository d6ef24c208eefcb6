"""Rings: distances on the ground, to scale, named on their own line."""

from math import cos, radians, sin

from pygame import FRect, Vector2

from game.ui.ground import Ground, Ring
from game.ui.map import pen
from game.ui.map.pen import XY, Stroke
from game.ui.map.sheet import Sheet
from game.ui.toolkit.theme import colour

LOW = (55, 45, 65, 35, 25, 155, 165, 300)


def circle(sheet: Sheet, ring: Ring, steps: int = 144) -> tuple[XY, ...]:
    """Return the points of a ring in pixels."""
    x, y = sheet.xy(ring.at)
    r = sheet.projection.km(ring.km)
    turns = [radians(360 * i / steps) for i in range(steps + 1)]
    return tuple((x + r * cos(t), y + r * sin(t)) for t in turns)


class Rings:
    """Draws every ring; the names come later, when the units have taken their places."""

    name = "rings"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        for ring in ground.rings:
            line, strong = circle(sheet, ring), ring.km < 100
            dash = (sheet.dp(8), sheet.dp(5)) if strong else (sheet.dp(2), sheet.dp(5))
            under = Stroke(line, colour("shade", 120 if strong else 60), sheet.dp(3.4))
            over = Stroke(
                line,
                colour(ring.ink, 255 if strong else 190),
                sheet.dp(1.8 if strong else 1.2),
                dash,
            )
            pen.ink(sheet.surface, [under, over])


class RingNames:
    """Names the rings where there is room on their line."""

    name = "rings"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        for ring in ground.rings:
            image = sheet.kit.type.image(ring.title, "caption-bold", colour(ring.ink), halo=True)
            for point in spots(sheet, ring):
                box = FRect(0, 0, *image.get_size()).inflate(-2, -4)
                box.center = point
                if sheet.placer.free(box) and FRect(sheet.surface.get_rect()).contains(box):
                    sheet.placer.take(box)
                    sheet.surface.blit(image, image.get_rect(center=box.center))
                    break


def spots(sheet: Sheet, ring: Ring) -> list[Vector2]:
    """Return points of the ring, the best for a name first."""
    centre, r, home = (
        Vector2(sheet.xy(ring.at)),
        sheet.projection.km(ring.km),
        Vector2(sheet.xy(sheet.projection.theatre.home)),
    )
    points = [centre + Vector2(r, 0).rotate(angle) for angle in (*LOW, *range(0, 360, 10))]
    few = len(LOW) if ring.km < 100 else 0
    return points[:few] + sorted(points[len(LOW) :], key=lambda p: p.distance_to(home))
