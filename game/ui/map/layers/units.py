"""Units: counters with NATO-style frames, moved apart where they would cover each other."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame
from pygame import FRect, Surface, Vector2

from game.ui.ground import Ground, Unit
from game.ui.map import pen
from game.ui.map.pen import Stroke
from game.ui.map.sheet import Sheet
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour, luminance

SIZE = 33
PLAIN: dict[str, Any] = {"domain": "land", "glyph": {}}
"""What is drawn for a kind of unit that the symbols do not know: a scenario may name any."""


class Units:
    """Draws arrows of movement, counters, then the captions that find room."""

    name = "units"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        places = spread(sheet, ground.units)
        for unit, at in zip(ground.units, places, strict=True):
            box = pygame.Rect(0, 0, round(sheet.dp(SIZE)), round(sheet.dp(SIZE)))
            box.center = round(at.x), round(at.y)
            sheet.spots[unit.id] = box
            sheet.placer.take(FRect(box).inflate(-sheet.dp(4), -sheet.dp(4)))
        pen.ink(sheet.surface, [s for u in ground.units if u.towards for s in heading(sheet, u)])
        for unit in ground.units:
            self._counter(sheet, unit)

    def _counter(self, sheet: Sheet, unit: Unit) -> None:
        box = sheet.spots[unit.id]
        picture = counter(sheet.kit, unit.kind, unit.identity, unit.ink, SIZE)
        sheet.surface.blit(picture, picture.get_rect(center=box.center))
        if unit.report.confidence == "low":
            badge = sheet.kit.type.image("?", "caption-bold", colour("dark"))
            r = sheet.dp(7)
            centre = box.right - sheet.dp(4), box.bottom - sheet.dp(5)
            pygame.draw.aacircle(sheet.surface, colour("shade"), centre, r + sheet.dp(1))
            pygame.draw.aacircle(sheet.surface, colour("paper"), centre, r)
            sheet.surface.blit(badge, badge.get_rect(center=centre))


class UnitNames:
    """Names units where there is room, the surest first."""

    name = "units"

    def draw(self, sheet: Sheet, ground: Ground) -> None:
        order = {"high": 0, "medium": 1, "low": 2}
        for unit in sorted(ground.units, key=lambda u: order[u.report.confidence]):
            box = sheet.spots[unit.id]
            sheet.write(
                unit.title, box.center, "caption-bold", "white", "b t r l br bl", SIZE / 2 - 0.5
            )


def spread(sheet: Sheet, units: tuple[Unit, ...]) -> list[Vector2]:
    """Push counters apart until none covers another."""
    places = [Vector2(sheet.xy(u.at)) for u in units]
    apart = sheet.dp(SIZE + 3)
    for _ in range(40):
        for i, a in enumerate(places):
            for b in places[i + 1 :]:
                push(a, b, apart)
    return places


def push(a: Vector2, b: Vector2, apart: float) -> None:
    """Move two places away from each other along one axis, if their boxes touch."""
    away = b - a
    wide, tall = abs(away.x), abs(away.y)
    if max(wide, tall) >= apart:
        return
    along = (
        Vector2(1 if away.x >= 0 else -1, 0)
        if wide >= tall
        else Vector2(0, 1 if away.y >= 0 else -1)
    )
    step = along * (apart - max(wide, tall)) / 2
    a -= step
    b += step


def heading(sheet: Sheet, unit: Unit) -> list[Stroke]:
    """Return a short arrow towards where a unit is going."""
    assert unit.towards
    start = Vector2(sheet.spots[unit.id].center)
    way = Vector2(sheet.xy(unit.towards)) - start
    long = min(way.length(), sheet.dp(64))
    tip = start + way.normalize() * long
    head = [tip - way.normalize().rotate(a) * sheet.dp(10) for a in (28, -28)]
    ink = unit.ink
    lines = [
        ((start.x, start.y), (tip.x, tip.y)),
        ((head[0].x, head[0].y), (tip.x, tip.y), (head[1].x, head[1].y)),
    ]
    under = [Stroke(line, colour("shade", 170), sheet.dp(5.2)) for line in lines]
    return under + [Stroke(line, colour(ink), sheet.dp(2.8)) for line in lines]


@lru_cache(1)
def book(assets: Path) -> Any:
    """Read the list of symbols."""
    return json.loads((assets / "symbols" / "symbols.json").read_text())


@lru_cache(200)
def layer(assets: Path, name: str, ink: str) -> Surface:
    """Return one white layer of a symbol, tinted."""
    picture = pygame.image.load(assets / "symbols" / name).convert_alpha()
    picture.fill(colour(ink), special_flags=pygame.BLEND_RGB_MULT)
    return picture


def symbol(assets: Path, kind: str, identity: str, side: str) -> Surface:
    """Put a symbol together: fill, glyph, edge. A kind without a glyph is an empty frame."""
    about = book(assets)
    what = about["kinds"].get(kind, PLAIN)
    frame = about["frames"][what["domain"]][identity]
    light = luminance(side) > 0.25
    out = layer(assets, frame["fill"], side).copy()
    if glyph := what["glyph"].get(identity):
        out.blit(layer(assets, glyph, "dark" if light else "white"), (0, 0))
    out.blit(layer(assets, frame["edge"], "paper" if luminance(side) < 0.03 else "shade"), (0, 0))
    return out


def counter(kit: Kit, kind: str, identity: str, side: str, size: float) -> Surface:
    """Return a symbol with its shadow, scaled."""
    return kit.shapes.get(
        ("counter", kind, identity, side, size), lambda: _counter(kit, kind, identity, side, size)
    )


def _counter(kit: Kit, kind: str, identity: str, side: str, size: float) -> Surface:
    full = symbol(kit.assets, kind, identity, side)
    pixels = kit.px(size)
    small = pygame.transform.smoothscale(full, (pixels, pixels))
    pad = kit.px(4)
    out = Surface((pixels + 2 * pad, pixels + 2 * pad), pygame.SRCALPHA)
    shadow = small.copy()
    shadow.fill((0, 0, 0, 150), special_flags=pygame.BLEND_RGBA_MULT)
    out.blit(shadow, (pad, pad + kit.px(2)))
    out = pygame.transform.gaussian_blur(out, max(1, kit.px(2)))
    out.blit(small, (pad, pad))
    return out
