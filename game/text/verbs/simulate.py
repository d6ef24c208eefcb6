"""simulate: many games, and how they end."""

import json
from argparse import Namespace
from pathlib import Path

from game.analysis.simulate import study
from game.analysis.studies import check_option, doctrine_of, exercise_without
from game.core.chance import seed_of
from game.engine.doctrines import Always
from game.report.simulation import as_data, as_text
from game.scenario.load import load
from game.text.arguments import Parser
from game.text.safely import DONE


def run(args: Namespace, parser: Parser) -> int:
    """Play the games and tell what happened in them."""
    if args.always and args.doctrine != "hold":
        parser.error("--always holds the course otherwise, so it goes with --doctrine hold only")
    loaded = load(args.scenario)
    always = tuple(check_option(loaded, each) for each in args.always)
    exercise = exercise_without(loaded, tuple(args.without))
    doctrine = Always(always) if always else doctrine_of(exercise, args.doctrine)
    found = study(exercise, args.games, doctrine, seed_of(args.seed))
    data = as_data(found, args.seed, args.doctrine, tuple(args.without), tuple(args.always))
    text = json.dumps(data, indent=2) if args.json else as_text(data, exercise)
    if args.out:
        Path(args.out).write_text(f"{text}\n", "utf-8")
    else:
        print(text)
    return DONE
