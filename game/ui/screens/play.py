"""Play: the council. Map, options, log; one turn is decided here."""

from dataclasses import dataclass, replace

import pygame

from game.ui.ground import Point
from game.ui.intents import Choose, Close, Commit, Intent, Undo
from game.ui.map.atlas import Atlas
from game.ui.map.projection import Camera
from game.ui.play.bottom import bottom
from game.ui.play.mapview import MapView
from game.ui.play.panel import panel
from game.ui.play.topbar import TopBar
from game.ui.play.view import Filter, Fold, Select, Show, Toggle, View, Zoom
from game.ui.screens.screen import Screen
from game.ui.situation import Situation
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

PANEL, STRIP = 480, 172


@dataclass(frozen=True)
class Frame(Widget):
    """Top bar, map, panel and strip, for any size of window."""

    top: Widget
    map: Widget
    strip: Widget
    side: Widget
    wide: float
    tall: float

    def lay(self, page: Page, box: Box) -> None:
        y = box.y + self.top.height(page.kit, box.w)
        left, low = box.w - self.wide, box.bottom - self.tall
        self.top.lay(page, Box(box.x, box.y, box.w, y - box.y))
        self.map.lay(page, Box(box.x, y, left, low - y))
        self.side.lay(page, Box(box.x + left, y, self.wide, box.bottom - y))
        self.strip.lay(page, Box(box.x, low, left - 1, self.tall))


class Play(Screen):
    """Keeps the view; the situation is replaced from outside."""

    name = "play"

    def __init__(self, situation: Situation, atlas: Atlas, legend: bool = True) -> None:
        self.situation, self.atlas = situation, atlas
        self.view = View(situation.open[0].id, frozenset({"legend"} if legend else ()))
        self.first = f"option:{self.view.option}"
        self._size = (1.0, 1.0)

    def build(self, width: float, height: float) -> Widget:
        s, view, small = self.situation, self.view, width < 1300
        option = s.option(view.option)
        wide = 430 if small else PANEL
        if small:
            view = replace(view, opened=view.opened - {"legend"})
        return Frame(
            TopBar(s), MapView(self.atlas, s, view, option, name="map"), bottom(s, view, small), panel(s, view), wide,
            150 if small else STRIP,
        )  # fmt: skip

    def update(self, message: object) -> Intent | None:
        v = self.view
        match message:
            case Select(option) | Choose(option):
                self.view = replace(v, option=option)
            case Fold(what) if what:
                self.view = replace(v, opened=v.opened ^ {what})
            case Filter(kind):
                self.view = replace(v, kind=kind)
            case Show(tab):
                self.view = replace(v, tab=tab)
            case Zoom(by):
                self.view = replace(v, camera=v.camera.zoomed(by) if by else Camera())
            case Toggle(layer):
                self.view = replace(v, hidden=v.hidden ^ {layer})
            case _:
                pass
        return super().update(message)

    def look(self, at: Point, step: int = 1) -> None:
        """Put the camera on a place."""
        self.view = replace(self.view, camera=Camera(*at, step))

    def drag(self, move: tuple[float, float], size: tuple[int, int], scale: float) -> None:
        camera = self.view.camera
        projection = camera.projection(*size, scale)
        seen = camera.kept(size, projection)
        self.view = replace(self.view, camera=seen.moved(-move[0], -move[1], projection))

    def wheel(self, steps: int) -> object | None:
        return Zoom(1 if steps > 0 else -1)

    def key(self, event: pygame.Event) -> object | None:
        digit = "123456789".find(event.unicode or "-")
        if digit >= 0 and digit < len(self.situation.open):
            return Select(self.situation.open[digit].id)
        if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_CTRL:
            return Commit()
        keys: dict[int, object] = {
            pygame.K_BACKSPACE: Undo(), pygame.K_ESCAPE: Close(), pygame.K_HOME: Zoom(0),
            pygame.K_PLUS: Zoom(1), pygame.K_EQUALS: Zoom(1), pygame.K_MINUS: Zoom(-1),
        }  # fmt: skip
        return keys.get(event.key)
