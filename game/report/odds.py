"""The odds of every option, as data for other programs and as text."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.analysis.compare import Shift, compare, interval, shifts
from game.analysis.forecast import DELEGATE, QUANTILES, SOON, Forecast, Odds
from game.engine.decision import Choice, Council
from game.engine.exercise import Exercise
from game.engine.game import Game

LEAST = 500  # thousandths of a point that are worth a word
SELDOM = 30  # per mille; an ending that is rarer is put together with the other rare ones


def as_data(game: Game, odds: Forecast) -> dict[str, Any]:
    """Return what `forecast --json` prints: chances from 0 to 1, tracks in points."""
    exercise, pending = game.exercise, game.pending
    known = {each.choice: each for each in odds.choices}
    options = []
    if isinstance(pending, Council):
        for name, offer in pending.options.items():
            options.append(_option(exercise, name, offer.why_not, known.get(name)))
    elif isinstance(pending, Choice):
        for name in known:
            closed = () if name in pending.answers else ("it may not be answered now",)
            options.append(_option(exercise, name, closed, known[name]))
    return {
        "turn": exercise.world.turn(game.observation.state.week) + 1,
        "games": odds.hold.games,
        "delegate": DELEGATE,
        "hold": _odds(exercise, odds.hold),
        "options": options,
    }


def _option(
    exercise: Exercise, name: str, why_not: tuple[str, ...], odds: Odds | None
) -> dict[str, Any]:
    head = {"id": name, "available": not why_not, "why_not": list(why_not)}
    return head | (_odds(exercise, odds) if odds else {"endings": {}, "tracks": {}})


def _odds(exercise: Exercise, odds: Odds) -> dict[str, Any]:
    endings = {}
    for number, name in enumerate(exercise.world.endings):
        bounds = interval(np.asarray(odds.ending == number))
        endings[name] = dict(zip(("share", "low", "high"), (b / 1000 for b in bounds), strict=True))
    levels = odds.quantiles()
    tracks = {
        track: {f"p{q}": int(levels[row, n]) / 1000 for row, q in enumerate(QUANTILES)}
        for n, track in enumerate(exercise.world.tracks)
    }
    return {"endings": endings, "tracks": tracks}


def as_text(game: Game, odds: Forecast) -> str:
    """Return the same for reading: what differs from holding the course."""
    exercise = game.exercise
    lines = [f"{odds.hold.games} futures for each; afterwards {DELEGATE} decide."]
    lines += ["", "If you hold course:"]
    lines += [f"  {line}" for line in _hold_lines(exercise, odds.hold)]
    for each in odds.choices:
        if each is not odds.hold:
            lines += ["", f"{_title(exercise, game, each.choice)}:"]
            lines += [f"  {line}" for line in option_lines(exercise, odds.hold, each)]
    return "\n".join(lines)


def _title(exercise: Exercise, game: Game, choice: str) -> str:
    pending = game.pending
    if isinstance(pending, Choice):
        return exercise.scenario.incidents[pending.incident].answers[choice].name
    return exercise.scenario.options[choice].name


def shares(exercise: Exercise, odds: Odds) -> list[tuple[str, int, bool]]:
    """Return every ending that comes about, its share, and whether odds must always name it."""
    found = [
        (ending.title, happens(odds, number), ending.worst or ending.aim)
        for number, ending in enumerate(exercise.scenario.endings.values())
    ]
    return sorted((each for each in found if each[1]), key=lambda each: -each[1])


def happens(odds: Odds, ending: int, soon: bool = False) -> int:
    """Return how often an ending comes about in per mille, or comes about within three turns."""
    there = odds.ending == ending
    return interval(there & odds.early if soon else there)[0]


def soonest(exercise: Exercise, odds: Odds) -> list[tuple[str, int]]:
    """Return which endings come within three turns, and how often; nothing when all games do."""
    if odds.early.all():
        return []
    titles = [ending.title for ending in exercise.scenario.endings.values()]
    found = [(title, happens(odds, n, soon=True)) for n, title in enumerate(titles)]
    return sorted((each for each in found if each[1]), key=lambda each: -each[1])


def within(odds: Odds) -> str:
    """Say how far odds look ahead where they look at what comes soon."""
    return f"within {SOON} turns" if len(odds.path) > SOON else "by the end"


def _head(odds: Odds) -> str:
    return within(odds).capitalize()


def _hold_lines(exercise: Exercise, hold: Odds) -> list[str]:
    lines = [f"{title}: {per_hundred(share)}" for title, share, _ in shares(exercise, hold)]
    soon = [f"{title} {per_hundred(share)}" for title, share in soonest(exercise, hold)]
    return [*lines, *([f"{_head(hold)} already: {', '.join(soon)}"] if soon else [])]


def option_lines(exercise: Exercise, hold: Odds, odds: Odds, most: int = 2) -> list[str]:
    """Say how an option differs from holding the course: soon on tracks, then in endings."""
    track = exercise.scenario.tracks
    soon = [
        f"{track[shift.track].name} {shift.amount / 1000:+.1f}"
        for shift in moved(exercise, hold, odds)[:most]
    ]
    lines = [f"{_head(odds)}, on average: {', '.join(soon)}"] if soon else []
    alike = []
    for number, ending in enumerate(exercise.scenario.endings.values()):
        found = compare(hold, odds, (number,))
        if found.difference:
            doubt = "" if found.certain else " (can't tell yet)"
            against = f"against {per_hundred(found.hold_share)} if you hold course"
            lines.append(f"{ending.title}: {per_hundred(found.share)}, {against}{doubt}")
        elif found.share:
            alike.append(f"{ending.title} {per_hundred(found.share)}")
    if alike:
        lines.append(f"As if you hold course: {', '.join(alike)}")
    return [*lines, *_danger(exercise, hold, odds)]


def _danger(exercise: Exercise, hold: Odds, odds: Odds) -> Iterator[str]:
    """Say what may end the game within three turns, against holding the course."""
    held = dict(soonest(exercise, hold))
    mine = dict(soonest(exercise, odds))
    for title in dict.fromkeys([*mine, *held]):
        against = f"against {per_hundred(held.get(title, 0))} if you hold course"
        yield f"{_head(odds)} already: {title} {per_hundred(mine.get(title, 0))}, {against}"


def moved(exercise: Exercise, hold: Odds, odds: Odds) -> list[Shift]:
    """Return the tracks that an option surely moves within three turns, the furthest first.

    That the purse pays the price is no news, so it is left out.
    """
    purse = exercise.scenario.council.purse
    return [
        shift
        for shift in shifts(hold, odds, exercise.world.tracks)
        if shift.track != purse and shift.certain and abs(shift.amount) >= LEAST
    ]


def per_hundred(permille: int) -> str:
    """Say a chance as so many in a hundred."""
    return f"{(permille + 5) // 10} in 100"
