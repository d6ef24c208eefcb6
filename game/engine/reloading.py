"""Reloading: a saved game taken up again, found by its path or its name."""

from pathlib import Path

from game.engine import files, save
from game.engine.files import SaveError
from game.engine.save import Reloaded
from game.paths import saves


def save_called(name: str) -> Path:
    """Return the save at a path, or the one of that name among the player's own.

    Raises:
        SaveError: There is none.
    """
    path = Path(name)
    if path.exists() or path.name != name:
        return path
    kept = saves() / f"{name.removesuffix(files.SUFFIX)}{files.SUFFIX}"
    if not kept.exists():
        raise SaveError(
            f"There is no save '{name}', neither a file nor among your saved games: "
            "check the spelling."
        )
    return kept


def reload(path: Path) -> Reloaded:
    """Load a game; set a damaged save of the player's own aside, so that it is in nobody's way.

    Raises:
        SaveError: The file cannot be read, or is no save of this game.
    """
    try:
        return save.load(path)
    except SaveError as error:
        raise SaveError(f"{error}{_set_aside(path, error)}") from error


def departure(found: Reloaded) -> str:
    """Say that the rules have changed since a game was saved, if they have."""
    if found.departed is None:
        return ""
    return (
        "The rules have changed since this game was saved: week "
        f"{found.departed + 1} would end differently now. It goes on from the saved position."
    )


def _set_aside(path: Path, error: SaveError) -> str:
    if "is damaged" not in str(error) or path.absolute().parent != saves().absolute():
        return ""
    try:
        return f" It was set aside as {files.set_aside(path).name}."
    except SaveError:
        return ""
