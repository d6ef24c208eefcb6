"""The map in the play screen: the base under the camera, spots to reach, and its furniture."""

from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Rect

from game.ui.ground import Unit
from game.ui.map.atlas import Atlas
from game.ui.map.layers import plan
from game.ui.map.projection import KM_PER_DEGREE, Projection
from game.ui.map.sheet import Sheet
from game.ui.play.legend import Legend, ScaleBar
from game.ui.play.unit_card import UnitCard
from game.ui.play.view import Fold, Inspect, Toggle, View, Zoom
from game.ui.situation import Option, Situation
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
    ("control", "layers", "Who holds the ground"), ("zone", "radar", "Russian air warning"),
    ("corridor", "route", "The road from Iran to Damascus"), ("rings", "target", "Rings and ranges"),
    ("units", "users", "Forces"),
)  # fmt: skip


@dataclass(frozen=True)
class Spot(Widget):
    """Where a unit stands, so that mouse and keys can find it."""

    unit: Unit | None = None

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
        return UnitCard(self.unit) if self.unit else None

    def describe(self) -> str:
        return UnitCard(self.unit).describe() if self.unit else ""


@dataclass(frozen=True)
class MapView(Widget):
    """Draws the base and the plan; everything else on it are widgets."""

    live: ClassVar[bool] = True
    atlas: Atlas
    situation: Situation
    view: View
    option: Option
    draggable: ClassVar[bool] = True

    def lay(self, page: Page, box: Box) -> None:
        with page.scrolled("", box, 0):
            page.add(self, box)
            self._spots(page, box)
            self._furniture(page, box)

    def _sheet(self, size: tuple[int, int], page: Page) -> tuple[Sheet, Rect]:
        camera = self.view.camera
        projection = camera.projection(*size, page.kit.scale)
        sheet = self.atlas.sheet(page.kit, projection, self.situation, self.view.hidden)
        return sheet, camera.view(size, projection)

    def _spots(self, page: Page, box: Box) -> None:
        sheet, view = self._sheet(page.pixels(box).size, page)
        k = page.kit.scale
        for unit in sorted(self.situation.units, key=lambda u: (-round(u.at[1] * 2), u.at[0])):
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
        projection = self.view.camera.projection(*page.pixels(box).size, page.kit.scale)
        ScaleBar(projection.ky / page.kit.scale / KM_PER_DEGREE).lay(
            page, Box(box.x + 14, box.bottom - 38, 220, 28)
        )
        legend = Legend(
            self.situation.sides, "legend" in self.view.opened, name="legend", action=Fold("legend")
        )
        wide, tall = legend.size(page.kit)
        legend.lay(page, Box(box.right - wide - 12, box.bottom - tall - 12, wide, tall))

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size = canvas.surface.get_size()
        projection: Projection = self.view.camera.projection(*size, canvas.kit.scale)
        sheet = self.atlas.sheet(canvas.kit, projection, self.situation, self.view.hidden)
        view = self.view.camera.view(size, projection)
        canvas.surface.blit(sheet.surface, (0, 0), view)
        plan.draw(canvas.surface, sheet, self.option, view.topleft)
        edge = canvas.kit.shapes.get(
            ("edge", size[0]),
            lambda: shapes.fade(
                (size[0], canvas.kit.px(14)), colour("shade", 130), colour("shade", 0)
            ),
        )
        canvas.surface.blit(edge, (0, 0))

    def describe(self) -> str:
        return f"map with {len(self.situation.units)} forces; {self.option.title} drawn as planned"
