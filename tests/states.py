"""States for tests: any that the rules of play allow, likely or not."""

import numpy as np
from numpy.typing import NDArray

from game.core.relation import ALLIED, HOSTILE, NEUTRAL
from game.core.state import LONG_AGO, NONE, State
from game.core.world import GRADES, World

Dice = np.random.Generator
MANY = 3000  # people

FEW = {
    "lost": 4000,
    "fresh": 6,
    "depth": 5,
    "rest": 3,
    "reserve": 1500,
    "fired": 3,
    "leaders": 7,
    "precedent": 9,
    "caution": 4,
    "chosen": 3,
    "flashes": 4,
    "report_garrison": MANY,
    "report_age": 30,
    "report_source": 4,
    "track_strength": MANY,
    "track_age": 30,
    "track_source": 4,
    "support": 2000,
    "could": 5,
    "traffic": 1001,
    "cover": 1001,
    "track": 100_001,
    "last_track": 100_001,
    "grade": len(GRADES),
    "joined": 9,
    "token": 5,
}
"""Arrays of which every number is as good as any other, up to (not including) a bound."""
SPARSE = {
    "probing": 1001,
    "sorties": 1001,
    "flights": 1001,
    "hindering": 1001,
    "relief": 9000,
    "plotting": 3,
}
"""Orders: half of them are none."""


def any_state(world: World, games: int, seed: int) -> State:
    """Return games in wildly different situations, in which rare things are common.

    Nothing awaits an answer, for rules are played between answers.
    """
    dice = np.random.default_rng(seed)
    state = State.blank(world, games)
    state.week = int(dice.integers(0, world.weeks))
    for name, bound in (FEW | SPARSE).items():
        array = getattr(state, name)
        array[:] = dice.integers(0, bound, array.shape)
    for name in SPARSE:
        getattr(state, name)[dice.random(getattr(state, name).shape) < 0.5] = 0
    for name in ("queue_kind", "queue_place", "queue_unit", "ending"):
        getattr(state, name)[:] = NONE
    _minds(world, state, np.random.default_rng([seed, 1]))  # others draw as they did
    _tracks(state, dice)
    _levels(world, state, dice)
    _relations(world, state, dice)
    _holders(world, state, dice)
    _units(world, state, dice)
    _times(world, state, dice)
    _counts(world, state, dice)
    _orders(world, state, dice)
    return state


def at_the_bounds(world: World, games: int, seed: int) -> State:
    """Return games in which all that is counted is as small or as large as can be."""
    state, dice = any_state(world, games, seed), np.random.default_rng(seed)
    ends = {
        "track": 100_000,
        "last_track": 100_000,
        "garrison": 1_000_000,
        "strength": 1_000_000,
        "reserve": 1_000_000,
        "lost": 1_000_000,
        "report_garrison": 1_000_000,
        "track_strength": 1_000_000,
        "support": 100_000,
        "precedent": 100,
        "leaders": 100,
        "token": 100,
        "traffic": 1000,
        "depth": 101,
    }
    for name, most in ends.items():
        array = getattr(state, name)
        array[:] = np.where(dice.random(array.shape) < 0.5, 0, most)
    state.mourned = np.where(dice.random(state.lost.shape) < 0.5, 0, state.lost).astype(np.int32)
    return state


def _minds(world: World, state: State, dice: Dice) -> None:
    """Let a third of the actors think again; others have, or never will."""
    most = np.array([len(names) for names in world.postures.values()])
    turn = dice.integers(1, most + 1, state.mind.shape)
    state.mind[:] = turn * dice.integers(-1, 2, state.mind.shape)
    state.odds_to_turn[:] = dice.integers(0, 1001, state.odds_to_turn.shape)


def _tracks(state: State, dice: Dice) -> None:
    """Let some stand at the ends, and others jump up within the week."""
    ends = dice.random(state.track.shape)
    state.track[ends < 0.1] = 0
    state.track[ends > 0.9] = 100_000
    calm = dice.random(state.track.shape) < 0.7
    state.last_track[calm] = state.track[calm]


def _levels(world: World, state: State, dice: Dice) -> None:
    """Set everything that has levels to any of its own."""
    numbers = {
        "status": [len(world.status_levels[name]) for name in world.statuses],
        "zone": [1 + len(world.zone_radii[name]) for name in world.zones],
        "dial": [len(world.levels[name]) for name in world.dials],
        "posture": (world.prior > 0).sum(axis=1).tolist(),
    }
    for name, levels in numbers.items():
        array = getattr(state, name)
        array[:] = (dice.random(array.shape) * np.array(levels)).astype(np.int8)


def _relations(world: World, state: State, dice: Dice) -> None:
    """Draw relations that are mutual, with alliances that need not be shared by all."""
    shape = state.relation.shape
    drawn = np.triu(dice.integers(HOSTILE, ALLIED + 1, shape), 1)
    drawn[:, :, world.nobody] = NEUTRAL * (np.arange(shape[1]) != world.nobody)
    own = np.eye(shape[1], dtype=np.int8) * ALLIED
    state.relation[:] = drawn + drawn.transpose(0, 2, 1) + own


def _holders(world: World, state: State, dice: Dice) -> None:
    """Let one side dominate, or chains of friendly places would hardly ever occur."""
    shape = state.holder.shape
    leader = dice.integers(0, len(world.sides), (shape[0], 1))
    any_side = dice.integers(0, len(world.sides), shape)
    pick, share = dice.random(shape), dice.random((shape[0], 1))
    state.holder[:] = np.where(pick < share, leader, any_side)
    state.holder[:] = np.where(dice.random(shape) < 0.2, world.start_holder, state.holder)
    weak = dice.random(shape) < 0.3
    state.garrison[:] = dice.integers(0, np.where(weak, 40, MANY), shape)
    state.garrison[dice.random(shape) < 0.05] = 0
    state.garrison[state.holder == world.nobody] = 0
    state.fresh[dice.random(shape) < 0.4] = 0
    state.report_holder[:] = dice.integers(0, len(world.sides), shape)


def _units(world: World, state: State, dice: Dice) -> None:
    """Put units anywhere, many of them together before the same places, some before zones."""
    shape, places = state.at.shape, len(world.places)
    state.at[:] = dice.integers(0, places, shape)
    state.goal[:] = np.where(dice.random(shape) < 0.2, state.at, dice.integers(0, places, shape))
    state.track_at[:] = dice.integers(0, places, shape)
    state.strength[:] = dice.integers(1, MANY, shape)
    state.strength *= dice.random(shape) < 0.85  # some are beaten
    state.rest[dice.random(shape) < 0.6] = 0
    state.before[:] = _next_door(world, state.at, dice)
    alone = state.before == NONE
    state.before[dice.random(shape) < 0.35] = NONE
    state.barred[:] = NONE
    if world.zones:
        zone = dice.integers(0, len(world.zones), shape)
        stands = (dice.random(shape) < 0.3) & (state.before == NONE) & ~alone
        state.barred[stands] = zone[stands]
    state.marched[:] = dice.integers(0, 2500, shape)


def _next_door(world: World, at: NDArray[np.int16], dice: Dice) -> NDArray[np.int16]:
    """Return a neighbor of each place, mostly the first one so that units meet, or NONE."""
    order = np.argsort(-world.links, axis=1, kind="stable").astype(np.int16)
    number = world.links.sum(axis=1).astype(int)
    pick = np.where(dice.random(at.shape) < 0.5, 0, dice.random(at.shape) * number[at]).astype(int)
    return np.where(number[at] > 0, order[at, pick], np.int16(NONE))


def _times(world: World, state: State, dice: Dice) -> None:
    """Set weeks before and after the present one."""
    shape = state.chosen_at.shape
    past = state.week - dice.integers(0, 8, shape)
    state.chosen_at[:] = np.where((dice.random(shape) < 0.5) | (past < 0), LONG_AGO, past)
    state.chosen[:] = np.where(state.chosen_at == LONG_AGO, 0, state.chosen + 1)
    due = state.week + dice.integers(0, 5, state.due.shape)
    state.due[:] = np.where(dice.random(state.due.shape) < 0.4, NONE, due)
    state.until[:] = state.week + dice.integers(-3, 5, state.until.shape)
    state.until[state.until < 0] = 0


def _counts(world: World, state: State, dice: Dice) -> None:
    """Set what cannot be more than something else."""
    mourned = dice.random(state.lost.shape) * state.lost
    state.mourned[:] = np.where(dice.random(state.lost.shape) < 0.5, state.lost, mourned)
    state.watched[:] = dice.integers(0, 20, state.watched.shape)
    state.seen[:] = (dice.random(state.seen.shape) * (state.watched + 1)).astype(int)
    state.tried[:] = (dice.random(state.could.shape) * (state.could + 1)).astype(int)
    order = dice.permuted(np.arange(state.aim.shape[1])[None].repeat(state.games, 0), axis=1)
    state.aim[:] = np.where(order < 2, order + 1, 0)
    seats = dice.integers(NONE, len(world.places), state.seat.shape)
    state.seat[:] = seats


def _orders(world: World, state: State, dice: Dice) -> None:
    """Set orders that name somebody or something."""
    units = dice.integers(NONE, max(len(world.units), 1), state.prober.shape)
    state.prober[:] = np.where(state.probing > 0, units, NONE)
    sides = dice.integers(0, len(world.sides), state.yielding.shape)
    state.yielding[:] = np.where(dice.random(sides.shape) < 0.6, NONE, sides)
    push = dice.integers(-3000, 3000, state.pushing.shape)
    state.pushing[:] = np.where(dice.random(push.shape) < 0.8, 0, push)
