"""play: one game at the terminal, new or loaded."""

import sys
from argparse import Namespace

from game.core.chance import seed_of
from game.engine import reloading, seeds
from game.engine.exercise import prepare
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.scenario.load import index, load
from game.text.arguments import Parser
from game.text.console import Console
from game.text.play import play
from game.text.session import Session


def check(args: Namespace, parser: Parser) -> None:
    """Refuse words that do not go together."""
    if args.load and (args.scenario or args.seed):
        what = "SCENARIO" if args.scenario else "--seed"
        parser.error(f"{what} cannot be given with --load: a save brings its own")


def run(args: Namespace, parser: Parser, why: str = "") -> int:
    """Play, and say at the end how to go on; say first why it is played in the terminal."""
    check(args, parser)
    if args.load:
        game, keeper = _loaded(args.load)
    else:
        game, keeper = _new(args.scenario or index()["default"], args.seed)
    if why:
        warn(why)
    session = Session(game, Console.of(sys.stdin, sys.stdout), keeper, args.odds)
    try:
        play(session, new=not args.load)
    except KeyboardInterrupt:
        print()  # what is typed stands behind the question
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
    path = reloading.save_called(name)
    found = reloading.reload(path)
    if changed := reloading.departure(found):
        warn(changed)
    keeper = Keeper(found.word, warn, path.absolute(), {path.absolute()})
    return found.game, keeper
