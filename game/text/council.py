"""The council at the console: what lies before it, and the draft of its orders."""

from collections.abc import Callable
from dataclasses import dataclass

from game.analysis.forecast import of_draft
from game.engine.decision import Council, Refused
from game.engine.draft import Draft
from game.engine.drafting import check_orders, total_cost
from game.report import cards, dials, tracks
from game.report import drafted as drafts
from game.report.odds import option_lines
from game.report.words import DOT, many, one_of, points, span
from game.text import agenda, levers, menu
from game.text.line import obey
from game.text.session import COMMON, Flow, Session, tell_help, tell_indented
from game.text.session import odds as tell_odds
from game.text.typed import Mistake, clipped, find

HELP = (
    "3           choose option 3; the same number again drops it",
    "3?          tell all about option 3; so does info 3, or info and an option's id",
    "a forward   turn dial a to a level; a? or info a tells what every level does",
    "move TOKEN FROM TO   move a force from one area to another",
    "undo, redo  change the draft back and forth",
    "Enter, end  end the turn as drafted; with nothing drafted, hold course",
    "aims NUMBER rank your aims by their numbers, at the first council only",
    "odds        tell the odds of what is drafted, all of it together; odds all, of each option",
    "levers      tell what each dial and each force alone would change; it takes a while",
    "options     tell all options in full; closed tells what is not open, and why not",
    "dials       tell the dials, the forces and what is in motion",
)
AIMS_HELP = (
    "2 1         rank the aims: the first counts most, and then the second",
    "1?          tell an aim; info tells all of them",
    "Enter       keep the ranking that is proposed",
)
ONE_AIM = "2           rank aim 2: it counts most"
OWN = (
    "info",
    "move",
    "undo",
    "redo",
    "end",
    "aims",
    "closed",
    "options",
    "help",
    "dials",
    "levers",
)
"""Commands of the council, for hints at what was meant."""


@dataclass
class Sitting:
    """One meeting of the council."""

    session: Session
    council: Council
    changed: bool = False
    """Whether the draft has changed since it was last told."""

    def take(self) -> Flow:
        """Tell what is to be decided, and take the orders of the turn."""
        if self.council.asks_intent and self.session.game.draft.orders.intent is None:
            flow = self._ask_intent()
            if flow is not Flow.STAY:
                return flow
        self.tell()
        while True:
            typed = self.session.ask("Orders>")
            if typed is None:
                return Flow.LEAVE
            flow = self._obey(typed)
            if flow is not Flow.STAY:
                return flow

    def _obey(self, typed: str) -> Flow:
        say, self.changed = self.session.console.say, False
        try:
            flow = obey(self.session, typed or "end", self._own, OWN)
        except (Mistake, Refused) as mistake:
            flow = Flow.STAY
            say(_sentence(mistake))
        if self.changed and flow is Flow.STAY:
            say(self._drafted(), 0, 2)
        return flow

    def tell(self, whole: bool = False) -> None:
        """Tell the agenda, and all options in full if they are wanted."""
        session, game = self.session, self.session.game
        week, world = game.observation.state.week, game.exercise.world
        turn = world.turn(week)
        session.console.head(
            f"=== Turn {turn + 1} of {len(world.turn_starts)}{DOT}{span(game.exercise, turn)} ==="
        )
        session.news()
        session.console.head("Tracks")
        session.console.say(tracks.always(game), indent=2, hang=2)
        menu.tell(session, self.council, whole)
        agenda.tell(session, self.council)

    def _ask_intent(self) -> Flow:
        """Ask once how the aims are to be ranked."""
        scenario, console = self.session.game.exercise.scenario, self.session.console
        ranks = min(scenario.intent.ranks, len(scenario.grades))
        many_ranked = f"Rank {ranks} of these; they count" if ranks > 1 else "Rank one; it counts"
        console.head(f"What matters most? {many_ranked} most in the score.")
        for number, aim in enumerate(scenario.grades.values(), start=1):
            console.say(f"{number:>2}  {aim.name}. {aim.text}", 1, 4)
        usual = one_of([scenario.grades[aim].name for aim in scenario.intent.default], "and")
        console.say(f"Enter keeps {usual or 'none above the others'}.")
        while True:
            typed = self.session.ask("Aims>")
            if typed is None:
                return Flow.LEAVE
            if not typed:
                return Flow.STAY
            try:
                flow = obey(self.session, typed, self._own_of_aims, ("help", "info"))
            except (Mistake, Refused) as mistake:
                flow = Flow.STAY
                console.say(_sentence(mistake))
            if flow is not Flow.STAY or self.session.game.draft.orders.intent is not None:
                return flow

    def _own_of_aims(self, word: str, words: list[str]) -> Flow | None:
        """Do what may be typed where the aims are asked for."""
        aims = list(self.session.game.exercise.scenario.grades.values())
        wanted = "".join(words[:1]) if word == "info" else word if word.endswith("?") else ""
        if word == "help" or word == "?":
            one = self.session.game.exercise.scenario.intent.ranks == 1
            tell_help(self.session, (ONE_AIM, *AIMS_HELP[1:]) if one else AIMS_HELP)
        elif word == "info" or wanted:
            del words[: word == "info"]
            number = wanted.rstrip("?")
            told = aims if not number else [aims[self._aim(number)]]
            for aim in told:
                self.session.console.say(f"{aim.name}. {aim.text}", 2, 2)
        elif word in COMMON:
            return None
        else:
            ranked = [word, *words]
            words.clear()  # they belong to the ranking even where it is refused
            self._aims(ranked)
        return Flow.STAY

    def _own(self, word: str, words: list[str]) -> Flow | None:
        """Do one of the council's own commands."""
        if word.rstrip("?").isdecimal():
            return self._number(word)
        letters = agenda.letters(self.session.game.exercise)
        if word in letters and words[:1] != ["?"]:
            return self._turn(letters[word], words)
        if word.rstrip("?") in letters:
            del words[: words[:1] == ["?"]]
            return self._info(word)
        match word:
            case "info":
                usage = "info and the number of an option or the letter of a dial"
                return self._info(_next(words, usage))
            case "move":
                return self._move(words)
            case "undo" | "redo":
                return self._step(word)
            case "end":
                return self._end()
            case "aims":
                self._aims([words.pop(0) for _ in range(len(words)) if words[0].isdecimal()])
            case "closed":
                self._closed()
            case "options":
                menu.tell(self.session, self.council, whole=True)
            case "dials":
                agenda.tell(self.session, self.council)
            case "odds":
                return self._odds(words)
            case "levers":
                levers.tell(self.session)
            case "help" | "?":
                tell_help(self.session, HELP)
            case _:
                return None
        return Flow.STAY

    def _number(self, word: str) -> Flow:
        if word.endswith("?"):
            return self._info(word)
        option, draft = self._option(word), self.session.game.draft
        if option in draft.orders.options:
            return self._change(lambda trial: trial.drop(option))
        return self._change(lambda trial: trial.choose(option))

    def _option(self, word: str) -> str:
        names, number = self.council.open, int(word) if word.isdecimal() else 0
        if not names:
            raise Mistake("No option is open this turn.")
        if not 1 <= number <= len(names):
            raise Mistake(
                f"There is no option {clipped(word)}: they are numbered 1 to {len(names)}."
            )
        return names[number - 1]

    def _info(self, word: str) -> Flow:
        word = word.rstrip("?").lower()
        dial = agenda.letters(self.session.game.exercise).get(word, word)
        if dial in self.session.game.exercise.world.dials:
            tell_indented(self.session, dials.card(self.session.game, dial))
            return Flow.STAY
        name = (
            self._option(word)
            if word.isdecimal()
            else find(word, list(self.council.options), "option")
        )
        first, *rest = cards.card(self.session.game, self.council, name)
        self.session.console.head(first)
        for line in rest:
            self.session.console.say(line, 2, 2)
        forecast = self.session.forecast
        if forecast and name in self.council.open:
            exercise = self.session.game.exercise
            self.session.console.say(f"Odds ({many(forecast.hold.games, 'future')}):", 2)
            for line in option_lines(exercise, forecast.hold, forecast.of(name)):
                self.session.console.say(line, 4, 2)
        return Flow.STAY

    def _turn(self, dial: str, words: list[str]) -> Flow:
        levels = list(self.session.game.exercise.world.levels[dial])
        typed = _next(words, f"a level after the letter of the dial: {one_of(levels)}")
        level = find(typed, levels, "level")
        return self._change(lambda trial: trial.turn(dial, level))

    def _move(self, words: list[str]) -> Flow:
        world, usage = self.session.game.exercise.world, "move TOKEN FROM TO"
        token = find(_next(words, usage), list(world.tokens), "force")
        source, target = (find(_next(words, usage), list(world.areas), "area") for _ in range(2))
        return self._change(lambda trial: trial.move(token, source, target))

    def _odds(self, words: list[str]) -> Flow:
        """Tell the odds of exactly what is drafted; with nothing drafted, or for all, of each."""
        game, forecast = self.session.game, self.session.forecast
        every = words[:1] == ["all"] and bool(words.pop(0))
        if every or not forecast or game.draft.orders.hold:
            return tell_odds(self.session, "")
        games = forecast.hold.games
        odds = of_draft(game.exercise, game.observation, game.draft.orders, games)
        self.session.console.say(f"If all that is drafted is done ({many(games, 'future')}):", 2)
        for line in option_lines(game.exercise, forecast.hold, odds):
            self.session.console.say(line, 4, 2)
        return Flow.STAY

    def _aims(self, words: list[str]) -> None:
        aims = list(self.session.game.exercise.scenario.grades)
        ranked = tuple(aims[self._aim(word)] for word in words)
        self._change(lambda trial: trial.rank(ranked))

    def _aim(self, word: str) -> int:
        """Return which aim a number means."""
        aims = self.session.game.exercise.scenario.grades
        if not word.isdecimal() or not 1 <= int(word) <= len(aims):
            raise Mistake(f"'{clipped(word)}' is no aim: type numbers from 1 to {len(aims)}.")
        return int(word) - 1

    def _step(self, word: str) -> Flow:
        draft = self.session.game.draft
        if not (draft.undo() if word == "undo" else draft.redo()):
            raise Mistake(f"There is nothing to {word}.")
        self.changed = True
        return Flow.STAY

    def _change(self, change: Callable[[Draft], None]) -> Flow:
        """Change the draft, if the orders that come of it are allowed."""
        game = self.session.game
        trial = Draft([game.draft.orders])
        change(trial)
        check_orders(game.exercise, game.observation.state, self.council, trial.orders)
        change(game.draft)
        self.changed = True
        return Flow.STAY

    def _end(self) -> Flow:
        drafted = list(drafts.drafted(self.session.game))
        self.session.game.commit()
        self.session.console.say(f"Decided: {DOT.join(drafted) or 'hold course'}.", 0, 2)
        return Flow.MOVED

    def _closed(self) -> None:
        console, options = self.session.console, self.session.game.exercise.scenario.options
        for name, offer in self.council.options.items():
            if offer.why_not:
                console.say(f"{options[name].name} ({name}): {'; '.join(offer.why_not)}.", 2, 4)

    def _drafted(self) -> str:
        """Say what is drafted, and what it costs."""
        game, drafted = self.session.game, DOT.join(drafts.drafted(self.session.game))
        orders = game.draft.orders
        cost = total_cost(game.exercise, game.observation.state, self.council, orders)
        spent = f" Costs {points(cost)} of {points(self.council.purse)}." if cost else ""
        return f"Drafted: {drafted or 'nothing, hold course'}.{spent} Enter ends the turn."


def _next(words: list[str], usage: str) -> str:
    if not words:
        raise Mistake(f"Something is missing; type {usage}.")
    return words.pop(0)


def _sentence(mistake: Exception) -> str:
    text = str(mistake)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if not text.endswith("?") else text
