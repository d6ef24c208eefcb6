"""Ways to play a game by hand: standing answers, anything that is allowed, up to something."""

from dataclasses import dataclass
from random import Random

import numpy as np

from game.core.chance import Chance
from game.core.observation import Observation
from game.core.state import State
from game.core.types import Small
from game.engine import doctrines
from game.engine.council import Picks
from game.engine.decision import Answer, Choice, Council, Decision, Flash, Move, Orders
from game.engine.exercise import Exercise
from game.engine.game import Game

GAMES = 60


def standing(game: Game) -> Decision:
    """Return what is decided when nobody says anything."""
    asked = game.pending
    return Answer(reply=asked.standing) if isinstance(asked, Choice) else Orders()


def hold(game: Game) -> None:
    """Play a game to its end by standing answers."""
    while game.pending:
        game.decide(standing(game))


def play_to(exercise: Exercise, kind: type[Council | Flash | Choice], past: int = 0) -> Game:
    """Return a game, played by standing answers, that waits for exactly that kind of decision."""
    for number in range(GAMES):
        game = Game(exercise, 7, number)
        while game.pending:
            if type(game.pending) is kind and game.moment.state.week >= past:
                return game
            game.decide(standing(game))
    raise AssertionError(f"no {kind.__name__} in {GAMES} games")


def council(game: Game) -> Council:
    """Go on to the next council by standing answers."""
    while isinstance(game.pending, Choice):
        game.decide(standing(game))
    assert isinstance(game.pending, Council)
    return game.pending


def anything(game: Game, dice: Random) -> Decision:
    """Return some decision that is allowed, likely or not."""
    asked = game.pending
    if isinstance(asked, Choice):
        return Answer(reply=dice.choice(asked.answers))
    assert isinstance(asked, Council)
    options, left = [], asked.purse
    for option in dice.sample(asked.open, len(asked.open)):
        cost = asked.options[option].cost
        if len(options) < asked.most and cost <= left and dice.random() < 0.5:
            options.append(option)
            left -= cost
    return Orders(
        options=tuple(options),
        dials=_dials(game, dice, left),
        moves=_moves(game, dice, asked.moves),
        intent=_intent(game, dice) if asked.asks_intent and dice.random() < 0.7 else None,
    )


def _dials(game: Game, dice: Random, left: int) -> dict[str, str]:
    world, dials = game.exercise.world, dict[str, str]()
    price = game.exercise.menu.terms.dial_cost
    for dial, levels in world.levels.items():
        if dice.random() < 0.4:
            level = dice.choice(levels)
            turned = levels.index(level) != game.moment.state.dial[0, world.dials.index(dial)]
            if price * turned <= left:
                dials[dial] = level
                left -= price * turned
    return dials


def _moves(game: Game, dice: Random, most: int) -> tuple[Move, ...]:
    world, left, moves = game.exercise.world, game.observation.state.token[0].copy(), []
    for _ in range(dice.randint(0, min(most, 3))):
        kind, source = dice.randrange(len(world.tokens)), dice.randrange(len(world.areas))
        target = dice.randrange(len(world.areas))
        if left[kind, source]:
            left[kind, source] -= 1
            left[kind, target] += 1
            areas = world.areas[source], world.areas[target]
            moves.append(Move(token=world.tokens[kind], source=areas[0], target=areas[1]))
    return tuple(moves)


def _intent(game: Game, dice: Random) -> tuple[str, ...]:
    aims, ranks = game.exercise.world.aims, game.exercise.scenario.intent.ranks
    return tuple(dice.sample(aims, min(ranks, len(aims))))


@dataclass
class Anything(doctrines.Random):
    """The same for a batch: any options, dials, tokens and aims that are allowed."""

    seed: int = 0

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Turn dials with what the options leave, and move tokens about."""
        picks, state = super().council(exercise, seen, chance), seen.state
        dice = np.random.default_rng([self.seed, state.week])
        return Picks(
            picks.options,
            self._turned(exercise, state, picks, dice),
            _moved(exercise, state, dice),
            _ranked(exercise, state, dice),
        )

    def _turned(
        self, exercise: Exercise, state: State, picks: Picks, dice: np.random.Generator
    ) -> Small:
        menu, world = exercise.menu, exercise.world
        spent = np.where(picks.options, menu.cost(state), 0).sum(axis=1)
        left, dials = menu.purse(state)[:, 0] - spent, state.dial.copy()
        for number, levels in enumerate(world.levels.values()):
            wanted = dice.integers(0, len(levels), state.games)
            turns = (dice.random(state.games) < 0.4) & (wanted != dials[:, number])
            turns &= left >= menu.terms.dial_cost
            left = left - turns * menu.terms.dial_cost
            dials[:, number] = np.where(turns, wanted, dials[:, number])
        return dials


def _moved(exercise: Exercise, state: State, dice: np.random.Generator) -> Small:
    tokens, rows = state.token.copy(), np.arange(state.games)
    _, kinds, areas = tokens.shape
    for _ in range(min(exercise.menu.terms.moves, 2) if kinds and areas else 0):
        kind = dice.integers(0, kinds, state.games)
        source, target = dice.integers(0, areas, (2, state.games))
        goes = tokens[rows, kind, source] > 0
        tokens[rows, kind, source] -= goes.astype(np.int8)
        tokens[rows, kind, target] += goes.astype(np.int8)
    return tokens


def _ranked(exercise: Exercise, state: State, dice: np.random.Generator) -> Small:
    if state.week or not exercise.world.aims:
        return state.aim
    order = dice.permuted(np.tile(np.arange(state.aim.shape[1]), (state.games, 1)), axis=1)
    return np.where(order < exercise.scenario.intent.ranks, order + 1, 0).astype(np.int8)
