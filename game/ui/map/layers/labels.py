"""Labels: towns by rank where there is room, rivers along their course, names of countries."""

from math import atan2, degrees

import pygame
from pygame import FRect, Vector2

from game.ui.ground import Ground, Point, Theatre
from game.ui.map.geography import Line, Town
from game.ui.map.sheet import Sheet
from game.ui.toolkit.theme import colour

RADIUS = (1.7, 2.3, 3.0, 3.8)


class Dots:
    """The towns themselves; they take their places first."""

    name = "towns"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        for town in towns(sheet, ground):
            at, r = sheet.xy(town.at), sheet.dp(RADIUS[town.rank])
            pygame.draw.aacircle(sheet.surface, colour("shade"), at, r + sheet.dp(1.3))
            pygame.draw.aacircle(sheet.surface, colour("paper"), at, r)
            if town.rank:
                box = FRect(0, 0, 2.4 * r, 2.4 * r)
                box.center = at
                sheet.placer.take(box)


class Labels:
    """All names of the ground. What finds no room is left out."""

    name = "labels"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        for rank in (3, 2, 1):
            self._towns(sheet, ground, rank)
        for name, title in ground.theatre.names:
            river(sheet, name, title)
        if ground.warning and "zone" not in sheet.hidden:
            title = ground.warning.title.upper()
            for name in ground.warning.rivers:
                if river(sheet, name, title, "kicker", ground.warning.ink, (22, 34, 46)):
                    break
        for name, rings in sheet.geography.polygons.items():
            faint(sheet, name.upper(), middle(rings, ground.theatre), "country", 120)
        self._towns(sheet, ground, 0)
        for title, at in ground.theatre.areas:
            faint(sheet, title, at, "area", 175)

    def _towns(self, sheet: Sheet, ground: Ground, rank: int) -> None:
        for town in towns(sheet, ground):
            if town.rank == rank and (rank or matters(sheet, ground, town)):
                order = f"{town.side} r l t b tr tl br bl"
                away = RADIUS[rank] + 3
                sheet.write(town.name, sheet.xy(town.at), f"town{rank}", "paper", order, away)


def towns(sheet: Sheet, ground: Ground) -> list[Town]:
    """Return the places of the game, and the towns of the map data that are none of them."""
    own = [Town(p.title, p.at, p.rank, "r") for p in ground.places]
    others = [t for t in sheet.geography.towns if not any(near(t.at, o.at, 0.07) for o in own)]
    return sorted([*own, *others], key=lambda town: -town.rank)


def near(one: Point, other: Point, degrees_: float) -> bool:
    """Say whether two places lie within some degrees of each other."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < degrees_


def matters(sheet: Sheet, ground: Ground, town: Town) -> bool:
    """Say whether a village is named: always from near, else only where forces or the road are."""
    if sheet.projection.ky > 240 * sheet.kit.scale:
        return True
    there = [u.at for u in ground.units] + [s.b for s in ground.corridor]
    return any(near(at, town.at, 0.2) for at in there)


def middle(rings: list[Line], theatre: Theatre) -> Point:
    """Return the middle of the part of a country that lies in the window."""
    ring = max(rings, key=len)
    seen = [
        (min(max(x, theatre.west), theatre.east), min(max(y, theatre.south), theatre.north))
        for x, y in ring
    ]
    xs, ys = zip(*seen, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def river(
    sheet: Sheet,
    name: str,
    title: str,
    style: str = "water",
    ink: str = "waterlabel",
    off: tuple[int, ...] = (-13, 15, -18, 20),
) -> bool:
    """Name a river once, where there is room, from its middle outwards."""
    theatre = sheet.projection.theatre
    points = [p for r in sheet.geography.rivers if r.name == name for p in r.points]
    points = [p for p in points if theatre.west < p[0] < theatre.east]
    points = [p for p in points if theatre.south < p[1] < theatre.north]
    if len(points) < 2:
        return False
    low, high = min(p[0] for p in points), max(p[0] for p in points)
    lons = [low + (high - low) * share for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)]
    return any(along(sheet, name, title, lon, style, ink, off) for lon in lons)


def faint(sheet: Sheet, title: str, at: Point, style: str, alpha: int) -> None:
    """Write a wide, faint name where it disturbs least: at its place or a little beside it."""
    image = sheet.kit.type.image(title, style, colour("paper"), halo=style == "area").copy()
    image.set_alpha(alpha)
    x, y = sheet.xy(at)
    for dx, dy in (
        (0, 0),
        (0, 30),
        (0, -30),
        (40, 0),
        (-40, 0),
        (60, 40),
        (-60, -40),
        (0, 70),
        (0, -70),
    ):
        box = FRect(image.get_rect(center=(x + sheet.dp(dx), y + sheet.dp(dy)))).inflate(
            0, -sheet.dp(8)
        )
        if sheet.placer.free(box):
            sheet.placer.take(box)
            sheet.surface.blit(image, image.get_rect(center=box.center))
            return


def along(
    sheet: Sheet,
    river: str,
    title: str,
    lon: float,
    style: str = "water",
    ink: str = "waterlabel",
    off: tuple[int, ...] = (-13, 15, -18, 20),
) -> bool:
    """Write a name beside a river, turned the way it flows, where nothing lies."""
    image = sheet.kit.type.image(title, style, colour(ink), halo=True)
    points = [
        Vector2(sheet.xy(p)) for r in sheet.geography.rivers if r.name == river for p in r.points
    ]
    middle = min(points, key=lambda p: abs(p.x - sheet.xy((lon, 0))[0]))
    near = [p for p in points if p.distance_to(middle) < image.get_width() * 0.6]
    way = max(near, key=lambda p: p.x - middle.x + (p.y - middle.y) * 0.2) - min(
        near, key=lambda p: p.x
    )
    angle = degrees(atan2(way.y, way.x)) if abs(way.x) > 2 else 90
    centre = sum(near, Vector2()) / len(near)
    turned = pygame.transform.rotozoom(image, -angle, 1)
    for up in off:
        box = FRect(turned.get_rect(center=centre + Vector2(0, sheet.dp(up)).rotate(angle)))
        if sheet.placer.free(box.inflate(-box.w * 0.2, -box.h * 0.2)):
            sheet.placer.take(box.inflate(-box.w * 0.2, -box.h * 0.2))
            sheet.surface.blit(turned, box)
            return True
    return False
