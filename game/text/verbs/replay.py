"""replay: the decisions of a save played again, and the game told."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from game.core.phase import Phase
from game.engine import save
from game.engine.decision import Answer, Orders
from game.engine.game import Game, Moment
from game.engine.keeper import Keeper
from game.engine.reloading import save_called
from game.report import news, tracks
from game.report.words import DOT, day, many, span
from game.text import debrief
from game.text.arguments import Parser
from game.text.console import Console
from game.text.safely import DONE, PROBLEMS
from game.text.session import Session


def run(args: Namespace, parser: Parser) -> int:
    """Play the decisions again; tell the game, or only whether it goes as it went."""
    path = save_called(args.save)
    written = save.read(path)
    exercise = save.exercise_of(written, path)
    game, departed = save.replay(exercise, written)
    if departed is None and save.pack(game.moment.state) != written.snapshot:
        departed = int(game.moment.state.week)
    if not args.verify:
        _tell(game, args.to)
    if departed is not None:
        print(
            f"The replay departs from the saved game in week {departed + 1} "
            f"({day(exercise, departed)}): the rules have changed since version {written.version}."
        )
        return PROBLEMS
    if args.verify:
        weeks = len({week for moment in game.history for week in moment.digests})
        played = f"{many(len(written.moments), 'decision')}, {many(weeks, 'week')}"
        print(f"The replay is exact: {played}, every one as it was.")
    return DONE


def _tell(game: Game, to: int | None) -> None:
    """Tell the line of play that the save stands on, as far as a turn."""
    console, end, turns = Console.of(sys.stdin, sys.stdout), game.here, game.exercise.world.turn
    console.say(game.exercise.scenario.title)
    for number in game.way():
        moment = game.history[number]
        if to is not None and turns(moment.state.week) + 1 > to:
            break
        game.go(number)
        _moment(game, moment, console)
    game.go(end)
    if game.over and to is None:
        debrief.tell(Session(game, console, Keeper("", console.say), 0))


def _moment(game: Game, moment: Moment, console: Console) -> None:
    """Tell what was decided, what followed, and where the tracks stood at each council."""
    exercise = game.exercise
    if moment.decision is not None:
        console.say(f"> {'; '.join(_decided(game, moment)) or 'hold course'}", 0, 2)
    for line in news.tell(game, game.news()):
        console.say(line.dated, 2, 2)
    if moment.state.phase == Phase.COUNCIL and not game.over:
        turn = exercise.world.turn(moment.state.week)
        console.head(
            f"Turn {turn + 1} of {len(exercise.world.turn_starts)}{DOT}{span(exercise, turn)}"
        )
        console.say(tracks.always(game), 2, 2)


def _decided(game: Game, moment: Moment) -> Iterator[str]:
    scenario = game.exercise.scenario
    match moment.decision:
        case Answer(reply=reply):
            parent = game.history[moment.parent].state
            kind = game.exercise.world.incidents[int(parent.queue_kind[0, 0])]
            yield f"{scenario.incidents[kind].name}: {scenario.incidents[kind].answers[reply].name}"
        case Orders() as orders:
            yield from (scenario.options[name].name for name in orders.options)
            yield from (f"{scenario.dials[d].name}: {level}" for d, level in orders.dials.items())
            for move in orders.moves:
                yield f"{scenario.tokens[move.token].name}: {move.source} to {move.target}"
            if orders.intent:
                yield "aims: " + ", ".join(scenario.grades[aim].name for aim in orders.intent)
