"""The situation: all that the play screen shows, made from what the player sees."""

from collections.abc import Iterator, Mapping

from game.engine.game import Game
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
    lines = [line.text for line in news.tell(game, game.news())]
    head, *rest = lines or ["A quiet fortnight"]
    return Briefing(f"Briefing · {when}", head, " ".join(rest[:1]), tuple(rest[1:8]))


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
