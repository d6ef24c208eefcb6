"""Tracks for the top bar, the regional panel and the why panel."""

from collections.abc import Iterator

from game.engine.game import Game
from game.report import tracks
from game.report.effects import Teller
from game.report.words import day
from game.scenario.effects import Effects
from game.scenario.setting import Track as Written
from game.ui.situation import Cause, Effect, Track, Why

PLAIN = "gauge"
UNKNOWN = Why("Nothing more is known of this.", "")
BETTER = {"up": 1, "down": -1, "neither": 0}


def of(game: Game) -> tuple[Track, ...]:
    """Return every track as it stands, with its change since the last council."""
    before, since = tracks.turn_moments(game)
    now = game.observation.state.track[0]
    moved = now - before.state.track[0] if since else 0 * now
    return tuple(
        _track(name, written, int(now[number]), _moved(int(moved[number])))
        for number, (name, written) in enumerate(game.exercise.scenario.tracks.items())
    )


def _track(name: str, written: Written, level: int, change: float) -> Track:
    return Track(
        id=name,
        title=written.name,
        icon=written.icon or PLAIN,
        value=level / 1000,
        change=change,
        good=is_good(written, change),
        always=written.shown == "always",
        text=written.text or "",
        bite=written.bite.at / 1000 if written.bite else None,
        bites=written.bite.text if written.bite else "",
    )


def _moved(thousandths: int) -> float:
    return round(thousandths / 1000, 1)


def is_good(written: Written, amount: float) -> bool | None:
    """Say whether a change is what the player would have, where either way is better."""
    better = BETTER[written.good] * amount
    return None if not better else better > 0


def moves(game: Game, teller: Teller, written: Effects) -> Iterator[Effect]:
    """Say which tracks effects move, and whether the player would have it so."""
    for track, moved, text in teller.moves(written):
        yield Effect(text, is_good(game.exercise.scenario.tracks[track], moved), track)


def why(game: Game, name: str) -> Why:
    """Return what has moved a track since the last council; of no track, that nothing is known."""
    written = game.exercise.scenario.tracks.get(name)
    if written is None:
        return UNKNOWN
    found = tracks.reasons(game, game.exercise.world.tracks.index(name))
    since = day(game.exercise, tracks.turn_moments(game)[0].state.week)
    return Why(
        title=written.name,
        text=written.text or "",
        causes=tuple(
            Cause(said, _moved(amount), is_good(written, amount)) for said, amount in found.causes
        ),
        chances=found.chances,
        total=f"{found.said.rstrip(':')}."
        if found.causes
        else f"Nothing has moved it since {since}.",
    )
