"""Levers: what a council may do beside its options, one step at a time, so that odds can be told.

A dial turned to another level, or one force brought to another area. Each bears a name of what it
does: `dial:DIAL:LEVEL` or `move:FORCE:AREA`.
"""

from collections.abc import Iterator

import numpy as np

from game.analysis.forecast import Odds
from game.core.state import State
from game.core.world import World
from game.engine.decision import Council, Move, Orders, Refused
from game.engine.drafting import check_orders
from game.engine.exercise import Exercise
from game.engine.game import Game

GAMES = 100  # futures of each
LOST = 85  # per cent of the futures from which a course ends badly nearly always


def levers(game: Game) -> tuple[tuple[str, Orders], ...]:
    """Return each single order that is allowed now, by its name."""
    meeting, seen = game.pending, game.observation.state
    if not isinstance(meeting, Council):
        return ()
    world = game.exercise.world
    steps = (*_turns(world, seen), *_moves(world, seen))
    return tuple(step for step in steps if _allowed(game, meeting, seen, step[1]))


def worst(exercise: Exercise, odds: Odds) -> int:
    """Return in how many per cent of the futures a game ends with one of the worst endings."""
    endings = list(exercise.scenario.endings.values())
    bad = [number for number, ending in enumerate(endings) if ending.worst]
    return round(100 * float(np.isin(odds.ending, bad).mean()))


def _turns(world: World, seen: State) -> Iterator[tuple[str, Orders]]:
    for number, dial in enumerate(world.dials):
        for level, name in enumerate(world.levels[dial]):
            if level != seen.dial[0, number]:
                yield f"dial:{dial}:{name}", Orders(dials={dial: name})


def _moves(world: World, seen: State) -> Iterator[tuple[str, Orders]]:
    """Bring one of each force to each area, from where most of it is."""
    for number, token in enumerate(world.tokens):
        there = list(zip(seen.token[0, number].tolist(), world.areas, strict=True))
        for area in world.areas:
            count, source = max((other for other in there if other[1] != area), default=(0, ""))
            if count:
                move = Move(token=token, source=source, target=area)
                yield f"move:{token}:{area}", Orders(moves=(move,))


def _allowed(game: Game, meeting: Council, seen: State, orders: Orders) -> bool:
    try:
        check_orders(game.exercise, seen, meeting, orders)
    except Refused:
        return False
    return True
