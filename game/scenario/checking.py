"""Checking: the problems of scenarios as text for people and as JSON for other programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from game.scenario.problems import Problem, show_all


def as_text(problems: Sequence[Problem], files: Mapping[str, Sequence[str]]) -> str:
    """Return the first problems with their excerpts, and how many there are.

    Args:
        problems: In the order in which they are to be read.
        files: The lines of the files, by the names in the problems.
    """
    if not problems:
        return ""
    errors = sum(each.severity == "error" for each in problems)
    counts = [_count(errors, "error"), _count(len(problems) - errors, "warning")]
    return f"{show_all(problems, files)}\n{', '.join(filter(None, counts))}"


def as_json(problems: Sequence[Problem]) -> str:
    """Return all problems as JSON."""
    return json.dumps({"problems": [asdict(each) for each in problems]}, indent=2)


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}" if number else ""
