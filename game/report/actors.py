"""Actors: who else decides, and what each may intend by what has been seen."""

from collections.abc import Iterator

import numpy as np

from game.analysis.belief import belief
from game.engine.game import Game
from game.report.words import many, signed


def tell(game: Game) -> Iterator[str]:
    """Say of every actor its case, and how likely each of its postures is now and was at first."""
    world = game.exercise.world
    believed = belief(world, game.observation)
    for number, actor in enumerate(game.exercise.scenario.actors.values()):
        case = actor.case or game.exercise.scenario.sides[actor.side].case
        said = f': "{case}"' if case else ""
        yield f"{world.titles['actors'][number]}{_stance(game, number)}{said}"
        for (name, posture), now, first in zip(
            actor.postures.items(), believed[number], world.prior[number], strict=False
        ):
            title = posture.name or name.replace("-", " ")
            text = f": {posture.text}" if posture.text else ""
            yield f"  {title} {now / 10:.0f} %{_moved(int(now - first))}{text}"
    signs = int(np.sum(game.observation.state.seen))
    yield f"(By {many(signs, 'sign')} and deeds seen, and by those that were not seen.)"


def _moved(permille: int) -> str:
    return f" ({signed(permille * 100)})" if abs(permille) >= 5 else ""


def _stance(game: Game, actor: int) -> str:
    """Say how the side of an actor stands to the player's now."""
    world, seen = game.exercise.world, game.observation
    relation = int(seen.state.relation[0, seen.side, int(world.actor_side[actor])])
    return f" ({world.titles['relations'][relation]})"
