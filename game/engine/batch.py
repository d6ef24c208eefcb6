"""Plays many games to their ends, with a doctrine in the player's place."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.core.observation import glance
from game.core.part import those
from game.core.queue import awaiting, is_quiet
from game.core.state import NONE
from game.core.types import Index, Ints, Rows, Small
from game.core.week import Week
from game.engine.council import council_due
from game.engine.doctrines import Doctrine
from game.engine.exercise import Exercise
from game.engine.turn import advance


@dataclass(frozen=True)
class Outcome:
    """How games ended."""

    ending: Small  # (games,)
    week: Index  # (games,) the weeks played
    track: Ints  # (games, tracks) in thousandths
    lost: Ints  # (games, sides) people killed
    path: Ints  # (weeks asked for, games, tracks) the same at the start of each of these weeks


def play_week(exercise: Exercise, week: Week, doctrine: Doctrine) -> None:
    """Play one week of every game, from wherever in it they stand."""
    world, state = exercise.world, week.state
    if council_due(world, state):
        seen = glance(world, state, world.player)
        exercise.menu.enact(week, doctrine.council(exercise, seen, week.chance))
    while not advance(exercise, week):
        answer_all(exercise, week, doctrine)


def answer_all(exercise: Exercise, week: Week, doctrine: Doctrine) -> None:
    """Answer what waits, and what that raises, until nothing waits in any game."""
    incidents, world = exercise.incidents, exercise.world
    while not is_quiet(week.state):
        with those(week, awaiting(week.state)) as (part, rows):
            seen = glance(world, part.state, world.player)
            incidents.answer(part, doctrine.answer(exercise, seen, part.chance))
            incidents.delegate(part)
            if rows is not None:
                answer_all(exercise, part, doctrine)


def play_out(
    exercise: Exercise,
    week: Week,
    doctrine: Doctrine,
    weeks: tuple[int, ...] = (),
    after: Callable[[Week], None] = lambda week: None,
) -> Outcome:
    """Play every game to its end. A game that has ended leaves the table.

    At the start of each of `weeks` the tracks are noted too; a game that has ended by then counts
    with its last. When a week is over, `after` is told of the games that have played it.
    """
    rows, track = np.arange(week.state.games), week.state.track
    none = np.full(len(rows), NONE, np.int8)
    path = np.repeat(track[None], len(weeks), axis=0)
    lost = np.zeros_like(week.state.lost)
    outcome = Outcome(none, np.zeros(len(rows), np.int16), track.copy(), lost, path)
    while len(rows):
        play_week(exercise, week, doctrine)
        after(week)
        for number, at in enumerate(weeks):
            if week.state.week <= at:
                outcome.path[number, rows] = week.state.track
        ended = week.state.ending != NONE
        if ended.any():
            _note(outcome, rows, ended, week)
            rows, week = rows[~ended], _others(week, np.flatnonzero(~ended))
    return outcome


def _note(outcome: Outcome, rows: Rows, ended: np.ndarray, week: Week) -> None:
    outcome.ending[rows[ended]] = week.state.ending[ended]
    outcome.week[rows[ended]] = week.state.week
    outcome.track[rows[ended]] = week.state.track[ended]
    outcome.lost[rows[ended]] = week.state.lost[ended]


def _others(week: Week, rows: Rows) -> Week:
    if not len(rows):
        return week
    log, ledger = week.log.part(rows), week.ledger.part(rows)
    return Week(week.world, week.state.take(rows), week.chance.of(rows), ledger, log)
