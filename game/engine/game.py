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
        self._seen: tuple[Moment, Observation] | None = None  # from one moment
        self._put: dict[int, int] = {}  # where a snapshot was put, and how long the history was

    @property
    def moment(self) -> Moment:
        """Return where the game stands."""
        return self.history[self.here]

    @property
    def observation(self) -> Observation:
        """Return what the player sees: worked out once for each moment, for a screen asks often."""
        moment = self.moment
        if self._seen is None or self._seen[0] is not moment:
            world = self.exercise.world
            self._seen = moment, observe(world, moment.state, world.player)
        return self._seen[1]

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

        What was decided here before leads where it led: it is no new branch.

        Raises:
            Refused: The decision is not allowed, with the reason; nothing has changed.
        """
        self._check(decision)
        known = self._followed(decision)
        if known is None:
            self.branch(decision)
        else:
            self.go(known)

    def branch(self, decision: Decision) -> None:
        """Take a decision as a new branch, even if the same was taken here before.

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
        self._put[self.here] = len(self.history)

    def commit(self) -> None:
        """Decide as drafted."""
        self.decide(self.draft.orders)

    def news(self, turn: bool = False) -> list[Fact]:
        """Return what the player has heard of since the moment before, or the council before."""
        line = self.line()
        before = len(line) - 1
        while turn and before > 1 and not isinstance(line[before].decision, Orders):
            before -= 1
        earlier, now = line[:before], line[before:]
        since = earlier[-1].state.week if earlier else -1
        late = [fact for moment in earlier for fact in moment.facts if since < fact.known]
        new = [fact for moment in now for fact in moment.facts]
        return [fact for fact in (*late, *new) if fact.known <= now[-1].state.week]

    def line(self) -> list[Moment]:
        """Return the moments from the start to here."""
        return [self.history[number] for number in self.way()]

    def way(self) -> list[int]:
        """Return the numbers of the moments from the start to here."""
        found, at = [], self.here
        while at >= 0:
            found.append(at)
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

    def _followed(self, decision: Decision) -> int | None:
        """Return the moment to which the same decision led from here before."""
        for number in range(self._put.get(self.here, self.here + 1), len(self.history)):
            moment = self.history[number]
            if moment.parent == self.here and self._same(moment.decision, decision):
                return number
        return None

    def _same(self, one: Decision | None, other: Decision) -> bool:
        """Say whether two decisions come to the same here, in whatever order they were written."""
        if not (isinstance(one, Orders) and isinstance(other, Orders)):
            return one == other
        mine, theirs = (picks(self.exercise, self.moment.state, each) for each in (one, other))
        return all(np.array_equal(getattr(mine, n), getattr(theirs, n)) for n in vars(mine))

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
