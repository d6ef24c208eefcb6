"""Screen: draws what it was given, keeps its own view, answers with intents."""

from typing import ClassVar

import pygame

from game.ui.intents import Intent
from game.ui.toolkit.widget import Widget


class Screen:
    """One layer of the stack. `clear` screens let the one below be seen."""

    name: ClassVar[str] = ""
    clear: ClassVar[bool] = False
    first: str = ""  # where focus starts

    def build(self, width: float, height: float) -> Widget:
        """Return the widgets for a window of this size in dp."""
        raise NotImplementedError

    def update(self, message: object) -> Intent | None:
        """Take a message of a widget: an intent is passed on, the rest changes the view."""
        return message if isinstance(message, Intent) else None

    def drag(self, move: tuple[float, float], size: tuple[int, int], scale: float) -> None:
        """Move what can be dragged, of that size on the screen, by pixels."""

    def wheel(
        self, steps: int, at: tuple[float, float], size: tuple[int, int], scale: float
    ) -> object | None:
        """Return the message of a wheel turned at a pixel of what can be dragged."""
        return None

    def wake(self) -> tuple[float, object] | None:
        """Return in how many seconds which message comes by itself, or None.

        It is asked after every change; as long as the answer is equal, the time runs on.
        """
        return None

    def key(self, event: pygame.Event) -> object | None:
        """Return the message of a key that no widget has taken."""
        return None

    def lead(self, message: object) -> str:
        """Return the name of the widget that has the focus after the message of such a key."""
        return ""
