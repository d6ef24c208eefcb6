"""Table: the game that is played in the window. Decides, asks for odds, shows what comes of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from game.analysis.levers import levers
from game.analysis.percentile import Standing
from game.engine.decision import Answer as Answered
from game.engine.decision import Council
from game.engine.draft import Draft
from game.engine.drafting import check_orders
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.report import debrief
from game.ui import intents as want
from game.ui.changes import change_of
from game.ui.desk import Desk
from game.ui.futures import Compared, Futures, Gone, Pulled, Reply
from game.ui.present import closing, situation, week
from game.ui.screens.briefing import Intro
from game.ui.screens.ending import Ending
from game.ui.screens.flash import Flash
from game.ui.screens.menu import Ask
from game.ui.screens.play import Play
from game.ui.screens.playback import Playback
from game.ui.situation import NO_ODDS, Forecast, Odds, Situation


class Table:
    """One game on the desk, or none."""

    def __init__(self, desk: Desk, futures: Futures) -> None:
        self.desk, self.futures = desk, futures
        self.game: Game | None = None
        self.keeper: Keeper | None = None
        self._asked = self._weighed = 0
        self._drafted: Odds | None = None  # odds of what is drafted
        self._heard: dict[int, tuple[str, ...]] = {}  # sounds in words, of this moment of the game
        desk.sound.said = self._said

    @property
    def playing(self) -> Game:
        """Return the game; to be asked for only while there is one."""
        assert self.game
        return self.game

    @property
    def _play(self) -> Play:
        return next(screen for screen in self.desk.screens.stack if isinstance(screen, Play))

    # what is shown

    def begin(self, game: Game, keeper: Keeper) -> None:
        """Play a game from where it stands."""
        self.game, self.keeper, self._heard = game, keeper, {}
        self.desk.clear()
        self.futures.open(game.exercise)
        self.desk.show(Play(self._situation(), self.desk.atlas))
        self._present()

    def brief(self) -> None:
        """Show the briefing, and ask which aims count most."""
        now = self._play.situation
        if now.council:
            self.desk.show(Intro(now.briefing, now.council.aims, now.council.ranks))

    def _situation(self) -> Situation:
        """Return what is to be shown; hints that were seen, or are not wanted, are left out."""
        settings = self.desk.settings
        now = situation.of(self.playing, self._heard)
        seen = settings.seen if settings.hints else None
        hints = tuple(h for h in now.hints if seen is not None and h.id not in seen)
        asks = bool(now.incident)
        return replace(now, hints=tuple(h for h in hints if (h.look == situation.FLASH) == asks))

    def renew(self) -> None:
        """Show the draft or a new situation on the play screen."""
        if self.game:
            self._play.renew(self._situation())
            self.desk.screens.changed()

    def _present(self) -> None:
        """Show what is pending now, and ask for its odds."""
        game, desk = self.playing, self.desk
        self._play.forecast = None if self.futures.works else NO_ODDS
        self.renew()
        if game.over:
            self._asked = self.futures.compare(game)
            desk.show(Ending(closing.of(game, self.futures.works)), "turn")
            return
        if isinstance(game.pending, Council):
            self._play.unfollow()
        desk.screens.land()
        self._asked = self.futures.ask(game.observation, levers(game))
        self._weigh()
        self._alert(self._play.situation)

    def _alert(self, now: Situation) -> None:
        """Show what asks inside a week, with the hint that belongs to it."""
        if not now.incident:
            return
        if now.incident.at:
            self._play.glance(now.incident.at)
        hint = now.hints[0] if now.hints else None
        cue = "flash" if now.incident.flash else "message"
        flash = Flash(now.incident, hint.text if hint else "")
        flash.forecast = self._play.forecast
        self.desk.show(flash, cue)
        if hint:
            self.desk.change("seen", (*self.desk.settings.seen, hint.id))
            self.renew()

    def _said(self, caption: str) -> None:
        """Let the log tell a sound, for those who do not hear it; the same again says nothing."""
        if self.game is None:
            return
        before = self._heard.get(self.game.here, ())
        if before[-1:] != (caption,):
            self._heard = {self.game.here: (*before, caption)}
            if any(isinstance(screen, Play) for screen in self.desk.screens.stack):
                self.renew()

    def _to_play(self) -> None:
        """Take away all that lies over the play screen."""
        while not isinstance(self.desk.screens.screen, Play):
            self.desk.screens.pop()

    # what is decided

    def take(self, intent: want.Intent) -> None:
        """Do what a screen wants with the game."""
        match intent:
            case want.GoTo(moment):
                self._go(moment)
            case want.Commit(sure):
                self._commit(sure)
            case want.Answer(reply):
                self._decide(lambda game: game.decide(Answered(reply=reply)))
            case want.MuteWarnings():
                self.desk.change("warn", False)
                self._commit(True)
            case _:
                self._draft(intent)

    def _commit(self, sure: bool) -> None:
        council = self._play.situation.council
        warnings = council.warnings if council and self.desk.settings.warn else ()
        if warnings and not sure:
            mute = ("Do not ask again", want.MuteWarnings())
            text = " ".join(warnings)
            self.desk.show(Ask("End the turn?", text, "End the turn", want.Commit(True), mute))
            return
        self.desk.sound.play("commit")
        self._decide(lambda game: game.commit())

    def _decide(self, decide: Callable[[Game], None]) -> None:
        """Decide, keep the game, and tell what came of it."""
        game, settings = self.playing, self.desk.settings
        decide(game)
        self._to_play()
        lines = week.lines(game) if settings.speed and not settings.calm else ()
        self._play.forecast = None
        self.renew()
        if lines:
            self.desk.show(Playback(lines, settings.speed), "turn")
            self.mark()
        else:
            self._present()
        if self.keeper:
            self.keeper.keep(game)  # last, so that what it warns of lies on top

    def mark(self) -> None:
        """Show on the map what is being told of the week."""
        top = self.desk.screens.screen
        if isinstance(top, Playback):
            self._play.follow(top.mark)
            self.desk.screens.changed()

    def told(self) -> None:
        """Go on when all of the week was told."""
        self._play.unfollow()
        self._present()

    def _draft(self, intent: want.Intent) -> None:
        """Change the draft, if the orders that come of it are allowed."""
        game, draft, sound = self.playing, self.playing.draft, self.desk.sound
        match intent:
            case want.RankAims(aims):
                draft.rank(aims)
            case want.Undo():
                sound.play("undo") if draft.undo() else None
            case want.Redo():
                sound.play("redo") if draft.redo() else None
            case _:
                change = change_of(intent)
                trial = Draft([draft.orders])
                change(trial)
                if isinstance(game.pending, Council):
                    seen = game.observation.state
                    check_orders(game.exercise, seen, game.pending, trial.orders)
                change(draft)
                sound.play("select")
        if isinstance(intent, want.RankAims):
            self.desk.screens.pop()
        self._weigh()
        self.renew()

    def _go(self, moment: int) -> None:
        self.playing.go(moment)
        self._to_play()
        self._present()

    def rescue(self) -> None:
        """Save what can be saved, when nothing else works any more."""
        if self.game and self.keeper and len(self.game.history) > 1:
            with suppress(Exception):
                self.keeper.keep(self.game)

    # odds

    def _weigh(self) -> None:
        """Ask for the odds of what is drafted; what was known of another draft is void."""
        self._drafted = None
        orders = self.playing.draft.orders
        if isinstance(self.playing.pending, Council) and not orders.hold:
            self._weighed = self.futures.weigh(orders)
        if shown := self._play.forecast:
            self._play.forecast = self._with_draft(shown)

    def _with_draft(self, shown: Forecast) -> Forecast:
        """Return odds with those of the draft; while nothing is drafted, the course is held."""
        if shown.hold.none:
            return shown
        held = self.playing.draft.orders.hold
        return replace(shown, draft=shown.hold if held else self._drafted)

    def arrived(self) -> None:
        """Show the odds that have come since the last time."""
        for reply in self.futures.replies():
            if isinstance(reply, Gone):
                self._lost(reply.why)
            elif reply.number != self._asked or not self.game:
                continue
            elif isinstance(reply, Compared):
                self.compared(reply.standing)
            elif isinstance(reply, Reply):
                self.foresee(reply.shown)
            elif isinstance(reply, Pulled):
                self.pulled(reply.shown)
            elif reply.version == self._weighed:
                self.weighed(reply.shown)

    def compared(self, found: Standing | None) -> None:
        """Tell on the debrief how the score stands, if that has been found out."""
        for screen in self.desk.screens.stack:
            if isinstance(screen, Ending):
                screen.compared(debrief.standing(self.playing, found) if found else "")
        self.desk.screens.changed()

    def _lost(self, why: str) -> None:
        """Say that there will be no more odds; nobody is to wait for them."""
        self.compared(None)
        if self.game:
            self.foresee(NO_ODDS)
        text = f"{why} The game goes on without odds; they are back when it is started again."
        self.desk.tell("There are no more odds", text)

    def foresee(self, found: Forecast) -> None:
        """Show odds on every screen that has room for them."""
        shown = self._with_draft(found)
        for screen in self.desk.screens.stack:
            if isinstance(screen, Play | Flash):
                screen.forecast = shown
        self.desk.screens.changed()

    def pulled(self, found: dict[str, Odds]) -> None:
        """Show the odds of every lever that is pulled alone."""
        if shown := self._play.forecast:
            self._play.forecast = replace(shown, levers=found)
            self.desk.screens.changed()

    def weighed(self, draft: Odds) -> None:
        """Show the odds of what is drafted beside those of holding course."""
        self._drafted = draft
        if shown := self._play.forecast:
            self._play.forecast = self._with_draft(shown)
            self.desk.screens.changed()
