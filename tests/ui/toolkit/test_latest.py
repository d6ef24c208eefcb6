"""What is asked for again in every frame is made once, and laid out once."""

import pygame

from game.paths import shipped
from game.ui.toolkit.boxes import Column, Scroll
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.latest import latest
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

BOX = Box(0, 0, 200, 40)


def test_a_value_is_made_again_only_for_other_arguments() -> None:
    made: list[int] = []

    @latest
    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [double(n) for n in (1, 1, 2, 1)] == [2, 2, 4, 2]
    assert made == [1, 2, 1]


class Whole(Widget):
    """Puts a part down that was laid out before."""

    part: Widget = Widget()

    def lay(self, page: Page, box: Box) -> None:
        page.again("part", self.part, box)


def test_a_part_that_stays_is_put_down_as_it_was_and_laid_out_anew_when_scrolled() -> None:
    pygame.font.init()
    kit = Kit(shipped("assets"), 1)
    rows = Column(tuple(Label(f"row {n}", "note", name=f"row {n}") for n in range(9)))
    Whole.part = Scroll(rows, name="list")
    offsets: dict[str, float] = {}
    first, second = (Page(kit, Whole(), BOX, offsets) for _ in range(2))
    assert first.placed == second.placed and first.windows == second.windows
    assert all(a is b for a, b in zip(first.placed, second.placed, strict=True))
    assert second.find("row 3") == first.find("row 3") is not None
    assert second.scroll("list", 10)
    third = Page(kit, Whole(), BOX, offsets)
    there, before = third.find("row 3"), first.find("row 3")
    assert there and before and there.box.y == before.box.y - 10
