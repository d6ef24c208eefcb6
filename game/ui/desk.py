"""Desk: what every part of the window works with: settings, sound, and the screens on the stage."""

from collections.abc import Callable

from game.paths import shipped
from game.ui import settings as kept
from game.ui.map.atlas import Atlas
from game.ui.screens.menu import Tell
from game.ui.screens.screen import Screen
from game.ui.screens.settings import SettingsScreen
from game.ui.sound import Sound
from game.ui.stage import Stage


class Desk:
    """Shows screens, plays sounds, keeps settings; knows no game."""

    def __init__(self, settings: kept.Settings, sound: Sound) -> None:
        self.settings, self.sound = settings, sound
        self.atlas = Atlas(shipped("assets"))
        self.stage: Stage | None = None
        self.refit: Callable[[], None] = lambda: None  # set by the app: sizes have changed

    @property
    def screens(self) -> Stage:
        """Return the stage; a desk without one shows nothing."""
        assert self.stage is not None
        return self.stage

    def show(self, screen: Screen, cue: str = "") -> None:
        """Put a screen on top, with a sound."""
        if cue:
            self.sound.play(cue)
        self.screens.push(screen)

    def tell(self, title: str, text: str) -> None:
        """Tell the player something in a dialog."""
        self.show(Tell(title, text), "warning")

    def close(self) -> Screen:
        """Take the screen on top away, unless it is the last; return what was on top."""
        closed = self.screens.screen
        self.sound.play("close")
        if len(self.screens.stack) > 1:
            self.screens.pop()
        return closed

    def clear(self) -> None:
        """Take all screens away."""
        while self.screens.stack:
            self.screens.pop()

    def change(self, name: str, value: object) -> None:
        """Change a setting, keep it, and let it take effect."""
        self.settings = self.settings.changed(name, value)
        kept.write(self.settings)
        self.sound.volume = self.settings.volume
        top = self.screens.screen
        if isinstance(top, SettingsScreen):
            top.settings = self.settings
        self.refit()
        self.screens.changed()
