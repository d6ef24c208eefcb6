"""The sentences of all facts of whole games read like sentences."""

import re
from random import Random

import pytest

from game.core.facts import Fact
from game.core.wording import smooth
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report import news
from game.report.effects import Teller
from game.scenario.effects import Effects
from tests.engine.playing import anything

WRONG = {
    "two full stops": r"\.\.(?!\.)|\.;|\.:",
    "a large article inside a sentence": r"[a-z,;] The ",
    "a side's name in small letters": r"\bIsis\b|\bSdf\b",
    "a verb that fits one only": (
        r"\b(Hunters|partners|drones|militias|Civilians|Forces|pans) "
        r"(is|was|has|loses|falls|halts|hands|puts|takes|gets) "
    ),
    "a leader of leaders": r"leader of Leadership",
}
GAMES = 3


def facts_of(exercise: Exercise) -> list[tuple[Game, Fact]]:
    """Return what happened in a few games in which anything is decided."""
    found = []
    for number in range(GAMES):
        game, dice = Game(exercise, 11, number), Random(number)
        while game.pending:
            game.decide(anything(game, dice))
        found += [(game, fact) for moment in game.line() for fact in moment.facts]
    return found


def test_all_sentences_of_some_games_read_well(exercise: Exercise):
    found = facts_of(exercise)
    assert len({type(fact) for _, fact in found}) > 20
    for game, fact in found:
        for said in (news.brief(exercise, fact), news.full(game, fact, over=True)):
            for what, pattern in WRONG.items():
                assert not re.search(pattern, said), f"{what}: {said}"


@pytest.mark.parametrize(
    ("put_together", "said"),
    [
        ("A shell for The river mission.", "A shell for the river mission."),
        ("Seen: The lamps are out..", "Seen: The lamps are out."),
        ("Nothing. The rest is silence.", "Nothing. The rest is silence."),
        (
            "The hill people and The north are now hostile.",
            "The hill people and the north are now hostile.",
        ),
    ],
)
def test_names_fit_into_sentences(put_together: str, said: str):
    assert smooth(put_together) == said


def test_one_is_a_person_and_more_are_people(ten_places: Exercise):
    place = ten_places.world.places[0]
    teller = Teller(ten_places.scenario)
    assert teller.line(Effects(garrison={place: 1})).endswith(": +1 person")
    assert teller.line(Effects(garrison={place: -20})).endswith(": -20 people")
