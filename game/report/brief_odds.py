"""Odds in short: what holding course leads to, and for each choice what differs from that."""

from game.analysis.compare import Comparison, compare
from game.analysis.forecast import DELEGATE, Forecast, Odds
from game.engine.exercise import Exercise
from game.report.odds import SELDOM, moved, per_hundred, shares, soonest, within
from game.report.words import DOT, many, signed

HOLD = "if you hold course"
STANDING = "with the standing answer"
MOST_DOUBTS = 2


def hold_lines(exercise: Exercise, hold: Odds) -> list[str]:
    """Say how games end if the course is held, what threatens soon, and how this was found."""
    how = f"({many(hold.games, 'future')} each; afterwards {DELEGATE} decide.)"
    return [f"If you hold course: {_found(exercise, hold)}. {how}", *danger(exercise, hold)]


def danger(exercise: Exercise, odds: Odds) -> list[str]:
    """Say how likely it is that a game is over within three turns, where that can be."""
    soon = [f"{title}: {per_hundred(share)}" for title, share in soonest(exercise, odds)]
    return [f"{within(odds).capitalize()} already: {DOT.join(soon)}."] if soon else []


def standing_line(exercise: Exercise, hold: Odds) -> str:
    """Say how games end after the standing answer."""
    soon = " ".join(["", *danger(exercise, hold)])
    return f"Odds: {_found(exercise, hold)}.{soon} ({many(hold.games, 'future')}.)"


def _found(exercise: Exercise, odds: Odds) -> str:
    """Name every ending that comes about, the likeliest first; what is rare is put together."""
    found = shares(exercise, odds)
    named = [
        f"{title}: {per_hundred(share)}"
        for title, share, always in found
        if always or share >= SELDOM
    ]
    rest = sum(share for _, share, always in found if not always and share < SELDOM)
    if rest:
        named.append(f"something else: {per_hundred(rest)}")
    worst = [e.title for e in exercise.scenario.endings.values() if e.worst]
    never = [title for title in worst if title not in {title for title, _, _ in found}]
    if never:
        named.append(f"in none: {'; '.join(never)}")
    return DOT.join(named)


def choice_line(exercise: Exercise, forecast: Forecast, odds: Odds, hold: str = HOLD) -> str:
    """Say in one line how a choice differs from holding course, and where one cannot tell."""
    sure, unsure, alike = list[str](), list[tuple[int, str]](), "as"
    for number, ending in enumerate(exercise.scenario.endings.values()):
        found = compare(forecast.hold, odds, (number,))
        said = f"{ending.title} {_against(found)}"
        if found.certain:
            sure.append(said)
        elif found.difference:
            unsure.append((-abs(found.difference), said))
    parts = [*soon(exercise, forecast.hold, odds), *sure]
    if unsure:
        doubts = [said for _, said in sorted(unsure)[:MOST_DOUBTS]]
        parts.append(f"can't tell yet: {'; '.join(doubts)}")
        alike = "as" if len(unsure) <= MOST_DOUBTS else "much as"
    if len(sure) + len(unsure) < len(exercise.scenario.endings) or alike != "as":
        parts.append(f"{'the rest' if sure or unsure else 'all endings'} {alike} {hold}")
    return DOT.join(parts)


def _against(found: Comparison) -> str:
    return f"{per_hundred(found.share)}, against {(found.hold_share + 5) // 10}"


def soon(exercise: Exercise, hold: Odds, odds: Odds, most: int = 2) -> list[str]:
    """Say what moves within three turns."""
    said = [
        f"{exercise.scenario.tracks[shift.track].name} {signed(shift.amount)}"
        for shift in moved(exercise, hold, odds)[:most]
    ]
    return [f"{within(odds)} {', '.join(said)}"] if said else []
