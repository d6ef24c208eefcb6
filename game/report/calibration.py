"""The figures of a calibration, as data for other programs and as text."""

import math
import textwrap
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from game.analysis.calibration.calibrate import Calibration
from game.analysis.calibration.dates import Calendar, Span, Unit
from game.analysis.calibration.verdict import RowVerdict, Verdict
from game.core.world import World

Data = dict[str, Any]


def as_data(
    found: Calibration, world: World, seed: str, history: str, shaken: Sequence[Calibration] = ()
) -> Data:
    """Return what `calibrate --json` prints. What never happens, or has no end, is null."""
    calendar = Calendar(world)
    data: Data = {
        "scenario": found.scenario,
        "history": history,
        "games": found.games,
        "seed": seed,
        "doctrine": found.doctrine,
        "in_band": found.inside,
        "total": len(found.counted),
        "not_testable": sum(not each.testable for each in found.counted),
        "rows": [_row(each, calendar) for each in found.rows],
        "seconds": round(found.seconds, 2),
    }
    return data | ({"shaken": _shaken(shaken)} if shaken else {})


def _row(found: RowVerdict, calendar: Calendar) -> Data:
    row = found.row
    return {
        "id": found.id,
        "what": row.what,
        "history": row.history,
        "uncertainty": row.uncertainty,
        "counted": row.counted,
        "in_band": found.inside if found.testable else None,
        "reason": found.reason or None,
        "checks": [_check(each, row.history, calendar) for each in found.checks],
    }


def _check(found: Verdict, history: str, calendar: Calendar) -> Data:
    check, unit = found.check, found.unit
    was = None if check.was is None else _written(check.was, found.measured, calendar)
    return {
        "what": check.what,
        "statistic": statistic(found, calendar),
        "history": history if was is None else was,
        "value": calendar.said(found.value, unit),
        "low": calendar.said(found.low, unit),
        "high": calendar.said(found.high, unit),
        "band": [calendar.said(end, unit) for end in found.band],
        "in_band": found.inside,
        "games": found.games,
        "percentile": None if math.isnan(found.percentile) else round(found.percentile, 1),
        "never": math.isinf(found.value),
        "reason": found.reason or None,
    }


def _written(figure: Span | Decimal, unit: Unit, calendar: Calendar) -> str | float | None:
    """Return what a file of history says, as a measured number is told."""
    return calendar.said(calendar.bounds(figure, unit)[0], unit)


def _shaken(draws: Sequence[Calibration]) -> Data:
    counted = [each.id for each in draws[0].counted if each.testable]
    fails = {
        name: sum(not row.inside for draw in draws for row in draw.counted if row.id == name)
        for name in counted
    }
    return {"draws": [draw.inside for draw in draws], "fails": fails}


def statistic(found: Verdict, calendar: Calendar) -> str:
    """Return the name of a statistic, with what it is about."""
    check = found.check
    if check.quantile:
        return f"quantile {check.quantile.at:g}"
    if not check.p:
        return check.statistic
    that = check.p.that
    if that is None:
        return "p(at all)"
    if that.never:
        return "p(never)"
    words = {"by": "by", "at_least": "≥", "at_most": "≤", "is_": "="}
    name = next(name for name in words if getattr(that, name) is not None)
    limit = getattr(that, name)
    said = _written(limit, found.measured, calendar) if isinstance(limit, Span) else f"{limit:g}"
    return f"p({words[name]} {said})"


ROOM = 110  # letters in a line
WIDE = (("id", 8), ("statistic", 19), ("value", 10), ("80 %", 21), ("band", 21))


def as_text(data: Data) -> str:
    """Return the same for reading: a line for each check, under what really happened."""
    head = f"{data['games']} games, doctrine {data['doctrine']}, seed {data['seed']}"
    lines = [f"{data['scenario']} against {data['history']}: {head}", ""]
    lines += ["".join(f"{name:{wide}}" for name, wide in WIDE) + "   history at"]
    for row in data["rows"]:
        lines += _lines(row)
    lines += ["", _total(data), f"{data['seconds']:.1f} seconds on one core"]
    return "\n".join(lines + (_shaken_lines(data["shaken"]) if "shaken" in data else []))


def _lines(row: Data) -> list[str]:
    verdict = {True: "in", False: "OUT", None: "not testable"}[row["in_band"]]
    less = "" if row["counted"] else ", not counted"
    told = f"{row['what']}: {row['history']} (uncertainty {row['uncertainty']}{less})"
    indent = " " * WIDE[0][1]
    lines = textwrap.wrap(f"{row['id']:8}{verdict}: {told}", ROOM, subsequent_indent=indent)
    if row["reason"]:
        return [*lines, f"{'':8}{row['reason']}"]
    return lines + [line for check in row["checks"] for line in _check_lines(check)]


def _check_lines(check: Data) -> list[str]:
    if check["reason"]:
        return [f"{'':8}{check['statistic']:19}no value: {check['reason']}"]
    percent = check["statistic"].startswith("p(")
    interval = f"{_said(check['low'], percent)} to {_said(check['high'], percent)}"
    low, high = (_said(end, percent, "...") for end in check["band"])
    verdict = "in" if check["in_band"] else "OUT"
    value = _said(check["value"], percent)
    at = "" if check["percentile"] is None else f"   {check['percentile']:.0f} %"
    what = f"   {check['what']}" if check["what"] else ""
    band = f"{low} to {high}"
    return [f"{'':8}{check['statistic']:19}{value:10}{interval:21}{band:21}{verdict:3}{at}{what}"]


def _said(value: str | float | None, percent: bool, none: str = "never") -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return none
    return f"{value:.1f} %" if percent else f"{value:,.1f}".removesuffix(".0")


def _total(data: Data) -> str:
    untested = data["not_testable"]
    more = f"; {untested} of these cannot be tested here" if untested else ""
    return f"{data['in_band']} of {data['total']} counted rows are in{more}."


def _shaken_lines(shaken: Data) -> list[str]:
    draws, fails = shaken["draws"], shaken["fails"]
    lines = ["", f"Every figure shaken by 10 %, {len(draws)} draws; counted rows that are in:"]
    lines += [f"  {' '.join(str(number) for number in draws)}", "How often each row is out:"]
    ordered = sorted(fails.items(), key=lambda each: -each[1])
    return lines + [f"  {name:28}{number:4}" for name, number in ordered]
