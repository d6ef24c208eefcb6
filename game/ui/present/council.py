"""The council for the screen: options, dials, force tokens, aims, and what is drafted."""

from collections.abc import Iterator

import numpy as np

from game.engine.decision import Council as Meeting
from game.engine.drafting import picks, total_cost
from game.engine.game import Game
from game.report import cards, dials
from game.report.effects import Teller
from game.report.words import DOT, many, points
from game.scenario.policy import Option as Written
from game.ui.present import plans, tracks
from game.ui.situation import Adviser, Aim, Council, Dial, Effect, Option, Token

PLAIN = "file-text"


def of(game: Game) -> Council | None:
    """Return what may be decided and what is drafted, while the council meets."""
    meeting, draft = game.pending, game.draft
    if not isinstance(meeting, Meeting):
        return None
    orders, terms = draft.orders, game.exercise.menu.terms
    spent = total_cost(game.exercise, game.observation.state, meeting, orders)
    return Council(
        options=tuple(_option(game, meeting, name) for name in meeting.options),
        dials=tuple(_dials(game)),
        tokens=tuple(_tokens(game)),
        aims=tuple(_aims(game)) if meeting.asks_intent else (),
        ranks=min(game.exercise.scenario.intent.ranks, len(game.exercise.world.aims)),
        slots=terms.options,
        moves=max(meeting.moves - len(orders.moves), 0),
        purse=(meeting.purse - spent) / 1000,
        priced=terms.purse is not None,
        agenda=orders.options,
        drafted=not orders.hold,
        warnings=tuple(_warnings(game, meeting)),
        can_undo=draft.here > 0,
        can_redo=draft.here < len(draft.versions) - 1,
    )


def _option(game: Game, meeting: Meeting, name: str) -> Option:
    written, offer = game.exercise.scenario.options[name], meeting.options[name]
    return Option(
        id=name,
        title=written.name,
        icon=written.icon or PLAIN,
        tone=written.tone,
        cost=offer.cost / 1000,
        price=DOT.join(cards.title(game, meeting, name).split(DOT)[1:]),
        text=written.text,
        effects=tuple(_effects(game, name)),
        advisers=tuple(_advisers(game, written)),
        why_not=offer.why_not,
        plans=plans.of(game, name) if not offer.why_not else (),
    )


def _effects(game: Game, name: str) -> Iterator[Effect]:
    """Say what an option moves, with its sign, then what else it does."""
    written = game.exercise.scenario.options[name].effects
    teller = Teller(game.exercise.scenario, cards.share(game, name))
    yield from tracks.moves(game, teller, written)
    rest = written.model_copy(update={"change": {}})
    yield from (Effect(part) for part in teller.parts(rest))


def _advisers(game: Game, written: Written) -> Iterator[Adviser]:
    for supports, adviser in ((True, written.adviser_for), (False, written.adviser_against)):
        if adviser:
            fears = cards.fear(game.exercise, adviser)
            yield Adviser(adviser.office, supports, adviser.says, fears)


def _dials(game: Game) -> Iterator[Dial]:
    world, drafted = game.exercise.world, game.draft.orders.dials
    seen = game.observation.state  # looked at once: each look costs
    for number, (name, written) in enumerate(game.exercise.scenario.dials.items()):
        was = world.levels[name][int(seen.dial[0, number])]
        yield Dial(
            id=name,
            title=written.name,
            text=written.text or "",
            levels=tuple(written.levels),
            notes=tuple(
                tuple(dials.level(game, name, level, level == was)) for level in written.levels
            ),
            level=drafted.get(name, was),
            was=was,
            price=dials.short_price(game),
        )


def _tokens(game: Game) -> Iterator[Token]:
    world = game.exercise.world
    there = picks(game.exercise, game.observation.state, game.draft.orders).tokens[0]
    titles = world.titles["areas"]
    for number, (name, written) in enumerate(game.exercise.scenario.tokens.items()):
        numbers = there[number].tolist()
        areas = tuple(zip(world.areas, titles, numbers, strict=True))
        yield Token(name, written.name, written.text or "", areas)


def _aims(game: Game) -> Iterator[Aim]:
    ranked = game.draft.orders.intent or game.exercise.scenario.intent.default
    for name, grade in game.exercise.scenario.grades.items():
        yield Aim(name, grade.name, grade.text, ranked.index(name) + 1 if name in ranked else 0)


def _warnings(game: Game, meeting: Meeting) -> Iterator[str]:
    """Say what one might regret about ending the turn now."""
    orders = game.draft.orders
    left = meeting.purse - total_cost(game.exercise, game.observation.state, meeting, orders)
    affordable = [
        name
        for name in meeting.open
        if name not in orders.options and 0 < meeting.options[name].cost <= left
    ]
    free = meeting.most - len(orders.options)
    if free and affordable and game.exercise.menu.terms.purse:
        yield f"You may choose {many(free, 'more option')}, and {points(left)} is left to spend."
    if np.any(game.observation.state.token) and not orders.moves and game.moment.parent < 0:
        yield "Your forces stay where you found them."
