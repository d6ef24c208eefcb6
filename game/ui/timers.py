"""Timers: what happens by itself after a while, so that a loop knows how long it may sleep."""

import time
from collections.abc import Callable

Clock = Callable[[], float]
SOON = 0.001  # seconds; what is due already is not waited for


class Timers:
    """Calls that are due at some moment, each under a name; setting one again replaces it."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._due: dict[str, tuple[float, Callable[[], None]]] = {}

    def set(self, name: str, seconds: float, call: Callable[[], None]) -> None:
        """Call something after so many seconds."""
        self._due[name] = (self._clock() + seconds, call)

    def waiting(self, name: str) -> bool:
        """Say whether a call is still to come."""
        return name in self._due

    def drop(self, name: str) -> None:
        """Forget a call."""
        self._due.pop(name, None)

    def patience(self) -> float:
        """Return the seconds until the next call, or nought if there is none."""
        if not self._due:
            return 0.0
        return max(SOON, min(when for when, _ in self._due.values()) - self._clock())

    def tick(self) -> None:
        """Make all calls that are due."""
        now = self._clock()
        for name in list(self._due):
            if name in self._due and self._due[name][0] <= now:  # one may drop another
                self._due.pop(name)[1]()
