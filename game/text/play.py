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
    debrief.tell(session)
    while True:
        typed = session.ask("The game is over. Enter leaves; back, map, tracks, why or log>")
        if not typed:
            return Flow.LEAVE
        try:
            flow = obey(session, typed, partial(_own, session), ("help",))
        except Mistake as mistake:
            flow = Flow.STAY
            session.console.say(str(mistake))
        if flow is not Flow.STAY:
            return flow


def _own(session: Session, word: str, words: list[str]) -> Flow | None:
    """Do what may be typed when the game is over, beside what may be typed at any time."""
    if word not in ("help", "?"):
        return None
    tell_help(session, ("Enter       leave",))
    return Flow.STAY
