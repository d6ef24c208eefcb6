"""Cards: options as they lie before the council, in short and in full."""

from collections.abc import Iterator

from game.core.types import THOUSAND, scale
from game.core.wording import smooth
from game.engine.decision import Council
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report.effects import Teller
from game.report.words import DOT, many, points
from game.scenario.policy import Adviser


def share(game: Game, option: str) -> int:
    """Return what share of its amounts an option brings about now: less where it is worn."""
    terms, state = game.exercise.menu.terms, game.observation.state
    number = game.exercise.world.options.index(option)
    worn = state.week < state.chosen_at[0, number] + terms.cooldown
    return terms.weaker if worn else THOUSAND


def title(game: Game, council: Council, option: str) -> str:
    """Say what an option is called and what it costs."""
    parts = [game.exercise.scenario.options[option].name]
    if game.exercise.scenario.council.purse:
        parts.append(_price(game, council, option))
    worn = share(game, option)
    if worn != THOUSAND:
        why = "" if "lately" in parts[-1] else "used lately: "
        parts.append(f"{why}{worn / 10:g} % of its effect")
    return DOT.join(parts)


def _price(game: Game, council: Council, option: str) -> str:
    """Say what an option costs, why it costs more, and what its effects take beside the price."""
    cost, plain = council.options[option].cost, game.exercise.scenario.options[option].cost
    takes = -_from_purse(game, option)
    said = f"costs {points(cost)}" if cost else "" if takes > 0 else "free to choose"
    if cost > plain:
        more = f"{points(cost - plain)} more because it was used lately"
        said += f" ({points(plain)}, and {more})" if plain else f" ({more})"
    if takes > 0:
        said += f"{', and ' if said else ''}takes {points(takes)}"
    return said


def _from_purse(game: Game, option: str) -> int:
    """Return what an option's effects surely do to the purse at once."""
    purse = game.exercise.scenario.council.purse
    change = game.exercise.scenario.options[option].effects.change
    return int(scale(change.get(purse, 0), share(game, option))) if purse else 0


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
        yield smooth(f"Needs: {'; '.join(clause.words for clause in clauses)}.")
    if written.times < 100:
        yield f"Can be chosen {many(written.times, 'time')} in a game."
    if written.closed:
        yield f"Closed for {many(written.closed, 'week')} after each use."
