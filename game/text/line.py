"""A typed line: commands one after the other, separated by spaces or semicolons."""

from collections.abc import Callable, Iterable

from game.core.figures import suggest
from game.engine.decision import Refused
from game.text.session import COMMON, TAKES_REST, Command, Flow, Session
from game.text.typed import Mistake, clipped

SHORTEST = 3  # words in which a slip can be told from something else
Own = Callable[[str, list[str]], Flow | None]
"""Does one command of a kind of decision, taking its words from those that follow, or nothing."""


def obey(session: Session, typed: str, own: Own, known: Iterable[str]) -> Flow:
    """Do what a line says, up to the first word that makes no sense or leaves the decision.

    Raises:
        Mistake: A word makes no sense here.
    """
    clauses = [" ".join(clause.split()) for clause in typed.split(";")]
    for number, clause in enumerate(clauses, start=1):
        words = clause.split()
        while words:
            word = words.pop(0).lower()
            try:
                flow = own(word, words)
                if flow is None:
                    flow = _common(session, word, words, known)
            except Refused as refused:
                later = "; ".join(filter(None, (" ".join(words), *clauses[number:])))
                raise Mistake(f"{_ended(str(refused))}{_undone(later)}") from refused
            if flow is not Flow.STAY:
                return flow
    return Flow.STAY


def _ended(said: str) -> str:
    return said if said.endswith("?") else f"{said.rstrip('.')}."


def _undone(later: str) -> str:
    """Say what of a line was left when one of its commands was refused."""
    return f" Not done either: {clipped(later)}." if later else ""


def _common(session: Session, word: str, words: list[str], known: Iterable[str]) -> Flow:
    command: Command | None = COMMON.get(word)
    if command is None:
        raise Mistake(f"'{clipped(word)}' is no command here{_hint(session, word, known)}")
    rest = ""
    if word in TAKES_REST:
        rest = " ".join(words)
        words.clear()
    return command(session, rest)


def _hint(session: Session, word: str, known: Iterable[str]) -> str:
    """Say once what was probably meant by a word long enough to tell; after that, how to find out.

    A second guess at the same word would be the same wrong guess.
    """
    near = suggest(word, [*COMMON, *known]) if len(word) >= SHORTEST else ""
    fresh = word not in session.hinted
    session.hinted.add(word)
    return near if near and fresh else "; type help for what is."
