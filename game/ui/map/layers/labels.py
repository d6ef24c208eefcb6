"""Names of the ground: towns by rank where there is room, rivers along their course, countries."""

from collections.abc import Iterable

import pygame
from pygame import FRect, Rect

from game.ui.ground import Ground
from game.ui.map.geography import Town
from game.ui.map.room import middles
from game.ui.map.scene import Piece, Scene, box_at, thinned
from game.ui.map.sheet import Sheet
from game.ui.map.towns import RADIUS, level, near, shown
from game.ui.toolkit.theme import colour

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
