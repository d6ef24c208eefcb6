"""The game at the console is a batch of one: the same decisions in row 17 give the same states."""

from dataclasses import dataclass, field

import numpy as np

from game.core.chance import Chance, seed_of
from game.core.observation import Observation
from game.core.queue import first
from game.core.state import NONE
from game.core.types import Small
from game.core.week import Week
from game.engine.batch import play_week
from game.engine.council import Picks
from game.engine.decision import Answer, Orders
from game.engine.doctrines import Random
from game.engine.drafting import picks
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.setup import set_up
from tests.text.typing_in import played

ROW, ROWS = 17, 40


@dataclass
class Scripted:
    """Plays recorded decisions in one row, and dice in all the others."""

    decisions: list
    dice: Random = field(default_factory=Random)
    answered: int = 0

    def council(self, exercise: Exercise, seen: Observation, chance: Chance) -> Picks:
        """Give the recorded orders in the row."""
        found = self.dice.council(exercise, seen, chance)
        mine = picks(exercise, seen.state.take(np.array([ROW])), self._next(Orders))
        for name in ("options", "dials", "tokens", "aims"):
            table = getattr(found, name).copy()
            table[ROW] = getattr(mine, name)[0]
            object.__setattr__(found, name, table)
        return found

    def answer(self, exercise: Exercise, seen: Observation, chance: Chance) -> Small:
        """Give the recorded answer in the row, where something asks there."""
        found = self.dice.answer(exercise, seen, chance).copy()
        kind = int(first(seen.state)[0][ROW])
        if kind != NONE:
            answers = exercise.incidents.kinds[kind].answers
            found[ROW] = answers.index(self._next(Answer).reply)
            self.answered += 1
        return found

    def _next(self, kind: type):
        decision = self.decisions.pop(0)
        assert isinstance(decision, kind)
        return decision


def typed(exercise: Exercise) -> Game:
    """Play game 17 at the console, with a decision of every kind."""
    dial = exercise.world.dials[0]
    level = exercise.world.levels[dial][-1]
    lines = ["2 1", *[f"1 a {level}", "", "2", ""] * 4, *[""] * 400]
    return played(exercise, lines, game=Game(exercise, seed_of("demo"), ROW)).game


def test_row_17_of_a_batch_is_the_game_at_the_console(exercise: Exercise):
    game = typed(exercise)
    moments = game.line()[1:]
    doctrine = Scripted([moment.decision for moment in moments])
    chance = Chance(game.chance.seed, np.arange(ROWS))
    week = Week(exercise.world, set_up(exercise, chance), chance)
    digests = {week: digest for moment in moments for week, digest in moment.digests.items()}
    for number, digest in sorted(digests.items()):
        play_week(exercise, week, doctrine)
        assert week.state.week == number + 1
        assert week.state.take(np.array([ROW])).digest() == digest, f"week {number + 1}"
    assert doctrine.decisions == []
    assert doctrine.answered > 0
    assert game.over


def test_the_typed_game_really_decides(ten_places: Exercise):
    decided = [moment.decision for moment in typed(ten_places).line()[1:]]
    assert any(isinstance(d, Orders) and d.options for d in decided)
    assert any(isinstance(d, Orders) and d.dials for d in decided)
    assert any(isinstance(d, Answer) for d in decided)
