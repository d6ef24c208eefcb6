"""The scenarios to learn and to teach with: how long they last, and how much they ask for."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from game import paths
from game.core.chance import Chance
from game.core.facts import Silent
from game.core.ledger import Ledger
from game.core.observation import Observation
from game.core.types import Small
from game.core.week import Week
from game.engine.batch import Outcome, play_out
from game.engine.council import Picks
from game.engine.doctrines import DOCTRINES, Doctrine
from game.engine.exercise import Exercise
from game.engine.setup import set_up
from tests.exercises import exercise_of
from tests.scenario.shipped import shipped_scenario

LESSONS = {"prologue": (2, 6), "one-lesson": (4, 12), "one-lesson-90": (4, 12)}
"""Each with the number of options that a turn may have open, at least and at most."""

NOTES = Path(__file__).parents[2] / "docs" / "teaching.md"

GAMES = 200
LONGEST_FILE = 300  # lines
MOST_GUIDANCE = 250  # words, in a whole game
ALOUD = 400  # words that are read aloud in three minutes
FEWEST_SEATS, MOST_SEATS = 5, 7
LARGEST_SHARE = 0.6  # of the games of dice that end in one way
LEAST_SHARE = 0.04  # of an ending that a class may meet
SEVERAL = 4


@dataclass
class Watched:
    """Plays as a doctrine does, and notes what every council has before it."""

    doctrine: Doctrine
    open: dict[int, list[int]] = field(default_factory=dict)
    fired: dict[int, np.ndarray] = field(default_factory=dict)

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Note it first."""
        week = int(seen.state.week)
        self.open[week] = exercise.menu.open_to(seen.state).sum(axis=1).tolist()
        self.fired[week] = seen.state.fired.copy()
        return self.doctrine.council(exercise, seen, chance)

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Answer as it does."""
        return self.doctrine.answer(exercise, seen, chance)


def _played(name: str, doctrine: str) -> tuple[Watched, Outcome]:
    exercise, chance = exercise_of(name), Chance(11, np.arange(GAMES))
    watched = Watched(DOCTRINES[doctrine])
    week = Week(exercise.world, set_up(exercise, chance), chance, Ledger(), Silent())
    return watched, play_out(exercise, week, watched)


@pytest.mark.parametrize("name", LESSONS)
def test_they_reach_their_last_week(name: str) -> None:
    _, outcome = _played(name, "hold")
    weeks = sum(shipped_scenario(name).scenario.calendar)
    assert (outcome.week == weeks).mean() > 0.95, "a class that holds course is sent home early"


@pytest.mark.parametrize("name", ["one-lesson", "one-lesson-90"])
def test_a_lesson_reaches_december(name: str) -> None:
    base = shipped_scenario("at-tanf-2017").scenario
    assert sum(shipped_scenario(name).scenario.calendar) == sum(base.calendar)


@pytest.mark.parametrize("name", LESSONS)
def test_every_turn_offers_a_choice_that_fits_its_time(name: str) -> None:
    watched, _ = _played(name, "hold")
    least, most = LESSONS[name]
    assert len(watched.open) == len(shipped_scenario(name).scenario.calendar)
    wrong = {
        week: (min(said), max(said))
        for week, said in watched.open.items()
        if not least <= min(said) <= max(said) <= most
    }
    assert not wrong


@pytest.mark.parametrize("doctrine", DOCTRINES)
def test_the_column_of_may_comes_in_the_second_turn_of_every_prologue(doctrine: str) -> None:
    watched, _ = _played("prologue", doctrine)
    event = exercise_of("prologue").world.events.index("column-enters-the-ring")
    second, third = sorted(watched.fired)[1:]
    assert not watched.fired[second][:, event].any()
    assert len(watched.fired[third]) == GAMES
    assert watched.fired[third][:, event].all()


def test_the_prologue_says_one_thing_at_a_time() -> None:
    guidance = shipped_scenario("prologue").scenario.lesson.guidance
    assert {hint.turn for hint in guidance} == {1, 2, 3}
    assert sum(len(hint.text.split()) for hint in guidance) <= MOST_GUIDANCE


@pytest.mark.parametrize("name", LESSONS)
def test_the_briefing_can_be_read_aloud(name: str) -> None:
    assert len(shipped_scenario(name).scenario.briefing.split()) <= ALOUD


@pytest.mark.parametrize("name", ["one-lesson", "one-lesson-90"])
def test_a_class_has_seats_and_something_to_talk_about(name: str) -> None:
    lesson = shipped_scenario(name).scenario.lesson
    assert FEWEST_SEATS <= len(lesson.seats) <= MOST_SEATS
    assert lesson.questions


def test_the_cards_in_the_notes_for_teachers_are_those_of_the_seats() -> None:
    printed = " ".join(NOTES.read_text("utf-8").split())
    for seat in shipped_scenario("one-lesson").scenario.lesson.seats.values():
        assert seat.name in printed
        for said in (seat.brief, *seat.goals):
            assert " ".join(said.split()).rstrip(".") in printed


@pytest.mark.parametrize("name", LESSONS)
def test_dice_bring_several_endings_about(name: str) -> None:
    _, outcome = _played(name, "random")
    shares = np.bincount(outcome.ending) / GAMES
    assert shares.max() <= LARGEST_SHARE
    met = (shares >= LEAST_SHARE).sum()
    assert met >= min(SEVERAL, len(shipped_scenario(name).scenario.endings))


@pytest.mark.parametrize("name", LESSONS)
def test_they_are_short_files(name: str) -> None:
    files = (paths.shipped("scenarios") / name).glob("*.yaml")
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in files}
    assert not {path: number for path, number in lines.items() if number > LONGEST_FILE}
