"""Plans: the doctrines of a scenario, compiled once, that decide for every game of a batch."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.core.chance import Chance
from game.core.conditions import Compiled, compile_conditions
from game.core.observation import Observation
from game.core.queue import first
from game.core.state import State
from game.core.types import Ints, Mask, Small, indexes, present
from game.core.world import World
from game.engine.council import Menu, Picks
from game.engine.doctrines import DOCTRINES, Doctrine
from game.engine.exercise import Exercise
from game.scenario import doctrine as written


@dataclass(frozen=True)
class Wish:
    """How many tokens of a kind should be where."""

    token: int
    areas: tuple[int, ...]  # the most wanted first
    wanted: Small  # (areas of the world,) how many; nought in those that are not named

    @classmethod
    def of(cls, token: str, areas: dict[str, int], world: World) -> Self:
        """Compile what is said of one kind of token."""
        wanted = np.zeros(len(world.areas), np.int8)
        numbers = tuple(indexes(world.areas, tuple(areas)))
        wanted[list(numbers)] = list(areas.values())
        return cls(world.tokens.index(token), numbers, wanted)


@dataclass(frozen=True)
class Order:
    """One order of a doctrine, ready for every game."""

    when: Compiled
    dials: tuple[tuple[int, int], ...]  # dial, level
    tokens: tuple[Wish, ...]
    options: tuple[int, ...]
    keep: int  # thousandths

    @classmethod
    def of(cls, order: written.Order, world: World) -> Self:
        """Compile an order."""
        return cls(
            compile_conditions(order.when, world),
            tuple(
                (world.dials.index(dial), world.levels[dial].index(level))
                for dial, level in order.dials.items()
            ),
            tuple(Wish.of(token, areas, world) for token, areas in order.tokens.items()),
            tuple(indexes(world.options, order.options)),
            order.keep,
        )


class Sheet:
    """The orders of a turn while they are being written, in every game."""

    def __init__(self, menu: Menu, seen: State) -> None:
        games = seen.games
        self.cost, self.open = menu.cost(seen), menu.open_to(seen)
        self.left: Ints = menu.purse(seen)[:, 0].copy()
        self.dial_cost = menu.terms.dial_cost if menu.purse_track is not None else 0
        self.few = np.full(games, menu.terms.options)
        self.moves = np.full(games, menu.terms.moves)
        self.options: Mask = np.zeros(seen.chosen.shape, bool)
        self.dials: Small = seen.dial.copy()
        self.tokens: Small = seen.token.copy()
        self._dials_said: Mask = np.zeros(seen.dial.shape, bool)
        self._tokens_said: Mask = np.zeros(seen.token.shape[:2], bool)

    def write(self, order: Order, where: Mask) -> None:
        """Add what an order says in the games (games,) of a mask, after what stands there."""
        for dial, level in order.dials:
            self._turn(dial, level, order.keep, where)
        for option in order.options:
            self._choose(option, order.keep, where)
        for wish in order.tokens:
            mine = where & ~self._tokens_said[:, wish.token]
            self._tokens_said[:, wish.token] |= where
            self._move(wish, mine)

    def _turn(self, dial: int, level: int, keep: int, where: Mask) -> None:
        """The first order that names a dial has the say."""
        turns = where & ~self._dials_said[:, dial] & (self.dials[:, dial] != level)
        turns &= self.left >= self.dial_cost + keep
        self._dials_said[:, dial] |= where
        self.dials[turns, dial] = level
        self.left[turns] -= self.dial_cost

    def _choose(self, option: int, keep: int, where: Mask) -> None:
        cost = self.cost[:, option]
        takes = where & self.open[:, option] & ~self.options[:, option]
        takes &= (self.few > 0) & (self.left >= cost + keep)
        self.options[:, option] |= takes
        self.few[takes] -= 1
        self.left[takes] -= cost[takes]

    def _move(self, wish: Wish, where: Mask) -> None:
        """Move tokens one by one from where most are left over to where they are wanted most."""
        held, named = self.tokens[:, wish.token], list(wish.areas)
        while True:
            over = held - wish.wanted
            short = over[:, named] < 0
            goes = where & short.any(axis=1) & (over.max(axis=1) > 0) & (self.moves > 0)
            (rows,) = goes.nonzero()
            if not len(rows):
                return
            held[rows, over[rows].argmax(axis=1)] -= 1
            held[rows, np.array(named)[short[rows].argmax(axis=1)]] += 1
            self.moves[rows] -= 1


@dataclass(frozen=True)
class Plan:
    """A doctrine of a scenario, ready to play. It is given what the player sees and no more."""

    orders: tuple[Order, ...]
    answers: dict[int, tuple[tuple[Compiled, int], ...]]  # for a kind of incident
    otherwise: str
    aims: Small | None  # (aims,) their ranks

    @classmethod
    def of(cls, doctrine: written.Doctrine, exercise: Exercise) -> Self:
        """Compile a doctrine."""
        world, answers = exercise.world, {}
        for incident, said in doctrine.answers.items():
            number = world.incidents.index(incident)
            replies = [written.Reply(give=said)] if isinstance(said, str) else said
            known = exercise.incidents.kinds[number].answers
            answers[number] = tuple(
                (compile_conditions(each.when, world), known.index(each.give)) for each in replies
            )
        orders = tuple(Order.of(order, world) for order in doctrine.orders)
        return cls(orders, answers, doctrine.otherwise, _ranks(doctrine, world))

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Give the orders of a turn: all whose conditions hold, one after the other."""
        state = seen.state
        sheet = Sheet(exercise.menu, state)
        for order in self.orders:
            where = order.when(state)
            if where.any():
                sheet.write(order, where)
        aims = state.aim
        if self.aims is not None and state.week == 0:  # the aims are ranked at the first council
            aims = np.broadcast_to(self.aims, aims.shape)
        return Picks(sheet.options, sheet.dials, sheet.tokens, aims)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Give the first answer that is meant now and may be given."""
        state, incidents = seen.state, exercise.incidents
        allowed, (kind, _, _) = incidents.allowed(state), first(state)
        given = incidents.standing(state)
        if self.otherwise == "first":
            given = allowed.argmax(axis=1).astype(np.int8)
        elif self.otherwise == "last":
            given = (allowed.shape[1] - 1 - allowed[:, ::-1].argmax(axis=1)).astype(np.int8)
        for number in present(kind):
            mine = kind == number
            for when, reply in reversed(self.answers.get(number, ())):  # the first has the say
                given[mine & allowed[:, reply] & when(state)] = reply
        return given


def _ranks(doctrine: written.Doctrine, world: World) -> Small | None:
    if not doctrine.aims:
        return None
    ranks = np.zeros(len(world.aims), np.int8)
    ranks[indexes(world.aims, doctrine.aims)] = np.arange(1, len(doctrine.aims) + 1)
    return ranks


def doctrines(exercise: Exercise) -> dict[str, Doctrine]:
    """Return the doctrines of a scenario by their ids, those that are built in after its own."""
    own = exercise.scenario.doctrines.items()
    return {name: Plan.of(each, exercise) for name, each in own} | DOCTRINES
