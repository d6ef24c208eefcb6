"""Atlas: puts the layers together into a sheet, and names and counters into a scene.

The sheet is a picture of what is seen and a margin, so that moving the view is one blit; it is
drawn again only when the view leaves it or the ground changes. The scene is placed for the whole
theatre, so that nothing jumps while the view moves.
"""

from collections.abc import Iterator
from math import inf
from pathlib import Path
from time import perf_counter

import pygame
from pygame import FRect, Rect, Surface

from game.ui.ground import Ground
from game.ui.map import geography
from game.ui.map.clutter import XY, Clutter
from game.ui.map.geography import Geography
from game.ui.map.layers import labels, rings, rivers, units
from game.ui.map.layers.control import Control
from game.ui.map.layers.corridor import Corridor, once
from game.ui.map.layers.labels import Dots
from game.ui.map.layers.lines import Lines
from game.ui.map.layers.rings import Rings
from game.ui.map.layers.terrain import Terrain
from game.ui.map.layers.zone import WarningZone
from game.ui.map.placer import Placer
from game.ui.map.projection import AHEAD, MARGIN, SCANT, Projection, around
from game.ui.map.roads import of
from game.ui.map.scene import SLACK, Scene
from game.ui.map.sheet import Layer, Sheet
from game.ui.toolkit.kit import Kit

Hidden = frozenset[str]
SLICE = 0.003  # seconds of a frame that may go into the next sheet
WEIGHTS = {"road": 7, "river": 8, "border": 9, "corridor": 12, "ring": 12}
"""How much a name is kept off each kind of line; see the placer."""


class Draft:
    """A sheet that is being drawn, part by part."""

    def __init__(self, sheet: Sheet, ground: Ground, layers: list[Layer]) -> None:
        self.sheet = sheet
        self._parts = _parts(sheet, ground, layers)

    def drawn(self, seconds: float) -> bool:
        """Draw for so long, a part at the least; say whether all is drawn."""
        end = perf_counter() + seconds
        return all(perf_counter() < end for _ in self._parts)


def _parts(sheet: Sheet, ground: Ground, layers: list[Layer]) -> Iterator[None]:
    """Draw a part at a time; knows no draft, so that one dropped half-way goes at once."""
    for layer in layers:
        yield from layer.draw(sheet, ground) or ()
        yield


class Atlas:
    """The map of whatever ground it is asked for; keeps what it drew last."""

    def __init__(self, assets: Path) -> None:
        self.assets = assets
        self.layers: tuple[Layer, ...] = (
            Terrain(), Control(), WarningZone(), Lines(), Corridor(), Rings(), Dots(),
        )  # fmt: skip
        self.drawn = 0
        self.corner = 0  # where the legend was laid last
        self._key: object = None
        self._sheet: Sheet | None = None
        self._draft: Draft | None = None
        self._scene_key: object = None
        self._scene: Scene | None = None

    def sheet(
        self, kit: Kit, projection: Projection, ground: Ground, hidden: Hidden, view: Rect
    ) -> Sheet:
        """Return a picture of the ground that covers a view.

        Where the view comes near the edge of what is drawn, the next picture is begun, and goes on
        part by part each time that one is asked for.
        """
        key = _key(kit, projection, ground, hidden)
        whole = Rect((0, 0), projection.size)
        kept = self._sheet if key == self._key else None
        if kept is None:
            self._draft = None
        if kept and kept.window.contains(view):
            self._prepare(kept, ground, hidden, view, whole)
            return self._sheet or kept
        if not (self._draft and self._draft.sheet.window.contains(view)):
            same = self._sheet and self._sheet.projection == projection
            old = self._sheet.window if same and self._sheet else Rect(0, 0, 0, 0)
            window = old if old.contains(view) else around(view, whole, SCANT)
            self._draft = self._begin(kit, projection, ground, hidden, window)
        self._key = key
        self._draft.drawn(inf)
        return self._finish(self._draft)

    def _finish(self, draft: Draft) -> Sheet:
        self._sheet, self._draft = draft.sheet, None
        self.drawn += 1
        return draft.sheet

    def _prepare(
        self, kept: Sheet, ground: Ground, hidden: Hidden, view: Rect, whole: Rect
    ) -> None:
        """Draw a part of the picture that will be needed next, if one will."""
        reach = round(view.w * AHEAD)
        near = view.inflate(2 * reach, 2 * reach).clip(whole)
        if self._draft is None and not kept.window.contains(near):
            window = around(view, whole, MARGIN)
            self._draft = self._begin(kept.kit, kept.projection, ground, hidden, window)
        elif self._draft and not self._draft.sheet.window.contains(view):
            self._draft = None
        elif self._draft and self._draft.drawn(SLICE * self._hurry(kept, view, whole)):
            self._finish(self._draft)

    def _hurry(self, kept: Sheet, view: Rect, whole: Rect) -> int:
        """Return how much longer to draw now: twice as long if the view is close to the edge."""
        close = round(view.w * SCANT)
        return 1 if kept.window.contains(view.inflate(close, close).clip(whole)) else 2

    def _begin(
        self, kit: Kit, projection: Projection, ground: Ground, hidden: Hidden, window: Rect
    ) -> "Draft":
        shown = pygame.display.get_surface()
        surface = Surface(window.size, 0, shown) if shown else Surface(window.size)
        found = geography.read(self.assets, projection.theatre)
        layers = [layer for layer in self.layers if layer.name not in hidden]
        return Draft(Sheet(kit, projection, found, window, surface), ground, layers)

    def scene(self, kit: Kit, projection: Projection, ground: Ground, hidden: Hidden) -> Scene:
        """Return the names and counters of the theatre at one step of zoom."""
        key = (*_key(kit, projection, ground, hidden), ground.units)
        if self._scene is None or key != self._scene_key:
            found = geography.read(self.assets, projection.theatre)
            lines = clutter(projection, found, ground, hidden)
            self._scene_key = key
            self._scene = Scene(kit, projection, found, Placer(lines), ground, hidden)
            place(self._scene, ground)
        return self._scene


def _key(kit: Kit, projection: Projection, ground: Ground, hidden: Hidden) -> tuple[object, ...]:
    """Return what a sheet depends on."""
    return kit, projection, hidden, ground.places, ground.rings, ground.warning, ground.corridor


def place(scene: Scene, ground: Ground) -> None:
    """Place names and counters, the most important first: each takes what room is left."""
    forces, words = "units" not in scene.hidden, "labels" not in scene.hidden
    if "towns" not in scene.hidden:
        labels.reserve(scene, ground)
    if words:
        labels.towns(scene, ground, (3,))
    if forces:
        names = [FRect(piece.spots[0]).inflate(0, -scene.dp(SLACK)) for piece in scene.pieces]
        units.counters(scene, ground, names)
    if words:
        labels.towns(scene, ground, (2, 1, 0), forces=True)
    if words and "zone" not in scene.hidden:
        rivers.warning(scene, ground)
    if forces:
        units.names(scene, ground)
    if "rings" not in scene.hidden:
        rings.names(scene, ground)
    if words:
        labels.towns(scene, ground, (2,))
        rivers.rivers(scene, ground)
        labels.countries(scene, ground)
        labels.towns(scene, ground, (1,))
        labels.towns(scene, ground, (0,))
        labels.areas(scene, ground)


def clutter(projection: Projection, found: Geography, ground: Ground, hidden: Hidden) -> Clutter:
    """Return all lines that a name had better not lie on."""
    lines: list[tuple[list[XY], int]] = []

    def add(kind: str, points: tuple[tuple[float, float], ...]) -> None:
        lines.append(([projection.xy(p) for p in points], WEIGHTS[kind]))

    for kind, traces in (("road", found.roads), ("river", found.rivers), ("border", found.borders)):
        for trace in traces:
            add(kind, trace.points)
    if "corridor" not in hidden:
        for leg in once(ground.corridor):
            add("corridor", of(found).way(leg.a, leg.b))
    if "rings" not in hidden:
        lines += [(list(rings.circle(projection, r)), WEIGHTS["ring"]) for r in ground.rings]
    return Clutter(projection.size, lines)
