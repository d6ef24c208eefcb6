"""The application: opens a window and runs the loop."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from math import ceil

import pygame

from game.engine.reloading import save_called
from game.paths import shipped
from game.report.unexpected import report
from game.scenario.load import index
from game.scenario.load import load as read
from game.ui import heap, settings
from game.ui.conductor import Conductor
from game.ui.futures import Futures
from game.ui.hush import hushed
from game.ui.intents import Intent, LoadGame, NewGame
from game.ui.screens.screen import Screen
from game.ui.sound import Sound
from game.ui.stage import Stage, auto_scale
from game.ui.toolkit import theme
from game.ui.toolkit.kit import Kit

SIZE = (1600, 900)
SMALLEST = (960, 540)
ARRIVED = pygame.event.custom_type()
SLIVER = (320, 200)
LEAST = 0.4  # of the scale, or nothing would be left of icons in a window of a few pixels
LITTER = (10_000, 20, 100)  # to look through a whole game for litter takes as long as ten frames
TRIM_AFTER = 1.0  # seconds from the first picture to when what is free is given back
LARGEST = 1.875  # times the scale that fits: the window holds 853 by 480 dp then
SMALL = (
    f"Below {SMALLEST[0]} by {SMALLEST[1]} pixels some words are cut or lie over others. "
    "Make the window larger, or press F11 for the full screen."
)
NO_DISPLAY = {"dummy", "offscreen"}


class App:
    """A window, its stage and its conductor."""

    def __init__(self, size: tuple[int, int] = SIZE, odds: bool = True) -> None:
        gc.set_threshold(*LITTER)
        heap.thrifty()
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode(_fitting(size), pygame.RESIZABLE)
        pygame.display.set_caption("Deconfliction")
        pygame.key.set_repeat(350, 45)
        found = settings.read()
        self.futures = Futures(_wake)
        if odds:
            self.futures.start()
        self.conductor = Conductor(found, self.futures, Sound(shipped("assets"), found.volume))
        self.conductor.desk.refit = self.refit
        self.stage = Stage(self.surface, self._kit(), self.conductor.take)
        self._small = False
        self._shown: Screen | None = None  # what was on top when it was drawn last
        self.stage.heard = self.conductor.desk.sound.play
        self.conductor.open(self.stage)

    def _kit(self) -> Kit:
        found = self.conductor.desk.settings
        theme.use(theme.SAFE if found.palette == theme.SAFE else theme.STANDARD)
        return Kit(shipped("assets"), self._scale(), found.font_scale / 100, found.strong)

    def _scale(self) -> float:
        """Return the scale that was set, as far as there is room for it, or one that just fits."""
        fitting = max(LEAST, auto_scale(self.surface.get_size()))
        wanted = self.conductor.desk.settings.ui_scale / 100
        return min(wanted, fitting * LARGEST) if wanted else fitting

    @property
    def _open(self) -> bool:
        """Say whether there is a window to speak of; a sliver shows nothing and takes nothing."""
        return all(a >= b for a, b in zip(self.surface.get_size(), SLIVER, strict=True))

    def refit(self) -> None:
        """Lay out anew where the window or a size has changed."""
        self.surface = pygame.display.get_surface() or self.surface
        before = theme.in_use()
        kit, now = self._kit(), self.stage.kit
        sizes = (kit.scale, kit.font_scale, kit.strong) != (now.scale, now.font_scale, now.strong)
        if sizes or theme.in_use() != before:
            self.stage.kit = kit
        self.stage.surface = self.surface
        self.stage.changed()

    def draw(self) -> None:
        """Draw what has changed."""
        if self.stage.dirty and self._open:
            self.stage.draw()
            pygame.display.flip()
            self._tidy()

    def _tidy(self) -> None:
        """Let go of what is free: at once when another screen is shown, else in a while."""
        top = self.stage.screen if self.stage.stack else None
        if top is not self._shown:
            self._shown = top
            heap.trim()
        elif not self.stage.timers.waiting("trim"):
            self.stage.timers.set("trim", TRIM_AFTER, heap.trim)

    def run(self, frames: int = 0) -> None:
        """Run until the player leaves, or for so many frames."""
        clock, drawn = pygame.time.Clock(), 0
        while self.conductor.running:
            self.draw()
            drawn += 1
            if frames and drawn >= frames:
                return
            for event in self._events(50 if frames else 0):
                self.handle(event)
            clock.tick(60)

    def _events(self, most: int) -> list[pygame.Event]:
        """Wait for something to happen; nothing is drawn meanwhile."""
        due = ceil(1000 * self.stage.patience())
        timeout = min([wait for wait in (due, most) if wait], default=0)
        first = pygame.event.wait(timeout) if timeout else pygame.event.wait()
        self.stage.tick()
        if first.type == pygame.NOEVENT:
            return []
        return [first, *pygame.event.get()]

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        if event.type == pygame.QUIT:
            self.conductor.running = False
        elif event.type == ARRIVED:
            self.conductor.table.arrived()
        elif event.type == pygame.VIDEORESIZE:
            self._resized()
        elif event.type == pygame.KEYDOWN and (act := self._keys(event)):
            act()
        elif self.conductor.running and self._open:
            self.stage.handle(event)

    def _keys(self, event: pygame.Event) -> Callable[[], None] | None:
        """Return what a key does on every screen."""
        if event.key == pygame.K_F11:
            return self._full_screen
        if event.mod & pygame.KMOD_CTRL and event.key in (pygame.K_PLUS, pygame.K_EQUALS):
            return lambda: self._resize(1)
        if event.mod & pygame.KMOD_CTRL and event.key == pygame.K_MINUS:
            return lambda: self._resize(-1)
        return None

    def _resized(self) -> None:
        """Lay out anew; say so once when there is no room for all words."""
        self.refit()
        small = any(a < b for a, b in zip(self.surface.get_size(), SMALLEST, strict=True))
        if small and not self._small:
            self.conductor.desk.tell("The window is small", SMALL)
        self._small = small

    def _full_screen(self) -> None:
        pygame.display.toggle_fullscreen()
        self.refit()

    def _resize(self, step: int) -> None:
        steps = [scale for scale in settings.SCALES if scale]
        now = 100 * self.stage.kit.scale
        beyond = [scale for scale in steps if (scale - now) * step > 0.5]
        if beyond:
            self.conductor.change("ui_scale", min(beyond, key=lambda scale: abs(scale - now)))

    def close(self) -> None:
        """Let everything go."""
        self.futures.stop()
        pygame.quit()


def _wake() -> None:
    """Tell the loop, from whatever thread, that odds have come."""
    pygame.event.post(pygame.Event(ARRIVED))


def _fitting(size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a window that fits on the desktop, if there is one."""
    if pygame.display.get_driver() in NO_DISPLAY:
        return size
    desktops = pygame.display.get_desktop_sizes()
    wide, tall = desktops[0] if desktops else size
    return max(SMALLEST[0], min(size[0], wide)), max(SMALLEST[1], min(size[1], tall))


def why_no_window() -> str:
    """Say why no window can be shown, or nothing where it can."""
    named = os.environ.get("SDL_VIDEODRIVER", "")
    try:
        with hushed():
            pygame.display.init()
        driver = pygame.display.get_driver()
    except pygame.error as error:
        return f"There is no display ({error}), so the game is played in the terminal."
    if driver in NO_DISPLAY and driver != named:
        pygame.display.quit()
        return "There is no display, so the game is played in the terminal."
    return ""


def play(scenario: str | None, word: str | None, load: str | None, frames: int) -> int:
    """Play in a window; return the exit code."""
    first: Intent | None = None
    if load:
        first = LoadGame(str(save_called(load).absolute()))
    elif scenario or word:
        name = scenario or index()["default"]
        read(name)  # what is wrong with it is told in the terminal
        first = NewGame(name, word or "")
    app = App()
    try:
        if first:
            app.conductor.take(first)
        app.run(frames)
    except Exception as error:
        return _crashed(app, error)
    finally:
        app.close()
    return 0


def _crashed(app: App, error: Exception) -> int:
    """Save the game, write down what happened, say so in the terminal and beside the window."""
    sentence = report(error)
    app.conductor.table.rescue()
    windowed = pygame.display.get_driver() not in NO_DISPLAY
    app.close()
    print(sentence, file=sys.stderr, flush=True)
    if windowed:
        with suppress(pygame.error):
            pygame.display.message_box("Deconfliction", sentence, "error")
    return 1
