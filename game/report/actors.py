"""Actors: who else decides, and what each may intend by what has been seen."""

from collections.abc import Iterator

import numpy as np

from game.analysis.belief import belief
from game.engine.game import Game
from game.report.words import DOT, many, signed


def tell(game: Game) -> Iterator[str]:
    """Say of every actor its case, and how likely each of its postures is now and was at first."""
    world = game.exercise.world
    believed = belief(world, game.observation)
    for number, actor in enumerate(game.exercise.scenario.actors.values()):
        case = actor.case or game.exercise.scenario.sides[actor.side].case
        said = f': "{case}"' if case else ""
        yield f"{world.titles['actors'][number]}{said}"
        shares = [
            f"{posture.name or name.replace('-', ' ')} {now / 10:.0f} %{_moved(int(now - first))}"
            for (name, posture), now, first in zip(
                actor.postures.items(), believed[number], world.prior[number], strict=False
            )
        ]
        yield f"  {DOT.join(shares)}"
    signs = int(np.sum(game.observation.state.seen))
    yield f"(By {many(signs, 'sign')} and deeds seen, and by those that were not seen.)"


def _moved(permille: int) -> str:
    return f" ({signed(permille * 100)})" if abs(permille) >= 5 else ""
