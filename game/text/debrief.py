"""The end of a game at the console."""

from game.analysis.percentile import of_game, percentile
from game.report import debrief, tracks
from game.text.session import Session


def tell(session: Session, how: str = "") -> None:
    """Tell the end of a game, and how the rest of what could not be known can be told."""
    game, console = session.game, session.console
    session.news()
    console.head("Tracks")
    console.say(tracks.always(game), 2, 2)
    _ending(session)
    for title, lines in (
        ("Grades", (*debrief.grades(game), debrief.standing(game, percentile(*of_game(game))))),
        ("What they really intended", debrief.postures(game)),
        ("What was really decided in history", debrief.really(game)),
        ("What could not be known", debrief.unknown(game, how=how)),
    ):
        found = list(lines)
        if found:
            console.head(title)
            for line in found:
                console.say(line, 2, 4)


def tell_unknown(session: Session) -> None:
    """Tell all that could not be known."""
    for line in debrief.unknown(session.game, most=None):
        session.console.say(line, 2, 4)


def _ending(session: Session) -> None:
    game, console = session.game, session.console
    state = game.moment.state
    ending = list(game.exercise.scenario.endings.values())[int(state.ending[0])]
    console.say()
    console.out.write(f"Ending: {ending.title}\n")
    console.say(debrief.with_losses(game, ending.text))
    if dead := debrief.dead(game):
        console.say(dead, hang=2)
