"""What is drafted, in words."""

from collections.abc import Iterator

from game.engine.decision import Orders
from game.engine.exercise import Exercise
from game.engine.game import Game


def drafted(game: Game) -> Iterator[str]:
    """Say each thing that is drafted: options, dials, forces, aims."""
    return said(game.exercise, game.draft.orders)


def said(exercise: Exercise, orders: Orders) -> Iterator[str]:
    """Say each thing in orders."""
    scenario = exercise.scenario
    yield from (scenario.options[name].name for name in orders.options)
    yield from (f"{scenario.dials[d].name}: {level}" for d, level in orders.dials.items())
    for move in orders.moves:
        ends = f"{scenario.areas[move.source].name} to {scenario.areas[move.target].name}"
        yield f"{scenario.tokens[move.token].name}: {ends}"
    if orders.intent:
        yield f"first aims: {', '.join(scenario.grades[aim].name for aim in orders.intent)}"
