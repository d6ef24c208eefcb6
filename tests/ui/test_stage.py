"""The stage: focus, hover, cards, scrolling, timers, the stack, and errors of screens."""

from dataclasses import dataclass
from typing import ClassVar

import pygame
import pytest

from game.ui.intents import Close, Intent
from game.ui.screens.screen import Screen
from game.ui.timers import Timers
from game.ui.toolkit import beside
from game.ui.toolkit.boxes import Column, Ground, Panel, Scroll, Sized
from game.ui.toolkit.button import Button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.entry import Entry, Typed
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget
from tests.ui.gallery import Gallery, Question
from tests.ui.pilot import Hand, Pilot, staged

SPOTS = {
    "middle": (50, 50),
    "north": (55, 10),
    "east": (90, 45),
    "south": (45, 90),
    "west": (5, 55),
}


@dataclass(frozen=True)
class Press:
    """A button was pressed."""

    what: str


@dataclass(frozen=True)
class Star(Widget):
    """A place on a map."""

    spatial: ClassVar[bool] = True

    def describe(self) -> str:
        return self.name


@dataclass(frozen=True)
class Sky(Widget):
    """A map that can be dragged, with places on it."""

    draggable: ClassVar[bool] = True

    def lay(self, page: Page, box: Box) -> None:
        page.add(self, box)
        for name, (x, y) in SPOTS.items():
            star = Star(name=name, group="stars", action=Press(name), current=name == "middle")
            page.add(star, Box(box.x + box.w * x / 100, box.y + box.h * y / 100, 12, 12))


class Table(Screen):
    """A few buttons, an entry, a long list and a map."""

    first = "a"

    def __init__(self) -> None:
        self.got: list[object] = []
        self.keys: list[int] = []
        self.moved: list[tuple[float, float]] = []
        self.gone = ""
        self.soon: tuple[float, object] | None = None

    def build(self, width: float, height: float) -> Widget:
        buttons = tuple(
            Button(name, name=name, tip=f"What {name} does", action=Press(name))
            for name in "abc"
            if name != self.gone
        )
        rows = tuple(
            Button(f"Row {i}", name=f"row:{i}", group="rows", action=Press(str(i)), tip=f"Row {i}")
            for i in range(40)
        )
        listed = Sized(Scroll(Column(rows), name="rows"), tall=200)
        entry = Entry("", name="entry", action=Press("entered"))
        sky = Sized(Sky(name="sky"), tall=200, wide=200)
        return Panel(Column((*buttons, entry, listed, sky), gap=8), Ground("panel"))

    def update(self, message: object) -> Intent | None:
        self.got.append(message)
        return super().update(message)

    def key(self, event: pygame.Event) -> object | None:
        self.keys.append(event.key)
        return Close() if event.key == pygame.K_ESCAPE else None

    def drag(self, move: tuple[float, float], size: tuple[int, int], scale: float) -> None:
        self.moved.append(move)

    def wheel(self, steps: int, *where: object) -> object | None:
        return Press(f"wheel {steps}")

    def wake(self) -> tuple[float, object] | None:
        return self.soon


@dataclass
class Stand:
    """A pilot and the screen that it looks at."""

    pilot: Pilot
    screen: Table

    @property
    def focus(self) -> str:
        return self.pilot.stage.focus


@pytest.fixture
def stand() -> Stand:
    screen = Table()
    return Stand(staged(screen), screen)


def press(stand: Stand, *keys: int) -> None:
    for key in keys:
        stand.pilot.press(key)


# focus


def test_tab_goes_from_stop_to_stop_and_round(stand: Stand):
    assert stand.pilot.walk() == ["b", "c", "entry", "row:0", "middle", "a"]


def test_enter_and_space_press_what_has_the_ring(stand: Stand):
    press(stand, pygame.K_RETURN, pygame.K_TAB, pygame.K_SPACE)
    assert stand.screen.got == [Press("a"), Press("b")]


def test_arrows_walk_a_group_and_tab_comes_back_to_where_one_was(stand: Stand):
    stand.pilot.stage._go("row:0")
    press(stand, pygame.K_DOWN, pygame.K_DOWN, pygame.K_UP)
    assert stand.focus == "row:1"
    press(stand, pygame.K_TAB)
    stand.pilot.press(pygame.K_TAB, pygame.KMOD_SHIFT)
    assert stand.focus == "row:1"


@pytest.mark.parametrize(
    ("key", "there"),
    [
        (pygame.K_UP, "north"),
        (pygame.K_DOWN, "south"),
        (pygame.K_LEFT, "west"),
        (pygame.K_RIGHT, "east"),
    ],
)
def test_on_a_map_arrows_go_by_direction(stand: Stand, key: int, there: str):
    stand.pilot.stage._go("middle")
    press(stand, key)
    assert stand.focus == there


def test_focus_goes_to_what_takes_the_place_of_what_is_gone(stand: Stand):
    press(stand, pygame.K_TAB)
    stand.screen.gone = "b"
    stand.pilot.stage.changed()
    stand.pilot.stage.draw()
    assert stand.focus == "c"


def test_focus_is_scrolled_into_view(stand: Stand):
    stand.pilot.stage._go("row:0")
    for _ in range(30):
        press(stand, pygame.K_DOWN)
        spot = stand.pilot.spot(stand.focus)
        assert spot.box.within(spot.clip, 1)


def test_the_screen_below_has_its_focus_where_it_was(stand: Stand):
    press(stand, pygame.K_TAB)
    stand.pilot.stage.push(Question())
    assert stand.focus == "yes"
    stand.pilot.stage.pop()
    assert stand.focus == "b"


# keys


def test_what_no_widget_takes_goes_to_the_screen(stand: Stand):
    press(stand, pygame.K_ESCAPE)
    assert stand.pilot.wanted == [Close()]


def test_letters_typed_into_an_entry_are_no_shortcuts(stand: Stand):
    stand.pilot.click("entry")
    stand.pilot.press(pygame.K_s, text="s")
    press(stand, pygame.K_F1)
    assert stand.screen.got[-1] == Typed("entry", "s")
    assert stand.screen.keys == [pygame.K_F1]


def test_page_keys_scroll_what_has_the_focus(stand: Stand):
    stand.pilot.stage._go("row:0")
    offsets = stand.pilot.stage.page.offsets
    press(stand, pygame.K_PAGEDOWN)
    assert offsets["rows"] == pytest.approx(170)
    press(stand, pygame.K_END)
    end = offsets["rows"]
    press(stand, pygame.K_PAGEUP, pygame.K_HOME)
    assert end > 1000 and offsets["rows"] == 0


# the mouse


def test_the_wheel_scrolls_a_list_and_else_goes_to_the_map(stand: Stand):
    stand.pilot.hover("row:0")
    stand.pilot.stage.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    assert stand.pilot.stage.page.offsets["rows"] == 48
    stand.pilot.hover("sky")
    stand.pilot.stage.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert stand.screen.got == [Press("wheel 1")]


def test_the_mark_of_a_list_can_be_pulled(stand: Stand):
    stand.pilot.pull("thumb rows", (0, 40))
    assert stand.pilot.stage.page.offsets["rows"] > 200


def test_the_map_can_be_dragged(stand: Stand):
    stand.pilot.pull("sky", (30, 5))
    assert stand.screen.moved == [(30, 5)]


def test_a_card_comes_when_the_mouse_rests_and_at_once_with_the_keys(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
):
    shown: list[str] = []
    monkeypatch.setattr(beside, "show", lambda s, p, card, near: shown.append(card.describe()))
    stage = stand.pilot.stage
    stand.pilot.hover("b")
    stage.draw()
    assert shown == [] and stage.patience() == pytest.approx(0.4)
    stand.pilot.wait(0.5)
    assert stage.dirty
    stage.draw()
    press(stand, pygame.K_TAB)
    stage.draw()
    assert shown == ["What b does", "What b does"]


def test_one_who_reads_cards_of_a_group_need_not_wait(stand: Stand):
    stand.pilot.hover("row:0")
    stand.pilot.wait(0.5)
    stand.pilot.hover("row:1")
    assert stand.pilot.stage.tipped == "row:1"
    stand.pilot.hover("a")
    assert stand.pilot.stage.tipped == ""


def test_what_scrolls_under_a_resting_mouse_is_lit(stand: Stand):
    stand.pilot.hover("row:0")
    stand.pilot.stage.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-3))
    stand.pilot.stage.draw()
    assert stand.pilot.stage.hover not in ("row:0", "")


@pytest.mark.parametrize("near", [Box(0, 0, 30, 20), Box(1560, 860, 40, 40), Box(700, 400, 9, 9)])
def test_a_card_stays_in_the_window_and_off_its_widget(stand: Stand, near: Box):
    page = stand.pilot.stage.page
    _, box = beside.place(page, Label("Words that say what it is. " * 6), near)
    both = box.clip(near)
    assert box.within(page.box) and (both.w <= 0 or both.h <= 0)


# time


def test_a_screen_has_the_message_that_it_waits_for(stand: Stand):
    stand.screen.soon = (2.0, Press("late"))
    stand.pilot.click("a")
    stand.pilot.wait(1.5)
    stand.pilot.click("b")
    stand.pilot.wait(0.6)
    assert stand.screen.got == [Press("a"), Press("b"), Press("late")]
    stand.screen.soon = None
    stand.pilot.click("a")
    assert stand.pilot.stage.patience() == 0


def test_what_a_covered_screen_waits_for_does_not_come(stand: Stand):
    stand.screen.soon = (2.0, Press("late"))
    stand.pilot.click("a")
    stand.pilot.stage.push(Question())
    stand.pilot.wait(3)
    assert stand.screen.got == [Press("a")]


def test_a_timer_that_is_set_again_begins_again():
    clock, calls = Hand(), list[str]()
    timers = Timers(clock)
    timers.set("x", 1, lambda: calls.append("first"))
    clock.now = 0.9
    timers.set("x", 1, lambda: calls.append("second"))
    clock.now = 1.5
    timers.tick()
    assert calls == [] and timers.patience() == pytest.approx(0.4)
    clock.now = 2
    timers.tick()
    assert calls == ["second"] and timers.patience() == 0


def test_a_timer_may_drop_another_that_is_due():
    clock, calls = Hand(), list[str]()
    timers = Timers(clock)
    timers.set("x", 1, lambda: timers.drop("y"))
    timers.set("y", 1, lambda: calls.append("y"))
    clock.now = 2
    timers.tick()
    assert calls == [] and not timers.waiting("y")


# the rest


def test_a_press_is_heard_where_it_stays_on_the_screen(stand: Stand):
    heard: list[str] = []
    stand.pilot.stage.heard = heard.append
    stand.pilot.click("a")
    press(stand, pygame.K_ESCAPE)
    assert heard == ["press"]


def test_an_error_of_a_screen_goes_to_whoever_runs_the_game(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
):
    def broken(message: object) -> Intent | None:
        raise RuntimeError("broken")

    monkeypatch.setattr(stand.screen, "update", broken)
    with pytest.raises(RuntimeError):
        stand.pilot.click("a")


def test_the_screen_below_is_seen_through_a_clear_one(stand: Stand):
    stage = stand.pilot.stage
    stage.push(Question())
    stage.draw()
    dimmed = stage.surface.get_at((8, 8))
    stage.push(Gallery())
    stage.draw()
    assert stage.surface.get_at((8, 8)) != dimmed


def test_a_stack_without_screens_draws_nothing(stand: Stand):
    stand.pilot.stage.pop()
    stand.pilot.stage.draw()
    press(stand, pygame.K_TAB)
    assert stand.focus == ""


def test_half_transparent_fills_keep_their_colour(stand: Stand):
    """A half-transparent white on black is grey, on the widget's own picture as on the screen."""
    surface = pygame.display.get_surface()
    assert surface
    surface.fill("black")
    kit = stand.pilot.stage.kit

    class Grey(Widget):
        def paint(self, canvas: Canvas, hot: bool) -> None:
            canvas.fill(Box(0, 0, canvas.w, canvas.h), "white", 0, "", 128)

    Page(kit, Grey(), Box(0, 0, 50, 50), {}).draw(surface)
    assert surface.get_at((20, 20)).r == pytest.approx(128, abs=2)
