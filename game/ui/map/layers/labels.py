"""Names of the ground: towns by rank where there is room, rivers along their course, countries."""

from collections.abc import Iterable
from math import atan2, degrees

import pygame
from pygame import FRect, Rect, Vector2

from game.ui.ground import Ground
from game.ui.map.geography import Town
from game.ui.map.inks import readable
from game.ui.map.room import middles
from game.ui.map.scene import Piece, Scene, box_at, thinned
from game.ui.map.sheet import Sheet
from game.ui.map.towns import RADIUS, level, near, shown
from game.ui.toolkit.theme import colour

ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # where along a river its name is tried
BESIDE = (-13, 15, -18, 20)  # dp from the river to its name
ABOVE = (22, 34, 46)  # the same for what is said of one bank
FAINT = {"country": 120, "area": 175}
AREA_TRIES = (
    (0, 0), (0, 30), (0, -30), (40, 0), (-40, 0), (60, 40), (-60, -40), (0, 70), (0, -70),
)  # fmt: skip


class Dots:
    """The towns themselves; a place of the game has the colour of who holds it."""

    name = "towns"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        for town in shown(sheet.geography, ground, sheet.projection, sheet.kit.scale):
            at, r = sheet.xy(town.at), sheet.dp(RADIUS[town.rank])
            if not sheet.surface.get_rect().inflate(20, 20).collidepoint(at):
                continue
            pygame.draw.aacircle(sheet.surface, colour("shade"), at, r + sheet.dp(1.3))
            pygame.draw.aacircle(sheet.surface, colour("paper"), at, r)
            if town.ink and r > 2.6:
                pygame.draw.aacircle(sheet.surface, colour(town.ink), at, r - sheet.dp(1.1))


def reserve(scene: Scene, ground: Ground) -> None:
    """Let nothing lie on towns; note where the places of the game can be pointed at."""
    for town in shown(scene.geography, ground, scene.projection, scene.kit.scale):
        at, r = scene.xy(town.at), scene.dp(RADIUS[town.rank])
        if town.rank or town.id:
            scene.placer.take(box_at(at, 2.4 * r, 2.4 * r))
        if town.id:
            spot = Rect(box_at(at, scene.dp(15), scene.dp(15)))
            scene.spots[f"place:{town.id}"] = spot


def towns(scene: Scene, ground: Ground, ranks: Iterable[int], forces: bool = False) -> None:
    """Name towns of some ranks; or those where forces stand, of whatever rank they are."""
    there = {unit.at for unit in ground.units}
    wanted = set(ranks)
    named = {piece.text for piece in scene.pieces}  # parts of one city have one name
    for town in shown(scene.geography, ground, scene.projection, scene.kit.scale):
        name = short(town.name)
        if name in named or (forces and town.at not in there):
            continue
        if town.rank in wanted and (town.rank or forces or matters(scene, ground, town)):
            order = f"{town.side} r l b t br bl tr tl"
            r = scene.dp(RADIUS[town.rank])
            spot = box_at(scene.xy(town.at), 2 * r, 2 * r)
            if scene.write(name, spot, f"town{town.rank}", "paper", order):
                named.add(name)


def short(title: str) -> str:
    """Return what is written on the map: a title without what is said behind a comma or a colon."""
    return title.split(",")[0].split(":")[0]


def matters(scene: Scene, ground: Ground, town: Town) -> bool:
    """Say whether a village is named: always from near, else only where forces or the road are."""
    if level(scene.projection, scene.kit.scale) == 2:
        return True
    tall = ground.theatre.north - ground.theatre.south
    there = [u.at for u in ground.units] + [s.b for s in ground.corridor]
    return bool(town.id) and any(near(at, town.at, 0.035 * tall) for at in there)


def rivers(scene: Scene, ground: Ground) -> None:
    """Name the great rivers, and what is said of a bank of one."""
    for name, title in ground.theatre.names:
        river(scene, name, title)
    if ground.warning and "zone" not in scene.hidden:
        title, ink = ground.warning.title.upper(), readable(ground.warning.ink)
        any(river(scene, n, title, "kicker", ink, ABOVE) for n in ground.warning.rivers)


def countries(scene: Scene, ground: Ground) -> None:
    """Name countries: each has several places, so that it is named wherever it is seen."""
    for name, rings in scene.geography.polygons.items():
        picture = _faint(scene, name.upper(), "country")
        boxes = list(middles(scene, rings, picture.get_size()))
        if boxes:
            scene.pieces.append(Piece(picture, tuple(Rect(box) for box in boxes), name))
            for box in boxes:
                scene.placer.take(box)


def areas(scene: Scene, ground: Ground) -> None:
    """Name landscapes where they disturb least: at their place or a little beside it."""
    for title, at in ground.theatre.areas:
        picture = _faint(scene, title, "area")
        x, y = scene.xy(at)
        for dx, dy in AREA_TRIES:
            box = FRect(picture.get_rect(center=(x + scene.dp(dx), y + scene.dp(dy))))
            if scene.placer.free(box.inflate(0, -scene.dp(8))):
                scene.placer.take(box.inflate(0, -scene.dp(8)))
                scene.pieces.append(Piece(picture, (Rect(box),), title))
                break


def _faint(scene: Scene, title: str, style: str) -> pygame.Surface:
    image = scene.kit.type.picture(title, style, colour("paper"), halo=style == "area")
    return thinned(image, FAINT[style])


def river(
    scene: Scene,
    name: str,
    title: str,
    style: str = "water",
    ink: str = "waterlabel",
    off: tuple[int, ...] = BESIDE,
) -> bool:
    """Name a river once, where there is room, from its middle outwards."""
    t = scene.projection.theatre
    points = [
        p
        for r in scene.geography.rivers
        if r.name == name
        for p in r.points
        if t.west < p[0] < t.east and t.south < p[1] < t.north
    ]
    if len(points) < 2:
        return False
    image = scene.kit.type.picture(title, style, colour(ink), halo=True)
    line = [Vector2(scene.xy(p)) for p in points]
    low, high = min(p.x for p in line), max(p.x for p in line)
    if high - low < image.get_width():
        return False
    return any(_along(scene, title, image, line, low + (high - low) * at, off) for at in ALONG)


def _along(
    scene: Scene,
    title: str,
    image: pygame.Surface,
    line: list[Vector2],
    x: float,
    off: tuple[int, ...],
) -> bool:
    """Write a name beside a river, turned the way it flows, where nothing lies."""
    middle = min(line, key=lambda p: abs(p.x - x))
    near_ = [p for p in line if p.distance_to(middle) < image.get_width() * 0.6]
    way = max(near_, key=lambda p: p.x - middle.x + (p.y - middle.y) * 0.2) - min(
        near_, key=lambda p: p.x
    )
    angle = degrees(atan2(way.y, way.x)) if abs(way.x) > 2 else 90
    centre = sum(near_, Vector2()) / len(near_)
    for up in off:
        at = centre + Vector2(0, scene.dp(up)).rotate(angle)
        tight = [box_at((p.x, p.y), *size) for p, size in _links(at, angle, image.get_size())]
        if all(scene.placer.free(box) for box in tight):
            turned = pygame.transform.rotozoom(image, -angle, 1)
            spot = turned.get_rect(center=(round(at.x), round(at.y)))
            if not scene.size.contains(spot):
                continue
            for box in tight:
                scene.placer.take(box)
            scene.pieces.append(Piece(turned, (spot,), title))
            return True
    return False


def _links(
    at: Vector2, angle: float, size: tuple[int, int], parts: int = 6
) -> list[tuple[Vector2, tuple[float, float]]]:
    """Return small boxes that together cover a slanting name; one upright box would be too big."""
    step = Vector2(size[0] / parts, 0).rotate(angle)
    wide = abs(step.x) + size[1] * 0.5
    tall = abs(step.y) + size[1] * 0.6
    first = at - step * (parts - 1) / 2
    return [(first + step * i, (wide, tall)) for i in range(parts)]
