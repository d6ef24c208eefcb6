"""What each dial and each force alone would change can be asked for, and is where it matters."""

import re

from game.analysis import levers
from game.analysis.forecast import of_draft
from game.core.chance import seed_of
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.text import levers as told
from tests.text.typing_in import answers, played


def test_every_lever_is_told_the_best_first(ten_places: Exercise):
    said = answers(played(ten_places, ["", "levers", "quit"], futures=4).said, "levers")
    shares = [int(share) for share in re.findall(r"(\d+) in 100  ", said)]
    game = Game(ten_places, seed_of("demo"))
    assert len(shares) == len(levers.levers(game)) and shares == sorted(shares)
    found = {
        levers.worst(ten_places, of_draft(ten_places, game.observation, orders, levers.GAMES))
        for _, orders in levers.levers(game)
    }
    assert set(shares) == found
    assert "How the storm of Mangal is flown: heavy" in said


def test_without_odds_it_says_how_to_have_them(ten_places: Exercise):
    said = played(ten_places, ["", "levers", "quit"]).said
    assert "start with --odds" in answers(said, "levers")


def test_it_is_pointed_at_where_the_course_is_lost(ten_places: Exercise, monkeypatch):
    monkeypatch.setattr(told.levers, "LOST", 0)
    assert "levers tells what" in played(ten_places, ["", "quit"], futures=4).said
    monkeypatch.setattr(told.levers, "LOST", 101)
    assert "levers tells what" not in played(ten_places, ["", "quit"], futures=4).said
