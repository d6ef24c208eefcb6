"""Where things lie: the files that ship with the game, and the player's own folder."""

import os
from pathlib import Path

from platformdirs import user_data_path

APP = "deconfliction"
HOME_VARIABLE = "DECONFLICTION_HOME"

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the folder `assets` or `scenarios`: in the package, or at the top of a checkout."""
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    installed = _PACKAGE / "_data" / name
    if installed.is_dir():
        return installed
    raise FileNotFoundError(
        f"the folder '{name}' is missing from this installation of {APP}; please install it again"
    )


def home() -> Path:
    """Return the folder for what the player makes: $DECONFLICTION_HOME or the platform's own."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return user_data_path(APP, appauthor=False)


def saves() -> Path:
    """Return the folder of saved games, and create it when it is not there yet."""
    folder = home() / "saves"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(
            f"the folder for saved games cannot be created at {folder} ({error.strerror}); "
            f"set {HOME_VARIABLE} to a folder you may write to"
        ) from error
    return folder
