"""Futures: works out odds beside the window, in a process of its own that knows no window.

Requests and answers are plain data. The newest request is the only one that counts: what was
asked before it is dropped. Answers grow by a step of futures of every choice at a time.
"""

import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from typing import Any

from game.analysis.forecast import Forecast, Odds, forecast, merge
from game.core.observation import Observation
from game.engine.exercise import Exercise, prepare
from game.scenario.load import load_texts

STEP, ENOUGH = 50, 500  # futures of every choice


@dataclass(frozen=True)
class Request:
    """What is asked: the odds of all that can be chosen now."""

    number: int
    seen: Observation


@dataclass(frozen=True)
class Reply:
    """What was found so far: the odds of holding course and of every choice."""

    number: int
    hold: Odds
    choices: tuple[Odds, ...]


class Futures:
    """The worker, as the window sees it."""

    def __init__(self, notify: Callable[[], None] = lambda: None) -> None:
        """Prepare a worker; `notify` is called from a thread whenever there is something new."""
        self._notify, self._number = notify, 0
        self._replies: list[Reply] = []
        self._lock = threading.Lock()
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

    def open(self, exercise: Exercise) -> None:
        """Say which scenario is played."""
        self._send((exercise.id, exercise.texts))

    def ask(self, seen: Observation) -> int:
        """Ask for odds; return the number that its replies bear."""
        self._number += 1
        self._send(Request(self._number, seen))
        return self._number

    def replies(self) -> list[Reply]:
        """Return what has come since the last time, the oldest first."""
        with self._lock:
            found, self._replies = self._replies, []
        return found

    def stop(self) -> None:
        """Let the worker go."""
        self._send(None)
        if self._pipe:
            self._pipe.close()
            self._pipe = None
        if isinstance(self._worker, multiprocessing.process.BaseProcess):
            self._worker.join(0.5)
            self._worker.terminate()

    def _send(self, message: object) -> None:
        if self._pipe is None:
            return
        try:
            self._pipe.send(message)
        except (OSError, ValueError):
            self._pipe = None  # the worker is gone; the game goes on without odds

    def _listen(self, pipe: Connection) -> None:
        while True:
            try:
                reply = pipe.recv()
            except (EOFError, OSError, TypeError):  # the last: it was shut while this waited
                return
            with self._lock:
                self._replies.append(reply)
            self._notify()


def whole(exercise: Exercise, reply: Reply) -> Forecast:
    """Return a reply as the forecast that it is a part of."""
    return Forecast(exercise.world, reply.hold, list(reply.choices))


def serve(pipe: Connection) -> None:
    """Answer requests until there are no more."""
    exercise: Exercise | None = None
    while True:
        try:
            message = _newest(pipe)
            if message is None:
                return
            if isinstance(message, Request):
                if exercise:
                    _answer(pipe, exercise, message)
            else:
                exercise = prepare(load_texts(*message))
        except (EOFError, OSError, KeyboardInterrupt):
            return


def _newest(pipe: Connection) -> Any:
    """Wait for a message; skip requests that a later one has overtaken."""
    message = pipe.recv()
    while isinstance(message, Request) and pipe.poll():
        message = pipe.recv()
    return message


def _answer(pipe: Connection, exercise: Exercise, request: Request) -> None:
    found: Forecast | None = None
    while found is None or (found.hold.games < ENOUGH and not pipe.poll()):
        start = found.hold.games if found else 0
        more = forecast(exercise, request.seen, STEP, start)
        found = merge(found, more) if found else more
        pipe.send(Reply(request.number, found.hold, tuple(found.choices)))
