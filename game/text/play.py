"""Plays a game in the terminal. An empty line goes on: it holds the course."""

from functools import partial
from typing import assert_never

from game.engine.decision import Choice, Council
from game.text import debrief
from game.text.council import Sitting
from game.text.incident import Asking
from game.text.line import obey
from game.text.session import Flow, Session, tell_help
from game.text.typed import Mistake

HELP = (
    "Enter       leave",
    "debrief     tell the end again",
    "unknown     tell all that could not be known, with the luck of it",
)
OWN = ("help", "debrief", "unknown")
"""Commands when the game is over, for hints at what was meant."""


def play(session: Session, new: bool = True) -> None:
    """Tell and ask until the game is over or the player leaves."""
    if new:
        _welcome(session)
    flow = Flow.STAY
    while flow is not Flow.LEAVE:
        before = session.game.here
        flow = _take(session)
        if session.game.here != before or flow is Flow.LEAVE:
            session.keeper.keep(session.game)


def _take(session: Session) -> Flow:
    match session.game.pending:
        case None:
            return _over(session)
        case Council() as council:
            return Sitting(session, council).take()
        case Choice() as choice:  # a Flash is one too
            return Asking(session, choice).take()
        case other:
            assert_never(other)


def _welcome(session: Session) -> None:
    scenario, console = session.game.exercise.scenario, session.console
    console.say(scenario.title)
    for paragraph in scenario.briefing.split("\n"):
        if paragraph.strip():
            console.head(paragraph)
    console.head("An empty line goes on and holds the course. Type help for all that you can type.")


def _over(session: Session) -> Flow:
    """Tell the end; the player may look around, go back, or leave."""
    debrief.tell(session, how=": type unknown")
    while True:
        typed = session.ask("The game is over. Enter leaves; back, map, tracks, why or log>")
        if not typed:
            return Flow.LEAVE
        try:
            flow = obey(session, typed, partial(_own, session), OWN)
        except Mistake as mistake:
            flow = Flow.STAY
            session.console.say(str(mistake))
        if flow is not Flow.STAY:
            return flow


def _own(session: Session, word: str, words: list[str]) -> Flow | None:
    """Do what may be typed when the game is over, beside what may be typed at any time."""
    match word:
        case "help" | "?":
            tell_help(session, HELP)
        case "debrief":
            debrief.tell(session, how=": type unknown")
        case "unknown":
            debrief.tell_unknown(session)
        case _:
            return None
    return Flow.STAY
