"""Session: one game at one console, and what may be asked at any time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from game.analysis.forecast import Forecast, forecast
from game.engine.files import SaveError
from game.engine.game import Game
from game.engine.keeper import Keeper
from game.report import actors, atlas, news, tracks
from game.report import odds as report
from game.report.words import DOT, week_of
from game.scenario.setting import Track
from game.text.console import Console
from game.text.typed import Mistake, find


class Flow(Enum):
    """What follows from a command."""

    STAY = auto()  # ask again
    MOVED = auto()  # the game stands somewhere else
    LEAVE = auto()


@dataclass
class Session:
    """A game being played at a console."""

    game: Game
    console: Console
    keeper: Keeper
    futures: int
    """How many futures the odds are drawn from; 0 for no odds."""
    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What every option said of itself when it was last told in full."""
    hinted: set[str] = field(default_factory=set)
    """The words for which another was proposed."""
    _odds: dict[int, Forecast] = field(default_factory=dict)

    @property
    def forecast(self) -> Forecast | None:
        """Return the odds of what can be chosen now, if they are wanted."""
        if not self.futures or self.game.over:
            return None
        here = self.game.here
        if here not in self._odds:
            self.console.wait("Working out the odds ...")
            self._odds = {here: forecast(self.game.exercise, self.game.observation, self.futures)}
        return self._odds[here]

    def ask(self, prompt: str) -> str | None:
        """Return what is typed next."""
        return self.console.ask(prompt)

    def news(self, most: int = news.MOST) -> None:
        """Tell what has become known since the last decision."""
        lines = news.tell(self.game, self.game.news())
        if not lines:
            return
        one = len({line.when for line in lines}) == 1  # then the heading says it for all
        self.console.head(f"News{DOT}{lines[0].when}" if one else "News")
        for line in lines[:most]:
            self.console.say(line.text if one else line.dated, indent=2, hang=2)
        if len(lines) > most:
            self.console.say(news.more(len(lines) - most), indent=2)


Command = Callable[[Session, str], Flow]


def back(session: Session, rest: str) -> Flow:
    """Stand at the previous decision again."""
    parent = session.game.moment.parent
    if parent < 0:
        raise Mistake("This is the first decision: there is nothing to go back to.")
    session.game.go(parent)
    session.console.head(
        "Back at the decision before. Another decision begins a branch to explore; nothing that "
        "was played is deleted. Grades count for the first line of play only, so a branch does "
        "not change them; the same decision again returns to that line."
    )
    return Flow.MOVED


def log(session: Session, rest: str) -> Flow:
    """Tell everything that has become known this turn, or in the whole game."""
    if rest not in ("", "all"):
        raise Mistake("Type log for what has happened since the last turn, or log all.")
    game = session.game
    _, since = tracks.turn_moments(game)
    moments, now = game.line() if rest else since, game.moment.state.week
    facts = [fact for moment in moments for fact in moment.facts if fact.known <= now]
    for week, those in groupby(facts, key=lambda fact: fact.week):
        session.console.say(week_of(game.exercise, week), indent=2)
        for fact in those:
            session.console.say(news.undated(game, fact), indent=4, hang=2)
    if not facts:
        session.console.say("Nothing is known to have happened yet.", indent=2)
    return Flow.STAY


def why(session: Session, rest: str) -> Flow:
    """Tell what moved a track."""
    if not rest:
        known = ", ".join(session.game.exercise.world.tracks)
        raise Mistake(f"Say which track: why and one of {known}.")
    for line in tracks.why(session.game, _track(session.game, rest)):
        session.console.say(line.strip(), indent=2 * line.startswith("  "), hang=8)
    return Flow.STAY


def show_tracks(session: Session, rest: str) -> Flow:
    """Tell where every track stands."""
    for line in tracks.panel(session.game):
        session.console.say(line, indent=2, hang=2)
    return Flow.STAY


def show_map(session: Session, rest: str) -> Flow:
    """Tell the map in words."""
    areas = session.game.exercise.world.areas
    only = find(rest, list(areas), "area") if rest not in ("", "all") else ""
    tell_indented(session, atlas.tell(session.game, only, whole=rest != ""))
    if not rest:
        session.console.say("Type map all for every place, or map AREA for one area.", 2)
    return Flow.STAY


def odds(session: Session, rest: str) -> Flow:
    """Tell the odds of everything that can be chosen, in full."""
    if session.game.over:
        raise Mistake("The game is over: there are no choices left to tell the odds of.")
    tell_indented(session, report.as_text(session.game, foreseen(session)).splitlines())
    return Flow.STAY


def foreseen(session: Session) -> Forecast:
    """Return the odds of everything that can be chosen, where they are wanted at all."""
    if session.forecast is None:
        raise Mistake("No odds are worked out: start with --odds and a number of futures.")
    return session.forecast


def show_actors(session: Session, rest: str) -> Flow:
    """Tell who plays against the player, and what each may intend."""
    tell_indented(session, actors.tell(session.game))
    return Flow.STAY


def hint(session: Session, rest: str) -> Flow:
    """Tell what a first game should look at in this turn."""
    exercise = session.game.exercise
    turn = exercise.world.turn(session.game.observation.state.week) + 1
    found = [each for each in exercise.scenario.lesson.guidance if each.turn == turn]
    for each in found:
        session.console.say(each.text, 2, 2)
    if not found:
        session.console.say("There is no hint for this turn.", 2)
    return Flow.STAY


def save(session: Session, rest: str) -> Flow:
    """Save a copy under a name."""
    try:
        session.keeper.keep_as(session.game, rest)
    except SaveError as error:
        raise Mistake(f"{error}") from error
    session.console.say(f"Saved as {rest}.")
    return Flow.STAY


def leave(session: Session, rest: str) -> Flow:
    """Stop playing; the game is saved."""
    return Flow.LEAVE


COMMON: dict[str, Command] = {
    "map": show_map,
    "tracks": show_tracks,
    "why": why,
    "log": log,
    "odds": odds,
    "actors": show_actors,
    "hint": hint,
    "back": back,
    "save": save,
    "quit": leave,
}
"""What may be typed at any time."""
TAKES_REST = {"why", "log", "save", "map"}
OF_CHOICES = {"odds", "hint"}  # no use when the game is over
HELP = (
    "tracks      tell where every track stands, and what it measures",
    "why TRACK   tell what moved a track since the last turn, and what set the chances",
    "map         tell who holds what, and who stands where, as far as is known; places where "
    "nothing stirs by name only. map all tells every place in full, map AREA those of an area",
    "actors      tell what the others may intend, by what has been seen",
    "log         tell all that is known to have happened since the last turn; log all, ever",
    "odds        tell the odds of every choice in full",
    "hint        tell what to look at in this turn",
    "back        return to the decision before, to explore; the first line of play is what counts",
    "save NAME   keep a copy under a name",
    "quit        leave; the game is saved after every decision",
    "Several commands may stand in one line: 1 3 a forward; why TRACK",
)


def tell_help(session: Session, own: tuple[str, ...]) -> None:
    """Tell what may be typed: what belongs to this decision first."""
    mine = {line.split()[0] for line in own} | (OF_CHOICES if session.game.over else set())
    for line in (*own, *(line for line in HELP if line.split()[0] not in mine)):
        session.console.say(line, 2, 14)


def tell_indented(session: Session, lines: Iterable[str]) -> None:
    """Tell lines that bring their indents with them."""
    for line in lines:
        session.console.say(line.strip(), indent=len(line) - len(line.lstrip()), hang=2)


def _track(game: Game, typed: str) -> int:
    """Return the track that is meant, by its id or its name.

    Raises:
        Mistake: There is none.
    """
    tracks: dict[str, Track] = game.exercise.scenario.tracks
    wanted, ids = typed.lower(), list(tracks)
    begin = [n for n, track in tracks.items() if track.name.lower().startswith(wanted)]
    if wanted not in ids and len(begin) == 1:
        return ids.index(begin[0])
    return ids.index(find(wanted.replace(" ", "-"), ids, "track"))
