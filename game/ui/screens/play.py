"""Play: the council. Map, options, log; one turn is decided here."""

from dataclasses import dataclass, replace

import pygame

from game.ui.ground import Ground, Mark, Plan, Point
from game.ui.intents import Choose, Commit, Drop, Intent, Mute, Open, Redo, Undo
from game.ui.map.atlas import Atlas
from game.ui.map.projection import Camera
from game.ui.play import hint, pinned
from game.ui.play.bottom import bottom
from game.ui.play.mapview import MapView
from game.ui.play.panel import panel
from game.ui.play.topbar import TopBar
from game.ui.play.view import (
    Chart,
    Filter,
    Fold,
    Inspect,
    Look,
    Pan,
    Select,
    Show,
    Toggle,
    View,
    Zoom,
)
from game.ui.screens.screen import Screen
from game.ui.situation import Forecast, Hint, Situation
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.latest import latest
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

PANEL, STRIP = 480, 192
PANS = {
    pygame.K_RIGHT: (1, 0), pygame.K_LEFT: (-1, 0), pygame.K_DOWN: (0, 1), pygame.K_UP: (0, -1),
}  # fmt: skip
HOME = Camera(0, 0)
top, strip, side = latest(TopBar), latest(bottom), latest(panel)
NARROW = 1300  # dp; below, the strip becomes tabs and the legend folds


@dataclass(frozen=True)
class Frame(Widget):
    """Top bar, map, panel and strip, for any size of window."""

    top: Widget
    map: Widget
    strip: Widget
    side: Widget
    wide: float
    tall: float
    hints: tuple[Hint, ...] = ()
    ground: Ground | None = None
    pinned: str = ""  # the force or the place whose card stays

    def lay(self, page: Page, box: Box) -> None:
        y = box.y + self.top.height(page.kit, box.w)
        left, low = box.w - self.wide, box.bottom - self.tall
        parts = {
            "top": Box(box.x, box.y, box.w, y - box.y),
            "map": Box(box.x, y, left, low - y),
            "strip": Box(box.x, low, left - 1, self.tall),
            "side": Box(box.x + left, y, self.wide, box.bottom - y),
        }
        page.again("top", self.top, parts["top"])
        page.again("side", self.side, parts["side"])
        self.map.lay(page, parts["map"])
        page.again("strip", self.strip, parts["strip"])
        if self.ground and self.pinned:
            pinned.lay(page, self.ground, self.pinned, parts["map"])
        if self.hints:
            hint.lay(page, self.hints[0], len(self.hints) - 1, parts)


class Play(Screen):
    """Keeps the view; situation and odds are replaced from outside."""

    name = "play"

    def __init__(self, situation: Situation, atlas: Atlas) -> None:
        self.situation, self.atlas = situation, atlas
        self.forecast: Forecast | None = None
        self.mark: Mark | None = None
        self._before: Camera | None = None  # where one looked before the week was told
        track = next((t.id for t in situation.tracks if t.always), situation.tracks[0].id)
        camera = Camera.home(situation.ground.theatre)
        self.view = View("", frozenset({"legend"}), camera=camera, track=track)
        self.renew(situation)

    def renew(self, situation: Situation) -> None:
        """Show another situation; keep looking at the same option if it is still open."""
        self.situation = situation
        names = [option.id for option in situation.council.open] if situation.council else []
        if self.view.option not in names:
            self.view = replace(self.view, option=names[0] if names else "")
        self.first = "hint" if situation.hints else f"option:{self.view.option}"

    def build(self, width: float, height: float) -> Widget:
        s, view, small = self.situation, self.view, width < NARROW
        if small or self._before:
            view = replace(view, opened=view.opened - {"legend"})
        still = replace(view, camera=HOME)  # what is beside the map is the same wherever one looks
        ground = replace(s.ground, mark=self.mark, plans=self._plans())
        crowded = bool(view.pinned or (s.hints and s.council))
        return Frame(
            top(s), MapView(self.atlas, ground, view, crowded, name="map"),
            strip(s, self.forecast, still, small), side(s, self.forecast, still),
            430 if small else PANEL, 150 if small else STRIP, s.hints if s.council else (),
            ground, view.pinned,
        )  # fmt: skip

    def _plans(self) -> tuple[Plan, ...]:
        """Return what the option that is looked at would do on the map."""
        council = self.situation.council
        return council.option(self.view.option).plans if council and self.view.option else ()

    def update(self, message: object) -> Intent | None:
        v = self.view
        match message:
            case Select(option) | Choose(option) | Drop(option):
                self.view = replace(v, option=option)
            case Fold(what) if what:
                self.view = replace(v, opened=v.opened ^ {what})
            case Filter(kind):
                self.view = replace(v, kind=kind)
            case Show(tab):
                self.view = replace(v, tab=tab)
            case Chart(track):
                self.view = replace(v, track=track)
            case Zoom(by, about):
                home = Camera.home(self.situation.ground.theatre)
                self.view = replace(v, camera=v.camera.zoomed(by, about) if by else home)
            case Pan(right, down):
                moved = v.camera.nudged(right, down, self.situation.ground.theatre)
                self.view = replace(v, camera=moved)
            case Look(at):
                self.look(at, v.camera.step)
            case Inspect(what):
                self.view = replace(v, pinned="" if what == v.pinned else what)
            case Toggle(layer):
                self.view = replace(v, hidden=v.hidden ^ {layer})
            case _:
                pass
        return super().update(message)

    def look(self, at: Point, step: int = 1) -> None:
        """Put the camera on a place."""
        self.view = replace(self.view, camera=Camera(*at, step))

    def glance(self, at: Point) -> None:
        """Look at a place for a while; the camera comes back when the council meets."""
        if self._before is None:
            self._before = self.view.camera
        self.look(at)

    def follow(self, mark: Mark | None) -> None:
        """Mark where something happened and look there; the camera comes back at the end."""
        if self._before is None:
            self._before = self.view.camera
        self.mark = mark
        if mark:
            self.look(mark.at, max(1, self._before.step))

    def unfollow(self) -> None:
        """Look again where one looked before something was told."""
        self.mark = None
        if self._before:
            self.view = replace(self.view, camera=self._before)
        self._before = None

    def drag(self, move: tuple[float, float], size: tuple[int, int], scale: float) -> None:
        camera = self.view.camera
        projection = camera.projection(self.situation.ground.theatre, *size, scale)
        seen = camera.kept(size, projection)
        self.view = replace(self.view, camera=seen.moved(-move[0], -move[1], projection))

    def wheel(
        self, steps: int, at: tuple[float, float], size: tuple[int, int], scale: float
    ) -> object | None:
        camera = self.view.camera
        projection = camera.projection(self.situation.ground.theatre, *size, scale)
        return Zoom(1 if steps > 0 else -1, camera.under(at, size, projection))

    def key(self, event: pygame.Event) -> object | None:
        council = self.situation.council
        digit = "123456789".find(event.unicode or "-")
        if council and 0 <= digit < len(council.open):
            return Select(council.open[digit].id)
        if event.mod & pygame.KMOD_SHIFT and event.key in PANS:
            return Pan(*PANS[event.key])
        control = event.mod & pygame.KMOD_CTRL
        if event.key == pygame.K_RETURN and control:
            return Commit()
        if control:
            return {pygame.K_z: Undo(), pygame.K_y: Redo()}.get(event.key)
        keys: dict[int, object] = {
            pygame.K_BACKSPACE: Undo(), pygame.K_HOME: Zoom(0),
            pygame.K_ESCAPE: Inspect(self.view.pinned) if self.view.pinned else Open("menu"),
            pygame.K_PLUS: Zoom(1), pygame.K_EQUALS: Zoom(1), pygame.K_MINUS: Zoom(-1),
            pygame.K_KP_PLUS: Zoom(1), pygame.K_KP_MINUS: Zoom(-1),
            pygame.K_h: Open("history"), pygame.K_F1: Open("help"), pygame.K_s: Open("saves"),
            pygame.K_m: Mute(),
        }  # fmt: skip
        return keys.get(event.key)

    def lead(self, message: object) -> str:
        return f"option:{message.option}" if isinstance(message, Select) else ""
