"""Measuring: takes a measure of every game of a chronicle at once."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.analysis.calibration import measures as m
from game.analysis.calibration.chronicle import Chronicle, Facts
from game.analysis.calibration.dates import NEVER, Span
from game.analysis.calibration.filters import Bound, Filter, Happening
from game.analysis.calibration.names import fields_of, number, place_field
from game.analysis.calibration.wanted import TIMES, Series, holds_of, quantity
from game.core.facts import PER_MILLE
from game.core.types import Mask

Values = NDArray[np.float64]


class Taken(NamedTuple):
    """A number for every game, and the games that count (games,)."""

    number: Values
    counts: Mask


def take(measure: m.Measure, of: Chronicle) -> Taken:
    """Return what a measure gives for every game.

    Weeks count from the start of the scenario, months as `dates.month_of` does; what never
    happens is infinite. A game does not count where the measure has no meaning in it.
    """
    asked = measure.asked
    number, counts = WAYS[measure.name](asked, of)
    if asked.given:
        counts = counts & (first_week(asked.given, of) < NEVER)
    if asked.unless:
        counts = counts & (first_week(asked.unless, of) == NEVER)
    return Taken(np.asarray(number, np.float64), counts)


def first_week(what: Happening, of: Chronicle) -> Values:
    """Return the week (games,) in which something first happens, or infinity."""
    if what.fact:
        facts = chosen(what, what.fact, of)
        first = np.full(of.games, NEVER)
        np.minimum.at(first, facts.game, facts.week.astype(np.float64))
        return first
    if what.ending:
        ended = of.ending == of.world.endings.index(what.ending)
        weekly = np.zeros((of.weeks, of.games), bool)
        weekly[of.last[ended] - 1, np.flatnonzero(ended)] = True
    elif what.event:
        times = of.series[Series("fired", (what.event,))]
        weekly = times[1:] > times[:-1]
    else:
        weekly = _at_level(what, of)[1:]
    return _first(weekly & _window(what, of)[:, None])


def _at_level(what: Happening | m.Run, of: Chronicle) -> Mask:
    """Say in which weeks (weeks + 1, games) a status stands at a level."""
    status = str(what.status)
    level = of.world.status_levels[status].index(str(what.level))
    return np.asarray(of.series[Series("status", (status,))] == level)


def _first(weekly: Mask) -> Values:
    """Return the first week (games,) in which something is true, or infinity."""
    return np.where(weekly.any(axis=0), weekly.argmax(axis=0), NEVER)


def _window(which: Filter, of: Chronicle) -> Mask:
    """Say of each week (weeks,) whether it counts."""
    weeks, world = np.arange(of.weeks), of.world
    first = world.week_of(which.first) if which.first else 0
    last = world.week_of(which.last) if which.last else of.weeks
    return np.asarray((weeks >= first) & (weeks <= last))


def chosen(which: Filter, kind: str, of: Chronicle) -> Facts:
    """Return the facts of a kind that a filter lets through."""
    facts, item = of.facts[kind], fields_of(kind)[0]
    keep = np.asarray(_window(which, of)[facts.week])
    if which.of is not None:
        keep &= facts.fields[item] == number(of.world, kind, item, which.of)
    if which.near and which.km is not None and (where := place_field(kind)):
        close = np.append(of.world.within(of.world.places.index(which.near), which.km), False)
        keep &= close[facts.fields[where]]  # no place (-1) is the last of these: never close
    for field, bound in which.where.items():
        keep &= _fits(facts.fields[field], bound, kind, field, of)
    fields = {name: column[keep] for name, column in facts.fields.items()}
    return Facts(facts.week[keep], facts.game[keep], fields)


def _fits(column: NDArray[np.int32], bound: Bound, kind: str, field: str, of: Chronicle) -> Mask:
    """Say which facts have what a bound asks for. Chances are written in per cent."""
    times, fits = 10 if field in PER_MILLE else 1, np.ones(len(column), bool)
    if isinstance(bound.is_, str):
        fits &= column == number(of.world, kind, field, bound.is_)
    elif bound.is_ is not None:
        fits &= column == bound.is_ * times
    if bound.at_least is not None:
        fits &= column >= bound.at_least * times
    if bound.at_most is not None:
        fits &= column <= bound.at_most * times
    return fits


def _per_game(facts: Facts, of: Chronicle, field: str | None = None) -> Values:
    weights = None if field is None else facts.fields[field].astype(np.float64)
    return np.asarray(np.bincount(facts.game, weights, of.games), np.float64)


def _per_week(facts: Facts, of: Chronicle, field: str | None = None) -> Values:
    """Return the facts, or what a field of them sums to, in each week (weeks, games)."""
    weights = None if field is None else facts.fields[field].astype(np.float64)
    spot = facts.week.astype(np.intp) * of.games + facts.game
    table = np.bincount(spot, weights, of.weeks * of.games)
    return np.asarray(table.reshape(of.weeks, of.games), np.float64)


def _all(of: Chronicle) -> Mask:
    return np.ones(of.games, bool)


def _row(when: Span | None, of: Chronicle) -> int:
    """Return the row of weekly tables at the end of the week of a day, or of the game."""
    row = of.weeks if when is None else of.world.week_of(when.last) + 1
    return min(max(row, 0), of.weeks)


def _points(asked: m.Quantity, of: Chronicle) -> Values:
    """Return a quantity in the author's units (weeks + 1, games)."""
    series = quantity(asked)
    return np.asarray(of.series[series] / TIMES.get(series.kind, 1))


def _first_held(asked: m.Held, of: Chronicle) -> Taken:
    touched = of.holds[holds_of(asked)[0]].touched
    first = _first(touched)
    return Taken(np.where(first == NEVER, NEVER, np.maximum(first - 1, 0)), _all(of))


def _held_at(asked: m.HeldAt, of: Chronicle) -> Taken:
    held = of.holds[holds_of(asked)[0]].held
    return Taken(held[_row(asked.date, of)].astype(np.float64), _all(of))


def _held_for_good(asked: m.Held, of: Chronicle) -> Taken:
    """From the week after the last at whose end it was not held, or in which it was lost last."""
    hold = of.holds[holds_of(asked)[0]]
    rows = np.arange(of.weeks + 1)[:, None]
    bad = np.where(~hold.held, rows + 1, 0).max(axis=0)
    lost = np.where(hold.lost > 0, rows, 0).max(axis=0)
    since = np.maximum(bad, lost)
    week = np.maximum(since - 1, 0)
    return Taken(np.where(hold.held[-1], week, NEVER), _all(of))


def _reverses(asked: m.Reverses, of: Chronicle) -> Taken:
    if asked.by is None:
        return Taken(of.passed[asked.place].astype(np.float64), _all(of))
    return Taken(of.holds[holds_of(asked)[0]].lost.sum(axis=0).astype(np.float64), _all(of))


def _count(asked: m.Count, of: Chronicle) -> Taken:
    return Taken(_per_game(chosen(asked, asked.fact, of), of), _all(of))


def _size(asked: m.Size, of: Chronicle) -> Taken:
    return Taken(_per_game(chosen(asked, asked.fact, of), of, asked.field), _all(of))


def _share(asked: m.Share, of: Chronicle) -> Taken:
    facts = chosen(asked, asked.fact, of)
    early = facts.week < of.world.week_of(asked.before.first)
    whole = _per_game(facts, of)
    part = np.bincount(facts.game[early], None, of.games)
    return Taken(100 * part / np.maximum(whole, 1), whole > 0)


def _value(asked: m.Level, of: Chronicle) -> Taken:
    return Taken(_points(asked, of)[_row(asked.at, of)], _all(of))


def _change(asked: m.Difference, of: Chronicle) -> Taken:
    points, begin = _points(asked, of), 0
    if asked.from_:  # what stood at the end of the week before: both days are within
        begin = min(max(of.world.week_of(asked.from_.first), 0), of.weeks)
    before, after = points[begin], points[_row(asked.to, of)]
    if not asked.per_cent:
        return Taken(after - before, _all(of))
    return Taken(100 * (after - before) / np.maximum(before, 1e-9), before > 0)


def _interval(asked: m.Interval, of: Chronicle) -> Taken:
    begin, end = take(asked.from_, of), take(asked.to, of)
    comes = begin.counts & end.counts & (begin.number < NEVER)
    return Taken(end.number - np.where(comes, begin.number, 0), comes)


def _ratio(asked: m.Ratio, of: Chronicle) -> Taken:
    part, whole = take(asked.of, of), take(asked.to, of)
    counts = part.counts & whole.counts & (whole.number != 0) & (whole.number < NEVER)
    return Taken(100 * part.number / np.where(counts, whole.number, 1), counts)


def _total(asked: m.Total, of: Chronicle) -> Taken:
    parts = [take(each, of) for each in asked.of]
    counts = np.logical_and.reduce([part.counts for part in parts])
    return Taken(np.sum([part.number for part in parts], axis=0), counts)


def _happens(asked: m.Happens, of: Chronicle) -> Taken:
    return Taken(first_week(asked, of), _all(of))


def _longest_run(asked: m.Run, of: Chronicle) -> Taken:
    if asked.place:
        weekly = of.holds[holds_of(asked)[0]].held[1:]
    elif asked.fact:
        weekly = _per_week(chosen(asked, asked.fact, of), of) > 0
    elif asked.status:
        weekly = _at_level(asked, of)[1:]
    else:
        points = _points(asked, of)[1:]
        low = -NEVER if asked.at_least is None else asked.at_least
        high = NEVER if asked.at_most is None else asked.at_most
        weekly = (points >= low) & (points <= high)
    weekly = weekly & _window(asked, of)[:, None]
    weekly &= np.arange(of.weeks)[:, None] < of.last  # what a game ended with does not go on
    run, longest = np.zeros(of.games), np.zeros(of.games)
    for week in weekly:
        run = np.where(week, run + 1, 0)
        longest = np.maximum(longest, run)
    return Taken(longest, _all(of))


def _peak(asked: m.Peak, of: Chronicle) -> Taken:
    window = _window(asked, of)[:, None]
    if asked.fact:
        weekly = _per_week(chosen(asked, asked.fact, of), of, asked.field)
    else:
        weekly = np.where(window, _points(asked, of)[1:], 0)
    if asked.every == "week":
        return Taken(np.where(weekly.max(axis=0) > 0, weekly.argmax(axis=0), NEVER), _all(of))
    months = np.array([of.calendar.month_of_week(week) for week in range(of.weeks)])
    named = np.unique(months)
    gather = np.add.reduce if asked.fact else np.maximum.reduce
    monthly = np.stack([gather(weekly[months == each], axis=0) for each in named])
    best = named[monthly.argmax(axis=0)]
    return Taken(np.where(monthly.max(axis=0) > 0, best, NEVER), _all(of))


WAYS: dict[str, Callable[[Any, Chronicle], Taken]] = {
    "first_held": _first_held,
    "held_at": _held_at,
    "held_for_good": _held_for_good,
    "reverses": _reverses,
    "count": _count,
    "size": _size,
    "share": _share,
    "ratio": _ratio,
    "total": _total,
    "value": _value,
    "change": _change,
    "interval": _interval,
    "longest_run": _longest_run,
    "happens": _happens,
    "peak": _peak,
}
"""How each measure is taken."""

assert set(WAYS) == set(m.Measure.model_fields)
