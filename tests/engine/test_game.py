"""One game: its history, its draft, its causes."""

from itertools import pairwise

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.facts import Tally
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.decision import Answer, Choice, Council, Flash, Move, Orders, Refused
from game.engine.doctrines import Hold
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.grades import grade
from game.engine.setup import set_up
from tests.engine.playing import hold, play_to, standing


def first_option(game: Game) -> str:
    assert isinstance(game.pending, Council)
    return game.pending.open[0]


def test_standing_answers_alone_reach_an_ending(exercise: Exercise):
    game = Game(exercise, 7)
    hold(game)
    assert game.pending is None
    assert game.over
    with pytest.raises(Refused, match="not what the game waits for"):
        game.decide(Orders())


def test_a_draft_can_be_undone_and_redone_before_it_is_committed(ten_places: Exercise):
    game = Game(ten_places, 7)
    option = first_option(game)
    assert not game.draft.undo()
    game.draft.choose(option)
    game.draft.turn("posts", "go-out")
    game.draft.move("gunships", "depot", "highland")
    game.draft.rank(("fed", "unhurt"))
    drafted = game.draft.orders
    assert [game.draft.undo() for _ in range(4)] == [True] * 3 + [False]
    assert game.draft.orders == Orders(intent=("fed", "unhurt")), "a rank stays"
    assert game.draft.orders.hold and not drafted.hold
    assert [game.draft.redo() for _ in range(4)] == [True] * 3 + [False]
    assert game.draft.orders == drafted
    game.draft.drop(option)
    game.commit()
    assert game.moment.decision == drafted.model_copy(update={"options": ()})
    assert game.draft.orders == Orders()


def test_what_is_changed_after_an_undo_replaces_what_was_undone(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.draft.turn("posts", "go-out")
    game.draft.undo()
    game.draft.turn("haste", "heavy")
    assert not game.draft.redo()
    assert game.draft.orders.dials == {"haste": "heavy"}


def test_going_back_makes_a_branch_and_deletes_nothing(exercise: Exercise):
    game = Game(exercise, 7)
    game.decide(Orders())
    held = game.moment
    game.go(0)
    game.decide(Orders(options=(first_option(game),)))
    assert game.history[1] is held
    assert [moment.parent for moment in game.history] == [-1, 0, 0]
    assert game.line() == [game.history[0], game.history[2]]
    assert game.first_line() == {0, 1}


def test_a_decision_leaves_the_moments_before_as_they_were(exercise: Exercise):
    game = Game(exercise, 7)
    for _ in range(8):
        game.decide(standing(game))
    digests = [moment.state.digest() for moment in game.history]
    facts = [moment.facts for moment in game.history]
    hold(game)
    assert [moment.state.digest() for moment in game.history[:9]] == digests
    assert [moment.facts for moment in game.history[:9]] == facts


def test_a_branch_has_the_luck_of_the_line_that_it_leaves(exercise: Exercise):
    game = Game(exercise, 7)
    for _ in range(3):
        game.decide(standing(game))
    first, at = game.moment, game.history[game.here].parent
    game.go(at)
    game.decide(standing(game))
    assert game.moment.state.digest() == first.state.digest()
    assert game.moment.facts == first.facts


REFUSED = [
    (Orders(options=("nonsense",)), "there is no option 'nonsense'"),
    (Orders(options=("broker-a-truce",)), "'Broker a truce' is not open: .*silent|answered"),
    (Orders(options=("narrow-the-quiet",) * 2), "once in a turn"),
    (Orders(options=("narrow-the-quiet", "pause-the-drill", "ship-grain")), "allows 2 options"),
    (
        Orders(options=("ship-grain", "widen-the-quiet"), dials={"posts": "go-out"}),
        "Widen the quiet zone now costs 12; 11 of 24 is left",
    ),
    (Orders(dials={"volume": "high"}), "no dial 'volume'; there are posts, haste"),
    (Orders(dials={"posts": "nonsense"}), "no level 'nonsense'; it has stay-inside"),
    (Orders(moves=(Move(token="tanks", source="depot", target="highland"),)), "no force 'tanks'"),
    (Orders(moves=(Move(token="gunships", source="moon", target="depot"),)), "no area 'moon'"),
    (Orders(moves=(Move(token="seekers", source="depot", target="estuary"),)), "no seekers left"),
    (Orders(moves=(Move(token="gunships", source="depot", target="estuary"),) * 2), "no gunships"),
    (Orders(moves=(Move(token="balloons", source="depot", target="depot"),) * 3), "allows 2 force"),
    (Orders(intent=("fed",)), "rank 2 different aims"),
    (Orders(intent=("fed", "fed")), "rank 2 different aims"),
    (Orders(intent=("fed", "unhurt", "unhurt")), "rank 2 different aims"),
    (Orders(intent=("fed", "rich")), "no aim 'rich'"),
    (Answer(reply="warn"), "not what the game waits for"),
]


@pytest.mark.parametrize(("decision", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_what_is_not_allowed_is_refused_with_a_reason(
    ten_places: Exercise, decision: Orders | Answer, reason: str
):
    game = Game(ten_places, 7)
    before = game.moment.state.digest()
    with pytest.raises(Refused, match=reason):
        game.decide(decision)
    assert len(game.history) == 1
    assert game.moment.state.digest() == before


def test_an_answer_that_is_none_is_refused(ten_places: Exercise):
    game = play_to(ten_places, Flash)
    with pytest.raises(Refused, match="'nonsense' is no answer to"):
        game.decide(Answer(reply="nonsense"))
    with pytest.raises(Refused, match="not what the game waits for"):
        game.decide(Orders())


def test_the_aims_are_ranked_at_the_first_council_only(ten_places: Exercise):
    game = Game(ten_places, 7)
    assert isinstance(game.pending, Council)
    assert game.pending.asks_intent
    game.decide(Orders(intent=("unhurt", "fed")))
    while isinstance(game.pending, Choice):
        game.decide(standing(game))
    assert isinstance(game.pending, Council)
    assert not game.pending.asks_intent
    with pytest.raises(Refused, match="first council only"):
        game.decide(Orders(intent=("unhurt", "fed")))
    aims = dict(zip(ten_places.world.aims, game.moment.state.aim[0].tolist(), strict=True))
    assert {aim: rank for aim, rank in aims.items() if rank} == {"unhurt": 1, "fed": 2}


def test_every_decision_is_explained_to_the_last_thousandth(exercise: Exercise):
    game = Game(exercise, 7)
    hold(game)
    for before, after in pairwise(game.line()):
        causes = np.zeros(len(exercise.world.tracks), int)
        for entry in after.causes:
            causes[entry.track] += entry.amount
        np.testing.assert_array_equal(after.state.track[0] - before.state.track[0], causes)


def test_every_week_leaves_a_digest(exercise: Exercise):
    game = Game(exercise, 7)
    hold(game)
    weeks = [week for moment in game.line() for week in moment.digests]
    assert weeks == list(range(int(game.moment.state.week)))


def test_what_happened_is_told_the_same_by_one_game_and_by_many(ten_places: Exercise):
    chance, tally = Chance(7, np.arange(6)), Tally(6)
    week = Week(ten_places.world, set_up(ten_places, chance), chance, log=tally)
    play_out(ten_places, week, Hold())
    for number in (0, 5):
        game = Game(ten_places, 7, number)
        hold(game)
        told = [type(fact).__name__ for moment in game.line() for fact in moment.facts]
        assert {kind: told.count(kind) for kind in set(told)} == {
            kind: int(counts[number].sum())
            for kind, counts in tally.counts.items()
            if counts[number].any()
        }


def test_a_game_is_graded_by_the_aims_that_the_player_ranked(ten_places: Exercise):
    game = Game(ten_places, 7)
    hold(game)
    graded = grade(ten_places, game.moment.state)
    points = graded.grades
    assert all(0 <= grade <= 100_000 for grade in points.values())
    weights = {"no-war": 4, "fed": 2, "unhurt": 1, "wanted-at-home": 1}
    mean = sum(weights[aim] * points[aim] for aim in points) // 8
    assert graded.score == (mean + min(points.values())) // 2
    assert all(graded.letter(aim) in "ABCDE" for aim in points)


def test_the_same_decision_again_leads_where_it_led(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.decide(Orders(options=("ship-grain", "pay-informers")))
    first, state = game.here, game.moment.state
    game.go(0)
    game.decide(Orders(options=("pay-informers", "ship-grain"), dials={"posts": "shoot-back"}))
    assert (game.here, len(game.history)) == (first, 2)
    assert game.moment.state is state
    game.go(0)
    game.decide(Orders())
    assert (game.here, len(game.history)) == (2, 3)


def test_a_decision_at_a_position_that_was_put_is_a_new_one(ten_places: Exercise):
    game = Game(ten_places, 7)
    game.decide(Orders())
    game.go(0)
    state = game.moment.state.copy()
    state.track[0, 0] += 1000
    game.put(state)
    game.decide(Orders())
    assert (game.here, len(game.history)) == (2, 3)
    game.go(0)
    game.decide(Orders())
    assert game.here == 2
