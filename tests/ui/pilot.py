"""A pilot: presses the keys and buttons of a real window that has no display."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.paths import shipped
from game.ui.intents import Intent
from game.ui.screens.screen import Screen
from game.ui.stage import Stage, auto_scale
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Placed

SIZES = [((1280, 720), 1.0), ((1600, 900), 1.0), ((2560, 1440), 1.0), ((1280, 720), 1.5)]
"""Sizes of the window, and how much larger everything is than fits the window by itself."""


@dataclass
class Hand:
    """A clock that stands still until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Pilot:
    """A stage, what its screens wanted, and the clock that its timers go by."""

    stage: Stage
    wanted: list[Intent]
    clock: Hand = field(default_factory=Hand)

    def press(self, key: int, mod: int = 0, text: str = "") -> None:
        """Press a key, with the letter that it writes."""
        self.stage.handle(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text))
        if text.isprintable() and text and not mod & pygame.KMOD_CTRL:
            self.stage.handle(pygame.Event(pygame.TEXTINPUT, text=text))

    def spot(self, name: str) -> Placed:
        """Return where a widget lies."""
        found = self.stage.page.find(name)
        assert found, f"{name} is not on the screen"
        return found

    def point(self, name: str, share: float = 0.5) -> tuple[int, int]:
        """Return a point of a widget, at a share of its width."""
        box, k = self.spot(name).box, self.stage.kit.scale
        return round((box.x + box.w * share) * k), round((box.y + box.h / 2) * k)

    def hover(self, name: str) -> None:
        """Move the mouse to a widget."""
        self.move(self.point(name))

    def move(self, to: tuple[int, int], rel: tuple[int, int] = (0, 0)) -> None:
        """Move the mouse."""
        motion = pygame.Event(pygame.MOUSEMOTION, pos=to, rel=rel, buttons=(0, 0, 0))
        self.stage.handle(motion)

    def click(self, name: str, share: float = 0.5) -> None:
        """Click on a widget."""
        at = self.point(name, share)
        self.move(at)
        self.stage.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.stage.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))

    def pull(self, name: str, by: tuple[int, int]) -> None:
        """Hold the button on a widget and move the mouse."""
        at = self.point(name)
        self.move(at)
        self.stage.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.move((at[0] + by[0], at[1] + by[1]), by)
        self.stage.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.now += seconds
        self.stage.tick()

    def walk(self) -> list[str]:
        """Press Tab until focus comes round; return the stops."""
        self.press(pygame.K_TAB)
        seen = [self.stage.focus]
        while len(seen) < 200:
            self.press(pygame.K_TAB)
            if self.stage.focus == seen[0]:
                return seen
            seen.append(self.stage.focus)
        raise AssertionError("Tab does not come round")


def staged(
    screen: Screen | Callable[[], Screen],
    size: tuple[int, int] = (1280, 720),
    scale: float = 1.0,
    font: float = 1.0,
) -> Pilot:
    """Show a screen in a window of some size."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    wanted: list[Intent] = []
    clock = Hand()
    kit = Kit(shipped("assets"), auto_scale(size) * scale, font)
    pilot = Pilot(Stage(surface, kit, wanted.append, clock), wanted, clock)
    pilot.stage.push(screen if isinstance(screen, Screen) else screen())
    pilot.stage.draw()
    return pilot
