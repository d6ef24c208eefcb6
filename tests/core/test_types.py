"""The only arithmetic that rounds, and the small tools around it."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from game.core.figures import Part, PerCent, Percents, Points
from game.core.types import (
    among,
    clip,
    count,
    marked,
    nearest,
    numbers,
    positions,
    present,
    replaced,
    scale,
    share,
    single,
    split,
    spots,
    spread,
    tallied,
)

people = st.integers(0, 1_000_000)


@given(st.integers(-(10**8), 10**8), st.integers(-20_000, 20_000))
def test_scale_rounds_half_away_from_zero(amount: int, permille: int):
    exact = (Decimal(amount) * permille / 1000).quantize(Decimal(1), ROUND_HALF_UP)
    assert scale(np.array([amount], np.int32), permille)[0] == exact
    assert scale(-np.array([amount], np.int32), permille)[0] == -exact
    assert scale(np.array([amount], np.int32), permille).dtype == np.int32


@given(people, people)
def test_a_share_never_says_more_than_there_is(part: int, whole: int):
    exact = Decimal(part) * 1000 / max(whole, 1)
    assert share(np.array([part]), whole)[0] == exact.quantize(Decimal(1), ROUND_DOWN)


def test_a_share_of_nothing_is_nothing():
    assert share(np.array([0]), 0)[0] == 0


@given(people, st.integers(0, 50))
def test_nobody_gets_more_than_there_is(amount: int, parts: int):
    each = int(split(amount, np.array([parts]))[0])
    assert each * parts <= amount
    assert each == 0 or amount - each * max(parts, 1) < max(parts, 1)


@given(people, st.integers(1, 1000))
def test_the_nearest_step_is_near(amount: int, step: int):
    near = int(nearest(np.array([amount]), step)[0])
    assert near % step == 0
    assert abs(near - amount) * 2 <= step


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (PerCent, 35, 350),
        (PerCent, 12.5, 125),
        (PerCent, 250, 2500),
        (Part, 0.1, 1),
        (Percents, -3, -30),
        (Points, -2.5, -2500),
        (Points, Decimal("0.001"), 1),
    ],
)
def test_figures_are_kept_as_whole_numbers(kind: object, written: object, kept: int):
    assert TypeAdapter(kind).validate_python(written) == kept


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [
        (Points, 0.0001, "more decimals"),
        (PerCent, Decimal("0.01"), "more decimals"),
        (PerCent, "35", "should be a number"),
        (PerCent, True, "should be a number"),
        (PerCent, -1, "greater than or equal to 0"),
        (Part, 101, "less than or equal to 1000"),
        (Points, float("nan"), "should be a number"),
        (Points, float("inf"), "should be a number"),
        (Points, 100.001, "less than or equal to 100000"),
    ],
)
def test_figures_that_cannot_be_kept_are_refused(kind: object, written: object, message: str):
    with pytest.raises(ValidationError, match=message):
        TypeAdapter(kind).validate_python(written)


def test_masks_are_counted_and_listed_row_by_row():
    where = np.array([[True, False, True], [False, False, False], [False, True, False]])
    assert count(where).tolist() == [2, 0, 1]
    rows, columns = positions(where)
    assert (rows.tolist(), columns.tolist()) == ([0, 0, 2], [0, 2, 1])
    rows, columns = positions(np.zeros((3, 0), bool))
    assert (rows.tolist(), columns.tolist()) == ([], [])


def test_what_is_among_names_is_said_for_each_and_cannot_be_spoiled():
    found = among(("a", "b", "c"), ("c", "x", "a"))
    assert found.tolist() == [True, False, True]
    with pytest.raises(ValueError, match="read-only"):
        found[0] = False


def test_lists_become_tables():
    rows, columns = np.array([0, 1, 1]), np.array([2, 0, 1])
    assert spread((2, 3), rows, columns, np.array([7, 8, 9])).tolist() == [[0, 0, 7], [8, 9, 0]]
    assert spots((2, 3), rows, columns).tolist() == [[False, False, True], [True, True, False]]
    place = np.array([[2, 2], [1, 0]], np.int16)
    where = np.array([[True, True], [False, True]])
    assert marked(where, place, 3).tolist() == [[False, False, True], [True, False, False]]


def test_one_column_is_replaced_in_a_copy():
    table = np.arange(6).reshape(2, 3)
    other = replaced(table, 1, np.array([-1, -2]))
    assert other.tolist() == [[0, -1, 2], [3, -2, 5]]
    assert table.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert single(np.array([True, False]), 1, 2).tolist() == [[False, True], [False, False]]


def test_a_number_is_told_as_an_item_of_a_table_of_one_width():
    assert tallied(np.array([2, 0, 3]), 3).tolist() == [
        [False, False, True, False],
        [False, False, False, False],
        [False, False, False, True],
    ]


@given(st.lists(st.integers(-300, 300), min_size=1, max_size=5))
def test_clip_is_what_the_slower_one_says(amounts: list[int]):
    table = np.array(amounts, np.int32)
    np.testing.assert_array_equal(clip(table, -100, 50), np.clip(table, -100, 50))


def test_the_quick_ways_to_positions_and_to_what_is_present_are_the_plain_ones():
    assert numbers(("a", "b", "c"), ("c", "a")).tolist() == [2, 0]
    for ids in ([3, -1, 3, 0], [], [2]):
        assert present(np.array(ids, np.int8)) == sorted(set(ids))
