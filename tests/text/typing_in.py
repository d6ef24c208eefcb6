"""Typing in: a game played by lines of text, without a process of its own."""

from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from game.core.chance import seed_of
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.text.console import Console
from game.text.play import play
from game.text.session import Session


@dataclass
class Played:
    """What came of it."""

    game: Game
    said: str
    warned: list[str] = field(default_factory=list)
    path: Path | None = None


def played(
    exercise: Exercise,
    lines: list[str],
    seed: str = "demo",
    futures: int = 0,
    game: Game | None = None,
    keeper: Keeper | None = None,
) -> Played:
    """Play as far as the lines reach; then the input ends."""
    warned: list[str] = []
    out = StringIO()
    keeper = keeper or Keeper(seed, warned.append)
    started = game or Game(exercise, seed_of(seed))
    source = StringIO("".join(f"{line}\n" for line in lines))
    play(Session(started, Console(source, out, echo=True), keeper, futures), new=game is None)
    return Played(started, out.getvalue(), warned, keeper.path)


def answers(said: str, typed: str) -> str:
    """Return what was said after a line was typed, up to the next prompt."""
    after = said.split(f"> {typed}\n", 1)[1]
    return after.split("> ", 1)[0].rsplit("\n", 2)[0].strip()
