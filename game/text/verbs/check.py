"""check: what is wrong with scenarios."""

from argparse import Namespace

from game.engine.exercise import prepare
from game.scenario.checking import as_json, as_text
from game.scenario.load import load
from game.scenario.problems import Problem, ScenarioError
from game.text.arguments import Parser
from game.text.safely import DONE, PROBLEMS


def run(args: Namespace, parser: Parser) -> int:
    """Read and compile each scenario, and tell every problem where it stands."""
    problems, lines, sound = list[Problem](), dict[str, list[str]](), list[str]()
    for name in args.scenarios:
        try:
            loaded = load(name)
            prepare(loaded)
            sound.append(f"{name}: no problems.")
        except ScenarioError as error:
            problems += error.problems
            lines |= error.files
    if args.format == "json":
        print(as_json(problems))
    else:
        print("\n".join([*sound, as_text(problems, lines)]).strip("\n"))
    return PROBLEMS if any(each.severity == "error" for each in problems) else DONE
