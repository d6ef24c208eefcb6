"""Sound: the few cues of the pack, by name. Without a device the game is silent."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pygame

from game.ui.hush import hushed

CAPTIONS = {
    "flash": "An alarm sounds.",
    "message": "A message comes in.",
    "warning": "A warning sounds.",
    "error": "A low tone: that cannot be done.",
    "turn": "A chime: the weeks have been played.",
}
"""What a cue means, for those who do not hear it; the others repeat what one has just pressed."""

log = logging.getLogger(__name__)


class Sound:
    """Plays cues at a volume; loads each when it is first wanted.

    `said` is told the caption of a cue, whether or not it can be heard.
    """

    def __init__(self, assets: Path, volume: int) -> None:
        self._folder, self.volume = assets / "sounds", volume
        self.said: Callable[[str], None] = lambda caption: None
        self._levels = _levels(self._folder)
        self._kept: dict[str, pygame.mixer.Sound | None] = {}
        self._able = self._start()

    def _start(self) -> bool:
        try:
            with hushed():
                pygame.mixer.init()
        except pygame.error as error:
            log.warning("There is no sound device (%s): the game is silent.", error)
            return False
        return True

    def play(self, name: str) -> None:
        """Play a cue, if there is sound at all."""
        if caption := CAPTIONS.get(name):
            self.said(caption)
        if not self._able or not self.volume:
            return
        if name not in self._kept:
            self._kept[name] = self._load(name)
        if cue := self._kept[name]:
            cue.set_volume(self.level(name))
            cue.play()

    def level(self, name: str) -> float:
        """Return how loud a cue is now, of 1: its own level in the pack times the volume set."""
        return self._levels.get(name, 0.0) * self.volume / 50

    def _load(self, name: str) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(self._folder / f"{name}.ogg")
        except (pygame.error, OSError) as error:
            log.warning("The sound %s cannot be played (%s).", name, error)
            return None


def _levels(folder: Path) -> dict[str, float]:
    """Return how loud each cue of the pack is meant to be at half of the volume."""
    try:
        found = json.loads((folder / "sounds.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: float(about["volume"]) for name, about in found.items()}
