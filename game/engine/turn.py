"""The week: its phases in order, stopping where a decision is due. For one game and for many."""

from game.core.phase import STOPS, Phase
from game.core.queue import is_quiet
from game.core.week import Week
from game.engine.exercise import Exercise


def advance(exercise: Exercise, week: Week) -> bool:
    """Play on until some game awaits an answer, or the week is over; say whether it is over.

    The state carries the next phase, so a week goes on exactly where it stopped, whether the
    answer comes from a person a day later or from a doctrine at once.
    """
    state = week.state
    while True:
        if state.phase in STOPS:
            exercise.incidents.delegate(week)
            if not is_quiet(state):
                return False
        if state.phase == len(Phase):
            state.week, state.phase = state.week + 1, Phase.COUNCIL
            return True
        for step in exercise.steps[state.phase]:
            step.resolve(week)
        state.phase += 1
