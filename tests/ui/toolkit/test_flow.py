"""Text that wraps, boxes that cut, and caches that forget."""

import pygame
import pytest
from pygame import Surface

from game.paths import shipped
from game.ui.toolkit.boxes import FAIR, OWN, Column, Row, Sized
from game.ui.toolkit.flow import flow, plain, shortened, words
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.lru import Lru, pictures
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget
from tests.ui.pilot import staged


@pytest.fixture(scope="module")
def kit() -> Kit:
    pygame.display.init()
    pygame.font.init()
    return Kit(shipped("assets"), 1.0)


class Block(Widget):
    """A widget of known size."""

    def __init__(self, wide: float, tall: float) -> None:
        object.__setattr__(self, "size", (wide, tall))

    def width(self, kit: Kit) -> float:
        return self.size[0]

    def height(self, kit: Kit, width: float) -> float:
        return self.size[1]


def boxes(kit: Kit, root: Widget, wide: float = 300, tall: float = 100) -> list[Box]:
    """Lay something out; return where its parts lie."""
    return [p.box for p in Page(kit, root, Box(0, 0, wide, tall), {}).placed]


def test_marks_are_read():
    found = words("a *b c* _d_ [[e|f]]. snake_case_name 2*3")
    assert [w.text for w in found] == ["a", "b", "c", "d", "e", ".", "snake_case_name", "2*3"]
    assert [w.bold for w in found][:4] == [False, True, True, False]
    assert found[3].italic and found[4].subject == "f" and found[5].glued
    assert plain("a *b* _c_ [[d|e]]") == "a b c d"


def test_no_line_is_wider_than_its_label(kit: Kit):
    for wide in (60, 90, 200, 340):
        lines = flow(
            "Some *bold words* and an unbreakable-but-very-long-one " * 4, kit, "body", wide
        )
        assert all(p.x + p.wide <= wide + 1 for p in lines)


def test_a_full_stop_stays_with_its_word(kit: Kit):
    for wide in range(60, 200, 7):
        lines = flow("One says that *it is so*. " * 5, kit, "body", wide)
        assert not any(p.x == 0 and p.word.text.startswith(".") for p in lines)
        assert all(p.x + p.wide <= wide + 1 for p in lines)


def test_a_line_break_is_one(kit: Kit):
    assert [p.line for p in flow("one\n\nthree\nfour", kit, "body", 300)] == [0, 2, 3]


def test_what_is_left_out_is_marked(kit: Kit):
    lines = flow("word " * 90, kit, "body", 200, most=2)
    assert lines[-1].line == 1 and lines[-1].word.text.endswith("…")
    assert shortened("short", kit, "body", 300) == "short"
    assert kit.type.width(shortened("long " * 40, kit, "body", 120), "body") <= 120
    words_that_fit = shortened("several words, and more of them", kit, "body", 110)
    assert words_that_fit == "several words…", "no word is cut, and no comma left"
    assert len(shortened("unforeseeable", kit, "body", 60)) > 4, "but for one that is too long"


def test_no_text_is_no_line(kit: Kit):
    assert Label("").height(kit, 200) == 0


def test_a_row_shares_what_is_left(kit: Kit):
    block = Block(50, 10)
    widths = [b.w for b in boxes(kit, Row((block, block, block), (OWN, 70, None), gap=10))]
    assert widths == [50, 70, 160]


def test_children_that_are_too_wide_give_up_as_much(kit: Kit):
    row = Row((Block(100, 10), Block(200, 10)), (OWN, OWN), gap=10)
    assert [b.w for b in boxes(kit, row, 400)] == [100, 200]
    assert [b.w for b in boxes(kit, row, 290)] == [90, 190]


def test_fair_children_are_equal_where_they_fit(kit: Kit):
    small, large = Block(40, 10), Block(120, 10)
    row = Row((small, large), (FAIR, FAIR))
    assert [b.w for b in boxes(kit, row, 300)] == [150, 150]
    assert [b.w for b in boxes(kit, row, 200)] == [60, 140]
    assert [b.w for b in boxes(kit, row, 140)] == [30, 110]


def test_a_row_may_put_its_children_in_the_middle(kit: Kit):
    row = Row((Block(10, 20), Block(10, 40)), (OWN, OWN), middle=True)
    assert [(b.y, b.h) for b in boxes(kit, row, tall=40)] == [(10, 20), (0, 40)]


def test_a_child_has_the_size_that_is_given(kit: Kit):
    assert boxes(kit, Column((Sized(Block(10, 20), tall=33, wide=44),))) == [Box(0, 0, 44, 33)]


def test_empty_containers_take_no_room(kit: Kit):
    assert Row(()).height(kit, 100) == Column(()).height(kit, 100) == 0


def test_a_cache_forgets_what_was_used_least_recently():
    cache = Lru[int](2)
    for key in ("a", "b", "a", "c", "a", "b"):
        cache.get(key, lambda: 1)
    assert cache.made == 4


def test_a_cache_of_pictures_takes_no_more_memory_than_it_may():
    cache = pictures(100, 1)
    for i in range(30):
        cache.get(i, lambda: Surface((100, 100), pygame.SRCALPHA))
    assert cache.weight <= 1 << 20
    assert len(cache) == 26
    cache.get("large", lambda: Surface((1000, 1000), pygame.SRCALPHA))
    assert len(cache) == 1


def test_no_glyph_is_smaller_than_eleven_pixels():
    from game.ui.toolkit.theme import TYPE

    kit = Kit(shipped("assets"), 0.5, 0.9)
    assert min(kit.type.pixels(style) for style in TYPE.values()) == 11


def test_widgets_are_compared_by_value():
    assert Label("a", "body") == Label("a", "body") != Label("a", "note")
    assert len({Label("a"), Label("a")}) == 1


def test_layout_checks_find_what_is_wrong():
    """The checks that all screens go through are no use if they see nothing."""
    from game.ui.screens.screen import Screen
    from game.ui.toolkit.button import Button
    from tests.ui import layout

    class Wrong(Screen):
        def __init__(self, root: Widget) -> None:
            self.root = root

        def build(self, width: float, height: float) -> Widget:
            return self.root

    def page(root: Widget) -> Page:
        return staged(Wrong(root)).stage.page

    with pytest.raises(AssertionError, match="does not fit"):
        layout.check_text_fits(page(Row((Button("Much too long"),), (30,))))
    with pytest.raises(AssertionError, match="overlap"):
        layout.check_nothing_overlaps(page(Column((Label("one"), Label("two")), gap=-20)))
    with pytest.raises(AssertionError, match="off the window"):
        layout.check_nothing_is_off_its_panel(page(Sized(Label("x"), wide=4000)))
    with pytest.raises(AssertionError, match="named a"):
        layout.check_names(
            page(Column((Button("x", name="a", action=1), Button("y", name="a", action=2))))
        )
    with pytest.raises(AssertionError, match="says nothing"):
        layout.check_words(page(Column((Widget(name="a", action=1),))))
