"""Futures: works out odds beside the window, in a process of its own that knows no window.

Requests and answers are plain data. The newest request is the only one that counts: what was
asked before it is dropped. Answers grow by a step of futures of every choice at a time. What is
drafted is asked for by itself: its odds are those of the whole agenda put together. Answers are
what the screen shows, and no more: to put it into words takes longer than a frame may. When the
odds of all choices are told, each lever of the council is pulled alone: a dial, or one force.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from typing import Any

from game.analysis import levers
from game.analysis.forecast import Forecast, forecast, merge, of_draft
from game.analysis.percentile import Standing, of_game, rounds, standing
from game.core.observation import Observation
from game.core.types import Ints
from game.engine.decision import Orders
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.report.unexpected import report
from game.scenario.load import load_texts
from game.ui.present import odds
from game.ui.situation import Forecast as Shown
from game.ui.situation import Odds

STEP, ENOUGH = 50, 500  # futures of every choice


Levers = tuple[tuple[str, Orders], ...]


@dataclass(frozen=True)
class Request:
    """What is asked: the odds of all that can be chosen now, then of each lever alone."""

    number: int
    seen: Observation
    levers: Levers = ()


@dataclass(frozen=True)
class Draft:
    """What is asked beside a request: the odds of all that is drafted."""

    number: int  # of the request
    version: int
    orders: Orders


@dataclass(frozen=True)
class Contest:
    """What is asked when a game is over: how its score stands among others."""

    number: int
    postures: tuple[int, ...]
    aims: tuple[int, ...]
    score: int


@dataclass(frozen=True)
class Reply:
    """What was found so far: the odds of holding course and of every choice."""

    number: int
    shown: Shown


@dataclass(frozen=True)
class Drafted:
    """What was found so far of a draft, against holding course in as many futures."""

    number: int
    version: int
    shown: Odds


@dataclass(frozen=True)
class Pulled:
    """What was found of all levers, by their names."""

    number: int
    shown: dict[str, Odds]


@dataclass(frozen=True)
class Compared:
    """How a score stands."""

    number: int
    standing: Standing


@dataclass(frozen=True)
class Gone:
    """The last that is told: why nothing more will come."""

    why: str


Told = Reply | Drafted | Pulled | Compared | Gone


class Futures:
    """The worker, as the window sees it."""

    def __init__(self, notify: Callable[[], None] = lambda: None) -> None:
        """Prepare a worker; `notify` is called from a thread whenever there is something new."""
        self._notify, self._number, self._version = notify, 0, 0
        self._replies: list[Told] = []
        self._lock = threading.Lock()
        self._outbox: SimpleQueue[object] = SimpleQueue()
        self._pipe: Connection | None = None
        self._worker: Any = None

    def start(self) -> None:
        """Start the worker; where no process can be started, a thread does the work."""
        mine, theirs = Pipe()
        self._pipe = mine
        try:
            spawn = multiprocessing.get_context("spawn")
            self._worker = spawn.Process(target=serve, args=(theirs,), daemon=True)
            self._worker.start()
            theirs.close()
        except (OSError, RuntimeError, ValueError):
            self._worker = threading.Thread(target=serve, args=(theirs,), daemon=True)
            self._worker.start()
        threading.Thread(target=self._listen, args=(mine,), daemon=True).start()
        threading.Thread(target=self._post, args=(mine,), daemon=True).start()

    def open(self, exercise: Exercise) -> None:
        """Say which scenario is played."""
        self._send((exercise.id, exercise.texts))

    def ask(self, seen: Observation, levers: Levers = ()) -> int:
        """Ask for odds; return the number that its replies bear."""
        self._number += 1
        self._send(Request(self._number, seen, levers))
        return self._number

    def weigh(self, orders: Orders) -> int:
        """Ask for the odds of a draft too; return the version that its replies bear."""
        self._version += 1
        self._send(Draft(self._number, self._version, orders))
        return self._version

    @property
    def works(self) -> bool:
        """Say whether there is somebody to ask."""
        return self._pipe is not None

    def compare(self, game: Game) -> int:
        """Ask how a game that is over stands; return the number that the reply bears."""
        self._number += 1
        _, postures, aims, score = of_game(game)
        self._send(Contest(self._number, postures, aims, score))
        return self._number

    def replies(self) -> list[Told]:
        """Return what has come since the last time, the oldest first."""
        with self._lock:
            found, self._replies = self._replies, []
        return found

    def stop(self) -> None:
        """Let the worker go."""
        pipe, self._pipe = self._pipe, None
        self._outbox.put(None)
        if pipe:
            pipe.close()
        if isinstance(self._worker, multiprocessing.process.BaseProcess):
            self._worker.join(0.5)
            self._worker.terminate()

    def _send(self, message: object) -> None:
        """Hand a message over; a worker that is busy does not read, and nobody waits for it."""
        if self.works:
            self._outbox.put(message)

    def _post(self, pipe: Connection) -> None:
        with suppress(OSError, ValueError):  # the worker is gone: whoever listens will tell
            while (message := self._outbox.get()) is not None:
                pipe.send(message)

    def _listen(self, pipe: Connection) -> None:
        while self._pipe is pipe:
            try:
                reply = pipe.recv()
            except (EOFError, OSError, TypeError):  # the last: it was shut while this waited
                reply = Gone("The process that worked out the odds has ended.")
            if self._pipe is not pipe:
                return  # it was let go
            if isinstance(reply, Gone):
                self._pipe = None
                self._outbox.put(None)
            with self._lock:
                self._replies.append(reply)
            self._notify()


def serve(pipe: Connection) -> None:
    """Answer requests until there are no more, or until something goes wrong, and tell that."""
    with suppress(EOFError, OSError, KeyboardInterrupt):
        try:
            _answer(pipe, Work(pipe))
        except (EOFError, OSError):
            return  # the window is gone
        except Exception as error:  # whatever it is, the game goes on without odds
            pipe.send(Gone(report(error)))


def _answer(pipe: Connection, work: "Work") -> None:
    while True:
        while work.idle or pipe.poll():
            message = pipe.recv()
            if message is None:
                return
            work.take(message)
        work.go_on()


class Work:
    """What is being worked out: the newest request, and the newest draft that belongs to it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._exercise: Exercise | None = None
        self._request: Request | None = None
        self._contest: Contest | None = None
        self._rounds: Iterator[tuple[str, Ints]] = iter(())  # of the contest, as they are played
        self._scores: dict[str, Ints] = {}
        self._draft: Draft | None = None
        self._found: Forecast | None = None
        self._weighed = 0  # futures behind the last odds of the draft
        self._levers: list[tuple[str, Orders]] = []  # still to be pulled
        self._pulled: dict[str, Odds] = {}

    def take(self, message: Any) -> None:
        """Take a message; it replaces what was asked before."""
        if isinstance(message, Request):
            self._request, self._draft, self._found = message, None, None
            self._contest, self._levers, self._pulled = None, list(message.levers), {}
        elif isinstance(message, Draft):
            self._draft, self._weighed = message, 0
        elif isinstance(message, Contest):
            assert self._exercise
            self._request, self._contest = None, message
            self._rounds = rounds(self._exercise, message.postures, message.aims)
            self._scores = {}
        else:
            self._contest = None
            self._exercise, self._request = prepare(load_texts(*message)), None

    @property
    def _played(self) -> int:
        """How many futures of every choice have been played."""
        return self._found.hold.games if self._found else 0

    @property
    def _due(self) -> bool:
        """Say whether the draft is to be weighed: at first, and when there is twice as much."""
        behind = self._played >= 2 * self._weighed or self._played >= ENOUGH
        mine = self._draft and self._request and self._draft.number == self._request.number
        return bool(mine) and self._weighed < self._played and behind

    @property
    def idle(self) -> bool:
        """Say whether there is nothing to do."""
        if self._exercise and self._contest:
            return False
        waits = self._exercise and self._request
        return not waits or (self._played >= ENOUGH and not self._due and not self._levers)

    def _compare(self, contest: Contest) -> None:
        """Play one more doctrine, or tell how the score stands among those of all."""
        for name, scores in self._rounds:
            self._scores[name] = scores
            return
        self._contest = None
        self._pipe.send(Compared(contest.number, standing(self._scores, contest.score)))

    def go_on(self) -> None:
        """Do one step of the work, and tell what came of it."""
        assert self._exercise
        if self._contest:
            self._compare(self._contest)
            return
        assert self._request
        number, seen = self._request.number, self._request.seen
        if self._due and self._draft and self._found:
            draft, self._weighed = self._draft, self._played
            weighed = of_draft(self._exercise, seen, draft.orders, self._played)
            shown = odds.of_draft(self._exercise, self._found, weighed)
            self._pipe.send(Drafted(number, draft.version, shown))
            return
        if self._played >= ENOUGH:
            name, orders = self._levers.pop(0)
            pulled = of_draft(self._exercise, seen, orders, levers.GAMES)
            self._pulled[name] = odds.of_lever(self._exercise, pulled)
            if not self._levers:
                self._pipe.send(Pulled(number, self._pulled))
            return
        more = forecast(self._exercise, seen, STEP, self._played)
        self._found = merge(self._found, more) if self._found else more
        self._pipe.send(Reply(number, odds.of(self._exercise, self._found)))
