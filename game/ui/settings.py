"""Settings: what the player has set, kept in a file of the user's own folder."""

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.paths import home

SCALES = (0, 75, 100, 125, 150, 200, 250)  # per cent; 0 fills the window
FONTS = (90, 100, 115, 130, 150)
SPEEDS = (0.0, 0.5, 1.0, 2.0)

log = logging.getLogger(__name__)


class Settings(BaseModel):
    """What can be set. Unknown or impossible values make a file broken."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)

    ui_scale: Annotated[int, Field(ge=0, le=250)] = 0
    font_scale: Annotated[int, Field(ge=75, le=200)] = 100
    palette: Literal["scenario", "safe"] = "scenario"
    strong: bool = False
    calm: bool = False
    speed: Annotated[float, Field(ge=0, le=4)] = 1.0
    volume: Annotated[int, Field(ge=0, le=100)] = 50
    hints: bool = True
    warn: bool = True
    seen: tuple[str, ...] = ()
    """Hints that need not be shown again."""

    def changed(self, name: str, value: object) -> "Settings":
        """Return settings with another value."""
        return self.model_copy(update={name: value})


def path() -> Path:
    """Return where they are kept."""
    return home() / "settings.json"


def read() -> Settings:
    """Read the settings; what cannot be read is set aside, and the defaults hold."""
    try:
        return Settings.model_validate(json.loads(path().read_text("utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, ValidationError):
        with suppress(OSError):
            path().replace(path().with_suffix(".broken.json"))
        log.warning("The settings could not be read; they stand as at first.")
        return Settings()


def write(settings: Settings) -> None:
    """Keep the settings; a game goes on without."""
    data: dict[str, Any] = settings.model_dump(mode="json")
    with suppress(OSError):
        path().parent.mkdir(parents=True, exist_ok=True)
        part = path().with_suffix(".part")
        part.write_text(json.dumps(data, indent=1), "utf-8")
        part.replace(path())
