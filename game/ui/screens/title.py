"""Title: where a game begins, on a view of the theatre."""

from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Surface

from game.ui.ground import Ground
from game.ui.intents import NewGame, Open, Quit, Resume
from game.ui.map import inks
from game.ui.map.atlas import Atlas
from game.ui.map.projection import Camera
from game.ui.screens.screen import Screen
from game.ui.toolkit import shapes
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.flow import shortened
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

HIDDEN = frozenset({"towns", "labels", "units", "rings"})
WORDS = (
    "You are the council that decides. Nobody in the room wants a wider war. Every turn you "
    "choose what to do, what to leave alone, and what to answer."
)


@dataclass(frozen=True)
class Vista(Widget):
    """The theatre as it stands, dark at the left where the words are."""

    live: ClassVar[bool] = True
    atlas: Atlas
    ground: Ground

    def paint(self, canvas: Canvas, hot: bool) -> None:
        size, kit = canvas.surface.get_size(), canvas.kit
        camera = Camera(*self.ground.theatre.home)
        projection = camera.projection(self.ground.theatre, *size, kit.scale)
        view = camera.view(size, projection)
        sheet = self.atlas.sheet(kit, projection, inks.shown(self.ground), HIDDEN, view)
        canvas.surface.blit(sheet.surface, (0, 0), view.move(-sheet.window.x, -sheet.window.y))
        canvas.surface.blit(kit.shapes.get(("veil", size), lambda: veil(size)), (0, 0))


def veil(size: tuple[int, int]) -> Surface:
    """Return a shade that thins out to the right, and darker edges above and below."""
    inks = [colour("ground", alpha) for alpha in (252, 246, 170, 60, 0, 0)]
    across = shapes.fade((size[1], size[0]), *inks)
    out = pygame.transform.flip(pygame.transform.rotate(across, 90), False, False)
    low = shapes.fade((size[0], size[1] // 3), colour("ground", 0), colour("ground", 190))
    out.blit(low, (0, size[1] - size[1] // 3))
    return out


@dataclass(frozen=True)
class TitlePage(Widget):
    """Words and buttons at the left, on the vista."""

    vista: Widget
    scenario: str
    headline: str
    resume: str  # what the last game was, if there is one
    first: tuple[str, str] | None  # a scenario for a first game, and how it is offered

    def lay(self, page: Page, box: Box) -> None:
        self.vista.lay(page, box)
        x, wide = box.x + max(40, box.w * 0.085), min(470, box.w * 0.5)
        resume = shortened(f"Continue · {self.resume}", page.kit, "title", wide - 60)
        begin = Button(
            "New game", "play", "plain" if self.resume else "primary", tall=44, style="title",
            name="begin", group="title", action=NewGame(self.scenario),
        )  # fmt: skip
        last = Button(
            resume, "history", "primary", tall=44, style="title",
            name="continue", group="title", action=Resume(),
        )  # fmt: skip
        small = (
            ("chooser", "Scenarios", "map"), ("saves", "Saved games", "save"),
            ("settings", "Settings", "settings"), ("credits", "Credits", "info"),
        )  # fmt: skip
        others = tuple(
            Button(text, icon, tall=38, name=f"title:{to}", group="title", action=Open(to))
            for to, text, icon in small
        )
        first = (
            Button(
                shortened(self.first[1], page.kit, "title", wide - 60), "graduation-cap",
                tall=38, name="first", group="title", action=NewGame(self.first[0]),
            ),
        ) if self.first and not self.resume else ()  # fmt: skip
        column = Column((
            Label("A POLICY WARGAME", "kicker", "accent"), Label("Deconfliction", "poster"),
            Label(self.headline, "headline"), Gap(6), Label(WORDS, "serif", "second"), Gap(14),
            *((last,) if self.resume else ()), begin, *first,
            Row(others[:2], gap=8), Row(others[2:], gap=8),
            Button("Quit", "log-out", tall=38, name="quit", group="title", action=Quit()),
        ), gap=8)  # fmt: skip
        tall = column.height(page.kit, wide)
        column.lay(page, Box(x, box.y + max(8, (box.h - tall) * 0.46), wide, tall))


class Title(Screen):
    """The first screen."""

    name = "title"

    def __init__(
        self,
        ground: Ground | None,
        atlas: Atlas,
        scenario: str,
        headline: str,
        resume: str = "",
        first: tuple[str, str] | None = None,
    ) -> None:
        vista: Widget = Vista(atlas, ground) if ground else Widget()
        self.page = TitlePage(vista, scenario, headline, resume, first)
        self.first = "continue" if resume else "begin"

    def build(self, width: float, height: float) -> Widget:
        return self.page

    def key(self, event: pygame.Event) -> object | None:
        return Quit() if event.key == pygame.K_ESCAPE else None
