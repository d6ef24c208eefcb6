"""News: what is said of what happened, in which order, and what is joined."""

from dataclasses import replace

from game.core.chance import seed_of
from game.core.ledger import Entry, Source
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report import news
from game.scenario.bringing import CameToNothing


def told(game: Game, facts: list, causes: tuple[Entry, ...] = ()) -> list[str]:
    """Return the news of some facts, after a game in which the causes moved tracks."""
    game.history[0] = replace(game.history[0], causes=causes)
    return [line.text for line in news.tell(game, facts)]


def test_what_did_not_happen_says_so_and_what_came_instead(ten_places: Exercise):
    game, world = Game(ten_places, seed_of("demo")), ten_places.world
    fact = CameToNothing(0, 0, 0, 300, 700)
    title = world.titles["gambles"][0].rstrip(".")
    assert told(game, [fact]) == [f"2 Mar · This does not happen: {title}."]
    entry = Entry(0, 0, -2000, Source.OPTION, world.gambles[0], "test")
    instead = f"Instead: {world.titles['tracks'][0]} -2"
    assert told(game, [fact], (entry,)) == [f"2 Mar · This does not happen: {title}. {instead}"]
