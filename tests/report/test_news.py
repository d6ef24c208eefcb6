"""News: what is said of what happened, in which order, and what is joined."""

from collections import Counter
from dataclasses import replace
from random import Random

from game.core.chance import seed_of
from game.core.ledger import Entry, Source
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.engine.incidents import Answered
from game.engine.signs import SignalSeen
from game.report import joined, news
from game.rules.capture import PlaceTaken
from game.rules.harm import CiviliansKilled
from game.rules.losses import Mourned
from game.rules.strikes import Approach, Stopped
from game.scenario.acts import RelationChanged
from game.scenario.bringing import CameAbout, CameToNothing
from tests.engine.playing import anything


def told(game: Game, facts: list, causes: tuple[Entry, ...] = ()) -> list[str]:
    """Return the news of some facts, after a game in which the causes moved tracks."""
    game.history[0] = replace(game.history[0], causes=causes)
    return [line.dated for line in news.tell(game, facts)]


def test_what_did_not_happen_says_so_and_what_came_instead(ten_places: Exercise):
    game, world = Game(ten_places, seed_of("demo")), ten_places.world
    fact = CameToNothing(0, 0, 0, 300, 700)
    title = world.titles["gambles"][0].rstrip(".")
    assert told(game, [fact]) == [f"Week of 2 Mar · Not this time: {title}."]
    entry = Entry(0, 0, -2000, Source.OPTION, world.gambles[0], "test")
    instead = f"Instead: {world.titles['tracks'][0]} -2"
    assert told(game, [fact], (entry,)) == [f"Week of 2 Mar · Not this time: {title}. {instead}"]


def test_news_read_as_time_goes_with_ones_own_dead_first(ten_places: Exercise):
    game, world = Game(ten_places, seed_of("demo")), ten_places.world
    ours, others = world.player, (world.player + 1) % len(world.sides)
    facts = [
        PlaceTaken(1, 1, 0, 1, 2),
        Mourned(0, 0, others, 40),
        PlaceTaken(0, 0, 1, 1, 2),
        Mourned(0, 0, ours, 2),
        Mourned(1, 1, others, 5),
    ]
    dead, first, second = told(game, facts)
    sides = world.titles["sides"]
    assert dead == f"2 Mar to 15 Mar · The dead: {sides[ours]} 2, {sides[others]} 45.".replace(
        ", The", ", the"
    )
    assert first.startswith("Week of 2 Mar · ") and second.startswith("Week of 9 Mar · ")


def test_what_is_alike_is_one_line_over_the_whole_turn(ten_places: Exercise):
    game = Game(ten_places, seed_of("demo"))
    seen = [SignalSeen(0, 0, 0), SignalSeen(1, 1, 1), SignalSeen(1, 1, 0)]
    dead = [CiviliansKilled(0, 0, 0, 30), CiviliansKilled(1, 1, 0, 12)]
    said = told(game, [*seen, *dead])
    assert len(said) == 2
    assert said[0].endswith(": 42.")
    assert said[1].count(". ") == 1


def test_what_is_heard_late_says_so(ten_places: Exercise):
    game = Game(ten_places, seed_of("demo"))
    late, new = told(game, [PlaceTaken(0, 2, 0, 1, 2), PlaceTaken(2, 2, 1, 1, 2)])
    assert late.endswith("(heard of only now)")
    assert "heard" not in new


def test_an_answer_stands_above_what_came_of_it(ten_places: Exercise):
    game, world = Game(ten_places, seed_of("demo")), ten_places.world
    answer, then = told(game, [Answered(0, 0, 0, -1, -1, 0), RelationChanged(0, 0, 0, 1, 2)])
    assert world.titles["replies"][0] in answer
    assert "hostile" in then or "allied" in then


def test_an_approach_is_told_once_with_what_came_of_it(ten_places: Exercise):
    game = Game(ten_places, seed_of("demo"))
    (line,) = told(game, [Approach(0, 0, 0, 0, 100, 500), Stopped(0, 0, 0, 100, 500, 200, 0)])
    assert line.endswith("stopped.")


def test_what_costs_own_lives_stands_first(ten_places: Exercise):
    gambles = [g for _, e in ten_places.scenario.effects() for g in e.gamble.values()]
    deadly = next(n for n, g in enumerate(gambles) if ten_places.scenario.player in g.then.lose)
    game = Game(ten_places, seed_of("demo"))
    first, _ = told(game, [PlaceTaken(0, 0, 0, 1, 2), CameAbout(0, 0, deadly, 100, 50)])
    assert ten_places.world.titles["gambles"][deadly].rstrip(".") in first
    taken, _ = told(game, [CameToNothing(0, 0, deadly, 100, 500), PlaceTaken(0, 0, 0, 1, 2)])
    assert "taken" in taken


def test_both_outcomes_of_one_gamble_in_a_week_are_told_each_with_its_own(ten_places: Exercise):
    world = ten_places.world
    written = {name: each.change for name, each in ten_places.scenario.effects()}
    owner = next(
        name
        for name in world.gambles
        if not name.startswith("option.") and written[name] and written.get(f"{name}/not")
    )
    number, entries = world.gambles.index(owner), list[Entry]()
    for change in (written[owner], written[f"{owner}/not"]):
        for track, amount in change.items():
            at = world.tracks.index(track)
            entries.append(Entry(0, at, amount, Source.INCIDENT, owner, "test"))
    for kind, change in (
        (CameAbout, written[owner]),
        (CameToNothing, written[f"{owner}/not"]),
    ):
        found = news.moved(ten_places, [kind(0, 0, number, 500, 500)], entries)
        assert found == {world.tracks.index(track): amount for track, amount in change.items()}


def test_news_charge_every_effect_once(ten_places: Exercise):
    for number in range(3):
        game, dice = Game(ten_places, 11, number), Random(number)
        while game.pending:
            game.decide(anything(game, dice))
        line = game.line()
        entries = [entry for moment in line for entry in moment.causes]
        groups = joined.groups(ten_places, [fact for moment in line for fact in moment.facts])
        told, owners = Counter[int](), set[str]()
        for group in groups:
            told.update(news.moved(ten_places, group, entries))
            owners.add(news._owner(ten_places, group[0]))
        truth = Counter[int]()
        for entry in entries:
            if entry.cause in owners:
                truth[entry.track] += entry.amount
        assert {k: n for k, n in told.items() if n} == {k: n for k, n in truth.items() if n}
