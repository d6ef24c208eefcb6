"""Levers: what one step alone would change, and the step that helps most where all looks lost."""

from collections.abc import Iterator

from game.analysis.levers import LOST
from game.ui.situation import Council, Forecast, Odds

HELPS = 10  # per cent by which a step must better that, or it could be chance


def alone(forecast: Forecast | None, name: str) -> str:
    """Return the odds of a lever that is pulled alone, or nothing while they are not known."""
    odds = forecast.levers.get(name) if forecast else None
    if odds is None:
        return ""
    told = f"{odds.aim} % aim, {odds.worst} % worst ({odds.low} to {odds.high})"
    return f"This alone, and the course held: {told}; {odds.games} futures"


def way_out(council: Council, forecast: Forecast | None) -> str:
    """Say which step helps most, where the course and what is drafted end badly nearly always."""
    if forecast is None or not forecast.levers:
        return ""
    drafted = forecast.draft or forecast.hold
    if min(forecast.hold.worst, drafted.worst) < LOST:
        return ""
    title, best = min(_steps(council, forecast), key=lambda step: step[1].worst)
    if best.worst > forecast.hold.worst - HELPS:
        return "This course ends badly, and no single step changes that: try several together."
    return f"This course ends badly. The step that helps most: {title} ({best.worst} % worst)."


def readable(level: str) -> str:
    """Return the name of a dial's level as it is said."""
    return level.replace("-", " ")


def _steps(council: Council, forecast: Forecast) -> Iterator[tuple[str, Odds]]:
    """Return each option and each lever by its title, with its odds."""
    titles = {option.id: option.title for option in council.open}
    for dial in council.dials:
        titles |= {
            f"dial:{dial.id}:{level}": f"{dial.title}, {readable(level)}" for level in dial.levels
        }
    for token in council.tokens:
        titles |= {f"move:{token.id}:{id}": f"{token.title} to {to}" for id, to, _ in token.areas}
    known = forecast.choices | forecast.levers
    for name, title in titles.items():
        if name in known:
            yield title, known[name]
