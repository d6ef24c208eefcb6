"""The chart of a forecast: the scale of its turns."""

import pygame
import pytest

from game.paths import shipped
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.fan import FanChart, Line
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit


def ticks(turns: int, wide: float) -> list[str]:
    """Return what is written below a chart of some turns, from left to right."""
    pygame.font.init()
    names = ("now", *(f"T{n}" for n in range(2, turns + 1)), "end")
    line: Line = (50.0,) * len(names)
    chart = FanChart((line,) * 5, line, "", "hold course", None, "", names)
    box = Box(0, 0, wide, 120)
    canvas = Canvas(Kit(shipped("assets"), 1.0, 1.0), pygame.Surface((int(wide), 120)), box)
    chart.paint(canvas, False)
    return [text for text, _ in canvas.runs if text in names]


@pytest.mark.parametrize("turns", range(1, 15))
@pytest.mark.parametrize("wide", [200.0, 430.0])
def test_now_and_the_end_are_always_named(turns: int, wide: float):
    found = ticks(turns, wide)
    assert found[0] == "now" and found[-1] == "end"


def test_of_many_turns_every_other_one_is_named_back_from_the_end():
    assert ticks(10, 430) == ["now", "T3", "T5", "T7", "T9", "end"]
    assert ticks(11, 430) == ["now", "T4", "T6", "T8", "T10", "end"]
