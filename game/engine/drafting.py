"""Orders of one game: whether they are allowed, and what they are as arrays."""

import numpy as np

from game.core.state import State
from game.core.types import Small
from game.core.world import World
from game.engine.council import Picks
from game.engine.decision import Council, Move, Orders, Refused
from game.engine.exercise import Exercise


def check_orders(exercise: Exercise, seen: State, council: Council, orders: Orders) -> None:
    """Raise Refused, with the reason, where orders are not allowed."""
    _check_options(exercise, council, orders)
    _check_dials(exercise, orders)
    _check_purse(exercise, seen, council, orders)
    _check_moves(exercise.world, seen, council, orders.moves)
    _check_intent(exercise, council, orders)


def _check_options(exercise: Exercise, council: Council, orders: Orders) -> None:
    for option in orders.options:
        offer = council.options.get(option)
        if offer is None:
            raise Refused(f"there is no option '{option}'")
        if offer.why_not:
            title = exercise.scenario.options[option].name
            raise Refused(f"'{title}' is not open: {'; '.join(offer.why_not)}")
    if len(set(orders.options)) < len(orders.options):
        raise Refused("an option can be chosen once in a turn")
    if len(orders.options) > council.most:
        raise Refused(f"a turn allows {council.most} options")


def _check_dials(exercise: Exercise, orders: Orders) -> None:
    for dial, level in orders.dials.items():
        if dial not in exercise.world.levels:
            raise Refused(f"there is no dial '{dial}'; there are {', '.join(exercise.world.dials)}")
        if level not in exercise.world.levels[dial]:
            known = ", ".join(exercise.world.levels[dial])
            raise Refused(f"the dial '{dial}' has no level '{level}'; it has {known}")


def _check_purse(exercise: Exercise, seen: State, council: Council, orders: Orders) -> None:
    over = total_cost(exercise, seen, council, orders) - council.purse
    if over <= 0:
        return
    if not orders.options:
        price = over + council.purse
        raise Refused(f"the dials cost {price / 1000:g}, and {council.purse / 1000:g} is left")
    last = orders.options[-1]
    price, title = council.options[last].cost, exercise.scenario.options[last].name
    left = f"{max(price - over, 0) / 1000:g} of {council.purse / 1000:g} is left"
    raise Refused(f"{title} now costs {price / 1000:g}; {left}")


def total_cost(exercise: Exercise, seen: State, council: Council, orders: Orders) -> int:
    """Return what orders take from the purse, in thousandths."""
    turned = sum(
        exercise.world.levels[dial].index(level)
        != int(seen.dial[0, exercise.world.dials.index(dial)])
        for dial, level in orders.dials.items()
    )
    options = sum(council.options[option].cost for option in orders.options)
    return options + turned * exercise.menu.terms.dial_cost


def _check_moves(world: World, seen: State, council: Council, moves: tuple[Move, ...]) -> None:
    if len(moves) > council.moves:
        raise Refused(f"a turn allows {council.moves} force tokens to be moved")
    left = seen.token[0].copy()
    for move in moves:
        if move.token not in world.tokens:
            raise Refused(f"there is no force '{move.token}'; there are {', '.join(world.tokens)}")
        for area in (move.source, move.target):
            if area not in world.areas:
                raise Refused(f"there is no area '{area}'; there are {', '.join(world.areas)}")
        token, source = world.tokens.index(move.token), world.areas.index(move.source)
        if left[token, source] < 1:
            raise Refused(f"there is no {move.token} left in {move.source}")
        left[token, source] -= 1
        left[token, world.areas.index(move.target)] += 1


def _check_intent(exercise: Exercise, council: Council, orders: Orders) -> None:
    if orders.intent is None:
        return
    if not council.asks_intent:
        raise Refused("the aims are ranked at the first council only")
    ranks, known = exercise.scenario.intent.ranks, exercise.world.aims
    for aim in orders.intent:
        if aim not in known:
            raise Refused(f"there is no aim '{aim}'; there are {', '.join(known)}")
    wanted = min(ranks, len(known))
    if len(orders.intent) != wanted or len(set(orders.intent)) != wanted:
        raise Refused("rank one aim" if wanted == 1 else f"rank {wanted} different aims")


def picks(exercise: Exercise, state: State, orders: Orders) -> Picks:
    """Return orders as arrays for one game."""
    world = exercise.world
    dials, tokens, aims = state.dial.copy(), state.token.copy(), state.aim.copy()
    for dial, level in orders.dials.items():
        dials[0, world.dials.index(dial)] = world.levels[dial].index(level)
    for move in orders.moves:
        token = world.tokens.index(move.token)
        tokens[0, token, world.areas.index(move.source)] -= 1
        tokens[0, token, world.areas.index(move.target)] += 1
    if orders.intent is not None:
        aims[:] = 0
        for rank, aim in enumerate(orders.intent, start=1):
            aims[0, world.aims.index(aim)] = rank
    return Picks(np.isin(world.options, orders.options)[None], dials, tokens, aims)


def orders_of(exercise: Exercise, seen: State, wanted: Picks) -> Orders:
    """Return the orders that picks of one game mean: the way back from `picks`."""
    world = exercise.world
    chosen = tuple(
        name for name, take in zip(world.options, wanted.options[0], strict=True) if take
    )
    dials = {
        dial: world.levels[dial][int(level)]
        for dial, level, now in zip(world.dials, wanted.dials[0], seen.dial[0], strict=True)
        if level != now
    }
    moves = [
        Move(token=token, source=world.areas[source], target=world.areas[target])
        for number, token in enumerate(world.tokens)
        for source, target in _moved(wanted.tokens[0, number] - seen.token[0, number])
    ]
    intent = _intent(world, wanted.aims[0]) if (wanted.aims != seen.aim).any() else ()
    return Orders(options=chosen, dials=dials, moves=tuple(moves), intent=intent or None)


def _intent(world: World, ranks: Small) -> tuple[str, ...]:
    """Return the aims that have a rank, the first one first."""
    return tuple(world.aims[aim] for aim in np.argsort(ranks, kind="stable") if ranks[aim])


def _moved(change: Small) -> list[tuple[int, int]]:
    """Return from where to where tokens went, by what changed in each area."""
    sources = [int(area) for area in np.flatnonzero(change < 0) for _ in range(-int(change[area]))]
    targets = [int(area) for area in np.flatnonzero(change > 0) for _ in range(int(change[area]))]
    return list(zip(sources, targets, strict=False))
