"""What asks inside a week, for the screen."""

from collections.abc import Iterator

from game.engine.decision import Choice, Flash
from game.engine.game import Game
from game.report import incidents
from game.report.effects import Teller
from game.report.words import day
from game.ui.situation import Incident, Reply


def of(game: Game) -> Incident | None:
    """Return what asks, with every answer and why it may not be given."""
    choice = game.pending
    if not isinstance(choice, Choice):
        return None
    written = game.exercise.scenario.incidents[choice.incident]
    who = incidents.who(game)
    place = choice.place if isinstance(choice, Flash) else ""
    facts = (
        ("Where", game.exercise.scenario.places[place].name if place else ""),
        ("Who", who),
        ("Law", written.law or ""),
    )
    return Incident(
        flash=isinstance(choice, Flash),
        title=written.name,
        date=day(game.exercise, game.observation.state.week),
        text=incidents.text(game, choice),
        facts=tuple((label, value) for label, value in facts if value),
        replies=tuple(_replies(game, choice)),
        orders=tuple(incidents.standing(game, choice)),
        at=game.exercise.scenario.places[place].position if place else None,
    )


def _replies(game: Game, choice: Choice) -> Iterator[Reply]:
    written = game.exercise.scenario.incidents[choice.incident].answers
    teller = Teller(game.exercise.scenario)
    shut = dict(incidents.closed(game, choice))
    for name in (*choice.answers, *shut):
        reply = written[name]
        yield Reply(
            id=name,
            title=reply.name,
            advocate=reply.advocate or "",
            effects=teller.line(reply.effects) or "Nothing follows at once.",
            standing=name == choice.standing,
            why_not=shut.get(name, ""),
            hurt=incidents.hurt(game, choice, name),
        )
