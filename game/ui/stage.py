"""Stage: the stack of screens in a window; turns events into messages and pictures."""

import time
from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.ui.intents import Intent
from game.ui.screens.screen import Screen
from game.ui.timers import Clock, Timers
from game.ui.toolkit import beside, focus
from game.ui.toolkit.boxes import Thumb
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page, Placed
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

DESIGN = (1600, 900)
WAYS = {
    pygame.K_DOWN: (0, 1), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_LEFT: (-1, 0),
}  # fmt: skip
PRESSES = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
TIP_AFTER = 0.4  # seconds that the mouse rests before a card comes
NOTCH = 48  # dp that a notch of the wheel scrolls
PAGE = 0.85  # share of a window that Page Down scrolls
Take = Callable[[Intent], None]


def auto_scale(size: tuple[int, int]) -> float:
    """Return the scale at which the design fills a window."""
    return min(size[0] / DESIGN[0], size[1] / DESIGN[1])


def _letter(event: pygame.Event) -> bool:
    return bool(event.unicode) and event.unicode.isprintable()


class Stage:
    """Owns the surface, the stack, focus and hover. Draws only when something has changed.

    `heard` is told the name of a sound; whoever runs the game may set it. Timers are asked for
    `patience` and told to `tick` by the loop that waits for events.
    """

    def __init__(
        self, surface: Surface, kit: Kit, take: Take, clock: Clock = time.monotonic
    ) -> None:
        self.surface, self.kit, self.take = surface, kit, take
        self.stack: list[Screen] = []
        self.pages: dict[int, Page] = {}
        self.focus = self.hover = self.tipped = ""
        self.by_keys = False
        self.memory: dict[str, str] = {}
        self.offsets: dict[int, dict[str, float]] = {}
        self.mouse: tuple[float, float] | None = None
        self.timers = Timers(clock)
        self._part: Rect | None = None
        self.dirty = True
        self.heard: Callable[[str], None] = lambda name: None
        self._left: dict[int, str] = {}
        self._stop = 0
        self._held: Placed | None = None
        self._awaited: tuple[float, object] | None = None

    # the stack

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.stack[-1]

    @property
    def page(self) -> Page:
        """The layout of the screen on top."""
        return self._page(self.screen)

    def _page(self, screen: Screen) -> Page:
        if id(screen) not in self.pages:
            wide, tall = (v / self.kit.scale for v in self.surface.get_size())
            offsets = self.offsets.setdefault(id(screen), {})
            page = Page(self.kit, screen.build(wide, tall), Box(0, 0, wide, tall), offsets)
            self.pages[id(screen)] = page
            if screen is self.screen:
                self._settle(page)
        return self.pages[id(screen)]

    def _settle(self, page: Page) -> None:
        """Keep focus and hover true for a new layout."""
        here = focus.index(page, self.focus)
        if here is None and self.focus:
            self.focus = focus.nearest(page, self._stop, self.memory)
            here = focus.index(page, self.focus)
        self._stop = here or 0
        if self.mouse and not self.by_keys and self._held is None:
            under = page.at(*self.mouse)
            self.hover = under.widget.name if under else ""

    @property
    def dirty(self) -> bool:
        """Whether anything is to be drawn again; all of it, unless somebody says which part."""
        return self._dirty

    @dirty.setter
    def dirty(self, value: bool) -> None:
        self._dirty, self._part = value, None

    def changed(self) -> None:
        """Lay out and draw again at the next chance."""
        self.pages.clear()
        self.dirty = True

    def push(self, screen: Screen) -> None:
        """Put a screen on top."""
        if self.stack:
            self._left[id(self.screen)] = self.focus
        self.stack.append(screen)
        self._enter(screen.first)

    def pop(self) -> None:
        """Take the screen on top away; the one below has its focus where it was."""
        gone = self.stack.pop()
        self.offsets.pop(id(gone), None)
        self._left.pop(id(gone), None)
        below = self.screen if self.stack else None
        self._enter(self._left.get(id(below), below.first) if below else "")

    def land(self) -> None:
        """Put the focus where the screen on top starts, because what it shows is new."""
        self._enter(self.screen.first)

    def _enter(self, name: str) -> None:
        self.focus, self.hover, self._stop, self._held = name, "", 0, None
        self._untip()
        self.changed()
        self._await()

    def _await(self) -> None:
        """Let the screen on top have the message that it wants after a while."""
        wanted = self.screen.wake() if self.stack else None
        if wanted == self._awaited:
            return
        self._awaited = wanted
        self.timers.drop("wake")
        if wanted:
            self.timers.set("wake", wanted[0], self._wake)

    def _wake(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited:
            self.send(awaited[1])

    def send(self, message: object) -> Intent | None:
        """Give a message to the screen on top, and its intent to whoever runs the game."""
        intent = self.screen.update(message)
        self.changed()
        if intent is not None:
            self.take(intent)
        self._await()
        return intent

    # events

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        doors = {
            pygame.KEYDOWN: self._key, pygame.MOUSEMOTION: self._motion,
            pygame.MOUSEBUTTONDOWN: self._down, pygame.MOUSEBUTTONUP: self._up,
            pygame.MOUSEWHEEL: self._wheel, pygame.TEXTINPUT: self._text,
            pygame.WINDOWLEAVE: self._leave,
        }  # fmt: skip
        if (door := doors.get(event.type)) and self.stack:
            door(event)

    def patience(self) -> float:
        """Return the seconds until something happens by itself, or nought if nothing will."""
        return self.timers.patience()

    def tick(self) -> None:
        """Do what is due by now."""
        self.timers.tick()

    def _focused(self) -> Widget | None:
        found = self.page.find(self.focus)
        return found.widget if found else None

    def _key(self, event: pygame.Event) -> None:
        widget = self._focused()
        self.by_keys = self.dirty = True
        control = event.mod & pygame.KMOD_CTRL
        if event.key == pygame.K_TAB:
            step = -1 if event.mod & pygame.KMOD_SHIFT else 1
            self._go(focus.tab(self.page, self.focus, step, self.memory))
        elif widget and (message := widget.keyed(event)) is not None:
            self.send(message)
        elif widget and widget.writing and not control and _letter(event):
            pass  # the letter itself comes as text
        elif event.key in WAYS and widget and widget.group and not event.mod & pygame.KMOD_SHIFT:
            self._go(focus.arrow(self.page, self.focus, WAYS[event.key]))
        elif event.key in PRESSES and not control:
            self._press(widget)
        elif message := self.screen.key(event):
            self._shortcut(message)
        else:
            self._page_keys(event.key)

    def _shortcut(self, message: object) -> None:
        """Send the message of a shortcut, and go where it leads."""
        screen = self.screen
        self.send(message)
        if screen is self.screen and (name := screen.lead(message)) and self.page.find(name):
            self._go(name)

    def _page_keys(self, key: int) -> None:
        """Scroll what the focus lies in, or else the tallest that can be scrolled."""
        window = self.page.around(self.focus) or max(
            self.page.windows, key=lambda w: w.reach, default=None
        )
        steps = {
            pygame.K_PAGEDOWN: PAGE, pygame.K_PAGEUP: -PAGE, pygame.K_END: 1e6,
            pygame.K_HOME: -1e6, pygame.K_DOWN: 0.1, pygame.K_UP: -0.1,
        }  # fmt: skip
        if window and key in steps and self.page.scroll(window.name, steps[key] * window.box.h):
            self.changed()

    def _go(self, name: str) -> None:
        self.focus, self.dirty = name, True
        widget = self._focused()
        self._stop = focus.index(self.page, name) or 0
        if widget and widget.group:
            self.memory[widget.group] = name
        if self.page.reveal(name):
            self.changed()
        if widget and (message := widget.sought()) is not None:
            self.send(message)

    def _press(self, widget: Widget | None) -> None:
        if widget and widget.action is not None:
            self._pressed(widget, widget.action)

    def _pressed(self, widget: Widget, message: object) -> None:
        """Send a message; what stays on the screen is heard here, the rest where it is done."""
        if self.send(message) is None and widget.sound:
            self.heard(widget.sound)

    def _text(self, event: pygame.Event) -> None:
        widget = self._focused()
        if widget and (message := widget.typed(event.text)) is not None:
            self.send(message)

    # the mouse

    def _point(self, event: pygame.Event) -> tuple[float, float]:
        return event.pos[0] / self.kit.scale, event.pos[1] / self.kit.scale

    def _motion(self, event: pygame.Event) -> None:
        self.mouse = self._point(event)
        if self._held:
            self._pull(self._held, event)
            return
        under = self.page.at(*self.mouse)
        name = under.widget.name if under else ""
        if name != self.hover:
            self._hover(name)

    def _hover(self, name: str) -> None:
        """Light what is under the mouse; its card comes when the mouse rests."""
        before, shown = self.page.find(self.hover), self.tipped
        now = self.page.find(name)
        self.hover, self.dirty, self.by_keys = name, True, False
        self._untip()
        group = now.widget.group if now else ""
        if shown and before and group and before.widget.group == group:
            self.tipped = name  # one is reading cards already
        elif name:
            self.timers.set("tip", TIP_AFTER, self._tip)

    def _tip(self) -> None:
        self.tipped, self.dirty = self.hover, True

    def _untip(self) -> None:
        self.tipped = ""
        self.timers.drop("tip")

    def _leave(self, event: pygame.Event) -> None:
        if self._held is None:
            self.mouse = None
            self._hover("")

    def _down(self, event: pygame.Event) -> None:
        self.mouse = self._point(event)
        under = self.page.at(*self.mouse)
        self.by_keys, self.dirty = False, True
        self._untip()
        if event.button != 1 or under is None:
            return
        if under.widget.draggable:
            self._held = under
        if under.widget.focusable:
            self._go(under.widget.name)
            self._point_at(under)

    def _point_at(self, spot: Placed) -> None:
        """Press a widget where the mouse is."""
        assert self.mouse
        share = (self.mouse[0] - spot.box.x) / max(1, spot.box.w)
        message = spot.widget.pressed(min(max(0.0, share), 1.0))
        if message is not None:
            self._pressed(spot.widget, message)

    def _pull(self, held: Placed, event: pygame.Event) -> None:
        """Move what the button is held on."""
        widget = held.widget
        if isinstance(widget, Thumb):
            by = event.rel[1] / self.kit.scale / widget.share
            if self.page.scroll(widget.window, by):
                self.changed()
        elif widget.focusable:
            self._point_at(held)
        else:
            part = None if self.dirty and not self._part else self.page.pixels(held.box)
            self.screen.drag(event.rel, self.page.pixels(held.box).size, self.kit.scale)
            self.changed()
            self._part = part

    def _up(self, event: pygame.Event) -> None:
        self._held = None

    def _wheel(self, event: pygame.Event) -> None:
        if self.mouse is None:
            return
        for window in reversed(self.page.windows):
            if window.reach and window.box.holds(*self.mouse):
                if self.page.scroll(window.name, -event.y * NOTCH):
                    self._untip()
                    self.changed()
                return
        for under in reversed(self.page.placed):
            if under.widget.draggable and under.box.clip(under.clip).holds(*self.mouse):
                self._wheel_on(under, event.y)
                return

    def _wheel_on(self, under: Placed, steps: int) -> None:
        assert self.mouse
        box, k = self.page.pixels(under.box), self.kit.scale
        at = self.mouse[0] * k - box.x, self.mouse[1] * k - box.y
        if message := self.screen.wheel(steps, at, box.size, k):
            self.send(message)

    # drawing

    def draw(self) -> None:
        """Draw the stack from the lowest screen that can be seen."""
        part, self.dirty = self._part, False
        start = max((i for i, s in enumerate(self.stack) if not s.clear), default=0)
        self.surface.fill(colour("ground"), part)
        for screen in self.stack[start:]:
            page = self._page(screen)
            page.draw(self.surface, self._lit() if screen is self.screen else (), part)
        if not self.stack:
            return
        spot = self.page.find(self.focus)
        if spot and self.by_keys:
            beside.ring(self.surface, self.page, spot)
        self._card()

    def _lit(self) -> set[str]:
        """Return the names of what is under the mouse, or has the focus of the keys."""
        widget = self._focused()
        shown = widget and (self.by_keys or widget.writing)
        return {self.hover, *([self.focus] if shown else [])}

    def _card(self) -> None:
        spot = self.page.find(self.focus if self.by_keys else self.tipped)
        card = beside.card_of(spot.widget) if spot else None
        if spot and card and spot.box.within(spot.clip, 4):
            beside.show(self.surface, self.page, card, spot.box)
