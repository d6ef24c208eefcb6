"""The council: which options are open and what they cost, and what the orders bring about."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.core.conditions import Compiled, compile_conditions
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.state import State
from game.core.types import Ints, Mask, Small
from game.core.week import Week
from game.core.world import World
from game.scenario.acts import Cause, Effect
from game.scenario.bringing import Compiler
from game.scenario.model import Scenario
from game.scenario.policy import Terms


@dataclass(frozen=True)
class Picks:
    """Orders for many games."""

    options: Mask  # (games, options)
    dials: Small  # (games, dials)
    tokens: Small  # (games, tokens, areas)
    aims: Small  # (games, aims)

    @classmethod
    def none(cls, seen: State) -> Self:
        """Return orders that leave everything as it is."""
        return cls(np.zeros(seen.chosen.shape, bool), seen.dial, seen.token, seen.aim)


@dataclass(frozen=True)
class Menu:
    """The options of a scenario, ready for every game."""

    terms: Terms
    purse_track: int | None
    when: tuple[Compiled, ...]
    effects: tuple[Effect, ...]
    times: Ints
    closed: Ints
    costs: Ints
    days: tuple[str, ...]
    """The first day of every week."""

    @classmethod
    def of(cls, scenario: Scenario, compiler: Compiler) -> Self:
        """Compile the options of a scenario."""
        options, purse, world = scenario.options, scenario.council.purse, compiler.world
        return cls(
            scenario.council,
            world.tracks.index(purse) if purse else None,
            tuple(compile_conditions(option.when, world) for option in options.values()),
            tuple(
                compiler.compile(option.effects, f"option.{name}", Source.OPTION)
                for name, option in options.items()
            ),
            np.array([option.times for option in options.values()], np.int32),
            np.array([option.closed for option in options.values()], np.int32),
            np.array([option.cost for option in options.values()], np.int32),
            world.titles["weeks"],
        )

    def cost(self, seen: State) -> Ints:
        """Return what every option (games, options) takes from the purse now."""
        return self.costs + np.where(self._worn(seen), self.terms.dearer, 0).astype(np.int32)

    def purse(self, seen: State) -> Ints:
        """Return what every game (games, 1) may spend."""
        free = np.full((seen.games, 1), self.costs.sum(), np.int32)  # where nothing has a price
        return free if self.purse_track is None else seen.track[:, [self.purse_track]]

    def open_to(self, seen: State) -> Mask:
        """Say which options (games, options) are open, from what the player sees."""
        fresh = (
            (seen.chosen < self.times) & ~self._shut(seen) & (self.cost(seen) <= self.purse(seen))
        )
        if not self.when or not fresh.any():
            return np.asarray(fresh)
        return np.stack([test(seen) for test in self.when], axis=1) & fresh

    def why_not(self, seen: State, option: int) -> list[str]:
        """Say in words what keeps an option closed in the first game."""
        cost, purse = int(self.cost(seen)[0, option]), int(self.purse(seen)[0, 0])
        reasons = self.when[option].missing(seen)
        if seen.chosen[0, option] >= self.times[option]:
            often = "once" if self.times[option] == 1 else f"{self.times[option]} times"
            reasons.append(f"can be chosen {often} in a game, and has been")
        elif self._shut(seen)[0, option]:
            last = int(seen.chosen_at[0, option])
            again = min(last + int(self.closed[option]), len(self.days) - 1)
            reasons.append(f"chosen on {self.days[last]}, open again on {self.days[again]}")
        if cost > purse:
            reasons.append(f"costs {cost / 1000:g} (there is {purse / 1000:g})")
        return reasons

    def enact(self, week: Week, picks: Picks) -> None:
        """Take the orders, pay for them and bring them about, and close the council."""
        state, world = week.state, week.world
        self._pay(week, picks)
        state.dial = picks.dials.astype(np.int8)
        state.token = picks.tokens.astype(np.int8)
        state.aim = picks.aims.astype(np.int8)
        share = np.where(self._worn(state), self.terms.weaker, 1000).astype(np.int32)
        for number in np.flatnonzero(picks.options.any(axis=0)).tolist():
            owner = f"option.{world.options[number]}"
            cause = Cause(Source.OPTION, owner, share=share[:, number])
            self.effects[number](week, picks.options[:, number], cause)
        chosen_at = np.where(picks.options, state.week, state.chosen_at)
        state.chosen_at = chosen_at.astype(np.int16)
        state.chosen = state.chosen + picks.options.astype(np.int8)
        state.flashes = np.zeros_like(state.flashes)
        state.phase = Phase.COUNCIL + 1

    def _pay(self, week: Week, picks: Picks) -> None:
        if not self.terms.purse:
            return
        purse, state = self.terms.purse, week.state
        costs = np.where(picks.options, self.cost(state), 0).T
        for name, cost in zip(week.world.options, costs, strict=True):
            if cost.any():
                week.change(purse, -cost, Source.COUNCIL, f"option.{name}", "council")
        turned = (picks.dials != state.dial).sum(axis=1, dtype=np.int32)
        week.change(
            purse, -turned * self.terms.dial_cost, Source.COUNCIL, "dials turned", "council"
        )
        income = np.full(state.games, self.terms.income, np.int32)
        week.change(purse, income, Source.COUNCIL, "income", "council")

    def _worn(self, state: State) -> Mask:
        return np.asarray(state.week < state.chosen_at + self.terms.cooldown)

    def _shut(self, state: State) -> Mask:
        return np.asarray(state.week < state.chosen_at + self.closed)


def council_due(world: World, state: State) -> bool:
    """Say whether the council meets now."""
    return state.phase == Phase.COUNCIL and state.week in world.turn_starts
