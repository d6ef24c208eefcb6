"""What must hold of every rule, and of everything else that takes part in a week."""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.facts import UNTOLD, Fact, Log, sights
from game.core.ledger import Book
from game.core.phase import Step
from game.core.relation import ALLIED
from game.core.sight import NOBODY
from game.core.state import State, columns
from game.core.types import Index, Ints, Mask, Rows, Small
from game.core.week import Week
from game.core.world import World
from game.engine.arrivals import Arrivals, Lastings
from game.engine.exercise import Exercise, Opening
from game.engine.orders import OpponentsOrders
from game.engine.signs import Signals
from game.engine.triggers import Triggers
from tests.bounds import check
from tests.exercises import NAMES, exercise_of, ten_places
from tests.states import any_state, at_the_bounds

GAMES = 20
SEEDS = range(int(os.environ.get("STATES", "4")))
"""How many wild states each step meets; set STATES=200 to look more closely."""
FOLLOWED = 3


class Case(NamedTuple):
    """A step, and the exercise that it is a part of."""

    exercise: Exercise
    step: Step

    @property
    def world(self) -> World:
        """Return the world that it is played in."""
        return self.exercise.world

    @property
    def empty(self) -> bool:
        """Say whether the scenario gives the step nothing to do."""
        return not (getattr(self.step, "effects", True) and getattr(self.step, "triggers", True))

    def __str__(self) -> str:
        """Name the step as a rule is named, or by what it is."""
        step = self.step.rule if isinstance(self.step, Opening) else self.step
        name = getattr(step, "name", type(step).__name__)
        opening = " (opening)" if isinstance(self.step, Opening) else ""
        reacts = f" {self.step.phase.name}" if isinstance(self.step, Triggers) else ""
        return f"{Path(self.exercise.id).name}: {name}{opening}{reacts}"


CASES = [
    Case(exercise, step)
    for exercise in map(exercise_of, NAMES)
    for steps in exercise.steps
    for step in steps
]


@lru_cache
def wild(number: int, seed: int) -> State:
    """Return the state of a seed in the world of one of the exercises; nobody may change it."""
    return any_state(exercise_of(NAMES[number]).world, GAMES, seed)


class Played(NamedTuple):
    """What a step made of a wild state."""

    seed: int
    before: State
    week: Week

    @property
    def after(self) -> State:
        """Return the state that came out."""
        return self.week.state


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Every step of every exercise in turn; the tests of one follow each other."""
    return request.param


@pytest.fixture(scope="module")
def played(case: Case) -> list[Played]:
    """Play the step once on every wild state, on the eve of its phase."""
    number = [exercise_of(name) for name in NAMES].index(case.exercise)
    found = []
    for seed in SEEDS:
        state = wild(number, seed).copy()
        state.phase = case.step.phase
        found.append(Played(seed, state, run(case, state)))
    return found


def run(case: Case, state: State, games: Rows | None = None, row: int = FOLLOWED) -> Week:
    """Play the step on a copy of a state."""
    games = np.arange(state.games) if games is None else games
    week = Week(case.world, state.copy(), Chance(5, games), Book(row), Log(row))
    case.step.resolve(week)
    return week


def same(one: State, two: State) -> None:
    """See that two states are the same, and say which array is not."""
    for name in columns():
        np.testing.assert_array_equal(getattr(one, name), getattr(two, name), name)
    assert (one.week, one.phase) == (two.week, two.phase)


def test_a_game_does_not_depend_on_the_others(case: Case, played: list[Played]):
    for seed, before, week in played:
        for game in {FOLLOWED, seed % GAMES, (7 * seed + 11) % GAMES}:
            row = np.array([game])
            alone = run(case, before.take(row), row, 0)
            same(week.state.take(row), alone.state)
            if game == FOLLOWED:
                assert week.log.facts == alone.log.facts
                assert week.ledger.entries == alone.ledger.entries


def test_the_same_luck_gives_the_same_week(case: Case, played: list[Played]):
    for _, before, week in played:
        again = run(case, before)
        same(week.state, again.state)
        assert week.log == again.log


def test_the_games_of_a_batch_may_stand_in_any_order(case: Case, played: list[Played]):
    for seed, before, week in played:
        order = np.random.default_rng(seed).permutation(GAMES)
        same(week.state.take(order), run(case, before.take(order), order).state)


def test_numbers_stay_in_bounds_and_types(case: Case, played: list[Played]):
    for each in played:
        check(case.world, each.after)


def test_the_largest_numbers_do_no_harm(case: Case, played: list[Played]):
    """As many people as may be written, and every track at an end."""
    for seed in SEEDS:
        state = at_the_bounds(case.world, GAMES, seed)
        state.phase = case.step.phase
        check(case.world, run(case, state).state)


def test_the_causes_of_every_track_sum_to_its_change(case: Case, played: list[Played]):
    for _, before, week in played:
        causes = np.zeros(len(case.world.tracks), int)
        for entry in week.ledger.entries:
            causes[entry.track] += entry.amount
            assert entry.cause
            assert entry.rule
        changed = week.state.track[FOLLOWED] - before.track[FOLLOWED]
        np.testing.assert_array_equal(changed, causes)


def test_relations_stay_mutual_and_nobody_falls_out_with_himself(case: Case, played: list[Played]):
    for each in played:
        after = each.after.relation
        np.testing.assert_array_equal(after, after.transpose(0, 2, 1))
        assert (np.diagonal(after, axis1=1, axis2=2) == ALLIED).all()


OPEN_TO_POSTURES = (OpponentsOrders, Signals, Triggers, Arrivals, Lastings)
"""Triggers and what is set in motion may bring gambles that depend on a posture."""


def test_a_posture_changes_how_often_and_nothing_else(case: Case, played: list[Played]):
    """Where as much is tried, the same is ordered; only decisions, signals and gambles look."""
    for _, before, week in played:
        twin = before.copy()
        postures = (case.world.prior > 0).sum(axis=1)
        twin.posture = ((twin.posture + 1) % postures).astype(np.int8)
        one, two = week.state, run(case, twin).state
        two.posture = one.posture
        if not isinstance(case.step, OPEN_TO_POSTURES):
            same(one, two)
        if isinstance(case.step, OpponentsOrders):
            _the_same_is_ordered(one, two)


def _the_same_is_ordered(one: State, two: State) -> None:
    np.testing.assert_array_equal(one.could, two.could)
    alike = (one.tried == two.tried).all(axis=1)
    for name in ("goal", "plotting", "yielding", "pushing", "relief", "prober"):
        mine, other = getattr(one, name), getattr(two, name)
        np.testing.assert_array_equal(mine[alike], other[alike], name)
    for name in ("probing", "sorties", "flights", "hindering"):  # the number is the secret chance
        mine, other = getattr(one, name) > 0, getattr(two, name) > 0
        np.testing.assert_array_equal(mine[alike], other[alike], name)


def test_the_player_is_told_when_and_only_what_he_may_know(case: Case, played: list[Played]):
    for each in played:
        for fact in each.week.log.facts:
            assert fact.known - fact.week in (0, case.world.news)
            hidden = [name for name, sight in sights(type(fact)).items() if sight is NOBODY]
            said = [name for name in hidden if f"{{{name}}}" in type(fact).text]
            assert (UNTOLD in fact.sentence(case.world)) == bool(said)
            assert UNTOLD not in fact.sentence(case.world, over=True)
            assert "{" not in fact.sentence(case.world, over=True)


@dataclass
class Suspicious:
    """Keeps what it was given together with a copy, to see whether it is changed afterwards."""

    kept: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)

    def record(
        self, kind: type[Fact], week: Week, where: Mask, **details: Ints | Small | Index
    ) -> None:
        """Keep everything, with a copy."""
        self.kept += [(array, array.copy()) for array in (where, *details.values())]

    def part(self, rows: Rows) -> "Suspicious":
        """Keep the same of some of the games."""
        return self


def test_no_view_is_kept_of_an_array_that_changes(case: Case, played: list[Played]):
    for each in played:
        log = Suspicious()
        week = Week(case.world, each.before.copy(), Chance(5, np.arange(GAMES)), log=log)
        case.step.resolve(week)
        for given, copy in log.kept:
            np.testing.assert_array_equal(given, copy)
        same(week.state, each.after)  # a batch keeps nothing and is played all the same
        for one, two in combinations(columns(), 2):
            mine, other = getattr(week.state, one), getattr(week.state, two)
            assert not np.may_share_memory(mine, other), (one, two)


def test_every_step_has_something_to_do(case: Case):
    """Or the wild states would not be wild enough, and the tests above would say nothing."""
    if case.exercise is ten_places() and not case.empty:
        before = any_state(case.world, 400, 1)
        before.phase = case.step.phase
        assert before.digest() != run(case, before).state.digest()


def test_a_step_is_told_apart_by_its_name():
    names = [str(case) for case in CASES]
    assert len(set(names)) == len(names)
