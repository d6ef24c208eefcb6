"""Levers: what each dial turned, and each force moved, would change if it were all that is done."""

from game.analysis import levers
from game.analysis.forecast import of_draft
from game.report import drafted
from game.text.session import Session, foreseen


def tell(session: Session) -> None:
    """Tell the odds of every lever, the best first, beside those of holding course."""
    game, forecast = session.game, foreseen(session)
    exercise, seen = game.exercise, game.observation
    found = [
        (levers.worst(exercise, of_draft(exercise, seen, orders, levers.GAMES)), orders)
        for _, orders in levers.levers(game)
    ]
    held = levers.worst(exercise, forecast.hold)
    session.console.say(
        f"How often a game ends with one of the worst endings ({levers.GAMES} futures each, the "
        f"course held afterwards); with nothing done, {held} in 100:"
    )
    for share, orders in sorted(found, key=lambda each: each[0]):
        (said,) = drafted.said(exercise, orders)
        session.console.say(f"{share:>3} in 100  {said}", 2, 13)


def hint(session: Session) -> str:
    """Point at the levers where the course ends badly nearly always."""
    forecast = session.forecast
    if forecast is None or levers.worst(session.game.exercise, forecast.hold) < levers.LOST:
        return ""
    return "This course ends badly: levers tells what a dial or a force alone would change."
