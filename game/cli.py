"""The command line: verbs, thin."""

import argparse
import sys

from game.scenario.problems import ScenarioError
from game.text.verbs import play


def main() -> int:
    """Run a verb; return the exit code."""
    args = _parser().parse_args()
    try:
        return int(args.run(args))
    except ScenarioError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="deconfliction")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("play")
    verb.add_argument("scenario", nargs="?")
    verb.add_argument("--seed")
    verb.add_argument("--text", action="store_true")
    verb.add_argument("--load")
    verb.add_argument("--odds", type=int, default=50)
    verb.set_defaults(run=play.run)
    return parser
