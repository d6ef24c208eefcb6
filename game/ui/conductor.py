"""Conductor: takes what the screens want, and gives it to the part of the window that does it."""

from collections.abc import Callable

from game.engine.decision import Refused
from game.engine.files import SaveError
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.scenario.problems import ScenarioError
from game.ui import intents as want
from game.ui import settings as kept
from game.ui.desk import Desk
from game.ui.futures import Futures
from game.ui.present import library, told, why
from game.ui.screens.lists import Chooser, History
from game.ui.screens.menu import Ask, Credits, Help, Menu
from game.ui.screens.playback import Playback
from game.ui.screens.screen import Screen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.why import Why
from game.ui.shelf import Shelf
from game.ui.sound import Sound
from game.ui.stage import Stage
from game.ui.table import Table


class Conductor:
    """One player at one window."""

    def __init__(self, settings: kept.Settings, futures: Futures, sound: Sound) -> None:
        self.desk = Desk(settings, sound)
        self.table = Table(self.desk, futures)
        self.shelf = Shelf(self.desk, self.table)
        self.running = True

    @property
    def game(self) -> Game | None:
        """The game that is played, if there is one."""
        return self.table.game

    def open(self, stage: Stage) -> None:
        """Take a stage and show the title on it."""
        self.desk.stage = stage
        self.shelf.title()

    def begin(self, game: Game, keeper: Keeper) -> None:
        """Play a game that was made elsewhere, from where it stands."""
        self.table.begin(game, keeper)

    def take(self, intent: want.Intent) -> None:
        """Do what a screen wants."""
        try:
            self._take(intent)
        except Refused as refused:
            text = str(refused)
            self.desk.tell("That cannot be done", f"{text[:1].upper()}{text[1:].rstrip('.')}.")
        except (SaveError, ScenarioError, OSError) as error:
            self.desk.tell("That did not work", told.sentence(error))

    def _take(self, intent: want.Intent) -> None:
        match intent:
            case want.Open(name):
                self.desk.show(self._screen(name), "open")
            case want.Close():
                self._close()
            case want.Quit(sure):
                self._quit(sure)
            case want.ToTitle():
                self.shelf.title()
            case want.AskWhy(subject) if self.game:
                self.desk.show(Why(why.of(self.game, subject)))
            case want.Change(name, value):
                self.change(name, value)
            case want.Follow():
                self.table.mark()
            case want.Mute():
                now = self.desk.settings.volume
                self.change("volume", 0 if now else kept.Settings().volume)
            case want.Seen(hint):
                self.change("seen", (*self.desk.settings.seen, hint))
            case _ if not self.shelf.take(intent):
                self.table.take(intent)

    def _screen(self, name: str) -> Screen:
        makers: dict[str, Callable[[], Screen]] = {
            "menu": lambda: Menu(f"{self._kept()}."), "help": Help,
            "settings": lambda: SettingsScreen(self.desk.settings),
            "chooser": lambda: Chooser(library.offers()), "saves": self.shelf.saves,
            "credits": lambda: Credits(told.credits()), "history": self._history,
        }  # fmt: skip
        return makers[name]()

    def _history(self) -> Screen:
        game = self.table.playing
        return History(library.moments(game), library.courses(game))

    def _close(self) -> None:
        if isinstance(self.desk.close(), Playback):
            self.table.told()

    def _quit(self, sure: bool) -> None:
        if sure:
            self.running = False
            return
        text = f"{self._kept()}; what is only drafted is lost."
        self.desk.show(Ask("Leave the game?", text, "Leave", want.Quit(True)))

    def _kept(self) -> str:
        keeper = self.table.keeper if self.game else None
        lost = keeper and not keeper.kept
        return "The last decisions are not saved" if lost else "Every decision is saved"

    def change(self, name: str, value: object) -> None:
        """Change a setting; what is shown of the first game's hints depends on two of them."""
        self.desk.change(name, value)
        if name in ("seen", "hints"):
            self.table.renew()
