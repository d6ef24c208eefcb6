"""Game: one game being played. Its history is a tree; going back deletes nothing."""

from dataclasses import dataclass, field, replace

import numpy as np

from game.core.chance import Chance
from game.core.facts import Fact, Log
from game.core.ledger import Book, Entry
from game.core.observation import Observation, observe
from game.core.queue import awaiting, first
from game.core.state import NONE, State
from game.core.week import Week
from game.engine.council import council_due
from game.engine.decision import (
    Answer,
    Choice,
    Council,
    Decision,
    Flash,
    Offer,
    Orders,
    Pending,
    Refused,
)
from game.engine.draft import Draft
from game.engine.drafting import check_orders, picks
from game.engine.exercise import Exercise
from game.engine.setup import set_up
from game.engine.turn import advance


@dataclass(frozen=True)
class Moment:
    """A point at which a decision is due, and how it was reached. Never changed."""

    parent: int
    decision: Decision | None
    state: State
    digests: dict[int, str] = field(default_factory=dict)  # of the weeks that ended on the way
    causes: tuple[Entry, ...] = ()
    facts: tuple[Fact, ...] = ()


class Game:
    """One game, driven by `pending` and `decide` and by nothing else."""

    def __init__(self, exercise: Exercise, seed: int, game: int = 0) -> None:
        self.exercise = exercise
        self.chance = Chance(seed, np.array([game]))
        self.history = [Moment(-1, None, set_up(exercise, self.chance))]
        self.here = 0
        self.draft = Draft()

    @property
    def moment(self) -> Moment:
        """Return where the game stands."""
        return self.history[self.here]

    @property
    def observation(self) -> Observation:
        """Return what the player sees."""
        return observe(self.exercise.world, self.moment.state, self.exercise.world.player)

    @property
    def over(self) -> bool:
        """Say whether the game has ended."""
        return bool(self.moment.state.ending[0] != NONE)

    @property
    def pending(self) -> Pending:
        """Return what the game waits for."""
        if self.over:
            return None
        return self._choice() if awaiting(self.moment.state)[0] else self._council()

    def decide(self, decision: Decision) -> None:
        """Take a decision and play on to the next one, as a new branch from here.

        Raises:
            Refused: The decision is not allowed, with the reason; nothing has changed.
        """
        self._check(decision)
        self.history.append(self._follow(self.here, decision))
        self.go(len(self.history) - 1)

    def go(self, moment: int) -> None:
        """Stand at another moment of the history."""
        self.here = moment
        self.draft = Draft()

    def put(self, state: State) -> None:
        """Stand where a snapshot says, because the rules would no longer lead there."""
        self.history[self.here] = replace(self.moment, state=state, digests={})

    def commit(self) -> None:
        """Decide as drafted."""
        self.decide(self.draft.orders)

    def news(self) -> list[Fact]:
        """Return what the player has heard of on the way from the moment before to here."""
        *earlier, now = self.line()
        since = earlier[-1].state.week if earlier else -1
        late = [fact for moment in earlier for fact in moment.facts if since < fact.known]
        return [fact for fact in (*late, *now.facts) if fact.known <= now.state.week]

    def line(self) -> list[Moment]:
        """Return the moments from the start to here."""
        found, at = [], self.here
        while at >= 0:
            found.append(self.history[at])
            at = self.history[at].parent
        return found[::-1]

    def first_line(self) -> set[int]:
        """Return the moments of the first line of play: each moment's eldest child counts."""
        line, at = {0}, 0
        children = {moment.parent: n for n, moment in reversed(list(enumerate(self.history)))}
        while at in children:
            at = children[at]
            line.add(at)
        return line

    def _choice(self) -> Choice:
        seen, world, incidents = (
            self.observation.state,
            self.exercise.world,
            self.exercise.incidents,
        )
        (number,), (place,), (unit,) = first(seen)
        kind = incidents.kinds[number]
        allowed = incidents.allowed(seen)[0]  # as far as the player knows, or it would tell secrets
        answers = tuple(a for a, may in zip(kind.answers, allowed, strict=False) if may)
        standing = kind.answers[kind.standing_in(seen)[0]]
        if place == NONE:
            return Choice(kind.name, answers, standing)
        who = world.units[unit] if unit != NONE else None
        return Flash(kind.name, answers, standing, world.places[place], who)

    def _council(self) -> Council:
        menu, seen = self.exercise.menu, self.observation.state
        offers = {
            name: Offer(int(cost), tuple(menu.why_not(seen, number)))
            for number, (name, cost) in enumerate(
                zip(self.exercise.world.options, menu.cost(seen)[0], strict=True)
            )
        }
        asks = self.moment.parent < 0 and bool(self.exercise.world.aims)
        return Council(
            offers, menu.terms.options, int(menu.purse(seen)[0, 0]), menu.terms.moves, asks
        )

    def _check(self, decision: Decision) -> None:
        pending = self.pending
        if isinstance(pending, Choice) and isinstance(decision, Answer):
            if decision.reply not in pending.answers:
                known = ", ".join(pending.answers)
                raise Refused(
                    f"'{decision.reply}' is no answer to '{pending.incident}'; there are {known}"
                )
        elif isinstance(pending, Council) and isinstance(decision, Orders):
            check_orders(self.exercise, self.observation.state, pending, decision)
        else:
            raise Refused("that is not what the game waits for")

    def _follow(self, parent: int, decision: Decision) -> Moment:
        """Play on from a moment. The parent's state is left as it was."""
        book, log, digests = Book(), Log(), dict[int, str]()
        state = self.history[parent].state.copy()
        week = Week(self.exercise.world, state, self.chance, book, log)
        self._apply(week, decision)
        while state.ending[0] == NONE and not council_due(self.exercise.world, state):
            if not advance(self.exercise, week):
                break
            digests[state.week - 1] = state.digest()
        return Moment(parent, decision, state, digests, tuple(book.entries), tuple(log.facts))

    def _apply(self, week: Week, decision: Decision) -> None:
        if isinstance(decision, Orders):
            self.exercise.menu.enact(week, picks(self.exercise, week.state, decision))
            return
        (number,), _, _ = first(week.state)
        answers = self.exercise.incidents.kinds[number].answers
        reply = np.array([answers.index(decision.reply)], np.int8)
        self.exercise.incidents.answer(week, reply)
