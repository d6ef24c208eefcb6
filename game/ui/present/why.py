"""Why: the causes of a track, or the whole of a line of the log."""

from game.engine.game import Game
from game.ui.present import log, tracks
from game.ui.situation import Why


def of(game: Game, subject: str) -> Why:
    """Return what is asked for: `track:ID` or `log:ID`."""
    kind, _, name = subject.partition(":")
    return tracks.why(game, name) if kind == "track" else log.why(game, name)
