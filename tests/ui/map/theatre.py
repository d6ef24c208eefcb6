"""Two theatres for tests of the map: one with a picture of the relief, one on the plain map."""

import pickle
from dataclasses import dataclass
from functools import lru_cache

import pygame
from pygame import Rect, Surface

from game.core.chance import seed_of
from game.engine.exercise import prepare
from game.engine.game import Game
from game.paths import shipped
from game.scenario.load import load
from game.ui.ground import Ground
from game.ui.map.atlas import Atlas
from game.ui.map.projection import Camera, Projection
from game.ui.map.scene import Scene
from game.ui.map.sheet import Sheet
from game.ui.present import ground
from game.ui.toolkit.kit import Kit

RELIEF, PLAIN = "at-tanf-2017", "tests/scenarios/ten-places"
BOTH = (RELIEF, PLAIN)
VIEW = (1120, 664)  # pixels of the map in a window of 1600x900


@lru_cache(4)
def _kept(scenario: str) -> bytes:
    return pickle.dumps(ground.of(Game(prepare(load(scenario)), seed_of("a map"))))


def ground_of(scenario: str) -> Ground:
    """Return what the map shows at the start of a scenario."""
    found = pickle.loads(_kept(scenario))
    assert isinstance(found, Ground)
    return found


@dataclass
class Table:
    """A ground on the table: the atlas that draws it, and the camera over it."""

    ground: Ground
    kit: Kit
    atlas: Atlas
    camera: Camera
    hidden: frozenset[str] = frozenset()

    @property
    def projection(self) -> Projection:
        """The projection at this step of zoom."""
        return self.camera.projection(self.ground.theatre, *VIEW, self.kit.scale)

    @property
    def view(self) -> Rect:
        """What is seen, in pixels of the theatre."""
        return self.camera.view(VIEW, self.projection)

    @property
    def scene(self) -> Scene:
        """The names and counters."""
        return self.atlas.scene(self.kit, self.projection, self.ground, self.hidden)

    @property
    def sheet(self) -> Sheet:
        """The picture of the ground."""
        return self.atlas.sheet(self.kit, self.projection, self.ground, self.hidden, self.view)

    def picture(self) -> Surface:
        """Return all that is seen."""
        out, sheet = Surface(VIEW), self.sheet
        out.blit(sheet.surface, (0, 0), self.view.move(-sheet.window.x, -sheet.window.y))
        self.scene.draw(out, self.view)
        return out


def table(scenario: str, step: int = 0, strong: bool = False) -> Table:
    """Put a scenario on the table."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1600, 900))
    found = ground_of(scenario)
    camera = Camera(*found.theatre.home, step)
    assets = shipped("assets")
    return Table(found, Kit(assets, 1.0, strong=strong), Atlas(assets), camera)
