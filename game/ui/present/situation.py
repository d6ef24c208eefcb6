"""The situation: all that the play screen shows, made from what the player sees."""

from collections.abc import Iterator, Mapping

from game.core.facts import Fact
from game.engine.game import Game
from game.engine.incidents import Answered, Delegated
from game.report import news
from game.report.words import day_of, short, span
from game.ui.present import council, ground, incident, log, tracks
from game.ui.situation import Briefing, Hint, Situation

FLASH = "flash"  # what a hint looks at when it belongs to an incident rather than to a council


def of(game: Game, heard: Mapping[int, tuple[str, ...]] | None = None) -> Situation:
    """Return the situation of a game as its player knows it, and what was heard in the window."""
    exercise, state = game.exercise, game.observation.state
    world, scenario = exercise.world, exercise.scenario
    turn = min(world.turn(state.week), len(world.turn_starts) - 1)
    return Situation(
        scenario=scenario.title,
        side=scenario.sides[scenario.player].name,
        turn=turn + 1,
        turns=len(world.turn_starts),
        dates=span(exercise, turn),
        tracks=tracks.of(game),
        ground=ground.of(game),
        briefing=briefing(game),
        log=log.of(game, heard or {}),
        council=council.of(game),
        incident=incident.of(game),
        statuses=tuple(_statuses(game)),
        hints=tuple(_hints(game, turn)),
        aims=tuple(ending.title for ending in scenario.endings.values() if ending.aim),
        worst=tuple(ending.title for ending in scenario.endings.values() if ending.worst),
    )


def briefing(game: Game) -> Briefing:
    """Return the scenario's own briefing at the start, later what weighs most in the news."""
    scenario = game.exercise.scenario
    when = short(day_of(game.exercise, game.observation.state.week))
    if game.moment.parent < 0:
        summary = scenario.summary or ""
        body = tuple(part.replace("\n", " ") for part in scenario.briefing.split("\n\n"))
        return Briefing(f"Briefing · {when}", scenario.title, summary, body)
    heard = game.news(turn=True)
    own = [fact for fact in heard if answered(fact)]
    others = [fact for fact in heard if not answered(fact)]
    lines = [line.text for facts in (others, own) for line in news.tell(game, facts)]
    head, *rest = lines or ["Nothing new is known"]
    aims = (f"Your aims: {', '.join(ranked)}.",) if (ranked := _ranked(game)) else ()
    return Briefing(f"Briefing · {when}", head, " ".join(rest[:1]), (*rest[1:8], *aims))


def _ranked(game: Game) -> list[str]:
    """Return the aims that count most, the first of them first."""
    ranks = game.observation.state.aim[0].tolist()
    aims = zip(ranks, game.exercise.scenario.grades.values(), strict=True)
    return [grade.name for rank, grade in sorted(aims, key=lambda aim: aim[0]) if rank]


def answered(fact: Fact) -> bool:
    """Say whether a fact tells of an answer that the player gave."""
    return isinstance(fact, Answered) and not isinstance(fact, Delegated)


def _statuses(game: Game) -> Iterator[tuple[str, str]]:
    world, state = game.exercise.world, game.observation.state
    for number, name in enumerate(world.titles["statuses"]):
        levels = world.titles["status." + world.statuses[number]]
        yield name, levels[int(state.status[0, number])]


def _hints(game: Game, turn: int) -> Iterator[Hint]:
    for number, hint in enumerate(game.exercise.scenario.lesson.guidance):
        waits = hint.look == FLASH and hint.turn <= turn  # nobody knows when the first one comes
        if waits or hint.turn == turn + 1:
            yield Hint(f"{game.exercise.id}.{number}", hint.look or "", hint.text)
