"""Measures on tiny chronicles made by hand: six weeks from 29 May 2017, one column for each game.

A week is a letter: of a place, `h` held at its end, `t` held for some days only, `x` lost and
retaken within it, `.` not held. The first letter is the start, before week 0.
"""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from game.analysis.calibration.chronicle import Chronicle, Facts, Possession
from game.analysis.calibration.history import Check, Row
from game.analysis.calibration.measures import Measure
from game.analysis.calibration.measuring import take
from game.analysis.calibration.names import fields_of
from game.analysis.calibration.verdict import RowVerdict, Verdict, check_of, ranked
from game.analysis.calibration.wanted import Hold, Series
from game.core.world import World
from tests.exercises import ten_places

NEVER = math.inf
WORLD: World = replace(ten_places().world, weeks=6, start=date(2017, 5, 29))
BRIDGE = Hold("tollbridge", "hillfolk", False)


def blank(games: int, **more: Any) -> Chronicle:
    """Return games that end in the last week with the last of the endings."""
    ending = np.full(games, len(WORLD.endings) - 1, np.int8)
    return Chronicle(WORLD, ending, np.full(games, 6, np.int16), **more)


def held(*games: str) -> Chronicle:
    """Return games in which the bridge is held as the letters say."""
    letters = np.array([list(game) for game in games]).T
    now = np.isin(letters, ["h", "x"])
    touched = now | (letters == "t")
    before = np.vstack([np.zeros((1, len(games)), bool), now[:-1]])
    lost = (before & ~now) | (letters == "x") | (letters == "t")
    return blank(len(games), holds={BRIDGE: Possession(now, touched, lost.astype(np.int16))})


def facts(kind: str, *each: tuple[int, int, int], games: int, **fields: list[int]) -> Chronicle:
    """Return games with facts of a kind, each as (game, week, item), and more of their fields."""
    columns = {fields_of(kind)[0]: [item for _, _, item in each], **fields}
    table = Facts(
        np.array([week for _, week, _ in each], np.int32),
        np.array([game for game, _, _ in each], np.int32),
        {name: np.array(column, np.int32) for name, column in columns.items()},
    )
    return blank(games, facts={kind: table})


def series(kind: str, name: str, *games: list[int]) -> Chronicle:
    """Return games with what a quantity is at the start and at the end of each week."""
    return blank(len(games), series={Series(kind, (name,)): np.array(games, np.int64).T})


def measure(what: dict[str, Any], of: Chronicle) -> list[float | None]:
    """Return the number of each game, and nothing where it does not count."""
    taken = take(Measure.model_validate(what), of)
    pairs = zip(taken.number.tolist(), taken.counts.tolist(), strict=True)
    return [number if counts else None for number, counts in pairs]


AT_BRIDGE = {"place": "tollbridge", "by": "hillfolk"}


@pytest.mark.parametrize(
    ("game", "first", "good", "reverses", "longest"),
    [
        (".......", NEVER, NEVER, 0, 0),
        ("hhhhhhh", 0, 0, 0, 6),
        ("..hhhhh", 1, 1, 0, 5),
        ("..hh.hh", 1, 4, 1, 2),
        ("..t..hh", 1, 4, 1, 2),
        ("..hhxhh", 1, 3, 1, 5),
        ("..hhh..", 1, NEVER, 1, 3),
        ("......h", 5, 5, 0, 1),
    ],
)
def test_a_place_that_is_held(
    game: str, first: float, good: float, reverses: float, longest: float
) -> None:
    of = held(game)
    assert measure({"first_held": AT_BRIDGE}, of) == [first]
    assert measure({"held_for_good": AT_BRIDGE}, of) == [good]
    assert measure({"reverses": AT_BRIDGE}, of) == [reverses]
    assert measure({"longest_run": AT_BRIDGE}, of) == [longest]


def test_a_place_that_is_held_on_a_day():
    of = held("...h...", "hhh.hhh")
    at = [
        {"held_at": AT_BRIDGE | {"date": day}} for day in ("2017-06-11", "2017-06-12", "2017-W24")
    ]
    assert [measure(each, of) for each in at] == [[0, 1], [1, 0], [1, 0]]


def test_a_place_that_goes_back():
    of = blank(3, passed={"mangal": np.array([0, 1, 4], np.int16)})
    assert measure({"reverses": {"place": "mangal"}}, of) == [0, 1, 4]


PLACES = WORLD.places.index
PROBES = facts(
    "Probed",
    (0, 0, PLACES("tollbridge")),
    (0, 2, PLACES("tollbridge")),
    (0, 2, PLACES("abbey-hill")),
    (2, 5, PLACES("port-selm")),
    games=3,
    unit=[0, 1, 1, 0],
    chance=[100, 250, 300, 400],
)


@pytest.mark.parametrize(
    ("limits", "numbers"),
    [
        ({}, [3, 0, 1]),
        ({"of": "tollbridge"}, [2, 0, 0]),
        ({"near": "abbey-hill", "km": 0}, [1, 0, 0]),
        ({"near": "abbey-hill", "km": 30}, [3, 0, 0]),
        ({"from": "2017-06-12"}, [2, 0, 1]),
        ({"to": "2017-06-12"}, [3, 0, 0]),
        ({"from": "2017-W23", "to": "2017-W23"}, [0, 0, 0]),
        ({"where": {"unit": {"is": "hill-scouts"}}}, [2, 0, 0]),
        ({"where": {"chance": {"at_least": 25}}}, [2, 0, 1]),
        ({"where": {"chance": {"at_most": 25}, "unit": {"is": 1}}}, [1, 0, 0]),
    ],
)
def test_facts_that_are_counted(limits: dict[str, Any], numbers: list[float]):
    assert measure({"count": {"fact": "Probed"} | limits}, PROBES) == numbers


def test_what_facts_sum_to_and_which_come_early():
    of = facts("Mourned", (0, 0, 1), (0, 3, 1), (1, 5, 2), games=3, people=[4, 12, 7])
    assert measure({"size": {"fact": "Mourned", "field": "people"}}, of) == [16, 7, 0]
    early = {"share": {"fact": "Mourned", "before": "2017-06-05"}}
    assert measure(early, of) == [50, 0, None]


def test_where_nothing_happened_at_a_place_it_was_near_none():
    of = facts("Answered", (0, 1, 0), (0, 1, 0), games=1, place=[-1, PLACES("orra")])
    near = {"fact": "Answered", "near": "orra", "km": 20000}
    assert measure({"count": near}, of) == [1]


def test_measures_made_of_measures():
    count, wide = {"count": {"fact": "Probed"}}, {"count": {"fact": "Probed", "of": "tollbridge"}}
    assert measure({"total": {"of": [count, wide]}}, PROBES) == [5, 0, 1]
    ratio = measure({"ratio": {"of": wide, "to": count}}, PROBES)
    assert ratio == [pytest.approx(200 / 3), None, 0]


def test_weeks_between_two_dates():
    both = blank(
        4,
        holds=held("..hhhhh", "..hhhhh", ".......", ".....hh").holds,
        facts=facts("Probed", (0, 4, 0), (2, 1, 0), (3, 1, 0), games=4).facts,
    )
    ends = {"from": {"first_held": AT_BRIDGE}, "to": {"happens": {"fact": "Probed"}}}
    assert measure({"interval": ends}, both) == [3, NEVER, None, -3]


def test_quantities():
    of = series("track", "feud", [30_000, 31_000, 29_500, 40_000, 40_000, 20_000, 10_000])
    assert measure({"value": {"track": "feud"}}, of) == [10]
    assert measure({"value": {"track": "feud", "at": "2017-06-05"}}, of) == [29.5]
    assert measure({"change": {"track": "feud"}}, of) == [-20]
    window = {"track": "feud", "from": "2017-05-29", "to": "2017-W24"}
    assert measure({"change": window}, of) == [10]
    assert measure({"change": window | {"per_cent": True}}, of) == [pytest.approx(1000 / 30)]
    assert measure({"change": window | {"from": "2017-06-07"}}, of) == [9]
    run = {"longest_run": {"track": "feud", "at_least": 30}}
    assert measure(run, of) == [2]
    assert measure({"longest_run": {"track": "feud", "at_least": 20, "at_most": 31}}, of) == [2]


def test_a_change_in_per_cent_of_nothing_does_not_count():
    of = series("lost", "deltafolk", [0, 0, 1, 2, 3, 4, 5])
    assert measure({"change": {"lost": "deltafolk", "per_cent": True}}, of) == [None]


def test_runs_of_facts_and_of_levels():
    of = facts("Probed", (0, 1, 0), (0, 2, 0), (0, 2, 0), (0, 4, 0), (1, 5, 0), games=3)
    assert measure({"longest_run": {"fact": "Probed"}}, of) == [2, 1, 0]
    of = series("status", "telephone", [0, 0, 0, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1, 1])
    silent = {"status": "telephone", "level": "silent"}
    assert measure({"longest_run": silent}, of) == [2, 6]
    late = {"longest_run": silent | {"from": "2017-06-19"}}
    assert measure(late, of) == [1, 3]


def test_what_a_game_ended_with_does_not_go_on():
    of = replace(held("..hhhhh"), last=np.array([3], np.int16))
    assert measure({"longest_run": AT_BRIDGE}, of) == [2]


def test_what_happens():
    fired = series("fired", "letter-comes", [0, 0, 1, 1, 2, 2, 2], [0, 0, 0, 0, 0, 0, 0])
    assert measure({"happens": {"event": "letter-comes"}}, fired) == [1, NEVER]
    later = {"event": "letter-comes", "from": "2017-06-12"}
    assert measure({"happens": later}, fired) == [3, NEVER]
    status = series("status", "telephone", [0, 0, 1, 0, 1, 1, 1])
    assert measure({"happens": {"status": "telephone", "level": "silent"}}, status) == [1]
    assert measure({"happens": {"fact": "Probed", "of": "port-selm"}}, PROBES) == [NEVER, NEVER, 5]
    ended = replace(blank(2), ending=np.array([1, 0], np.int8), last=np.array([4, 6], np.int16))
    assert measure({"happens": {"ending": WORLD.endings[1]}}, ended) == [3, NEVER]


JUNE, JULY = 2017 * 12 + 5, 2017 * 12 + 6


def test_when_it_is_highest():
    of = series("track", "feud", [9, 1, 2, 7, 3, 7, 1], [9, 0, 0, 0, 0, 0, 0])
    assert measure({"peak": {"track": "feud", "every": "week"}}, of) == [2, NEVER]
    assert measure({"peak": {"track": "feud"}}, of) == [JUNE, NEVER]
    dead = facts("Mourned", (0, 0, 0), (0, 5, 0), (1, 2, 0), games=3, people=[4, 9, 3])
    assert measure({"peak": {"fact": "Mourned", "field": "people"}}, dead) == [JULY, JUNE, NEVER]
    assert measure({"peak": {"fact": "Mourned", "every": "week"}}, dead) == [0, 2, NEVER]


def test_only_some_games():
    given = {"count": {"fact": "Probed", "given": {"fact": "Probed", "of": "tollbridge"}}}
    assert measure(given, PROBES) == [3, None, None]
    unless = {"count": {"fact": "Probed", "unless": {"fact": "Probed", "of": "tollbridge"}}}
    assert measure(unless, PROBES) == [None, 0, 1]


def verdict(check: dict[str, Any], what: dict[str, Any], of: Chronicle) -> Verdict:
    return check_of(Check.model_validate(check), Measure.model_validate(what), of)


DATES = held("..hhhhh", "...hhhh", "....hhh", ".......")  # weeks 1, 2, 3 and never


@pytest.mark.parametrize(
    ("check", "value", "inside"),
    [
        ({"median": {"in": ["2017-W23", "2017-W24"]}}, 2, True),
        ({"median": {"in": ["2017-06-12", "2017-06-12"]}}, 2, True),
        ({"median": {"at_most": "2017-W23"}}, 2, False),
        ({"quantile": {"at": 90, "at_least": "2017-W25"}}, NEVER, True),
        ({"quantile": {"at": 90, "at_most": "2017-W52"}}, NEVER, False),
        ({"p": {"at_least": 75}}, 75, True),
        ({"p": {"that": {"never": True}, "in": [20, 30]}}, 25, True),
        ({"p": {"that": {"by": "2017-06-11"}, "in": [20, 30]}}, 25, True),
        ({"p": {"that": {"at_least": "2017-W25"}, "at_least": 51}}, 50, False),
        ({"p": {"that": {"is": "2017-W24"}, "at_least": 25}}, 25, True),
    ],
)
def test_statistics_of_dates(check: dict[str, Any], value: float, inside: bool):
    found = verdict(check, {"first_held": AT_BRIDGE}, DATES)
    assert (found.value, found.inside) == (value, inside)


@pytest.mark.parametrize(
    ("check", "value", "inside"),
    [
        ({"mean": {"in": [1, 2]}}, 4 / 3, True),
        ({"median": {"at_least": 1}}, 1, True),
        ({"median": {"at_most": 0.5}}, 1, False),
        ({"p": {"in": [60, 70]}}, 200 / 3, True),
        ({"p": {"that": {"is": 0}, "at_most": 30}}, 100 / 3, False),
        ({"p": {"that": {"at_most": 1}, "at_least": 50}}, 200 / 3, True),
    ],
)
def test_statistics_of_numbers(check: dict[str, Any], value: float, inside: bool):
    found = verdict(check, {"count": {"fact": "Probed"}}, PROBES)
    assert (found.value, found.inside) == (pytest.approx(value), inside)


def test_where_in_the_games_history_lies():
    found = verdict({"was": "2017-06-14", "p": {"at_least": 0}}, {"first_held": AT_BRIDGE}, DATES)
    assert found.percentile == 37.5  # one game is earlier, and one is equal


def test_the_interval_of_a_share_grows_narrow_with_the_games():
    few, many = (
        verdict(
            {"p": {"in": [0, 100]}}, {"first_held": AT_BRIDGE}, held(*(["..hhhhh", "......."] * n))
        )
        for n in (2, 200)
    )
    assert few.low < many.low < 50 < many.high < few.high


def test_a_quantile_is_one_of_the_numbers():
    numbers = np.array([1.0, 2.0, 3.0, NEVER])
    assert [ranked(numbers, at) for at in (0, 25, 26, 50, 75, 76, 100)] == [
        1,
        1,
        2,
        2,
        3,
        NEVER,
        NEVER,
    ]


def test_a_row_is_in_when_all_its_checks_are():
    row = Row.model_validate(
        {"what": "a", "history": "b", "uncertainty": "low", "sources": ["x"], "untestable": "no"}
    )
    good = verdict({"mean": {"at_least": 0}}, {"count": {"fact": "Probed"}}, PROBES)
    bad = verdict({"mean": {"at_least": 9}}, {"count": {"fact": "Probed"}}, PROBES)
    assert RowVerdict("a", row, (good, good)).inside
    assert not RowVerdict("a", row, (good, bad)).inside
    assert not RowVerdict("a", row, (good,), "not in this scenario").inside
