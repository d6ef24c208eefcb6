"""The map in the play screen: the base under the camera, spots to reach, and its furniture."""

from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Rect

from game.ui.ground import Ground, Mark, Place, Unit
from game.ui.map.atlas import Atlas
from game.ui.map.projection import KM_PER_DEGREE, Projection
from game.ui.map.sheet import Sheet
from game.ui.play.legend import Legend, ScaleBar
from game.ui.play.unit_card import PlaceCard, UnitCard
from game.ui.play.view import Fold, Inspect, Toggle, View, Zoom
from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Column
from game.ui.toolkit.button import IconButton
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

ZOOMS = (
    ("plus", "Zoom in (+)", 1),
    ("minus", "Zoom out (−)", -1),
    ("locate-fixed", "Whole theatre (Home)", 0),
)
LAYERS = (
    ("control", "layers", "Who holds the ground"), ("zone", "radar", "Warnings to aircraft"),
    ("corridor", "route", "The road"), ("rings", "target", "Zones, to scale"),
    ("units", "users", "Forces"),
)  # fmt: skip


@dataclass(frozen=True)
class Spot(Widget):
    """Where a unit stands, so that mouse and keys can find it."""

    spatial: ClassVar[bool] = True
    unit: Unit | None = None
    place: Place | None = None

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


@dataclass(frozen=True)
class MapView(Widget):
    """Draws the base and the plan; everything else on it are widgets."""

    live: ClassVar[bool] = True
    atlas: Atlas
    ground: Ground
    view: View
    draggable: ClassVar[bool] = True

    def lay(self, page: Page, box: Box) -> None:
        with page.scrolled("", box, 0):
            page.add(self, box)
            self._spots(page, box)
            self._furniture(page, box)

    def _sheet(self, size: tuple[int, int], page: Page) -> tuple[Sheet, Rect]:
        camera = self.view.camera
        projection = camera.projection(self.ground.theatre, *size, page.kit.scale)
        sheet = self.atlas.sheet(page.kit, projection, self.ground, self.view.hidden)
        return sheet, camera.view(size, projection)

    def _spots(self, page: Page, box: Box) -> None:
        sheet, view = self._sheet(page.pixels(box).size, page)
        k = page.kit.scale
        for unit in sorted(self.ground.units, key=lambda u: (-round(u.at[1] * 2), u.at[0])):
            spot = sheet.spots.get(unit.id)
            if spot and view.contains(spot):
                place = Box(
                    box.x + (spot.x - view.x) / k,
                    box.y + (spot.y - view.y) / k,
                    spot.w / k,
                    spot.h / k,
                )
                Spot(unit, name=f"unit:{unit.id}", group="units", action=Inspect(unit.id)).lay(
                    page, place
                )

    def _furniture(self, page: Page, box: Box) -> None:
        zooms = tuple(
            IconButton(i, name=f"zoom:{by}", group="zoom", tip=tip, action=Zoom(by))
            for i, tip, by in ZOOMS
        )
        layers = tuple(
            IconButton(
                i,
                layer not in self.view.hidden,
                name=f"layer:{layer}",
                group="layers",
                tip=tip,
                action=Toggle(layer),
            )
            for layer, i, tip in LAYERS
        )
        stack = Column((*zooms, *layers), gap=5)
        stack.lay(page, Box(box.right - 46, box.y + 12, 34, stack.height(page.kit, 34)))
        projection = self.view.camera.projection(
            self.ground.theatre, *page.pixels(box).size, page.kit.scale
        )
        bar = ScaleBar(projection.ky / page.kit.scale / KM_PER_DEGREE)
        tall = page.kit.type.leading("caption-bold") + 12
        bar.lay(page, Box(box.x + 14, box.bottom - 10 - tall, 220, tall))
        legend = Legend(
            self._held(), self._signs(), "legend" in self.view.opened, name="legend",
            action=Fold("legend"),
        )  # fmt: skip
        wide, tall = legend.size(page.kit)
        legend.lay(page, Box(box.right - wide - 12, box.bottom - tall - 12, wide, tall))

    def _held(self) -> tuple[tuple[str, str], ...]:
        """Return the sides that hold or stand somewhere."""
        seen = {p.ink for p in self.ground.places} | {u.ink for u in self.ground.units}
        return tuple((side.ink, side.title) for side in self.ground.sides if side.ink in seen)

    def _signs(self) -> tuple[tuple[str, str], ...]:
        g = self.ground
        road = g.corridor_title
        signs = [(s, f"{road}, {s}") for s in ("held", "gap", "barred")] if g.corridor else []
        signs += [("zone", g.warning.title)] if g.warning else []
        return (*signs, *([("ring", "Zone, to scale")] if g.rings else []))

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = canvas.surface.get_size()
        projection: Projection = self.view.camera.projection(
            self.ground.theatre, *size, canvas.kit.scale
        )
        sheet = self.atlas.sheet(canvas.kit, projection, self.ground, self.view.hidden)
        view = self.view.camera.view(size, projection)
        canvas.surface.blit(sheet.surface, (0, 0), view)
        if self.ground.mark:
            mark(canvas, sheet, self.ground.mark, view)
        edge = canvas.kit.shapes.get(
            ("edge", size[0]),
            lambda: shapes.fade(
                (size[0], canvas.kit.px(14)), colour("shade", 130), colour("shade", 0)
            ),
        )
        canvas.surface.blit(edge, (0, 0))

    def describe(self) -> str:
        return f"map with {len(self.ground.units)} forces and {len(self.ground.places)} places"


def mark(canvas: Canvas, sheet: Sheet, what: Mark, view: Rect) -> None:
    """Draw a ring round the place that a week's playback is about."""
    x, y = sheet.xy(what.at)
    at = x - view.x, y - view.y
    for radius, width in ((16, 5), (16, 3)):
        ink = colour("shade" if width == 5 else what.tone)
        pygame.draw.aacircle(canvas.surface, ink, at, sheet.dp(radius), round(sheet.dp(width)))
