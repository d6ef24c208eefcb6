"""bench: how fast this machine plays."""

import json
from argparse import Namespace
from dataclasses import asdict

from game.analysis.bench import bench, machine
from game.engine.exercise import prepare
from game.scenario.load import index, load
from game.text.arguments import Parser
from game.text.safely import DONE


def run(args: Namespace, parser: Parser) -> int:
    """Measure with the default scenario, and tell each figure."""
    rows = bench(prepare(load(index()["default"])))
    if args.json:
        print(json.dumps({"machine": machine(), "rows": [asdict(row) for row in rows]}, indent=2))
        return DONE
    print(machine())
    for row in rows:
        ratio = f"  ({row.ratio:g} times {row.ratio_to})" if row.ratio_to else ""
        print(f"  {row.name:44}{row.value:>12,g} {row.unit}{ratio}")
    return DONE
