"""bench: how fast this machine plays."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from game.analysis.bench import Row, bench, machine
from game.engine.exercise import Exercise, prepare
from game.scenario.load import index, load
from game.text.arguments import Parser
from game.text.safely import DONE

More = Callable[[Exercise], list[Row]]


def run(args: Namespace, parser: Parser, more: More = lambda exercise: []) -> int:
    """Measure with the default scenario, and tell each figure, and those of a part not of here."""
    exercise = prepare(load(index()["default"]))
    rows = bench(exercise) + more(exercise)
    if args.json:
        print(json.dumps({"machine": machine(), "rows": [asdict(row) for row in rows]}, indent=2))
        return DONE
    print(machine())
    for row in rows:
        ratio = f"  ({row.ratio:g} times {row.ratio_to})" if row.ratio_to else ""
        print(f"  {row.name:44}{row.value:>12,g} {row.unit}{ratio}")
    return DONE
