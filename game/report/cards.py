"""Cards: options as they lie before the council, in short and in full."""

from collections.abc import Iterator

from game.core.types import THOUSAND
from game.engine.decision import Council
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report.effects import Teller
from game.report.words import many, points
from game.scenario.policy import Adviser


def share(game: Game, option: str) -> int:
    """Return what share of its amounts an option brings about now: less where it is worn."""
    terms, state = game.exercise.menu.terms, game.observation.state
    number = game.exercise.world.options.index(option)
    worn = state.week < state.chosen_at[0, number] + terms.cooldown
    return terms.weaker if worn else THOUSAND


def title(game: Game, council: Council, option: str) -> str:
    """Say what an option is called and what it costs."""
    cost = council.options[option].cost
    priced = bool(game.exercise.scenario.council.purse)
    price = f" · costs {points(cost)}" if cost else " · costs nothing" if priced else ""
    worn = share(game, option)
    weaker = f" · used lately: {worn / 10:g} % of its effect" if worn != THOUSAND else ""
    return f"{game.exercise.scenario.options[option].name}{price}{weaker}"


def effects(game: Game, option: str) -> str:
    """Say what an option brings about."""
    teller = Teller(game.exercise.scenario, share(game, option))
    return teller.line(game.exercise.scenario.options[option].effects)


def card(game: Game, council: Council, option: str) -> Iterator[str]:
    """Say all that is known of an option: both advisers, what it needs, what it does."""
    written, offer = game.exercise.scenario.options[option], council.options[option]
    yield title(game, council, option)
    yield written.text
    yield f"Effects: {effects(game, option) or 'none at once.'}"
    for side, adviser in (("for", written.adviser_for), ("against", written.adviser_against)):
        if adviser:
            yield f'{adviser.office}, {side}: "{adviser.says}" ({fear(game.exercise, adviser)})'
    yield from _conditions(game, option)
    yield f"Not open now: {'; '.join(offer.why_not)}." if offer.why_not else "Open now."


def fear(exercise: Exercise, adviser: Adviser) -> str:
    """Say what outcome an adviser fears."""
    world = exercise.world
    for kind in ("endings", "incidents", "events"):
        names = getattr(world, kind)
        if adviser.fears in names:
            return f"fears: {world.titles[kind][names.index(adviser.fears)].rstrip('.')}"
    return f"fears: {adviser.fears}"


def _conditions(game: Game, option: str) -> Iterator[str]:
    menu, written = game.exercise.menu, game.exercise.scenario.options[option]
    clauses = menu.when[game.exercise.world.options.index(option)].clauses
    if clauses:
        yield f"Needs: {'; '.join(clause.words for clause in clauses)}."
    if written.times < 100:
        yield f"Can be chosen {many(written.times, 'time')} in a game."
    if written.closed:
        yield f"Closed for {many(written.closed, 'week')} after each use."
