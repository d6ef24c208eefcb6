"""Unexpected: writes down an error that nobody thought of, and says where."""

import platform
import sys
import traceback
from datetime import datetime

from game import __version__
from game.paths import home


def report(error: Exception) -> str:
    """Write down what happened; return the sentence for the player."""
    kind = type(error).__name__
    try:
        folder = home() / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now():%Y-%m-%d-%H%M%S}-{kind}.txt"
        facts = f"{__version__}, Python {platform.python_version()}, {platform.platform()}"
        trace = "".join(traceback.format_exception(error))
        path.write_text(f"{facts}\n{sys.argv[1:]}\n\n{trace}", "utf-8")
    except OSError:
        return f"Something went wrong inside the game ({kind}); please report what you did."
    return (
        f"Something went wrong inside the game ({kind}); please report it with the file {path}, "
        "which says what happened."
    )
