"""Keeper: saves a game after every decision, and never over another one's save."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from game.engine import files, save
from game.engine.game import Game
from game.paths import home, saves

Warn = Callable[[str], None]


class Taken(files.SaveError):
    """Another game is saved under that name."""


@dataclass
class Keeper:
    """Where one game is saved."""

    word: str
    """The word that the seed was made of."""
    warn: Warn
    path: Path | None = None
    """Nothing until the first save."""
    mine: set[Path] = field(default_factory=set)
    """The files that this game has written."""
    kept: bool = True

    def keep(self, game: Game) -> None:
        """Save the game; when that cannot be, say so and play on."""
        try:
            self._write(game)
            self.kept = True
        except (files.SaveError, OSError) as error:
            if self.kept:  # once is enough until it works again
                self.warn(f"The game goes on, but it is not saved: {error}")
            self.kept = False

    def _write(self, game: Game) -> None:
        if self.path:
            save.save(game, self.path, self.word)
            return
        path = free_path(game.exercise.id, self.word)
        try:
            save.save(game, path, self.word)
        except files.SaveError:
            path.unlink(missing_ok=True)
            raise
        self.path = path
        self.mine.add(path)

    def keep_as(self, game: Game, name: str, over: bool = False) -> None:
        """Save a copy under a name; over another game's save only when that was said.

        Raises:
            SaveError: The name cannot be used, or the disk refuses.
        """
        if problem := files.name_problem(name):
            raise files.SaveError(problem)
        try:
            path = saves() / f"{name}{files.SUFFIX}"
            if path.exists() and path not in self.mine and not over:
                raise Taken(f"There is a save '{name}' already: choose another name.")
            save.save(game, path, self.word)
        except OSError as error:
            raise files.SaveError(f"{error}") from error
        self.mine.add(path)

    def way_on(self) -> str | None:
        """Return how to go on with the game later, if it was saved."""
        if not (self.kept and self.path):
            return None
        return f"To go on: deconfliction play --text --load {_quoted(self._name(self.path))}"

    def _name(self, path: Path) -> str:
        """Return what finds the save again: its name is enough among the player's own."""
        there = path.parent == (home() / "saves").absolute() and not Path(path.stem).exists()
        return path.stem if there else str(path)


def free_path(scenario: str, word: str) -> Path:
    """Take the first free name for a game's save, so that no other game takes it."""
    stem = re.sub(r"[^a-z0-9]+", "-", f"{scenario}-{word}".lower()).strip("-")[:50] or "game"
    for number in count(1):
        path = saves() / f"{stem}-{number}{files.SUFFIX}"
        try:
            path.open("xb").close()
            return path
        except FileExistsError:
            continue
    raise AssertionError


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[\w./:\\~+@%,=-]+", text) else f'"{text}"'
