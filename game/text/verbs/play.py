"""play: one game at the terminal, new or loaded."""

import sys
from argparse import Namespace
from pathlib import Path

from game.core.chance import seed_of
from game.engine import files, save
from game.engine.exercise import prepare
from game.engine.game import Game
from game.paths import saves
from game.scenario.load import index, load
from game.text import seeds
from game.text.arguments import Parser
from game.text.console import Console
from game.text.keeper import Keeper
from game.text.play import play
from game.text.session import Session
from game.text.typed import Mistake


def run(args: Namespace, parser: Parser) -> int:
    """Play, and say at the end how to go on."""
    if args.load and (args.scenario or args.seed):
        what = "SCENARIO" if args.scenario else "--seed"
        parser.error(f"{what} cannot be given with --load: a save brings its own")
    if args.load:
        game, keeper = _loaded(args.load)
    else:
        game, keeper = _new(args.scenario or index()["default"], args.seed)
    session = Session(game, Console.of(sys.stdin, sys.stdout), keeper, args.odds)
    try:
        play(session, new=not args.load)
    except KeyboardInterrupt:
        keeper.keep(game)
    sys.stdout.flush()
    if not game.over and (way := keeper.way_on()):
        warn(way)
    return 0


def warn(sentence: str) -> None:
    """Say something beside the game."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)


def _new(scenario: str, word: str | None) -> tuple[Game, Keeper]:
    exercise = prepare(load(scenario))
    if word is None:
        word = seeds.draw()
        warn(f"The seed of this game is {word}; --seed {word} plays the same game again.")
    return Game(exercise, seed_of(word)), Keeper(word, warn)


def _loaded(name: str) -> tuple[Game, Keeper]:
    path = _save_called(name)
    try:
        found = save.load(path)
    except files.SaveError as error:
        raise files.SaveError(f"{error}{_set_aside(path, error)}") from error
    if found.departed is not None:
        warn(
            "The rules have changed since this game was saved: week "
            f"{found.departed + 1} would end differently now. It goes on from the saved position."
        )
    keeper = Keeper(found.word, warn, path.absolute(), {path.absolute()})
    return found.game, keeper


def _save_called(name: str) -> Path:
    """Return the save at a path, or the one of that name among the player's own."""
    path = Path(name)
    if path.exists() or path.name != name:
        return path
    kept = saves() / f"{name.removesuffix(files.SUFFIX)}{files.SUFFIX}"
    if not kept.exists():
        raise Mistake(
            f"There is no save '{name}', neither a file nor among your saved games: "
            "check the spelling."
        )
    return kept


def _set_aside(path: Path, error: files.SaveError) -> str:
    """Rename a damaged save among the player's own, so that it is in nobody's way; say so."""
    if "is damaged" not in str(error) or path.absolute().parent != saves().absolute():
        return ""
    try:
        return f" It was set aside as {files.set_aside(path).name}."
    except files.SaveError:
        return ""
