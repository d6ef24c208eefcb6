"""Plan: what the option that is looked at would change, and what is drafted, over the map."""

from itertools import pairwise

import pygame
from pygame import Rect, Surface, Vector2

from game.ui.ground import Plan, Point, Sent
from game.ui.map.projection import Projection
from game.ui.toolkit import shapes
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour

STEPS = 28
HALO = 15  # dp from a place to the ring around it


def draw(
    target: Surface, kit: Kit, projection: Projection, plans: tuple[Plan, ...], view: Rect
) -> None:
    """Draw an arrow for what moves, a ring around a place where something changes."""
    for plan in plans:
        end = Vector2(projection.near(plan.at)) - view.topleft
        if plan.km:
            _ring(target, end, projection.km(plan.km), kit.scale)
        elif plan.start is None or plan.start == plan.at:
            _ring(target, end, HALO * kit.scale, kit.scale)
        else:
            start = Vector2(projection.near(plan.start)) - view.topleft
            _arrow(target, start, end, kit.scale)


def tell(
    target: Surface, kit: Kit, projection: Projection, sent: tuple[Sent, ...], view: Rect
) -> None:
    """Say what the draft brings to an area in its middle, one line below the other."""
    lines: dict[Point, int] = {}
    for row in sent:
        picture = kit.shapes.get(("sent", row.text), lambda text=row.text: _sign(kit, text))  # type: ignore[misc]
        x, y = Vector2(projection.near(row.at)) - view.topleft
        y += lines.get(row.at, 0) * (picture.get_height() + kit.px(2))
        lines[row.at] = lines.get(row.at, 0) + 1
        shapes.stamp(target, picture, picture.get_rect(center=(round(x), round(y))).topleft)


def _sign(kit: Kit, text: str) -> Surface:
    """Return words on a small plate."""
    words = kit.type.picture(text, "caption-bold", colour("dark"))
    size = words.get_width() + kit.px(14), words.get_height() + kit.px(2)

    def paint(large: Surface, q: int) -> None:
        box = large.get_rect()
        pygame.draw.rect(large, colour("shade"), box, border_radius=box.h // 2)
        pygame.draw.rect(
            large, colour("white"), box.inflate(-3 * q, -3 * q), border_radius=box.h // 2
        )

    out = shapes.smooth(size, paint)
    shapes.stamp(out, words, words.get_rect(center=out.get_rect().center).topleft)
    return out


def _ring(target: Surface, centre: Vector2, radius: float, dp: float) -> None:
    for ink, width in (("shade", 5.0), ("white", 2.2)):
        pygame.draw.aacircle(
            target, colour(ink), centre, radius + width * dp / 2, max(1, round(width * dp))
        )


def _arrow(target: Surface, start: Vector2, end: Vector2, dp: float) -> None:
    if start.distance_to(end) < 12 * dp:
        _ring(target, end, HALO * dp, dp)
        return
    outline = arrow(bent(start, end), dp)
    box = Rect(outline[0].x, outline[0].y, 1, 1)
    box = box.unionall([Rect(p.x, p.y, 1, 1) for p in outline]).inflate(12, 12)

    def paint(large: Surface, q: int) -> None:
        shape = [((p.x - box.x) * q, (p.y - box.y) * q) for p in outline]
        pygame.draw.polygon(large, colour("white", 235), shape)
        pygame.draw.lines(large, colour("shade", 255), True, shape, round(dp * 1.6 * q))

    if box.colliderect(target.get_rect()) and max(box.size) < 4000:
        shapes.stamp(target, shapes.smooth(box.size, paint), box.topleft)


def bent(a: Vector2, b: Vector2) -> list[Vector2]:
    """Return an arc from one place to the next, cut short before both."""
    middle = (a + b) / 2 + (b - a).rotate(-90) * 0.17
    way = [
        a.lerp(middle, t / STEPS).lerp(middle.lerp(b, t / STEPS), t / STEPS)
        for t in range(STEPS + 1)
    ]
    return way[2 : -max(2, min(STEPS // 3, round(STEPS * 20 / max(40.0, a.distance_to(b)))))]


def arrow(way: list[Vector2], dp: float) -> list[Vector2]:
    """Return the outline of an arrow that swells from 2 to 7 dp and ends in a head."""
    step = max(0.5, way[0].distance_to(way[1]))
    head = min(max(2, len(way) - 1 - round(15 * dp / step)), len(way) - 2)
    left, right = [], []
    for i, (a, b) in enumerate(pairwise(way[: head + 1])):
        side = (b - a).normalize().rotate(90) * dp * (1 + 2.6 * i / head)
        left.append(a + side)
        right.append(a - side)
    neck, tip = way[head - 1], way[-1]
    wing = (tip - neck).normalize().rotate(90) * 8.5 * dp
    return [*left, neck + wing, tip, neck - wing, *reversed(right)]
