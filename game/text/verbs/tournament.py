"""tournament: every doctrine in every hidden world, and whether there is one right answer."""

import json
from argparse import Namespace

from game.analysis.tournament.tournament import QUICK, hold_tournament, whole
from game.core.chance import seed_of
from game.engine.exercise import prepare
from game.report.tournament import as_data, as_text
from game.scenario.load import load
from game.text.arguments import Parser
from game.text.safely import DONE


def run(args: Namespace, parser: Parser) -> int:
    """Hold the tournament and print its tables and targets."""
    exercise = prepare(load(args.scenario))
    size = QUICK if args.quick else whole(args.games)
    data = as_data(hold_tournament(exercise, size, seed_of(args.seed)), args.seed)
    print(json.dumps(data, indent=2) if args.json else as_text(data))
    return DONE
