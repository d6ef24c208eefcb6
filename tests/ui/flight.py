"""A flight: the whole application, driven as a player drives it, by keys or by the mouse alone.

Nothing here calls the game: what is decided gets there through events, and is read back from it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pygame

from game.engine.game import Game
from game.ui.app import App
from game.ui.toolkit import focus
from tests.ui.pilot import Pilot

HELD = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT}
MANY = 120  # more stops or notches than any screen has

MOST = 5_000  # inputs of one test: a loop that waits for something ends here


@dataclass
class Flight(Pilot):
    """A pilot of the whole application; counts what the player has to do."""

    app: App = field(kw_only=True)
    inputs: int = 0

    @property
    def screen(self) -> str:
        """The name of the screen on top."""
        return self.stage.screen.name

    @property
    def game(self) -> Game:
        """The game that is being played."""
        found = self.app.conductor.game
        assert found
        return found

    def names(self) -> list[str]:
        """Return the names of all that can be reached on the screen on top."""
        placed = self.stage.page.placed
        return list(dict.fromkeys(p.widget.name for p in placed if p.widget.focusable))

    def post(self, event: pygame.Event) -> None:
        """Hand an event to the application."""
        self.app.handle(event)

    def draw(self) -> None:
        """Draw what has changed, as the application does between two events."""
        assert self.inputs < MOST, "it goes round in circles"
        if self.app.conductor.running:
            self.app.draw()

    # keys

    def keys(self, *strokes: str) -> None:
        """Strike keys, such as `tab`, `5` or `ctrl+return`, and look what comes of it."""
        for stroke in strokes:
            self._strike(stroke)
        self.draw()

    def _strike(self, stroke: str) -> None:
        *held, name = stroke.split("+") if len(stroke) > 1 else [stroke]
        self.inputs += 1
        mod = sum(HELD[h] for h in held)
        letter = name if len(name) == 1 else ""
        code = pygame.key.key_code(name)
        self.post(pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter))
        if letter and not held:
            self.post(pygame.Event(pygame.TEXTINPUT, text=letter))

    def reach(self, name: str) -> None:
        """Go to a widget with Tab and arrows."""
        for _ in range(MANY):
            if name in self._stop():
                break
            self._strike("tab")
        assert name in self._stop(), f"Tab does not lead to {name} on {self.screen}"
        for way in ("down", "up"):
            for _ in self._stop():
                if self.stage.focus == name:
                    return
                self._strike(way)
        assert self.stage.focus == name, f"no arrow leads to {name} on {self.screen}"

    def choose(self, name: str) -> None:
        """Reach a widget by keys and press it."""
        self.reach(name)
        self.keys("return")

    def _stop(self) -> list[str]:
        """Return the members of the stop that has the focus."""
        stops = [[w.name for w in stop] for stop in focus.stops(self.stage.page)]
        return next((stop for stop in stops if self.stage.focus in stop), [])

    # the mouse

    def touch(self, name: str) -> None:
        """Turn the wheel until a widget is seen, and click on it."""
        for way in (-1, 1):
            for _ in range(MANY):
                if self._seen(name):
                    return self._touch(name)
                if not self._wheel(name, way):
                    break
        raise AssertionError(f"{name} cannot be clicked on {self.screen}")

    def _touch(self, name: str) -> None:
        self.inputs += 1
        at = self.point(name)
        self.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        self.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        self.draw()

    def _seen(self, name: str) -> bool:
        spot, k = self.spot(name), self.stage.kit.scale
        at = self.point(name)
        found = self.stage.page.at(at[0] / k, at[1] / k)
        return bool(found and found.widget.name == spot.widget.name)

    def _wheel(self, name: str, way: int) -> bool:
        """Turn the wheel one notch over what a widget lies in; say whether anything moved."""
        window = self.stage.page.around(name)
        if window is None:
            return False
        before = dict(self.stage.page.offsets)
        k, box = self.stage.kit.scale, window.box
        at = round((box.x + box.w / 2) * k), round((box.y + box.h / 2) * k)
        self.inputs += 1
        self.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        self.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=way))
        self.draw()
        return dict(self.stage.page.offsets) != before


@contextmanager
def flight(size: tuple[int, int] = (1280, 720)) -> Iterator[Flight]:
    """Open the application at its title; it works out no odds."""
    app = App(size, odds=False)
    try:
        app.draw()
        yield Flight(app.stage, [], app=app)
    finally:
        app.close()


Press = Callable[[str], None]
"""How a player presses something: `Flight.choose` by keys, `Flight.touch` by the mouse."""
