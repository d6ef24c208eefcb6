"""Conductor: stands between a game and its screens. Takes intents, asks for odds, moves screens."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.analysis.forecast import Forecast
from game.core.chance import seed_of
from game.engine import reloading, seeds
from game.engine.decision import Answer as Answered
from game.engine.decision import Council, Refused
from game.engine.draft import Draft
from game.engine.drafting import check_orders
from game.engine.exercise import Exercise, prepare
from game.engine.files import SaveError
from game.engine.game import Game
from game.engine.keeper import Keeper, Taken
from game.paths import shipped
from game.scenario.load import index, load
from game.scenario.problems import ScenarioError
from game.ui import intents as want
from game.ui import settings as kept
from game.ui.changes import change_of
from game.ui.futures import Futures, whole
from game.ui.map.atlas import Atlas
from game.ui.present import closing, ground, library, odds, situation, told, week, why
from game.ui.screens.briefing import Intro
from game.ui.screens.ending import Ending
from game.ui.screens.flash import Flash
from game.ui.screens.lists import Chooser, History, Saves
from game.ui.screens.menu import Ask, Credits, Help, Menu, Tell
from game.ui.screens.play import Play
from game.ui.screens.playback import Playback
from game.ui.screens.screen import Screen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import Title
from game.ui.screens.why import Why
from game.ui.situation import Situation
from game.ui.sound import Sound
from game.ui.stage import Stage

FLASH = "flash"  # what a hint looks at when it belongs to an incident rather than to a council


class Conductor:
    """One player at one window."""

    def __init__(self, settings: kept.Settings, futures: Futures, sound: Sound) -> None:
        self.settings, self.futures, self.sound = settings, futures, sound
        self.atlas = Atlas(shipped("assets"))
        self.running = True
        self.game: Game | None = None
        self.keeper: Keeper | None = None
        self._asked = 0
        self._opened: Exercise | None = None
        self.stage: Stage | None = None
        self.refit: Callable[[], None] = lambda: None  # set by the app: sizes have changed

    # screens

    def open(self, stage: Stage) -> None:
        """Take a stage and show the title on it."""
        self.stage = stage
        self._title()

    @property
    def screens(self) -> Stage:
        """Return the stage; a conductor without one shows nothing."""
        assert self.stage is not None
        return self.stage

    def _title(self) -> None:
        name = index()["default"]
        self._clear()
        try:
            view = ground.of(Game(self._exercise(name), seed_of(name)))
            title = self._exercise(name).scenario.title
        except (ScenarioError, OSError):
            view, title = None, ""
        last = library.last()
        self.screens.push(Title(view, self.atlas, name, title, last.name if last else ""))

    def _exercise(self, name: str) -> Exercise:
        if self._opened is None or self._opened.id != name:
            self._opened = prepare(load(name))
        return self._opened

    def _clear(self) -> None:
        while self.screens.stack:
            self.screens.pop()

    def _open(self, name: str) -> None:
        makers: dict[str, Callable[[], Screen]] = {
            "menu": Menu, "help": Help, "settings": lambda: SettingsScreen(self.settings),
            "chooser": lambda: Chooser(library.offers()),
            "saves": lambda: Saves(library.kept(), self.game is not None),
            "credits": lambda: Credits(told.credits()), "history": self._history,
        }  # fmt: skip
        self.sound.play("open")
        self.screens.push(makers[name]())

    def _history(self) -> Screen:
        assert self.game
        return History(library.moments(self.game), library.courses(self.game))

    def tell(self, title: str, text: str) -> None:
        """Tell the player something in a dialog."""
        self.sound.play("warning")
        self.screens.push(Tell(title, text))

    # intents

    def take(self, intent: want.Intent) -> None:
        """Do what a screen wants."""
        try:
            self._take(intent)
        except Refused as refused:
            text = str(refused)
            self.tell("That cannot be done", f"{text[:1].upper()}{text[1:].rstrip('.')}.")
        except (SaveError, ScenarioError, OSError) as error:
            self.tell("That did not work", told.sentence(error))

    def _take(self, intent: want.Intent) -> None:
        match intent:
            case want.Open(name):
                self._open(name)
            case want.Close():
                self._close()
            case want.Quit(sure):
                self._quit(sure)
            case want.ToTitle():
                self.game = None
                self._title()
            case want.AskWhy(subject) if self.game:
                self.screens.push(Why(why.of(self.game, subject)))
            case want.Change(name, value):
                self.change(name, value)
            case want.Follow():
                self._mark()
            case want.Mute():
                self.change("volume", 0 if self.settings.volume else kept.Settings().volume)
            case want.Seen(hint):
                self.change("seen", (*self.settings.seen, hint))
            case _:
                self._take_of_game(intent)

    def _take_of_game(self, intent: want.Intent) -> None:
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
            case want.GoTo(moment):
                self._go(moment)
            case want.Commit(sure):
                self._commit(sure)
            case want.Answer(reply):
                self._decide(lambda game: game.decide(Answered(reply=reply)))
            case _:
                self._draft(intent)

    def _close(self) -> None:
        closed = self.screens.screen
        self.sound.play("close")
        if len(self.screens.stack) > 1:
            self.screens.pop()
        if isinstance(closed, Playback):
            self._after_playback()

    # a game

    def _new(self, scenario: str, word: str) -> None:
        game = Game(self._exercise(scenario), seed_of(word))
        self.begin(game, Keeper(word, lambda text: self.tell("Not saved", text)))
        self.brief()

    def brief(self) -> None:
        """Show the briefing, and ask which aims count most."""
        now = self._play.situation
        if now.council:
            self.screens.push(Intro(now.briefing, now.council.aims, now.council.ranks))

    def _resume(self) -> None:
        """Go on with the newest game that can be read."""
        if last := library.last():
            self._load(last.path)
        else:
            text = (
                "No saved game can be read any more; begin a new one, or look at the saved games."
            )
            self.tell("That did not work", text)

    def _load(self, name: str) -> None:
        path = Path(name)
        found = reloading.reload(path)
        keeper = Keeper(found.word, lambda text: self.tell("Not saved", text), path, {path})
        self.begin(found.game, keeper)
        if changed := reloading.departure(found):
            self.tell("The rules have changed", changed)

    def begin(self, game: Game, keeper: Keeper) -> None:
        """Play a game from where it stands."""
        self.game, self.keeper = game, keeper
        self._clear()
        self.futures.open(game.exercise)
        self.screens.push(Play(self._situation(game), self.atlas))
        self._present()

    def _situation(self, game: Game) -> Situation:
        """Return what is to be shown; hints that were seen, or are not wanted, are left out."""
        now, seen = situation.of(game), self.settings.seen if self.settings.hints else None
        hints = tuple(h for h in now.hints if seen is not None and h.id not in seen)
        asks = bool(now.incident)
        return replace(now, hints=tuple(h for h in hints if (h.look == FLASH) == asks))

    @property
    def _play(self) -> Play:
        return next(screen for screen in self.screens.stack if isinstance(screen, Play))

    def _renew(self) -> None:
        """Show the draft or a new situation on the play screen."""
        assert self.game
        self._play.renew(self._situation(self.game))
        self.screens.changed()

    def _present(self) -> None:
        """Show what is pending now, and ask for its odds."""
        assert self.game
        self._play.forecast = None
        self._renew()
        now = self._play.situation
        if self.game.over:
            self.sound.play("turn")
            self.screens.push(Ending(closing.of(self.game)))
            return
        self.screens.land()
        self._asked = self.futures.ask(self.game.observation)
        if now.incident:
            self.sound.play("flash" if now.incident.flash else "message")
            if now.incident.at:
                self._play.look(now.incident.at)
            hint = now.hints[0] if now.hints else None
            self.screens.push(Flash(now.incident, hint.text if hint else ""))
            if hint:
                self.change("seen", (*self.settings.seen, hint.id))

    def _decide(self, decide: Callable[[Game], None]) -> None:
        """Decide, keep the game, and tell what came of it."""
        assert self.game and self.keeper
        decide(self.game)
        self._to_play()
        self.keeper.keep(self.game)
        lines = week.lines(self.game) if self.settings.speed and not self.settings.calm else ()
        self._play.forecast = None
        self._renew()
        if lines:
            self.sound.play("turn")
            self.screens.push(Playback(lines, self.settings.speed))
            self._mark()
            return
        self._present()

    def _to_play(self) -> None:
        """Take away all that lies over the play screen."""
        while not isinstance(self.screens.screen, Play):
            self.screens.pop()

    def _after_playback(self) -> None:
        self._play.unfollow()
        self._present()

    def _mark(self) -> None:
        top = self.screens.screen
        if isinstance(top, Playback):
            self._play.follow(top.mark)
            self.screens.changed()

    def _commit(self, sure: bool) -> None:
        assert self.game
        council = self._play.situation.council
        warnings = council.warnings if council and self.settings.warn else ()
        if warnings and not sure:
            mute = ("Do not ask again", want.MuteWarnings())
            text = " ".join(warnings)
            self.screens.push(Ask("End the turn?", text, "End the turn", want.Commit(True), mute))
            return
        self.sound.play("commit")
        self._decide(lambda game: game.commit())

    def _draft(self, intent: want.Intent) -> None:
        """Change the draft, if the orders that come of it are allowed."""
        assert self.game
        game, draft = self.game, self.game.draft
        match intent:
            case want.Undo():
                self.sound.play("undo") if draft.undo() else None
            case want.Redo():
                self.sound.play("redo") if draft.redo() else None
            case want.MuteWarnings():
                self.change("warn", False)
                self._commit(True)
                return
            case _:
                change = change_of(intent)
                trial = Draft([draft.orders])
                change(trial)
                if isinstance(game.pending, Council):
                    seen = game.observation.state
                    check_orders(game.exercise, seen, game.pending, trial.orders)
                change(draft)
                self.sound.play("select")
        if isinstance(intent, want.RankAims):
            self.screens.pop()
        self._renew()

    def rescue(self) -> None:
        """Save what can be saved, when nothing else works any more."""
        if self.game and self.keeper and len(self.game.history) > 1:
            with suppress(Exception):
                self.keeper.keep(self.game)

    def _go(self, moment: int) -> None:
        assert self.game
        self.game.go(moment)
        self._to_play()
        self._present()

    def _quit(self, sure: bool) -> None:
        if sure:
            self.running = False
            return
        text = "Every decision is saved; what is only drafted is not."
        self.screens.push(Ask("Leave the game?", text, "Leave", want.Quit(True)))

    def _delete(self, path: str, sure: bool) -> None:
        name = Path(path).stem
        if not sure:
            text = f"The game saved as {name} is gone then, and cannot be brought back."
            self.screens.push(Ask("Delete it?", text, "Delete", want.DeleteSave(path, True)))
            return
        Path(path).unlink(missing_ok=True)
        self.screens.pop()
        self.screens.pop()
        self._open("saves")

    def _save_as(self, name: str, sure: bool) -> None:
        assert self.game and self.keeper
        try:
            self.keeper.keep_as(self.game, name, over=sure)
        except Taken:
            text = f"A game is saved as {name} already."
            self.screens.push(Ask("Overwrite it?", text, "Overwrite", want.SaveAs(name, True)))
            return
        if sure:
            self.screens.pop()
        self.screens.pop()
        self._open("saves")

    # figures and settings

    def change(self, name: str, value: object) -> None:
        """Change a setting, keep it, and let it take effect."""
        self.settings = self.settings.changed(name, value)
        kept.write(self.settings)
        self.sound.volume = self.settings.volume
        top = self.screens.screen
        if isinstance(top, SettingsScreen):
            top.settings = self.settings
        if name in ("seen", "hints") and self.game:
            self._renew()
        self.refit()
        self.screens.changed()

    # time

    def arrived(self) -> None:
        """Show the odds that have come since the last time."""
        for reply in self.futures.replies():
            if reply.number == self._asked and self.game:
                self.foresee(whole(self.game.exercise, reply))

    def foresee(self, found: Forecast) -> None:
        """Show odds on every screen that has room for them."""
        assert self.game
        shown = odds.of(self.game.exercise, found)
        for screen in self.screens.stack:
            if isinstance(screen, Play | Flash):
                screen.forecast = shown
        self.screens.changed()
