"""Menu: the options that are open, told in full when they are new or have changed."""

from game.engine.decision import Council
from game.report import brief_odds as odds
from game.report import cards
from game.report.words import many, points
from game.text import levers
from game.text.session import Session


def tell(session: Session, council: Council, whole: bool) -> None:
    """Tell the open options; those that were told before in a line each, unless all is wanted."""
    game, console = session.game, session.console
    left = f", {points(council.purse)} to spend" if game.exercise.scenario.council.purse else ""
    console.head(f"Policy options (choose up to {council.most}{left})")
    forecast = session.forecast
    if forecast:
        for line in odds.hold_lines(game.exercise, forecast.hold):
            console.say(line, 2, 2)
        if lost := levers.hint(session):
            console.say(lost, 2, 2)
    short = False
    for number, option in enumerate(council.open, start=1):
        drafted = " [drafted]" if option in game.draft.orders.options else ""
        title = cards.title(game, council, option)
        console.say(f"{number:>2}  {title}{drafted}", 1, 4)
        if whole or session.told.get(option) != _full(session, option):
            _in_full(session, option)
        else:
            short = True
        if forecast:
            line = odds.choice_line(game.exercise, forecast, forecast.of(option))
            console.say(f"Odds: {line}", 5, 2)
    _rest(session, council, short)


def _full(session: Session, option: str) -> tuple[str, str]:
    """Return what an option says of itself now."""
    written = session.game.exercise.scenario.options[option]
    return written.text, cards.effects(session.game, option)


def _in_full(session: Session, option: str) -> None:
    text, effects = session.told[option] = _full(session, option)
    session.console.say(text, 5)
    if effects:
        session.console.say(effects, 5, 2)


def _rest(session: Session, council: Council, short: bool) -> None:
    """Say what is not told here, and how to hear of it."""
    if not council.open:
        session.console.say("None is open.", 2)
    if short:
        session.console.say("What was told before is told in short; options tells all in full.", 2)
    if closed := len(council.options) - len(council.open):
        session.console.say(f"{many(closed, 'option')} not open: type closed.", 2)
