"""Bench: how fast the window draws on this machine, without a display, in processor time."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np
import pygame

from game.analysis.bench import Row
from game.core.chance import seed_of
from game.engine.decision import Choice
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.ui import intents as want
from game.ui.app import App
from game.ui.futures import ENOUGH
from game.ui.map.projection import STEPS
from game.ui.play.view import Select, Zoom
from game.ui.screens.play import Play
from game.ui.screens.playback import Playback

SIZE = (1600, 900)
FRAME = 1 / 60  # seconds
TURN = 80  # frames until the mouse goes the other way
ZOOMS = 6
PATIENCE = 60  # seconds that odds are waited for
SCREENS = ("help", "settings", "saves", "history", "menu")


@dataclass(frozen=True)
class Size:
    """How much of everything is done."""

    frames: int = 320  # while panning
    changes: int = 50  # screens opened and shut
    turns: int = 200
    odds: int = ENOUGH  # futures of every choice that are waited for
    idle: float = 1.0  # seconds


def bench(exercise: Exercise, size: Size = Size()) -> list[Row]:
    """Measure the window; nothing is shown and nothing is saved."""
    with _silent():
        start = time.process_time()
        app = App(SIZE, odds=False)
        app.draw()
        first = time.process_time() - start
        desk = app.conductor.desk
        desk.settings = desk.settings.changed("hints", False)  # or what was seen would be saved
        try:
            return [
                Row("window: first frame of the title", round(first, 2), "s"),
                *_speed(app, exercise, size),
                *_odds(app, exercise, size),
                *_room(app, exercise, size),
            ]
        finally:
            app.close()


@contextmanager
def _silent() -> Iterator[None]:
    """Show no window and play no sound meanwhile."""
    drivers = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
    before = {name: os.environ.get(name) for name in drivers}
    os.environ.update(dict.fromkeys(drivers, "dummy"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _begin(app: App, exercise: Exercise, word: str = "demo") -> None:
    app.conductor.begin(Game(exercise, seed_of(word)), Keeper(word, lambda text: None))
    app.draw()


def _speed(app: App, exercise: Exercise, size: Size) -> Iterator[Row]:
    """Measure how long one waits for a frame."""
    _begin(app, exercise)
    panned = list(islice(_pan(app), size.frames))
    yield Row("window: frame while panning, median", round(float(np.median(panned)), 2), "ms")
    yield Row("window: frame while panning, p99", round(_p99(panned), 2), "ms")
    yield Row("window: another option, median", round(float(np.median(_look(app))), 2), "ms")
    yield Row("window: a step of zoom, worst", round(max(_zoom(app)), 1), "ms")


def _odds(app: App, exercise: Exercise, size: Size) -> Iterator[Row]:
    """Measure frames while odds come in, and what the window does when all have come."""
    app.futures.start()
    _begin(app, exercise)
    frames, end = [], time.monotonic() + PATIENCE
    for frame in _pan(app):
        frames.append(frame)
        if _foreseen(app) >= size.odds or time.monotonic() > end:
            break
    yield Row("window: frame while odds are computed, p99", round(_p99(frames), 2), "ms")
    drawn, draw = [0], app.stage.draw

    def counted() -> None:
        drawn[0] += 1
        draw()

    app.stage.draw = counted  # type: ignore[method-assign]
    pygame.event.clear()
    pygame.time.set_timer(pygame.QUIT, round(1000 * size.idle), 1)
    start = time.process_time()
    app.run()
    share = (time.process_time() - start) / size.idle
    app.conductor.running, app.stage.draw = True, draw  # type: ignore[method-assign]
    yield Row("window: idle when all odds have come", round(100 * share, 2), "% of a core")
    yield Row("window: frames drawn while idle", drawn[0], "frames")
    app.futures.stop()


def _foreseen(app: App) -> int:
    """Return of how many futures the odds are that are shown."""
    play = app.stage.screen
    assert isinstance(play, Play)
    return play.forecast.hold.games if play.forecast else 0


def _room(app: App, exercise: Exercise, size: Size) -> Iterator[Row]:
    """Measure the memory after a long evening, at every step of zoom."""
    _turns(app, exercise, size.turns)
    _begin(app, exercise)
    _change(app, size.changes)
    told = f"{size.turns} turns and {size.changes} screens"
    for step in range(len(STEPS)):
        app.stage.send(Zoom(min(1, step)))
        app.draw()
        deque(islice(_pan(app, 0), size.frames), 0)
        yield Row(f"window: memory after {told}, zoom {step + 1}", round(_memory()), "MB")
    before = _memory()
    _change(app, size.changes)
    _turns(app, exercise, size.turns // 4)
    _begin(app, exercise)
    more = f"{size.changes} screens and {size.turns // 4} turns"
    yield Row(f"window: growth in {more} more", round(_memory() - before, 1), "MB")


def _turns(app: App, exercise: Exercise, turns: int) -> None:
    """Hold course for so many turns, in as many games as that takes."""
    take, played = app.conductor.take, 0
    while played < turns:
        _begin(app, exercise, f"demo {played}")
        while (game := app.conductor.game) and not game.over and played < turns:
            if isinstance(game.pending, Choice):
                take(want.Answer(game.pending.standing))
            else:
                take(want.Commit(True))
                played += 1
            app.draw()
            while isinstance(app.stage.screen, Playback):
                take(want.Close())
                app.draw()


def _timed(app: App, act: Callable[[], object]) -> float:
    """Return the milliseconds of doing something and drawing what comes of it.

    What the window does by itself until the next frame is due belongs to it.
    """
    start, due = time.process_time(), time.monotonic() + FRAME
    act()
    app.draw()
    while (left := due - time.monotonic()) > 0:
        time.sleep(min(left, app.stage.patience() or left))
        app.stage.tick()
    return 1000 * (time.process_time() - start)


def _p99(times: list[float]) -> float:
    return float(np.percentile(times, 99))


def _pan(app: App, nearer: int = 1) -> Iterator[float]:
    """Come nearer, hold the button on the map and move the mouse to and fro: ms for each frame."""
    app.stage.send(Zoom(nearer)) if nearer else None
    app.draw()
    spot = app.stage.page.find("map")
    assert spot
    x, y = app.stage.page.pixels(spot.box).center

    def point(kind: int, **more: Any) -> None:
        app.handle(pygame.Event(kind, pos=(x, y), **more))

    def move(by: int) -> None:
        for event in pygame.event.get():
            app.handle(event)
        point(pygame.MOUSEMOTION, rel=(by, by), buttons=(1, 0, 0))

    point(pygame.MOUSEMOTION, rel=(0, 0), buttons=(0, 0, 0))
    point(pygame.MOUSEBUTTONDOWN, button=1)
    try:
        for number in count():
            by = 5 if number // TURN % 2 else -5
            x, y = x + by, y + by
            yield _timed(app, partial(move, by))
    finally:
        point(pygame.MOUSEBUTTONUP, button=1)


def _look(app: App) -> list[float]:
    """Look at every open option, twice: the second time is counted."""
    play = app.stage.screen
    assert isinstance(play, Play) and play.situation.council
    names = [option.id for option in play.situation.council.open]
    looks = [_timed(app, lambda n=n: app.stage.send(Select(n))) for n in names * 2]  # type: ignore[misc]
    return looks[len(names) :]


def _zoom(app: App) -> list[float]:
    app.stage.send(Zoom(0))
    app.draw()
    steps = (1, 1, -1, -1) * (ZOOMS // 2)
    return [_timed(app, lambda by=by: app.stage.send(Zoom(by))) for by in steps]  # type: ignore[misc]


def _change(app: App, changes: int) -> None:
    """Open and shut screens, one after the other."""
    for number in range(changes):
        app.conductor.take(want.Open(SCREENS[number % len(SCREENS)]))
        app.draw()
        app.conductor.take(want.Close())
        app.draw()


def _memory() -> float:
    """Return the memory in MB that this process holds now, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
