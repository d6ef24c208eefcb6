"""Atlas: puts the layers together into a base picture and keeps it until something changes."""

from pathlib import Path

import pygame
from pygame import Surface

from game.ui.ground import Ground
from game.ui.map import geography
from game.ui.map.layers.control import Control
from game.ui.map.layers.corridor import Corridor
from game.ui.map.layers.labels import Dots, Labels
from game.ui.map.layers.lines import Lines
from game.ui.map.layers.rings import RingNames, Rings
from game.ui.map.layers.terrain import Terrain
from game.ui.map.layers.units import UnitNames, Units
from game.ui.map.layers.zone import WarningZone
from game.ui.map.projection import Projection
from game.ui.map.sheet import Layer, Sheet
from game.ui.toolkit.kit import Kit

TOGGLES = ("control", "zone", "corridor", "rings", "units")


class Atlas:
    """One base picture of the whole theatre at one zoom; panning only moves the view over it."""

    def __init__(self, assets: Path) -> None:
        self.geography = geography.read(assets)
        self.layers: tuple[Layer, ...] = (
            Terrain(), Control(), WarningZone(), Lines(), Corridor(), Rings(), Dots(),
            Units(), UnitNames(), RingNames(), Labels(),
        )  # fmt: skip
        self._key: object = None
        self._sheet: Sheet | None = None

    def sheet(
        self, kit: Kit, projection: Projection, ground: Ground, hidden: frozenset[str]
    ) -> Sheet:
        """Return the base, drawn again only if ground, forces or layers have changed."""
        key = (kit, projection, hidden, ground)
        if self._sheet is None or key != self._key:
            self._key, self._sheet = key, self._draw(kit, projection, ground, hidden)
        return self._sheet

    def _draw(
        self, kit: Kit, projection: Projection, ground: Ground, hidden: frozenset[str]
    ) -> Sheet:
        surface = Surface(projection.size)
        if pygame.display.get_surface():
            surface = surface.convert()
        sheet = Sheet(kit, projection, self.geography, surface, hidden=hidden)
        for layer in self.layers:
            if layer.name not in hidden:
                layer.draw(sheet, ground)
        return sheet
