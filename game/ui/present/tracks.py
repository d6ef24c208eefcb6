"""Tracks for the top bar, the regional panel and the why panel."""

from collections.abc import Iterator

from game.engine.game import Game
from game.report import tracks
from game.report.words import points
from game.scenario.setting import Track as Written
from game.ui.situation import Cause, Track, Why

PLAIN = "gauge"
BETTER = {"up": 1, "down": -1, "neither": 0}


def of(game: Game) -> tuple[Track, ...]:
    """Return every track as it stands, with its change since the last council."""
    before, since = tracks.turn_moments(game)
    now = game.observation.state.track[0]
    return tuple(
        Track(
            id=name,
            title=written.name,
            icon=written.icon or PLAIN,
            value=int(now[number]) / 1000,
            change=round(int(now[number] - before.state.track[0, number]) / 1000, 1)
            if since
            else 0,
            good=written.good,
            always=written.shown == "always",
            text=written.text or "",
        )
        for number, (name, written) in enumerate(game.exercise.scenario.tracks.items())
    )


def _moved(thousandths: int) -> float:
    return round(thousandths / 1000, 1)


def is_good(written: Written, amount: float) -> bool | None:
    """Say whether a change is what the player would have, where either way is better."""
    better = BETTER[written.good] * amount
    return None if not better else better > 0


def why(game: Game, name: str) -> Why:
    """Return what has moved a track since the last council."""
    number = game.exercise.world.tracks.index(name)
    written = game.exercise.scenario.tracks[name]
    before, since = tracks.turn_moments(game)
    head, *lines = tracks.why(game, number)
    return Why(
        title=written.name,
        text=head if not written.text else f"{head} {written.text}",
        causes=tuple(_causes(lines)),
        chances=tuple(_chances(lines)),
        before=points(int(before.state.track[0, number])) if since else "",
        after=points(int(game.observation.state.track[0, number])),
    )


def _causes(lines: list[str]) -> Iterator[Cause]:
    for line in _before_chances(lines):
        amount, _, text = line.strip().partition("  ")
        if text:
            yield Cause(text.strip(), amount)


def _before_chances(lines: list[str]) -> list[str]:
    marks = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    chances = [n for n in marks if lines[n].endswith(":")]
    return [line for line in lines[: chances[0] if chances else None] if line.startswith(" ")]


def _chances(lines: list[str]) -> Iterator[str]:
    marks = [n for n, line in enumerate(lines) if not line.startswith(" ") and line.endswith(":")]
    if marks:
        yield from (line.strip() for line in lines[marks[0] + 1 :])
