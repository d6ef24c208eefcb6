"""The line of incidents, against a plain list for each game."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.queue import awaiting, first, is_quiet, pop, push
from game.core.state import NONE, State
from game.core.world import QUEUE, World
from game.engine.exercise import Exercise
from tests.exercises import ten_places

GAMES = 3
Waiting = tuple[int, int, int]  # what, where, by whom


def empty(world: World, games: int = GAMES) -> State:
    """Return games in which nothing waits."""
    state = State.blank(world, games)
    for name in ("queue_kind", "queue_place", "queue_unit"):
        getattr(state, name)[:] = NONE
    return state


def lines(state: State) -> list[list[Waiting]]:
    """Return what waits in every game, as lists."""
    found = []
    for kinds, places, units in zip(
        state.queue_kind, state.queue_place, state.queue_unit, strict=True
    ):
        rows = zip(kinds.tolist(), places.tolist(), units.tolist(), strict=True)
        waiting = list(rows)
        number = sum(kind != NONE for kind, _, _ in waiting)
        assert all(row == (NONE, NONE, NONE) for row in waiting[number:])
        found.append(waiting[:number])
    return found


def join(line: list[Waiting], kind: int, place: int, unit: int) -> None:
    """Let one stand at the end of the line, unless it waits already or the line is full."""
    if all((k, p) != (kind, place) for k, p, _ in line) and len(line) < len(QUEUE):
        line.append((kind, place, unit))


seeds = st.integers(0, 10**6)
moves = st.lists(st.tuples(st.sampled_from(["push", "ask", "pop"]), seeds), max_size=12)


@settings(max_examples=60, deadline=None)
@given(moves)
def test_it_is_what_a_list_for_each_game_does(said: list[tuple[str, int]]):
    world = ten_places().world
    state, plain = empty(world), [list[Waiting]() for _ in range(GAMES)]
    for what, seed in said:
        dice = np.random.default_rng(seed)
        kind = int(dice.integers(0, 3))
        if what == "push":
            where = dice.random((GAMES, len(world.places))) < 0.4
            unit = dice.integers(NONE, 8, where.shape).astype(np.int16)
            push(state, kind, where, unit)
            for game, place in np.argwhere(where).tolist():
                join(plain[game], kind, place, int(unit[game, place]))
        elif what == "ask":
            asks = dice.random((GAMES, 1)) < 0.5
            push(state, kind, asks, None, placed=False)
            for game in np.flatnonzero(asks).tolist():
                join(plain[game], kind, NONE, NONE)
        else:
            leaves = dice.random(GAMES) < 0.6
            pop(state, leaves)
            plain = [line[1:] if leaves[game] else line for game, line in enumerate(plain)]
        assert lines(state) == plain
        assert awaiting(state).tolist() == [bool(line) for line in plain]
        assert is_quiet(state) == (not any(plain))


def test_who_is_first_is_told_with_the_place_and_the_unit(ten_places: Exercise):
    state = empty(ten_places.world, 2)
    where = np.arange(len(ten_places.world.places)) == np.array([[4], [2]])
    push(state, 1, where, np.full(where.shape, 3, np.int16))
    push(state, 0, np.array([[True], [False]]), None, placed=False)
    kind, place, unit = first(state)
    assert (kind.tolist(), place.tolist(), unit.tolist()) == ([1, 1], [4, 2], [3, 3])
    pop(state, np.array([True, True]))
    kind, place, unit = first(state)
    assert (kind.tolist(), place.tolist(), unit.tolist()) == ([0, NONE], [NONE] * 2, [NONE] * 2)


def test_a_full_line_turns_the_last_away_and_keeps_those_who_wait(ten_places: Exercise):
    state, places = empty(ten_places.world, 1), len(ten_places.world.places)
    for kind in range(3):
        push(state, kind, np.ones((1, places), bool))
    (line,) = lines(state)
    assert len(line) == len(QUEUE)
    assert [kind for kind, _, _ in line] == [0] * places + [1] * (len(QUEUE) - places)
    push(state, 0, np.ones((1, places), bool))  # those who wait are told apart from newcomers
    assert lines(state) == [line]


def test_those_who_leave_in_one_game_leave_in_no_other(ten_places: Exercise):
    state = empty(ten_places.world)
    push(state, 2, np.ones((GAMES, len(ten_places.world.places)), bool))
    before = lines(state)
    pop(state, np.array([False, True, False]))
    assert lines(state) == [before[0], before[1][1:], before[2]]
