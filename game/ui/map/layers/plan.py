"""Plan: the arrow of the option that is being looked at, drawn over the base map."""

from itertools import pairwise

import pygame
from pygame import Rect, Surface, Vector2

from game.ui.map.sheet import Sheet
from game.ui.situation import Option
from game.ui.toolkit import shapes
from game.ui.toolkit.theme import colour

STEPS = 28


def draw(target: Surface, sheet: Sheet, option: Option, corner: tuple[int, int]) -> None:
    """Draw a swelling arrow through the places of the option, short of its goal."""
    if len(option.arrow) < 2:
        return
    points = [Vector2(sheet.xy(p)) - Vector2(corner) for p in option.arrow]
    outline = arrow(bent(points[0], points[-1]), sheet.dp(1))
    box = Rect(min(p.x for p in outline), min(p.y for p in outline), 1, 1)
    box = box.unionall([Rect(p.x, p.y, 1, 1) for p in outline]).inflate(12, 12)

    def paint(large: Surface, q: int) -> None:
        shape = [((p.x - box.x) * q, (p.y - box.y) * q) for p in outline]
        pygame.draw.polygon(large, colour("white", 235), shape)
        pygame.draw.lines(large, colour("shade", 255), True, shape, round(sheet.dp(1.6) * q))

    key = ("plan", option.arrow, sheet.projection, box.size, corner)
    shapes.stamp(
        target, sheet.kit.shapes.get(key, lambda: shapes.smooth(box.size, paint)), box.topleft
    )


def bent(a: Vector2, b: Vector2) -> list[Vector2]:
    """Return an arc from one place to the next, cut short before both."""
    middle = (a + b) / 2 + (b - a).rotate(-90) * 0.17
    way = [
        a.lerp(middle, t / STEPS).lerp(middle.lerp(b, t / STEPS), t / STEPS)
        for t in range(STEPS + 1)
    ]
    return way[2 : -max(2, round(STEPS * 20 / max(40.0, a.distance_to(b))))]


def arrow(way: list[Vector2], dp: float) -> list[Vector2]:
    """Return the outline of an arrow that swells from 2 to 7 dp and ends in a head."""
    head = max(2, len(way) - 1 - round(15 * dp / max(1.0, way[0].distance_to(way[1]))))
    left, right = [], []
    for i, (a, b) in enumerate(pairwise(way[: head + 1])):
        side = (b - a).normalize().rotate(90) * dp * (1 + 2.6 * i / head)
        left.append(a + side)
        right.append(a - side)
    neck, tip = way[head - 1], way[-1]
    wing = (tip - neck).normalize().rotate(90) * 8.5 * dp
    return [*left, neck + wing, tip, neck - wing, *reversed(right)]
