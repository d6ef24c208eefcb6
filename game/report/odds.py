"""The odds of every option, as data for other programs and as text."""

from typing import Any

import numpy as np

from game.analysis.compare import Shift, compare, interval, shifts
from game.analysis.forecast import DELEGATE, QUANTILES, Forecast, Odds
from game.engine.decision import Choice, Council
from game.engine.exercise import Exercise
from game.engine.game import Game

LEAST = 500  # thousandths of a point that are worth a word


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


def watched(exercise: Exercise) -> list[tuple[str, tuple[int, ...]]]:
    """Return what the odds lead with: each of the worst endings, and the aim."""
    endings = list(exercise.scenario.endings.values())
    found: list[tuple[str, tuple[int, ...]]] = [
        (e.title, (number,)) for number, e in enumerate(endings) if e.worst
    ]
    aims = tuple(number for number, e in enumerate(endings) if e.aim)
    if aims:
        found.append((" or ".join(endings[n].title for n in aims), aims))
    return found


def _hold_lines(exercise: Exercise, hold: Odds) -> list[str]:
    return [
        f"{title}: {per_hundred(interval(np.isin(hold.ending, numbers))[0])}"
        for title, numbers in watched(exercise)
    ]


def option_lines(exercise: Exercise, hold: Odds, odds: Odds, most: int = 2) -> list[str]:
    """Say how an option differs from holding the course: soon on tracks, then in endings."""
    lines = []
    for shift in moved(exercise, hold, odds)[:most]:
        name = exercise.scenario.tracks[shift.track].name
        lines.append(f"Within three turns: {name} {shift.amount / 1000:+.1f} on average")
    for title, numbers in watched(exercise):
        found = compare(hold, odds, numbers)
        if not found.share and not found.hold_share:
            lines.append(
                f"{title}: in none of {odds.games} futures, and in none if you hold course"
            )
            continue
        against = f"against {per_hundred(found.hold_share)} if you hold course"
        doubt = "" if found.certain else f"; can't tell yet, {odds.games} futures"
        lines.append(f"{title}: {per_hundred(found.share)}, {against}{doubt}")
    return lines


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
