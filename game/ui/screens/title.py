"""Title: where a game begins."""

from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Surface

from game.ui.intents import Intent, NewGame, Quit
from game.ui.map.atlas import Atlas
from game.ui.map.projection import Camera
from game.ui.screens.screen import Screen
from game.ui.situation import Situation
from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Column, Gap
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.entry import Entry, Typed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

HIDDEN = frozenset({"towns", "labels", "units", "rings"})
LINES = (
    "Eastern Syria, June to December 2017",
    "You are the principals’ committee. Nobody in the room wants a war with Iran. "
    "Every two weeks you decide what to do, what to leave alone, and what to answer.",
)


@dataclass(frozen=True)
class Vista(Widget):
    """The theatre as it stands, dark at the left where the words are."""

    live: ClassVar[bool] = True
    atlas: Atlas
    situation: Situation

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size, kit = canvas.surface.get_size(), canvas.kit
        camera = Camera(38.75, 34.55, 1)
        projection = camera.projection(*size, kit.scale)
        sheet = self.atlas.sheet(kit, projection, self.situation, HIDDEN)
        canvas.surface.blit(sheet.surface, (0, 0), camera.view(size, projection))
        canvas.surface.blit(kit.shapes.get(("veil", size), lambda: veil(size)), (0, 0))


def veil(size: tuple[int, int]) -> Surface:
    """Return a shade that thins out to the right, and darker edges above and below."""
    inks = [colour("ground", alpha) for alpha in (252, 246, 170, 60, 0, 0)]
    across = shapes.fade((size[1], size[0]), *inks)
    out = pygame.transform.flip(pygame.transform.rotate(across, 90), False, False)
    out.blit(
        shapes.fade((size[0], size[1] // 3), colour("ground", 0), colour("ground", 190)),
        (0, size[1] - size[1] // 3),
    )
    return out


@dataclass(frozen=True)
class TitlePage(Widget):
    """Words and buttons at the left, on the vista."""

    vista: Vista
    seed: str

    def lay(self, page: Page, box: Box) -> None:
        self.vista.lay(page, box)
        entry = Entry(self.seed, "Seed", name="seed", action=Typed("seed", self.seed))
        column = Column((
            Label("A POLICY WARGAME", "kicker", "accent"), Label("Deconfliction", "poster"),
            Label(LINES[0], "headline"),
            Gap(6), Label(LINES[1], "serif", "second"), Gap(18),
            Button("Begin", "play", "primary", "Enter", 44, "title", name="begin", action=NewGame(self.seed)),
            entry, Button("Leave", "log-out", tall=40, name="leave", action=Quit()),
        ), gap=8)  # fmt: skip
        x, wide = box.x + max(40, box.w * 0.085), min(470, box.w * 0.5)
        tall = column.height(page.kit, wide)
        column.lay(page, Box(x, box.y + (box.h - tall) * 0.46, wide, tall))
        note = Label(
            "Illustrative slice: every figure on the next screen is invented.", "caption", "second"
        )
        note.lay(page, Box(x, box.bottom - 46, wide, note.height(page.kit, wide)))


class Title(Screen):
    """The first screen."""

    name = "title"
    first = "begin"

    def __init__(self, situation: Situation, atlas: Atlas) -> None:
        self.vista = Vista(atlas, situation)
        self.seed = "demo"

    def build(self, width: float, height: float) -> Widget:
        return TitlePage(self.vista, self.seed)

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Typed):
            self.seed = message.text
        return super().update(message)
