"""The map in the play screen: the base under the camera, spots to reach, and its furniture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import ceil
from typing import ClassVar

import pygame
from pygame import Rect

from game.ui.ground import Ground, Mark, Place, Unit
from game.ui.map import inks, regions
from game.ui.map.atlas import Atlas
from game.ui.map.inks import readable
from game.ui.map.layers import plan
from game.ui.map.projection import KM_PER_DEGREE, Projection
from game.ui.map.scene import Scene
from game.ui.play.legend import Legend, ScaleBar
from game.ui.play.unit_card import PlaceCard, UnitCard
from game.ui.play.view import Fold, Inspect, Look, Toggle, View, Zoom
from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Column
from game.ui.toolkit.button import IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

ZOOMS = (
    ("plus", "Zoom in (+)", 1),
    ("minus", "Zoom out (−)", -1),
    ("locate-fixed", "Whole theater (Home)", 0),
)
LAYERS = (
    ("control", "layers", "Who holds the ground"), ("zone", "radar", "Warnings to aircraft"),
    ("corridor", "route", "The road"), ("rings", "target", "Zones and reaches, to scale"),
    ("units", "users", "Forces"),
)  # fmt: skip
MARK = ((27, 4.5, "shade"), (26.5, 2, ""), (19.5, 5, "shade"), (18.5, 3, ""))
"""The rings of a mark: radius, width in dp, and colour if it is not that of what happened."""
RINGS = 2  # rings that the legend names


@dataclass(frozen=True)
class Spot(Widget):
    """Where a unit or a place is, so that mouse and keys can find it."""

    spatial: ClassVar[bool] = True
    unlit: ClassVar[bool] = True
    unit: Unit | None = None
    place: Place | None = None
    beyond: bool = False  # out of the view, but for the keys

    def sought(self) -> object | None:
        what = self.unit or self.place
        return Look(what.at) if what and self.beyond else None

    def paint(self, canvas: Canvas, hot: bool) -> None:
        if hot:
            pygame.draw.aacircle(
                canvas.surface,
                colour("white"),
                Rect(canvas.surface.get_rect()).center,
                canvas.surface.get_width() / 2 - 1,
                2,
            )

    def card(self) -> Widget | None:
        if self.unit:
            return UnitCard(self.unit)
        return PlaceCard(self.place) if self.place else None

    def describe(self) -> str:
        card = self.card()
        return card.describe() if card else ""


@lru_cache(1)
def found(scene: Scene) -> list[tuple[Spot, Spot, Rect]]:
    """Return forces, then places, from north to south: as seen, as beyond the view, and where."""

    def north(what: Unit | Place) -> tuple[float, float]:
        return -what.at[1], what.at[0]

    ground = scene.ground
    spots = [
        Spot(unit, name=f"unit:{unit.id}", group="units", action=Inspect(f"unit:{unit.id}"))
        for unit in sorted(ground.units, key=north)
    ] + [
        Spot(
            None,
            place,
            name=f"place:{place.id}",
            group="places",
            action=Inspect(f"place:{place.id}"),
        )
        for place in sorted(ground.places, key=north)
    ]
    there = [(spot, scene.spots[spot.name]) for spot in spots if spot.name in scene.spots]
    return [(spot, replace(spot, beyond=True), where) for spot, where in there]


@dataclass(frozen=True, eq=False)
class MapView(Widget):
    """Draws the base and the plan; everything else on it are widgets.

    Each is only itself: what a widget has would take longer to compare than to lay out.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__
    live: ClassVar[bool] = True
    atlas: Atlas
    ground: Ground
    view: View
    crowded: bool = False  # whether a card lies in its upper left corner
    draggable: ClassVar[bool] = True

    @cached_property
    def shown(self) -> Ground:
        """The ground in the colours of the palette in use."""
        return inks.shown(self.ground)

    def lay(self, page: Page, box: Box) -> None:
        with page.scrolled("", box, 0):
            page.add(self, box)
            self._spots(page, box)
            self._furniture(page, box)

    def _projection(self, size: tuple[int, int], scale: float) -> Projection:
        return self.view.camera.projection(self.shown.theatre, *size, scale)

    def _scene(self, kit: Kit, size: tuple[int, int]) -> tuple[Scene, Rect]:
        projection = self._projection(size, kit.scale)
        scene = self.atlas.scene(kit, projection, self.shown, self.view.hidden)
        return scene, self.view.camera.view(size, projection)

    def _spots(self, page: Page, box: Box) -> None:
        """Lay what can be pointed at; what lies beyond the view is there for the keys."""
        scene, view = self._scene(page.kit, page.pixels(box).size)
        k = page.kit.scale
        for spot, beyond, where in found(scene):
            at = box.x + (where.x - view.x) / k, box.y + (where.y - view.y) / k
            seen = spot if view.contains(where) else beyond
            page.add(seen, Box(*at, where.w / k, where.h / k))

    def _furniture(self, page: Page, box: Box) -> None:
        for widget, place in furniture(self, page.kit, box.w, box.h):
            widget.lay(page, place._replace(x=box.x + place.x, y=box.y + place.y))

    def parts(self, kit: Kit, box: Box) -> Iterator[tuple[Widget, Box]]:
        """Return what lies on the map, and where."""
        zooms = tuple(
            IconButton(i, name=f"zoom:{by}", group="zoom", tip=tip, action=Zoom(by))
            for i, tip, by in ZOOMS
        )
        layers = tuple(self._switch(*row) for row in LAYERS)
        stacks = [Column((*zooms, *layers), gap=5)]
        if stacks[0].height(kit, 34) > box.h - 24:  # side by side on a low map
            stacks = [Column(zooms, gap=5), Column(layers, gap=5)]
        stack_left = box.right - 46 - 39 * (len(stacks) - 1)
        for number, stack in enumerate(stacks):
            x = box.right - 46 - 39 * number
            yield stack, Box(x, box.y + 12, 34, stack.height(kit, 34))
        projection = self._projection((kit.px(box.w), kit.px(box.h)), kit.scale)
        bar = ScaleBar(projection.ky / kit.scale / KM_PER_DEGREE)
        tall = kit.type.leading("caption-bold") + 12
        yield bar, Box(box.x + 14, box.bottom - 10 - tall, 220, tall)
        legend = Legend(
            self._held(), self._signs(), "legend" in self.view.opened, self._patterns(),
            name="legend", action=Fold("legend"),
        )  # fmt: skip
        inner = Box(box.x + 12, box.y + 12, stack_left - box.x - 24, box.h - 24)
        yield legend, self._corner(kit, box, inner, legend.size(kit))

    def _corner(self, kit: Kit, box: Box, inner: Box, size: tuple[float, float]) -> Box:
        """Return where the legend hides the fewest forces: where it was, if that is as good."""
        wide, tall = size
        low = box.bottom - tall - 12
        usual = Box(box.right - wide - 12, low, wide, tall)
        if "legend" not in self.view.opened or "units" in self.view.hidden:
            return usual
        left, right = inner.x, inner.right - wide
        places = [
            usual,
            Box(max(left, box.x + (box.w - wide) / 2), low, wide, tall),
            Box(left, low - 24, wide, tall),  # above the bar of the scale
            Box(right, inner.y, wide, tall),
            *([] if self.crowded else [Box(left, inner.y, wide, tall)]),
        ]
        scene, view = self._scene(kit, _pixels(kit, box))
        forces = [
            where.move(-view.x, -view.y)
            for name, where in scene.spots.items()
            if name[:5] == "unit:"
        ]
        hides = [len(_rect(kit, place).collidelistall(forces)) for place in places]
        kept = self.atlas.corner
        if kept >= len(places) or hides[kept] > min(hides):
            self.atlas.corner = hides.index(min(hides))
        return places[self.atlas.corner]

    def _switch(self, layer: str, icon: str, tip: str) -> Widget:
        shown = layer not in self.view.hidden
        return IconButton(
            icon, shown, name=f"layer:{layer}", group="layers", tip=tip, action=Toggle(layer)
        )

    def _covers(self, canvas: Canvas) -> list[Rect]:
        """Return the pixels that furniture lies on, from the corner of the map."""
        parts = furniture(self, canvas.kit, canvas.w, canvas.h)
        return [_rect(canvas.kit, place) for _, place in parts]

    def _held(self) -> tuple[tuple[str, str], ...]:
        """Return the sides that hold or stand somewhere."""
        seen = {p.ink for p in self.shown.places} | {u.ink for u in self.shown.units}
        return tuple((side.ink, side.title) for side in self.shown.sides if side.ink in seen)

    def _patterns(self) -> tuple[str, ...]:
        g = self.shown
        return tuple(regions.order((s.ink for s in g.sides), [place.ink for place in g.places]))

    def _signs(self) -> tuple[tuple[str, str], ...]:
        g = self.shown
        road = g.corridor_title
        signs = [(s, f"{road}, {s}") for s in ("held", "gap", "barred")] if g.corridor else []
        signs += [(f"zone:{readable(g.warning.ink)}", g.warning.title)] if g.warning else []
        signs += [("doubt", "Old and unsure")] if any(u.report.doubtful for u in g.units) else []
        rings = (
            (f"{'reach' if ring.reach else 'ring'}:{readable(ring.ink)}", ring.title)
            for ring in g.rings[:RINGS]
        )
        return (*signs, *rings)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = canvas.surface.get_size()
        scene, view = self._scene(canvas.kit, size)
        sheet = self.atlas.sheet(canvas.kit, scene.projection, self.shown, self.view.hidden, view)
        canvas.surface.blit(sheet.surface, (0, 0), view.move(-sheet.window.x, -sheet.window.y))
        plan.draw(canvas.surface, canvas.kit, scene.projection, self.shown.plans, view)
        plan.tell(canvas.surface, canvas.kit, scene.projection, self.shown.sent, view)
        if self.shown.mark:
            mark(canvas, scene, self.shown.mark, view)
        scene.draw(canvas.surface, view, self._covers(canvas))
        edge = canvas.kit.shapes.get(
            ("edge", size[0]),
            lambda: shapes.fade(
                (size[0], canvas.kit.px(14)), colour("shade", 130), colour("shade", 0)
            ),
        )
        canvas.surface.blit(edge, (0, 0))

    def describe(self) -> str:
        return f"map with {len(self.shown.units)} forces and {len(self.shown.places)} places"


def _rect(kit: Kit, box: Box) -> Rect:
    return Rect(kit.px(box.x), kit.px(box.y), kit.px(box.w), kit.px(box.h))


def _pixels(kit: Kit, box: Box) -> tuple[int, int]:
    """Return the size of a box as a page has it, or the scene would be made twice."""
    return ceil(box.w * kit.scale - 0.01), ceil(box.h * kit.scale - 0.01)


@lru_cache(1)
def furniture(view: MapView, kit: Kit, wide: float, tall: float) -> list[tuple[Widget, Box]]:
    """Return what lies on a map of a size, and where, in dp from its corner."""
    return list(view.parts(kit, Box(0, 0, wide, tall)))


def mark(canvas: Canvas, scene: Scene, what: Mark, view: Rect) -> None:
    """Draw a ring round the place that a week's playback is about."""
    x, y = scene.xy(what.at)
    at = x - view.x, y - view.y
    for radius, width, ink in MARK:
        tone = colour(ink or what.tone)
        pygame.draw.aacircle(canvas.surface, tone, at, scene.dp(radius), round(scene.dp(width)))
