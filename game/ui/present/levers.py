"""Levers: what a council may do beside its options, one thing at a time, so that odds can be told.

A dial turned to another level, or one force brought to another area. Each bears a name
of what it does: `dial:DIAL:LEVEL` or `move:FORCE:AREA`.
"""

from collections.abc import Iterator

from game.engine.decision import Council, Move, Orders, Refused
from game.engine.drafting import check_orders
from game.engine.game import Game
from game.ui.situation import Council as Shown


def levers(game: Game, council: Shown | None) -> tuple[tuple[str, Orders], ...]:
    """Return each single order that is allowed now, by its name."""
    meeting = game.pending
    if council is None or not isinstance(meeting, Council):
        return ()
    return tuple(
        (name, orders)
        for name, orders in (*_turns(council), *_moves(council))
        if _allowed(game, meeting, orders)
    )


def _turns(council: Shown) -> Iterator[tuple[str, Orders]]:
    for dial in council.dials:
        for level in dial.levels:
            if level != dial.was:
                yield f"dial:{dial.id}:{level}", Orders(dials={dial.id: level})


def _moves(council: Shown) -> Iterator[tuple[str, Orders]]:
    for token in council.tokens if council.moves else ():
        for area, _, _ in token.areas:
            if source := token.fullest(area):
                move = Move(token=token.id, source=source[0], target=area)
                yield f"move:{token.id}:{area}", Orders(moves=(move,))


def _allowed(game: Game, meeting: Council, orders: Orders) -> bool:
    try:
        check_orders(game.exercise, game.observation.state, meeting, orders)
    except Refused:
        return False
    return True
