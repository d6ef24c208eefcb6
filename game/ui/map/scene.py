"""Scene: names and counters, placed once for the whole theatre and put on the view as it moves.

They are no part of the sheet: a name is seen whole or not at all, so none is cut at the edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pygame import BLEND_PREMULTIPLIED, BLEND_RGBA_MULT, FRect, Rect, Surface

from game.ui.ground import Ground, Point
from game.ui.map.geography import Geography
from game.ui.map.placer import Placer
from game.ui.map.projection import Projection
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.theme import colour

SLACK = 8  # dp of the height of a name's picture that its letters leave free


@dataclass(frozen=True)
class Piece:
    """A premultiplied picture and where it may stand; a name must be seen whole, others need not.

    The first of its places that is wholly in the view is taken.
    """

    picture: Surface
    spots: tuple[Rect, ...]
    text: str = ""

    def where(self, view: Rect) -> Rect | None:
        """Return where it stands in a view, or nothing if it is not seen there."""
        if not self.text:
            return next((spot for spot in self.spots if view.colliderect(spot)), None)
        return next((spot for spot in self.spots if view.contains(spot)), None)


@dataclass(eq=False)
class Scene:
    """Pieces in the order of drawing, and where things can be found, in pixels of the theatre."""

    kit: Kit
    projection: Projection
    geography: Geography
    placer: Placer
    ground: Ground
    hidden: frozenset[str] = frozenset()
    pieces: list[Piece] = field(default_factory=list)
    spots: dict[str, Rect] = field(default_factory=dict)

    @property
    def size(self) -> Rect:
        """Return the box of the theatre."""
        return Rect((0, 0), self.projection.size)

    def xy(self, point: Point) -> tuple[float, float]:
        """Return the pixel of a place."""
        return self.projection.near(point)

    def dp(self, size: float) -> float:
        """Turn dp into pixels."""
        return size * self.kit.scale

    def write(
        self, text: str, near: FRect, style: str, ink: str, order: str, away: float = 3
    ) -> FRect | None:
        """Put a haloed name beside something where there is room; return its box, or None."""
        image = self.kit.type.picture(text, style, colour(ink), halo=True)
        size = image.get_width() - self.dp(2), image.get_height() - self.dp(SLACK)
        box = self.placer.beside(near, size, self.dp(away), order.split())
        if box:
            spot = image.get_rect(center=(round(box.centerx), round(box.centery)))
            self.pieces.append(Piece(image, (spot,), text))
        return box

    def seen(self, view: Rect) -> Iterator[tuple[Piece, Rect]]:
        """Return the pieces in a view, each with its place."""
        for piece in self.pieces:
            if spot := piece.where(view):
                yield piece, spot

    def draw(self, target: Surface, view: Rect, covers: Sequence[Rect] = ()) -> None:
        """Put on the screen what is seen in a view; no name shows from under what covers it."""
        x, y = view.topleft
        over = [cover.move(x, y) for cover in covers]
        rows = [
            (piece.picture, (spot.x - x, spot.y - y))
            for piece, spot in self.seen(view)
            if not piece.text or spot.collidelist(over) < 0
        ]
        target.fblits(rows, BLEND_PREMULTIPLIED)


def box_at(at: tuple[float, float], wide: float, tall: float) -> FRect:
    """Return a box around a point."""
    box = FRect(0, 0, wide, tall)
    box.center = at
    return box


def thinned(picture: Surface, alpha: int) -> Surface:
    """Return a premultiplied picture, less thick."""
    out = picture.copy()
    out.fill((alpha, alpha, alpha, alpha), special_flags=BLEND_RGBA_MULT)
    return out
