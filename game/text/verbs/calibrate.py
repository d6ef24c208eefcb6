"""calibrate: a scenario held against what really happened."""

import json
from argparse import Namespace

from game.analysis.calibration.calibrate import calibrate, default_doctrine, robustness
from game.analysis.calibration.history import load_history
from game.core.chance import seed_of
from game.engine.exercise import prepare
from game.report.calibration import as_data, as_text
from game.scenario.load import load
from game.text.arguments import Parser
from game.text.safely import DONE


def run(args: Namespace, parser: Parser) -> int:
    """Play the games, measure them, and print every row of the file with its verdict."""
    loaded, seed = load(args.scenario), seed_of(args.seed)
    exercise = prepare(loaded)
    history = load_history(args.history, exercise)
    doctrine = args.doctrine or default_doctrine(exercise)
    found = calibrate(exercise, history, args.games, doctrine, seed)
    draws = list(robustness(loaded, history, args.games, doctrine, seed, args.shaken))
    data = as_data(found, exercise.world, args.seed, history.title, draws)
    print(json.dumps(data, indent=2) if args.json else as_text(data))
    return DONE
