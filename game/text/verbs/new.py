"""new: a scenario to start from."""

import os
import re
from argparse import Namespace
from pathlib import Path

from game.engine.exercise import prepare
from game.scenario.load import find, load
from game.scenario.starter import starter, variant
from game.text.arguments import Parser
from game.text.safely import DONE
from game.text.typed import Mistake

FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def run(args: Namespace, parser: Parser) -> int:
    """Write the folder and say what to do next."""
    if not FORM.fullmatch(args.name) or len(args.name) > 60:
        parser.error(
            f"'{args.name}' cannot be the name of a scenario: "
            "use small letters, digits and hyphens, as in my-war"
        )
    folder = Path(args.name)
    if folder.exists() or folder.is_symlink():
        raise Mistake(f"'{args.name}' is there already: choose another name, or move it away.")
    text = variant(args.name, *_base(args.base)) if args.base else starter(args.name)
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text, "utf-8")
    print(f"Wrote {args.name}/scenario.yaml. Check it: deconfliction check {args.name}")
    print(f"Play it: deconfliction play {args.name}")
    return DONE


def _base(name: str) -> tuple[str, str]:
    """Return how a variant in this folder names its base, and the base's title."""
    loaded = load(name)
    prepare(loaded)
    path = Path(name)
    if not path.exists() and find(name):
        return name, loaded.scenario.title
    try:
        return Path(os.path.relpath(path)).as_posix(), loaded.scenario.title
    except ValueError:  # on Windows: on another drive
        raise Mistake(f"'{name}' lies on another drive: copy it to this one first.") from None
