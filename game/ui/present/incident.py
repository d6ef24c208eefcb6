"""What asks inside a week, for the screen."""

from collections.abc import Iterable, Iterator

from game.core.wording import smooth
from game.engine.decision import Choice, Flash
from game.engine.game import Game
from game.report import incidents
from game.report.effects import Teller
from game.report.words import day
from game.scenario.effects import Effects
from game.ui.present import tracks
from game.ui.situation import Effect, Incident, Reply

OPEN = ("gamble", "later", "lasting")
"""Effects of which it is open whether or when they come."""


def of(game: Game) -> Incident | None:
    """Return what asks, with every answer and why it may not be given."""
    choice = game.pending
    if not isinstance(choice, Choice):
        return None
    written = game.exercise.scenario.incidents[choice.incident]
    who = incidents.who(game)
    place = choice.place if isinstance(choice, Flash) else written.place
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
            effects=tuple(_sure(game, teller, reply.effects)),
            perhaps=tuple(map(smooth, teller.parts(_only(reply.effects, OPEN)))),
            standing=name == choice.standing,
            why_not=shut.get(name, ""),
            hurt=incidents.hurt(game, choice, name),
        )


def _sure(game: Game, teller: Teller, written: Effects) -> Iterator[Effect]:
    """Say what surely follows: the tracks that are moved, then everything else."""
    yield from tracks.moves(game, teller, written)
    sure = [name for name in Effects.model_fields if name not in ("change", *OPEN)]
    yield from (Effect(smooth(part)) for part in teller.parts(_only(written, sure)))


def _only(written: Effects, names: Iterable[str]) -> Effects:
    """Return some of the effects, and none of the others."""
    return Effects().model_copy(update={name: getattr(written, name) for name in names})
