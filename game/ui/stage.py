"""Stage: the stack of screens in a window; turns events into messages and pictures."""

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.ui.intents import Intent
from game.ui.screens.screen import Screen
from game.ui.toolkit import focus, shapes
from game.ui.toolkit.boxes import Ground, Panel
from game.ui.toolkit.entry import Entry
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.page import Page, Placed
from game.ui.toolkit.theme import colour
from game.ui.toolkit.widget import Widget

DESIGN = (1600, 900)
STEP = {pygame.K_DOWN: 1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_LEFT: -1}
Take = Callable[[Intent], None]


def auto_scale(size: tuple[int, int]) -> float:
    """Return the scale at which the design fills a window."""
    return min(size[0] / DESIGN[0], size[1] / DESIGN[1])


class Stage:
    """Owns the surface, the stack, focus and hover. Draws only when something has changed."""

    def __init__(self, surface: Surface, kit: Kit, take: Take) -> None:
        self.surface, self.kit, self.take = surface, kit, take
        self.stack: list[Screen] = []
        self.pages: dict[int, Page] = {}
        self.focus = self.hover = ""
        self.by_keys = False
        self.memory: dict[str, str] = {}
        self.offsets: dict[int, dict[str, float]] = {}
        self.mouse = (0.0, 0.0)
        self.dirty = True
        self._dragged: Placed | None = None

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
            self.pages[id(screen)] = Page(
                self.kit, screen.build(wide, tall), Box(0, 0, wide, tall), offsets
            )
        return self.pages[id(screen)]

    def changed(self) -> None:
        """Lay out and draw again at the next chance."""
        self.pages.clear()
        self.dirty = True

    def push(self, screen: Screen) -> None:
        """Put a screen on top."""
        self.stack.append(screen)
        self.focus, self.hover = screen.first, ""
        self.changed()

    def pop(self) -> None:
        """Take the screen on top away, and forget how far it was scrolled."""
        self.offsets.pop(id(self.stack.pop()), None)
        self.focus = self.screen.first if self.stack else ""
        self.changed()

    def send(self, message: object) -> None:
        """Give a message to the screen on top, and its intent to whoever runs the game."""
        intent = self.screen.update(message)
        self.changed()
        if intent is not None:
            self.take(intent)

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        doors = {
            pygame.KEYDOWN: self._key, pygame.MOUSEMOTION: self._motion, pygame.MOUSEBUTTONDOWN: self._down,
            pygame.MOUSEBUTTONUP: self._up, pygame.MOUSEWHEEL: self._wheel, pygame.TEXTINPUT: self._text,
        }  # fmt: skip
        if door := doors.get(event.type):
            door(event)

    def _focused(self) -> Widget | None:
        found = self.page.find(self.focus)
        return found.widget if found else None

    def _key(self, event: pygame.Event) -> None:
        widget = self._focused()
        self.by_keys = self.dirty = True
        if event.key == pygame.K_TAB:
            self._go(
                focus.tab(
                    self.page, self.focus, -1 if event.mod & pygame.KMOD_SHIFT else 1, self.memory
                )
            )
        elif event.key in STEP and widget and widget.group:
            self._go(focus.arrow(self.page, self.focus, STEP[event.key]))
        elif isinstance(widget, Entry) and event.key not in (pygame.K_RETURN, pygame.K_ESCAPE):
            self.send(widget.shortened()) if event.key == pygame.K_BACKSPACE else None
        elif event.key in (pygame.K_RETURN, pygame.K_SPACE) and not event.mod & pygame.KMOD_CTRL:
            self._press(widget)
        elif message := self.screen.key(event):
            self.send(message)

    def _go(self, name: str) -> None:
        self.focus = name
        widget = self._focused()
        if widget and widget.group:
            self.memory[widget.group] = name
        if self.page.reveal(name):
            self.changed()

    def _press(self, widget: Widget | None) -> None:
        if widget and widget.action is not None:
            self.send(widget.action)

    def _text(self, event: pygame.Event) -> None:
        widget = self._focused()
        if isinstance(widget, Entry):
            self.send(widget.edited(event.text))

    def _point(self, event: pygame.Event) -> tuple[float, float]:
        return event.pos[0] / self.kit.scale, event.pos[1] / self.kit.scale

    def _motion(self, event: pygame.Event) -> None:
        self.mouse = self._point(event)
        if self._dragged:
            self.screen.drag(event.rel, self.page.pixels(self._dragged.box).size, self.kit.scale)
            return self.changed()
        under = self.page.at(*self.mouse)
        name = under.widget.name if under else ""
        if name != self.hover:
            self.hover, self.dirty, self.by_keys = name, True, False

    def _down(self, event: pygame.Event) -> None:
        under = self.page.at(*self._point(event))
        self.by_keys = False
        if event.button == 1 and under:
            if under.widget.draggable:
                self._dragged = under
            elif under.widget.focusable:
                self._go(under.widget.name)
                self._press(under.widget)

    def _up(self, event: pygame.Event) -> None:
        self._dragged = None

    def _wheel(self, event: pygame.Event) -> None:
        for window in reversed(self.page.windows):
            if window.reach and window.box.holds(*self.mouse):
                self.page.offsets[window.name] -= event.y * 48
                return self.changed()
        under = self.page.at(*self.mouse)
        if under and under.widget.draggable and (message := self.screen.wheel(event.y)):
            self.send(message)

    def draw(self) -> None:
        """Draw the stack from the lowest screen that can be seen."""
        start = max((i for i, s in enumerate(self.stack) if not s.clear), default=0)
        self.surface.fill(colour("ground"))
        for screen in self.stack[start:]:
            top = screen is self.screen
            self._page(screen).draw(self.surface, (self.hover,) if top else ())
        self._ring()
        self._tip()
        self.dirty = False

    def _ring(self) -> None:
        spot = self.page.find(self.focus)
        if spot and self.by_keys:
            box = spot.box.inset(-2).clip(spot.clip.inset(-2))
            rect = self.page.pixels(box)
            shape = shapes.rounded(
                rect.size,
                self.kit.px(6),
                colour("accent", 0),
                colour("accent"),
                max(2, self.kit.px(2)),
            )
            shapes.stamp(self.surface, shape, rect.topleft)

    def _tip(self) -> None:
        spot = self.page.find(self.focus if self.by_keys else self.hover)
        card = spot.widget.card() if spot else None
        if spot and card and spot.box.within(spot.clip, 4):
            show(self.surface, self.page, card, spot.box)


def show(surface: Surface, page: Page, card: Widget, near: Box) -> None:
    """Draw a card beside a widget, on the side where there is room."""
    wide = (card.width(page.kit) or 230) + 28
    sheet = Panel(card, Ground("panel", "strong", 7, 246), 14, 10)
    tall = sheet.height(page.kit, wide)
    room = page.box.inset(6)
    spots = [
        (near.right + 10, near.y - 10), (near.x - wide - 10, near.y - 10),
        (near.x + near.w / 2 - wide / 2, near.bottom + 8), (near.x + near.w / 2 - wide / 2, near.y - tall - 8),
    ]  # fmt: skip
    boxes = [
        Box(
            min(max(room.x, x), room.right - wide),
            min(max(room.y, y), room.bottom - tall),
            wide,
            tall,
        )
        for x, y in spots
    ]
    free = [b for b in boxes if not Rect(*b).colliderect(Rect(*near))]
    Page(page.kit, sheet, (free or boxes)[0], {}).draw(surface)
