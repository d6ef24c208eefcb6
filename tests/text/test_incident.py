"""What asks inside a week is told with its place, who came and how far off they are."""

import re

import numpy as np
import pytest

from game.core.state import NONE
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report.effects import Teller
from game.report.incidents import text
from game.scenario.model import Scenario
from tests.text.typing_in import answers, played


def asking(exercise: Exercise, kind: int, place: int, unit: int) -> Game:
    """Return a game in which something asks."""
    game = Game(exercise, 3)
    state = game.moment.state.copy()
    state.queue_kind[0, 0], state.queue_place[0, 0], state.queue_unit[0, 0] = kind, place, unit
    state.phase = 8
    game.put(state)
    return game


def test_every_incident_is_told_whole(exercise: Exercise):
    for kind, name in enumerate(exercise.world.incidents):
        for place, unit in ((0, 0), (1, NONE), (NONE, NONE)):
            game = asking(exercise, kind, place, unit)
            said = text(game, game.pending)
            assert not re.search(r"[{}]|km km", said), name
            told = played(exercise, [], game=game).said
            assert exercise.scenario.incidents[name].name in told


def test_the_distance_is_from_who_came_to_the_place(ten_places: Exercise):
    world = ten_places.world
    kind = world.incidents.index("face-off")
    place, unit = world.places.index("tollbridge"), world.units.index("hill-scouts")
    game = asking(ten_places, kind, place, unit)
    km = world.straight[game.observation.state.at[0, unit], place]
    said = text(game, game.pending)
    assert said.startswith(f"The scouts of the Gap stands before Tollbridge, {km} km from")


def test_who_came_is_told_as_far_as_it_is_known(ten_places: Exercise):
    world = ten_places.world
    kind, unit = world.incidents.index("sniping"), world.units.index("hill-scouts")
    game = asking(ten_places, kind, world.places.index("tollbridge"), unit)
    told = " ".join(played(ten_places, [], game=game).said.split())
    assert "Who: The scouts of the Gap, the hill people (not at war): 100 to 200 (briefing" in told


def test_an_answer_that_may_not_be_given_says_why(ten_places: Exercise):
    game = asking(ten_places, ten_places.world.incidents.index("face-off"), 0, 0)
    said = " ".join(played(ten_places, ["2"], game=game).said.split())
    assert "Not now: Go out and talk: needs the telephone to Orra at 'answered'" in said
    assert "Threaten them" in said.split("Answer>")[0]


def test_an_answer_can_be_asked_about(ten_places: Exercise):
    game = asking(ten_places, ten_places.world.incidents.index("crossfire"), 0, 0)
    assert "Answer in kind" in answers(played(ten_places, ["2?"], game=game).said, "2?")


def every_effect(scenario: Scenario):
    """Return all effects of a scenario."""
    return [effects for _, effects in scenario.effects()]


def test_every_effect_is_said_in_words(exercise: Exercise):
    teller = Teller(exercise.scenario)
    for effects in every_effect(exercise.scenario):
        said = list(teller.parts(effects))
        wanted = effects.model_fields_set
        assert bool(said) == any(getattr(effects, field) for field in wanted)
        assert not re.search(r"[{}]|None", " ".join(said))


def test_the_second_theater_uses_every_effect(ten_places: Exercise):
    """Or the test above would prove less than it seems."""
    used = {f for e in every_effect(ten_places.scenario) for f in e.model_fields_set}
    assert used == set(type(every_effect(ten_places.scenario)[0]).model_fields)


def test_a_worn_option_says_less(ten_places: Exercise):
    effects = ten_places.scenario.options["burn-the-boats"].effects
    assert "Feud +4" in Teller(ten_places.scenario).line(effects)
    assert "Feud +2.4" in Teller(ten_places.scenario, 600).line(effects)


WORDS = """
1 2 3 9 12 0 1? 3? a b go-out heavy sparing move balloons seekers estuary depot undo redo aims
end why feud bread map tracks log all odds actors hint back save quit help closed options info
ship-grain ; again x
"""


@pytest.mark.parametrize("seed", range(12))
def test_any_words_in_any_order_do_no_harm(ten_places: Exercise, seed: int):
    dice = np.random.default_rng(seed)
    lines = [
        " ".join(dice.choice(WORDS.split(), dice.integers(0, 4))).replace("quit", "")
        for _ in range(80)
    ]
    game = played(ten_places, lines).game
    assert all(moment.parent < number for number, moment in enumerate(game.history))
    assert len(game.history) > 5


@pytest.mark.parametrize("typed", ["?", "help", "info", "info 2", "2?", "2 ?"])
def test_an_incident_takes_questions(ten_places: Exercise, typed: str):
    game = asking(ten_places, ten_places.world.incidents.index("crossfire"), 0, 0)
    found = played(ten_places, [typed], game=game)
    assert found.game.here == 0
    assert answers(found.said, typed)
    assert "no command" not in found.said


def test_the_same_incident_again_in_a_turn_tells_only_what_differs(ten_places: Exercise):
    number = ten_places.world.incidents.index("crossfire")
    game = asking(ten_places, number, 0, NONE)
    state = game.moment.state
    state.queue_kind[0, 1], state.queue_place[0, 1], state.queue_unit[0, 1] = number, 1, NONE
    first, second = played(ten_places, ["", "quit"], game=game).said.split("Answer>")[:2]
    place = ten_places.scenario.places[ten_places.world.places[1]].name
    assert "an act of force" in first
    assert f"Again at {place}." in second.replace("the", "The") or "Again at" in second
    assert "an act of force" not in second
    assert "Type again for the whole text." in second
