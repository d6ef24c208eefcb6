"""Intents: all that a screen can want. Whoever runs the game decides what they mean."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Intent:
    """Something the player wants done."""


@dataclass(frozen=True)
class Open(Intent):
    """Show another screen, by its name."""

    screen: str


@dataclass(frozen=True)
class Close(Intent):
    """Leave the screen on top."""


@dataclass(frozen=True)
class Quit(Intent):
    """Leave the game; what was played is saved already. Unless `sure`, ask first."""

    sure: bool = False


@dataclass(frozen=True)
class ToTitle(Intent):
    """Go back to the title."""


@dataclass(frozen=True)
class NewGame(Intent):
    """Start a game of a scenario; no word draws one."""

    scenario: str
    word: str = ""


@dataclass(frozen=True)
class Resume(Intent):
    """Go on with the game that was played last."""


@dataclass(frozen=True)
class LoadGame(Intent):
    """Go on with a saved game."""

    path: str


@dataclass(frozen=True)
class DeleteSave(Intent):
    """Delete a saved game, unless `sure` after asking."""

    path: str
    sure: bool = False


@dataclass(frozen=True)
class SaveAs(Intent):
    """Keep a copy of the game under a name, asking before another is overwritten."""

    name: str
    sure: bool = False


@dataclass(frozen=True)
class Choose(Intent):
    """Put a policy option on the agenda."""

    option: str


@dataclass(frozen=True)
class Drop(Intent):
    """Take a policy option off the agenda."""

    option: str


@dataclass(frozen=True)
class Undo(Intent):
    """Take back the last change of the draft."""


@dataclass(frozen=True)
class Redo(Intent):
    """Make again what was taken back."""


@dataclass(frozen=True)
class SetDial(Intent):
    """Turn a dial to a level."""

    dial: str
    level: str


@dataclass(frozen=True)
class MoveToken(Intent):
    """Move a force from one area to another."""

    token: str
    source: str
    target: str


@dataclass(frozen=True)
class RankAims(Intent):
    """Rank the aims, the most important first."""

    aims: tuple[str, ...]


@dataclass(frozen=True)
class Commit(Intent):
    """End the turn with what is drafted, or hold course; `sure` skips the warnings."""

    sure: bool = False


@dataclass(frozen=True)
class MuteWarnings(Intent):
    """End the turn, and never ask again before one."""


@dataclass(frozen=True)
class Answer(Intent):
    """Answer an incident."""

    reply: str


@dataclass(frozen=True)
class AskWhy(Intent):
    """Ask for the causes of a figure (`track:ID`), a line of the log (`log:ID`) or a unit."""

    subject: str


@dataclass(frozen=True)
class Follow(Intent):
    """Let the map show what is being told."""


@dataclass(frozen=True)
class GoTo(Intent):
    """Stand at another moment of the history; what is decided there begins a branch."""

    moment: int


@dataclass(frozen=True)
class Seen(Intent):
    """A hint was seen; it is not shown again."""

    hint: str


@dataclass(frozen=True)
class Mute(Intent):
    """Turn sound off, or on again."""


@dataclass(frozen=True)
class Change(Intent):
    """Change a setting."""

    name: str
    value: object
