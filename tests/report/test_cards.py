"""Cards: the price of an option is said once, and whole."""

import pytest

from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.report import cards
from game.scenario.load import load_texts
from tests.engine.playing import council
from tests.text.test_least import LEAST

PRICED = LEAST.replace(
    "tracks: {calm: {name: Calm, start: 50}}",
    """
council: {purse: chest, dearer: 2, cooldown: 6, weaker: 50}
tracks: {calm: {name: Calm, start: 50}, chest: {name: Chest, start: 20}}
options:
  free: {name: Free, text: Nothing., effects: {change: {calm: 1}}}
  plain: {name: Plain, text: Nothing., cost: 3}
  both: {name: Both, text: Nothing., cost: 3, effects: {change: {chest: -2}}}
  taking: {name: Taking, text: Nothing., effects: {change: {chest: -2}}}
""",
)


@pytest.fixture(scope="module")
def priced() -> Exercise:
    """Return the least scenario with prices."""
    return prepare(load_texts("priced", {"scenario.yaml": PRICED}))


def test_a_price_is_said_whole(priced: Exercise):
    game = Game(priced, 7)
    titles = [cards.title(game, council(game), option) for option in priced.world.options]
    assert titles == [
        "Free · free to choose",
        "Plain · costs 3",
        "Both · costs 3, and takes 2",
        "Taking · takes 2",
    ]


def test_what_was_used_lately_costs_more_and_says_why(priced: Exercise):
    game = Game(priced, 7)
    state = game.moment.state.copy()
    state.chosen_at[:] = 0
    game.put(state)
    titles = [cards.title(game, council(game), option) for option in priced.world.options]
    worn = "50 % of its effect"
    assert titles == [
        f"Free · costs 2 (2 more because it was used lately) · {worn}",
        f"Plain · costs 5 (3, and 2 more because it was used lately) · {worn}",
        f"Both · costs 5 (3, and 2 more because it was used lately), and takes 1 · {worn}",
        f"Taking · costs 2 (2 more because it was used lately), and takes 1 · {worn}",
    ]
