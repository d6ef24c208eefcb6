"""The benchmark measures what the design gives a budget to.

Run `pytest -m study tests/benchmarks -s` on a quiet machine for the figures of the flagship against
their budgets; the ordinary run only sees that everything is measured, on the small theater.
"""

import pytest

from game.analysis import bench
from tests.exercises import FLAGSHIP, exercise_of, ten_places

BUDGETS = {
    "batch, best slice": (25_000, "at least"),
    "one interactive week": (10, "at most"),
    "first 50 futures of every open option": (1, "at most"),
    "memory of 10,000 games": (1000, "at most"),
}
TIMES_FASTER = 15


def test_everything_is_measured(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bench, "SIZES", (8, 16))
    monkeypatch.setattr(bench, "MANY", 32)
    rows = {row.name: row for row in bench.bench(ten_places(), repeats=1)}
    assert set(BUDGETS) <= set(rows)
    assert all(row.value > 0 or row.value != row.value for row in rows.values())
    assert rows["batch"].ratio_to == "one game"
    assert bench.machine()


@pytest.mark.study
def test_the_flagship_keeps_its_budgets():
    rows = {row.name: row for row in bench.bench(exercise_of(FLAGSHIP))}
    for row in rows.values():
        print(row)
    failed = [
        f"{name}: {rows[name].value} {rows[name].unit}, {which} {bound}"
        for name, (bound, which) in BUDGETS.items()
        if (rows[name].value < bound) == (which == "at least")
    ]
    if (rows["batch"].ratio or 0) < TIMES_FASTER:
        failed.append(f"batch against one game: {rows['batch'].ratio}")
    assert not failed, "\n".join(failed)
