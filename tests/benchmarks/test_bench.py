"""The benchmark measures what the design gives a budget to.

Run `pytest -m study tests/benchmarks -s` on a quiet machine for the figures of the flagship against
their budgets; the ordinary run only sees that everything is measured, on the small theater.
"""

from pathlib import Path

import pytest

from game.analysis import bench
from game.ui import bench as window
from tests.exercises import FLAGSHIP, exercise_of, ten_places

BUDGETS = {
    "batch, best slice": (25_000, "at least"),
    "one interactive week": (10, "at most"),
    "first 50 futures of every open option": (1, "at most"),
    "memory of 10,000 games": (1000, "at most"),
}
TIMES_FASTER = 15
ROOM = "window: memory after 200 turns and 50 screens, zoom"
WINDOW = {
    "window: first frame of the title": 1.0,
    "window: frame while panning, median": 6,
    "window: frame while panning, p99": 12,
    "window: a step of zoom, worst": 150,
    "window: frame while odds are computed, p99": 33,
    "window: idle when all odds have come": 3,
    "window: frames drawn while idle": 0,
    f"{ROOM} 1": 250,
    f"{ROOM} 2": 250,
    f"{ROOM} 3": 250,
    "window: growth in 50 screens and 50 turns more": 2,
}
"""What is allowed at most, at 1600 by 900."""


def test_everything_is_measured(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bench, "SIZES", (8, 16))
    monkeypatch.setattr(bench, "MANY", 32)
    rows = {row.name: row for row in bench.bench(ten_places(), repeats=1)}
    assert set(BUDGETS) <= set(rows)
    assert all(row.value > 0 or row.value != row.value for row in rows.values())
    assert rows["batch"].ratio_to == "one game"
    assert bench.machine()


@pytest.fixture
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the player's is looked at."""
    monkeypatch.setenv("DECONFLICTION_HOME", str(tmp_path))


@pytest.mark.usefixtures("quiet")
def test_everything_of_the_window_is_measured():
    rows = window.bench(ten_places(), window.Size(3, 2, 4, 50, 0.1))
    assert len(rows) == len(WINDOW) + 1
    assert all(row.name.startswith("window: ") and row.unit for row in rows)


@pytest.mark.study
@pytest.mark.usefixtures("quiet")
def test_the_window_keeps_its_budgets():
    rows = window.bench(exercise_of(FLAGSHIP))
    for row in rows:
        print(row)
    assert set(WINDOW) <= {row.name for row in rows}
    over = [f"{r.name}: {r.value} {r.unit}" for r in rows if r.value > WINDOW.get(r.name, r.value)]
    assert not over, "\n".join(over)


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
