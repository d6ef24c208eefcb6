"""forecast: the odds of every option that is open."""

import json
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from game.analysis.forecast import Forecast, forecast, merge
from game.core.chance import seed_of
from game.engine import save
from game.engine.exercise import prepare
from game.engine.files import SUFFIX, WORD, SaveError
from game.engine.game import Game
from game.engine.reloading import save_called
from game.report.odds import as_data, as_text
from game.scenario.load import find, load
from game.text.arguments import Parser
from game.text.safely import DONE
from game.text.typed import Mistake

PORTION = 100  # futures that are played together


def run(args: Namespace, parser: Parser) -> int:
    """Tell the odds where a save stands, or at the start of a scenario."""
    path = _path(args.start)
    if _is_save(path):
        if args.seed:
            parser.error("--seed cannot be given with a save, which brings its own")
        game = save.load(path).game
    else:
        game = Game(prepare(load(args.start)), seed_of(args.seed or "demo"))
    if game.over:
        raise Mistake(f"{path.name}: this game is over, so nothing can be chosen in it.")
    found = odds(game, args.games)
    print(json.dumps(as_data(game, found), indent=2) if args.json else as_text(game, found))
    return DONE


def odds(game: Game, games: int) -> Forecast:
    """Return the odds from many futures, played a portion at a time to spare the memory."""
    starts = range(0, games, PORTION)
    portions = [
        forecast(game.exercise, game.observation, min(PORTION, games - start), start)
        for start in starts
    ]
    found = portions[0]
    for portion in portions[1:]:
        found = merge(found, portion)
    return found


def _path(name: str) -> Path:
    """Return what a name means: a file, a scenario, or else one of the player's saved games."""
    path = Path(name)
    if path.exists() or path.name != name or find(name):
        return path
    with suppress(SaveError):
        return save_called(name)
    return path


def _is_save(path: Path) -> bool:
    """Say whether a file is a saved game, by its first word or at least by its name."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(WORD)) == WORD.encode() or path.suffix == SUFFIX
