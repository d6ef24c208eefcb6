"""The lines of a playback: what has become known since the last decision, where it can be shown."""

from game.core.facts import Fact
from game.engine.game import Game
from game.report import joined, news
from game.report.words import week_of
from game.ui.present.log import DIPLOMATIC, HOME
from game.ui.present.situation import answered
from game.ui.screens.playback import Shown

MOST = 12


def lines(game: Game) -> tuple[Shown, ...]:
    """Return the weightiest lines in order; what was just answered is known already."""
    exercise = game.exercise
    groups = joined.groups(exercise, [fact for fact in game.news() if not answered(fact)])
    weighty = sorted(groups, key=lambda group: news.rank(group[0]))[:MOST]
    return tuple(_line(game, group) for group in sorted(weighty, key=lambda g: g[0].week))


def _line(game: Game, facts: list[Fact]) -> Shown:
    name = type(facts[0]).__name__
    tone = "accent" if name in DIPLOMATIC else "caution" if name in HOME else "bad"
    place = _place(game, facts[0])
    return Shown(
        week_of(game.exercise, facts[0].week), joined.said(game.exercise, facts), tone, place
    )


def _place(game: Game, fact: Fact) -> tuple[float, float] | None:
    number = getattr(fact, "place", -1)
    places = list(game.exercise.scenario.places.values())
    return (
        places[number].position if isinstance(number, int) and 0 <= number < len(places) else None
    )
