"""Bench: how fast the window draws on this machine, without a display, in processor time."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pygame

from game.analysis.bench import Row
from game.core.chance import seed_of
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.ui import intents as want
from game.ui.app import App
from game.ui.play.view import Select, Zoom
from game.ui.screens.play import Play

SIZE = (1600, 900)
FRAMES = 120
FRAME = 1 / 60  # seconds
ZOOMS = 6
CHANGES = 50
SCREENS = ("help", "settings", "saves", "history", "menu")


def bench(exercise: Exercise, frames: int = FRAMES, changes: int = CHANGES) -> list[Row]:
    """Measure the window; nothing is shown and nothing is saved."""
    with _silent():
        start = time.process_time()
        app = App(SIZE, odds=False)
        app.draw()
        first = time.process_time() - start
        try:
            return [
                Row("window: first frame of the title", round(first, 2), "s"),
                *_rows(app, exercise, frames, changes),
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


def _rows(app: App, exercise: Exercise, frames: int, changes: int) -> Iterator[Row]:
    game = Game(exercise, seed_of("demo"))
    app.conductor.begin(game, Keeper("demo", lambda text: None))
    app.draw()
    panned = _pan(app, frames)
    yield Row("window: frame while panning, median", round(float(np.median(panned)), 2), "ms")
    yield Row("window: frame while panning, p99", round(_p99(panned), 2), "ms")
    yield Row("window: another option, median", round(float(np.median(_look(app))), 2), "ms")
    yield Row("window: a step of zoom, worst", round(max(_zoom(app)), 1), "ms")
    _change(app, changes)
    before = _memory()
    _change(app, changes)
    after = _memory()
    yield Row(f"window: memory after {2 * changes} screens", round(after), "MB")
    yield Row(f"window: growth in {changes} screens", round(after - before, 1), "MB")


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


def _pan(app: App, frames: int) -> list[float]:
    """Come nearer, hold the button on the map and move the mouse to and fro."""
    app.stage.send(Zoom(1))
    app.draw()
    spot = app.stage.page.find("map")
    assert spot
    x, y = app.stage.page.pixels(spot.box).center
    app.handle(pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0)))
    app.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
    times = []
    for number in range(frames):
        by = 5 if number // 20 % 2 else -5
        x += by
        move = pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(by, by), buttons=(1, 0, 0))
        times.append(_timed(app, lambda move=move: app.handle(move)))  # type: ignore[misc]
    app.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1))
    return times


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
