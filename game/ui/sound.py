"""Sound: the few cues of the pack, by name. Without a device the game is silent."""

import json
import logging
from pathlib import Path

import pygame

log = logging.getLogger(__name__)


class Sound:
    """Plays cues at a volume; loads each when it is first wanted."""

    def __init__(self, assets: Path, volume: int) -> None:
        self._folder, self.volume = assets / "sounds", volume
        self._kept: dict[str, pygame.mixer.Sound] = {}
        self._able = self._start()

    def _start(self) -> bool:
        try:
            pygame.mixer.init()
        except pygame.error:
            log.warning("There is no sound device: the game is silent.")
            return False
        return True

    def play(self, name: str) -> None:
        """Play a cue, if there is sound at all."""
        if not self._able or not self.volume:
            return
        try:
            cue = self._kept.get(name) or pygame.mixer.Sound(self._folder / f"{name}.ogg")
        except (pygame.error, FileNotFoundError):
            self._able = False
            return
        self._kept[name] = cue
        cue.set_volume(self.volume / 100)
        cue.play()


def captions(assets: Path) -> dict[str, str]:
    """Return what each cue means, in words."""
    found = json.loads((assets / "sounds" / "sounds.json").read_text("utf-8"))
    return {
        name: str(about.get("caption", ""))
        for name, about in found.items()
        if isinstance(about, dict)
    }
