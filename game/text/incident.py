"""Incidents at the console: what asks inside a week, and the answer to it."""

from dataclasses import dataclass

from game.engine.decision import Answer, Choice, Flash, Refused
from game.report import brief_odds as odds
from game.report import incidents
from game.report.effects import Teller
from game.report.words import DOT, week_of
from game.scenario.policy import Incident
from game.text.line import obey
from game.text.session import Flow, Session, tell_help
from game.text.typed import Mistake, clipped

HELP = (
    "2           give answer 2; 2? or info 2 tells it again",
    "Enter       give the standing answer",
    "again       tell the incident again, whole; info does the same",
)


@dataclass
class Asking:
    """An incident that awaits its answer."""

    session: Session
    choice: Choice

    @property
    def written(self) -> Incident:
        """Return the incident as its author wrote it."""
        return self.session.game.exercise.scenario.incidents[self.choice.incident]

    def take(self) -> Flow:
        """Tell what asks and take the answer."""
        self.session.news()
        self.tell(whole=not incidents.repeated(self.session.game, self.choice))
        while True:
            typed = self.session.ask("Answer>")
            if typed is None:
                return Flow.LEAVE
            try:
                flow = (
                    self._standing()
                    if not typed
                    else obey(self.session, typed, self._own, ("help", "again", "info"))
                )
            except (Mistake, Refused) as mistake:
                flow = Flow.STAY
                self.session.console.say(str(mistake))
            if flow is not Flow.STAY:
                return flow

    def tell(self, whole: bool = True) -> None:
        """Tell the incident and its answers; of one that was told this turn, only what differs."""
        session, game = self.session, self.session.game
        kind = "FLASH" if isinstance(self.choice, Flash) else "CHOICE"
        today = week_of(game.exercise, game.observation.state.week)
        session.console.head(f"*** {kind}{DOT}{today}{DOT}{self.written.name} ***")
        said = incidents.text(game, self.choice) if whole else incidents.again(game)
        session.console.say(said, 2)
        if who := incidents.who(game):
            session.console.say(f"Who: {who}", 2, 2)
        if self.written.law and whole:
            session.console.say(f"Law: {self.written.law}", 2, 2)
        for number, name in enumerate(self.choice.answers, start=1):
            self._answer(number, name, whole)
        for name, missing in incidents.closed(game, self.choice):
            title = self.written.answers[name].name
            session.console.say(f"Not now: {title}: {missing}.", 2, 4)
        if not whole:
            session.console.say("Type again for the whole text.", 2)

    def _answer(self, number: int, name: str, whole: bool = True) -> None:
        session, reply = self.session, self.written.answers[name]
        standing = name == self.choice.standing
        mark = " (standing answer: Enter gives it)" if standing else ""
        session.console.say(f"{number:>2}  {reply.name}{mark}", 1, 4)
        if whole:
            if reply.advocate:
                session.console.say(reply.advocate, 5, 2)
            said = Teller(session.game.exercise.scenario).line(reply.effects)
            session.console.say(said or "Nothing follows at once.", 5, 2)
        if line := self._odds(name):
            session.console.say(line, 5, 2)

    def _odds(self, name: str) -> str:
        forecast, exercise = self.session.forecast, self.session.game.exercise
        if not forecast:
            return ""
        if name == self.choice.standing:
            return odds.standing_line(exercise, forecast.hold)
        return f"Odds: {odds.choice_line(exercise, forecast, forecast.of(name), odds.STANDING)}"

    def _own(self, word: str, words: list[str]) -> Flow | None:
        asked = word.rstrip("?")
        if asked.isdecimal():
            if words[:1] == ["?"]:
                word += words.pop(0)
            name = self._named(asked)
            if asked == word and words:
                raise Mistake("One answer, please: type one number and nothing after it.")
            if asked == word:
                return self._give(name)
            self._answer(int(asked), name)
            return Flow.STAY
        match word:
            case "info" if words[:1] and words[0].rstrip("?").isdecimal():
                asked = words.pop(0).rstrip("?")
                self._answer(int(asked), self._named(asked))
            case "again" | "info":
                self.tell()
            case "help" | "?":
                tell_help(self.session, HELP)
            case "end":
                raise Mistake("An answer is wanted: type a number, or Enter for the standing one.")
            case _:
                return None
        return Flow.STAY

    def _named(self, asked: str) -> str:
        """Return the answer of a number."""
        answers = self.choice.answers
        if not 1 <= int(asked) <= len(answers):
            raise Mistake(f"There is no answer {clipped(asked)}: they are 1 to {len(answers)}.")
        return answers[int(asked) - 1]

    def _standing(self) -> Flow:
        return self._give(self.choice.standing)

    def _give(self, name: str) -> Flow:
        self.session.game.decide(Answer(reply=name))
        self.session.console.say(f"Answered: {self.written.answers[name].name}.")
        return Flow.MOVED
