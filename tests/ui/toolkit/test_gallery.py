"""Every widget of the toolkit: its layout, its keys, its words, and how often it is drawn."""

import pygame
import pytest

from game.ui.toolkit.entry import Typed
from game.ui.toolkit.slider import Slid
from tests.ui.gallery import Ask, Gallery, Question, State
from tests.ui.layout import check
from tests.ui.pilot import SIZES, Pilot, staged

every_size = pytest.mark.parametrize(("size", "scale"), SIZES)


@pytest.fixture
def pilot() -> Pilot:
    return staged(Gallery)


def state(pilot: Pilot) -> State:
    screen = pilot.stage.screen
    assert isinstance(screen, Gallery)
    return screen.state


def asked(pilot: Pilot) -> list[object]:
    screen = pilot.stage.screen
    assert isinstance(screen, Gallery)
    return screen.asked


@every_size
@pytest.mark.parametrize("screen", [Gallery, Question])
@pytest.mark.parametrize("font", [1.0, 1.5])
def test_everything_fits_and_is_reached(
    screen: type[Gallery], size: tuple[int, int], scale: float, font: float
):
    check(staged(screen, size, scale, font))


def test_equal_data_are_an_equal_picture(pilot: Pilot):
    first = pygame.image.tobytes(pilot.stage.surface, "RGB")
    again = staged(Gallery)
    assert pygame.image.tobytes(again.stage.surface, "RGB") == first


def test_nothing_is_drawn_again_unless_its_data_change(pilot: Pilot):
    kit = pilot.stage.kit
    made = kit.pictures.made
    pilot.stage.changed()
    pilot.stage.draw()
    assert kit.pictures.made == made
    pilot.click("posture:2")
    pilot.stage.draw()
    assert 0 < kit.pictures.made - made < 12


def test_a_mouse_that_moves_over_nothing_new_asks_for_no_picture(pilot: Pilot):
    pilot.move((3, 3))
    pilot.stage.draw()
    pilot.move((4, 4))
    assert not pilot.stage.dirty
    assert pilot.stage.patience() == 0


def test_the_page_can_be_said_in_words(pilot: Pilot):
    said = "\n".join(pilot.stage.page.describe())
    for words in (
        "bold words, an aside and a link", "button: Commit orders", "button: Not now, not now",
        "button: Who holds the ground, on", "posture: defend, chosen", "Volume: 40 %",
        "Patterns and strong fills: on", "text: Keep as monday", "odds: can't tell",
        "Escalation: from 46 to 61", "Strain 46 of 100, +5", "odds: 150 of 500",
    ):  # fmt: skip
        assert words in said, words


def test_switch(pilot: Pilot):
    pilot.click("strong")
    assert not state(pilot).on
    pilot.press(pygame.K_SPACE)
    assert state(pilot).on


def test_slider_by_keys_and_by_mouse(pilot: Pilot):
    pilot.click("volume", 0.0)
    assert state(pilot).volume == 0
    pilot.press(pygame.K_RIGHT)
    assert state(pilot).volume == 5
    pilot.press(pygame.K_END)
    pilot.press(pygame.K_LEFT)
    assert state(pilot).volume == 95
    pilot.pull("volume", (-2000, 0))
    assert state(pilot).volume == 0


def test_entry_takes_letters_and_loses_them(pilot: Pilot):
    pilot.click("name")
    pilot.press(pygame.K_s, text="s")
    pilot.press(pygame.K_SPACE, text=" ")
    pilot.press(pygame.K_2, text="2")
    assert state(pilot).typed == "mondays 2"
    pilot.press(pygame.K_BACKSPACE)
    pilot.press(pygame.K_BACKSPACE)
    assert state(pilot).typed == "mondays"
    pilot.press(pygame.K_BACKSPACE, pygame.KMOD_CTRL)
    assert state(pilot).typed == ""
    assert asked(pilot)[-1] == Ask("keep")
    pilot.press(pygame.K_RETURN)
    assert len(asked(pilot)) == 2


def test_choices_by_keys(pilot: Pilot):
    pilot.stage._go("posture:1")
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_RETURN)
    assert state(pilot).chosen == 2


def test_a_row_of_a_list_and_a_broken_one(pilot: Pilot):
    pilot.click("save:1")
    assert state(pilot).row == 1
    pilot.click("save:2")
    assert state(pilot).row == 1


def test_links_and_signs_are_asked(pilot: Pilot):
    pilot.click("link:track:one")
    pilot.click("sign:Escalation:1")
    assert [m.subject for m in asked(pilot) if isinstance(m, Ask)] == [
        "track:one",
        "Week 9: a drone is shot down",
    ]


def test_what_cannot_be_pressed_does_nothing(pilot: Pilot):
    before = state(pilot)
    pilot.click("unable")
    pilot.click("undo")
    assert (state(pilot), asked(pilot)) == (before, [])


def test_messages_are_values():
    assert Slid("a", 1) == Slid("a", 1) and Typed("a", "b") == Typed("a", "b")
