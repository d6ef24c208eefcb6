"""Screenshot: renders any screen at any turn of a game, without a display."""

import os
from collections.abc import Callable
from pathlib import Path

import pygame

from game.analysis.forecast import forecast
from game.analysis.percentile import of_game, percentile
from game.analysis.studies import doctrine_of
from game.core.chance import seed_of
from game.engine.decision import Answer, Choice, Council, Flash
from game.engine.drafting import orders_of
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.scenario.load import load
from game.ui import intents as want
from game.ui.app import App
from game.ui.futures import ENOUGH
from game.ui.present import odds
from game.ui.screens.menu import Ask

TRIES = 40  # further seeds


def names() -> list[str]:
    """Return the names of all screens."""
    return [*PLAIN, *IN_GAME, *FOUND]


def take(
    scenario: str,
    screen: str,
    turn: int,
    doctrine: str,
    word: str,
    size: tuple[int, int],
    out: Path,
) -> None:
    """Write a picture of a screen.

    Raises:
        LookupError: The screen does not come up in any of the games that were tried.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    app = App(size, odds=False)
    try:
        show(app, prepare(load(scenario)), screen, turn, doctrine, word)
        app.stage.changed()
        app.draw()
        pygame.image.save(app.surface, out)
    finally:
        app.close()


def show(app: App, exercise: Exercise, screen: str, turn: int, doctrine: str, word: str) -> None:
    """Bring a screen up in an application that is running."""
    conductor = app.conductor
    conductor.desk.settings = conductor.desk.settings.changed("hints", False)
    if screen in PLAIN:
        PLAIN[screen](app)
        return
    if screen in IN_GAME:
        game = _played(exercise, word, 0, turn, doctrine, lambda g: isinstance(g.pending, Council))
        if game is None:
            raise LookupError(f"no game reaches turn {turn}; try an earlier one")
        _stand(app, game, word)
        IN_GAME[screen](app)
        return
    for extra in range(TRIES):
        game = _played(exercise, word, extra, turn, doctrine, FOUND[screen])
        if game is not None:
            _stand(app, game, word)
            if screen == "playback":
                conductor.take(want.Commit(True))
            return
    raise LookupError(
        f"no {screen} comes up from turn {turn} on in {TRIES} games; try another turn"
    )


def _played(
    exercise: Exercise,
    word: str,
    extra: int,
    turn: int,
    doctrine: str,
    found: Callable[[Game], bool],
) -> Game | None:
    """Play a game until something is found at or after a turn."""
    game = Game(exercise, seed_of(f"{word} {extra}" if extra else word))
    who = doctrine_of(exercise, doctrine)
    while True:
        reached = exercise.world.turn(game.moment.state.week) + 1 >= turn or game.over
        if reached and found(game):
            return game
        if game.over:
            return None
        seen = game.observation
        if isinstance(game.pending, Choice):
            answer = int(who.answer(exercise, seen, game.chance)[0])
            kind = exercise.world.incidents.index(game.pending.incident)
            reply = exercise.incidents.kinds[kind].answers[answer]
            game.decide(Answer(reply=reply))
        else:
            game.decide(orders_of(exercise, seen.state, who.council(exercise, seen, game.chance)))


def _stand(app: App, game: Game, word: str) -> None:
    """Show a game as it stands, with its odds, or with how it compares."""
    conductor = app.conductor
    conductor.begin(game, Keeper(word, lambda text: None))
    if game.over:
        conductor.table.compared(percentile(*of_game(game)))
        return
    found = forecast(game.exercise, game.observation, ENOUGH)
    conductor.table.foresee(odds.of(game.exercise, found))


def _open(name: str) -> Callable[[App], None]:
    return lambda app: app.conductor.take(want.Open(name))


PLAIN: dict[str, Callable[[App], None]] = {
    "title": lambda app: None,
    "chooser": _open("chooser"),
    "saves": _open("saves"),
    "settings": _open("settings"),
    "credits": _open("credits"),
    "help": _open("help"),
    "tell": lambda app: app.conductor.desk.tell(
        "That did not work", "The disk is full; free some space."
    ),
    "ask": lambda app: app.stage.push(
        Ask("Overwrite it?", "A game is saved as monday already.", "Overwrite", want.Close())
    ),
}
IN_GAME: dict[str, Callable[[App], None]] = {
    "play": lambda app: None,
    "briefing": lambda app: app.conductor.table.brief(),
    "why": lambda app: app.conductor.take(want.AskWhy(f"track:{_first_track(app)}")),
    "history": _open("history"),
    "menu": _open("menu"),
}
FOUND: dict[str, Callable[[Game], bool]] = {
    "flash": lambda game: isinstance(game.pending, Flash),
    "choice": lambda game: isinstance(game.pending, Choice) and not isinstance(game.pending, Flash),
    "playback": lambda game: isinstance(game.pending, Council),
    "ending": lambda game: game.over,
}


def _first_track(app: App) -> str:
    assert app.conductor.game
    return app.conductor.game.exercise.world.tracks[0]
