"""Forecast: the odds of each option, from futures drawn from what the player believes.

It is a function of the observation alone. It is never given the state or the seed of the game
that is played, so it cannot leak the one or foretell the other. Its luck is keyed by what is seen.
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from game.analysis.imagine import imagine
from game.core.chance import Chance, seed_of
from game.core.observation import Observation
from game.core.queue import awaiting, first
from game.core.types import Ints, Mask, Small
from game.core.week import Week
from game.core.world import World
from game.engine.batch import play_out
from game.engine.council import Picks
from game.engine.decision import Orders
from game.engine.doctrines import Hold
from game.engine.drafting import picks
from game.engine.exercise import Exercise

HOLD, DRAFT = "hold", "draft"
DELEGATE = "the standing orders"
"""Who decides after the choice: dials and tokens stay, incidents get their standing answers."""
SOON = 3  # turns
QUANTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True)
class Odds:
    """What a choice leads to, when the course is held afterwards."""

    choice: str
    ending: Small  # (games,)
    track: Ints  # (games, tracks) at the end, in thousandths
    path: Ints  # (turns to come, games, tracks) at the start of each turn, and at the close
    early: Mask  # (games,) whether the game has ended by then

    @property
    def games(self) -> int:
        """How many futures were played."""
        return len(self.ending)

    @property
    def soon(self) -> Ints:
        """Return every track after three turns (games, tracks)."""
        return np.asarray(self.path[min(SOON, len(self.path)) - 1])

    def quantiles(self) -> Ints:
        """Return 5, 25, 50, 75 and 95 per cent of every track at the end (quantiles, tracks)."""
        return np.percentile(self.track, QUANTILES, axis=0, method="nearest").astype(np.int32)

    def fan(self) -> Ints:
        """Return the same at the start of every turn to come (quantiles, turns, tracks)."""
        return np.percentile(self.path, QUANTILES, axis=1, method="nearest").astype(np.int32)


@dataclass(frozen=True)
class Forecast:
    """The odds of everything that can be chosen now, under the same luck."""

    world: World
    hold: Odds
    """Of holding the course: no option, or the standing answer."""
    choices: list[Odds]

    def of(self, choice: str) -> Odds:
        """Return the odds of a choice."""
        return next(odds for odds in self.choices if odds.choice == choice)


def forecast(exercise: Exercise, seen: Observation, games: int = 50, start: int = 0) -> Forecast:
    """Return the odds of every choice that is open now, in council or inside a week.

    All choices meet the same luck; afterwards the course is held. Futures are numbered from
    `start`, so that a forecast grows more exact by adding more of them (`merge`).
    """
    names = choices(exercise, seen)
    week = _futures(exercise, seen, np.tile(np.arange(start, start + games), len(names)))
    _choose(exercise, week, names, np.repeat(np.arange(len(names)), games))
    odds = _followed(exercise, week, names)
    if awaiting(seen.state)[0]:
        standing = names[exercise.incidents.standing(seen.state)[0]]
        return Forecast(exercise.world, next(o for o in odds if o.choice == standing), odds)
    return Forecast(exercise.world, odds[0], odds[1:])


def of_draft(exercise: Exercise, seen: Observation, orders: Orders, games: int = 50) -> Odds:
    """Return the odds of orders as they are drafted, under the luck that every choice meets."""
    week = _futures(exercise, seen, np.arange(games))
    drafted, rows = picks(exercise, seen.state, orders), np.zeros(games, np.intp)
    exercise.menu.enact(
        week,
        Picks(drafted.options[rows], drafted.dials[rows], drafted.tokens[rows], drafted.aims[rows]),
    )
    return _followed(exercise, week, [DRAFT])[0]


def _futures(exercise: Exercise, seen: Observation, luck: NDArray[np.int64]) -> Week:
    """Return games as the player believes this one to be, with luck of their own."""
    chance = Chance(seed_of(f"forecast {_digest(seen)}"), luck)
    week = Week(exercise.world, seen.state.take(np.zeros(len(luck), np.intp)), chance)
    imagine(exercise, seen, week)
    return week


def _followed(exercise: Exercise, week: Week, names: list[str]) -> list[Odds]:
    """Play games in which a choice was made to their ends; each name has an equal part of them."""
    starts, games = (*exercise.world.turn_starts, exercise.world.weeks), week.state.games
    ahead = starts[exercise.world.turn(week.state.week) + 1 :]
    outcome = play_out(exercise, week, Hold(), ahead)
    soon = ahead[min(SOON, len(ahead)) - 1]
    odds = list[Odds]()
    for rows in np.arange(games).reshape(len(names), -1):
        odds.append(
            Odds(
                names[len(odds)],
                outcome.ending[rows],
                outcome.track[rows],
                outcome.path[:, rows],
                outcome.week[rows] <= soon,
            )
        )
    return odds


def merge(one: Forecast, other: Forecast) -> Forecast:
    """Return a forecast with the futures of both, which must be numbered apart."""
    pairs = zip(one.choices, other.choices, strict=True)
    return Forecast(one.world, _joined(one.hold, other.hold), [_joined(a, b) for a, b in pairs])


def _joined(one: Odds, other: Odds) -> Odds:
    return Odds(
        one.choice,
        np.concatenate([one.ending, other.ending]),
        np.concatenate([one.track, other.track]),
        np.concatenate([one.path, other.path], axis=1),
        np.concatenate([one.early, other.early]),
    )


def choices(exercise: Exercise, seen: Observation) -> list[str]:
    """Return the answers to what asks, or holding the course and the open options of a council."""
    if awaiting(seen.state)[0]:
        (kind,), _, _ = first(seen.state)
        return list(exercise.incidents.kinds[kind].answers)
    allowed = np.flatnonzero(exercise.menu.open_to(seen.state)[0])
    return [HOLD, *(exercise.world.options[option] for option in allowed)]


def _choose(exercise: Exercise, week: Week, names: list[str], choice: NDArray[np.intp]) -> None:
    """Let every row take its choice."""
    if awaiting(week.state)[0]:
        exercise.incidents.answer(week, choice.astype(np.int8))
        return
    options = np.array(names)[choice][:, None] == np.array(exercise.world.options)
    held = Picks.none(week.state)
    exercise.menu.enact(week, Picks(options, held.dials, held.tokens, held.aims))


def _digest(seen: Observation) -> str:
    """Return a checksum of what is seen: the luck of a forecast depends on nothing else."""
    return blake2b(f"{seen.side} {seen.state.digest()}".encode(), digest_size=8).hexdigest()
