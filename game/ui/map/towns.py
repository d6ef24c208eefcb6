"""Towns: which of them are shown, from how near; the places of the game always are."""

from functools import lru_cache

from game.ui.ground import Ground, Place, Point
from game.ui.map.geography import Geography, Town
from game.ui.map.projection import Projection

RADIUS = (2.1, 2.4, 3.0, 3.8)  # dp by rank
STEPS = (1350, 2000)  # dp from the north of the theatre to its south, from which on more is shown
NEAR = 0.012  # of the theatre's height; a town nearer to a place of the game is that place


def level(projection: Projection, scale: float) -> int:
    """Return how near one looks, from 0 to 2."""
    tall = projection.size[1] / scale
    return sum(tall > step for step in STEPS)


def shown(geography: Geography, ground: Ground, projection: Projection, scale: float) -> list[Town]:
    """Return the places of the game and the towns that are shown beside them, great ones first."""
    least = 2 - level(projection, scale)
    return [
        t
        for t in _all(geography, ground.places, projection.theatre.north - projection.theatre.south)
        if t.id or t.rank >= least
    ]


@lru_cache(4)
def _all(geography: Geography, places: tuple[Place, ...], tall: float) -> list[Town]:
    own = [Town(p.title, p.at, p.rank, "r", p.ink, p.id) for p in places]
    others = [
        town for town in geography.towns if not any(near(town.at, o.at, NEAR * tall) for o in own)
    ]
    return sorted([*own, *others], key=lambda town: (-town.rank, not town.id))


def near(one: Point, other: Point, degrees: float) -> bool:
    """Say whether two places lie within some degrees of each other."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < degrees
