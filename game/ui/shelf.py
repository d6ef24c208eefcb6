"""Shelf: games that can be begun, and those that were kept. Puts one on the table."""

from pathlib import Path

from game.core.chance import seed_of
from game.engine import reloading, seeds
from game.engine.exercise import Exercise, prepare
from game.engine.game import Game
from game.engine.keeper import Keeper, Taken
from game.scenario.load import index, load
from game.scenario.problems import ScenarioError
from game.ui import intents as want
from game.ui.desk import Desk
from game.ui.present import ground, library
from game.ui.screens.lists import Saves
from game.ui.screens.menu import Ask
from game.ui.screens.title import Title
from game.ui.table import Table


class Shelf:
    """Begins, takes up, copies and deletes games."""

    def __init__(self, desk: Desk, table: Table) -> None:
        self.desk, self.table = desk, table
        self._opened: tuple[str, Exercise] | None = None  # by the name that was asked for

    def title(self) -> None:
        """Show the title, on a view of the theatre that comes first in the list."""
        name = index()["default"]
        self.table.game = None
        self.desk.clear()
        try:
            view = ground.of(Game(self._exercise(name), seed_of(name)))
            title = self._exercise(name).scenario.title
        except (ScenarioError, OSError):
            view, title = None, ""
        last = library.last()
        stands = last.stands if last else ""
        first = None if last else self._first()
        self.desk.show(Title(view, self.desk.atlas, name, title, stands, first))

    def _first(self) -> tuple[str, str] | None:
        """Return the first of the list and how it is offered, if it is meant for a first game."""
        found = library.offer(index()["order"][0])
        if found.level != library.LEVELS["first"]:
            return None
        return found.id, f"A first game: {found.title}, {found.length.split(',')[0]}"

    def _exercise(self, name: str) -> Exercise:
        if self._opened is None or self._opened[0] != name:
            self._opened = name, prepare(load(name))
        return self._opened[1]

    def take(self, intent: want.Intent) -> bool:
        """Do what a screen wants with what is kept; say whether that was for the shelf."""
        match intent:
            case want.NewGame(scenario, word):
                self._new(scenario, word or seeds.draw())
            case want.Resume():
                self._resume()
            case want.LoadGame(path):
                self._load(path)
            case want.DeleteSave(path, sure):
                self._delete(path, sure)
            case want.SaveAs(name, sure):
                self._save_as(name, sure)
            case _:
                return False
        return True

    def saves(self) -> Saves:
        """Return the list of saved games."""
        return Saves(library.kept(), self.table.game is not None)

    def _unsaved(self, text: str) -> None:
        self.desk.tell("Not saved", text)

    def _new(self, scenario: str, word: str) -> None:
        game = Game(self._exercise(scenario), seed_of(word))
        self.table.begin(game, Keeper(word, self._unsaved))
        self.table.brief()

    def _resume(self) -> None:
        """Go on with the newest game that can be read and is not over."""
        if last := library.last():
            self._load(last.path)
        else:
            text = (
                "No game can be gone on with any more; begin a new one, or look at the saved games."
            )
            self.desk.tell("That did not work", text)

    def _load(self, name: str) -> None:
        path = Path(name)
        found = reloading.reload(path)
        self.table.begin(found.game, Keeper(found.word, self._unsaved, path, {path}))
        if changed := reloading.departure(found):
            self.desk.tell("The rules have changed", changed)

    def _delete(self, path: str, sure: bool) -> None:
        name = Path(path).stem
        if not sure:
            text = f"The game saved as {name} is gone then, and cannot be brought back."
            self.desk.show(Ask("Delete it?", text, "Delete", want.DeleteSave(path, True)))
            return
        Path(path).unlink(missing_ok=True)
        self._anew(2)

    def _save_as(self, name: str, sure: bool) -> None:
        if not self.table.keeper:
            return
        try:
            self.table.keeper.keep_as(self.table.playing, name, over=sure)
        except Taken:
            text = f"A game is saved as {name} already."
            self.desk.show(Ask("Overwrite it?", text, "Overwrite", want.SaveAs(name, True)))
            return
        self._anew(2 if sure else 1)

    def _anew(self, over: int) -> None:
        """Show the list of saved games as it is now, in the place of the old one."""
        for _ in range(over):
            self.desk.screens.pop()
        if self.table.game is None:
            self.title()  # what it offers to go on with may be gone
        self.desk.show(self.saves(), "open")
