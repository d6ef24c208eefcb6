"""Where a card goes: in the window, off its widget, and on as little else as can be."""

import pytest

from game.ui.toolkit import beside
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.button import Button, IconButton
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget
from tests.ui.gallery import Gallery
from tests.ui.pilot import staged

CARD = Label("Words that say what it is. " * 6, "note")


def beside_of(root: Widget, name: str) -> tuple[Box, Box]:
    """Return the box of a widget, and of a card beside it."""
    page = Page(staged(Gallery).stage.kit, root, Box(0, 0, 1600, 900), {})
    near = page.find(name)
    assert near
    return near.box, beside.place(page, CARD, near.box)[1]


@pytest.mark.parametrize("name", ["a", "d", "f"])
def test_the_card_of_what_lies_in_a_row_along_the_top_is_below_it(name: str):
    row = Row(tuple(Button(n, name=n, action=n) for n in "abcdef"))
    near, card = beside_of(Column((row, Gap(840))), name)
    assert card.y >= near.bottom


def test_the_card_of_a_button_at_the_edge_of_the_map_lies_on_the_map():
    buttons = Column(tuple(IconButton("plus", name=n, action=n) for n in "abcdef"), gap=5)
    panel = Column(tuple(Button(f"Option {n}", name=f"o{n}", action=n) for n in range(24)))
    near, card = beside_of(Row((Gap(900), buttons, panel), (1000, 34, None), 12), "d")
    assert card.right <= near.x
