"""Agenda: the standing orders, the forces, and what is in motion."""

from string import ascii_lowercase

from game.core.state import NONE
from game.engine.decision import Council
from game.engine.exercise import Exercise
from game.report.words import DOT, many, one_of, points, week_of
from game.text.session import Session


def letters(exercise: Exercise) -> dict[str, str]:
    """Return the dials by the letters that stand for them."""
    return dict(zip(ascii_lowercase, exercise.world.dials, strict=False))


def tell(session: Session, council: Council) -> None:
    """Tell dials, forces, and what has been set in motion."""
    _dials(session)
    _forces(session, council)
    _motion(session)


def _dials(session: Session) -> None:
    game, console = session.game, session.console
    scenario, world = game.exercise.scenario, game.exercise.world
    if not world.dials:
        return
    cost = scenario.council.dial_cost
    console.head(f"Dials{f' (to turn one costs {points(cost)})' if cost else ''}")
    for letter, name in letters(game.exercise).items():
        dial, now = (
            scenario.dials[name],
            int(game.observation.state.dial[0, _at(world.dials, name)]),
        )
        levels = [
            f"[{level}]" if number == now else level for number, level in enumerate(dial.levels)
        ]
        meaning = list(dial.levels.values())[now]
        console.say(f"{letter}  {dial.name}: {', '.join(levels)}. {meaning}", 2, 3)


def _forces(session: Session, council: Council) -> None:
    game, console = session.game, session.console
    world = game.exercise.world
    if not world.tokens:
        return
    console.head(f"Forces (move up to {council.moves})")
    for number, name in enumerate(world.tokens):
        there = game.observation.state.token[0, number]
        areas = [
            f"{world.titles['areas'][n]} ({area}) {there[n]}"
            for n, area in enumerate(world.areas)
            if there[n]
        ]
        console.say(f"{world.titles['tokens'][number]} ({name}): {DOT.join(areas) or 'none'}", 2, 4)
    console.say(f"move TOKEN FROM TO; areas are {one_of(world.areas, 'and')}.", 2, 4)


def _motion(session: Session) -> None:
    """Tell what arrives later and what goes on, as far as the player has set it in motion."""
    exercise, state = session.game.exercise, session.game.observation.state
    world = exercise.world
    lines = [
        f"{week_of(exercise, int(week))}{DOT}{world.titles['laters'][number].rstrip('.')}"
        for number, week in enumerate(state.due[0])
        if week != NONE and week >= state.week
    ]
    lines += [
        f"{world.titles['lastings'][number]}: for {many(int(until) - state.week, 'more week')}"
        for number, until in enumerate(state.until[0])
        if until > state.week
    ]
    if lines:
        session.console.head("In motion")
        for line in lines:
            session.console.say(line, 2, 4)


def _at(names: tuple[str, ...], name: str) -> int:
    return names.index(name)
