"""Regions: which place every spot of the ground belongs to, computed once per list of centres.

A region is all that lies nearest to a centre, seen through a smooth warp so that fronts wander like
real ones, and cut by the borders of the country that the centre lies in. Each spot is one packed
number, so that repainting after a turn is a single look-up in a table:

    own << 11 | other << 4 | level    own: number of the region; other: of that across the nearest
                                      edge; level: 0 to 15, how far that is (LEVELS, in cells)

The warp is fixed to the ground, so regions do not move with zoom, size or pan.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from game.paths import APP
from game.ui.ground import Point, Theatre
from game.ui.map.geography import Geography, Line
from game.ui.map.projection import Projection

Cells = NDArray[np.uint32]
Floats = NDArray[np.float32]
Own = NDArray[np.uint8]

MOST = 126
OUTSIDE = 127
TALL = 1100.0  # cells from the north of a theatre to its south; the picture of them is scaled
LEVELS = np.array([0, 1.2, 2, 2.8, 3.6, 4.6, 6, 8, 10, 12.5, 15.5, 19, 23, 28, 34, 44], np.float32)
WAVES = ((0.0141, 0.069), (0.0048, 0.0241), (0.0019, 0.0095))
"""How far a front wanders, and over which width, as shares of the height of the theatre."""
BLOCK = 64
VERSION = 3  # of the cells on disk


def grain(theatre: Theatre) -> float:
    """Return how many cells make a degree of latitude."""
    return TALL / (theatre.north - theatre.south)


def cells(theatre: Theatre, centres: Sequence[Point], geography: Geography) -> Cells:
    """Return the packed cells, from disk if these centres were seen before."""
    known = repr((VERSION, theatre.west, theatre.south, theatre.east, theatre.north, centres))
    digest = hashlib.blake2b(known.encode(), digest_size=8).hexdigest()
    kept = user_cache_path(APP, appauthor=False) / f"regions-{digest}.npy"
    with suppress(OSError, ValueError, EOFError):
        return np.asarray(np.load(kept), np.uint32)
    found = _compute(Projection(theatre, grain(theatre)), centres[:MOST], geography)
    _keep(kept, found)
    return found


def _keep(path: Path, found: Cells) -> None:
    with suppress(OSError):  # without a cache they are computed again next time
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part.npy")
        np.save(part, found)
        part.replace(path)


def _compute(p: Projection, centres: Sequence[Point], geography: Geography) -> Cells:
    own = _owners(p, centres, geography)
    level, other = _edges(own)
    packed = own.astype(np.uint32) << 11 | other.astype(np.uint32) << 4 | level
    packed[own == OUTSIDE] = OUTSIDE << 11 | OUTSIDE << 4 | 15
    return np.asarray(packed, np.uint32)


def _owners(p: Projection, centres: Sequence[Point], geography: Geography) -> Own:
    """Return the region of every cell (height, width)."""
    wide, tall = p.size
    lon = p.theatre.west + (np.arange(wide) + 0.5) / p.kx
    lat = p.theatre.north - (np.arange(tall) + 0.5) / p.ky
    x, y = _warped(lon, lat, p.kx / p.ky, p.theatre.north - p.theatre.south)
    points = np.array([(a * p.kx / p.ky, b) for a, b in centres], np.float32)
    own = np.full((tall, wide), OUTSIDE, np.uint8)
    lands = [_land(point, geography) for point in centres]
    for land in sorted(set(lands)):
        numbers = np.flatnonzero(np.array(lands) == land)
        rings = geography.polygons.get(land, [])
        mask = _inside(rings, p) if rings else np.ones_like(own, bool)
        _nearest(own, x, y, points, numbers, mask)
    own[_inside([ring for ring in geography.water if len(ring) > 2], p, either=True)] = OUTSIDE
    return own


def _land(point: Point, geography: Geography) -> str:
    """Return the country that a place lies in."""
    for name, rings in geography.polygons.items():
        if sum(_holds(ring, point) for ring in rings) % 2:
            return name
    return ""


def _holds(ring: Line, point: Point) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def _warped(
    lon: NDArray[np.floating[Any]], lat: NDArray[np.floating[Any]], squeeze: float, tall: float
) -> tuple[Floats, Floats]:
    """Return where every cell seems to lie."""
    shape = len(lat), len(lon)
    x = np.broadcast_to((lon * squeeze).astype(np.float32), shape).copy()
    y = np.broadcast_to(lat.astype(np.float32)[:, None], shape).copy()
    for number, (far, width) in enumerate(WAVES):
        u, v = lon * squeeze / (width * tall), lat / (width * tall)
        x += far * tall * noise(u, v, 11 + number)
        y += far * tall * noise(u, v, 21 + number)
    return x, y


def noise(u: NDArray[np.floating[Any]], v: NDArray[np.floating[Any]], seed: int) -> Floats:
    """Return smooth noise from -1 to 1 on an endless lattice (tall, wide). It only draws."""
    table = np.random.default_rng(seed).uniform(-1, 1, (256, 256)).astype(np.float32)

    def ease(a: NDArray[np.floating[Any]]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        whole = np.floor(a).astype(np.int64)
        part = (a - whole).astype(np.float32)
        smooth = part * part * part * (part * (part * 6 - 15) + 10)
        return whole & 255, (whole + 1) & 255, smooth

    x0, x1, fx = ease(u)
    y0, y1, fy = ease(v)
    rows = table[:, x0] * (1 - fx) + table[:, x1] * fx  # mixed along x once per row of the lattice
    return np.asarray(rows[y0] * (1 - fy)[:, None] + rows[y1] * fy[:, None], np.float32)


def _inside(rings: Sequence[Line], p: Projection, either: bool = False) -> NDArray[np.bool_]:
    """Return which cells lie inside rings, by the even-odd rule, or inside any of them."""
    wide, tall = p.size
    mask = np.zeros((tall, wide), bool)
    for ring in rings:
        filled = _filled(np.array([p.xy(point) for point in ring]), tall, wide)
        mask = mask | filled if either else mask ^ filled
    return mask


def _filled(ring: NDArray[np.floating[Any]], tall: int, wide: int) -> NDArray[np.bool_]:
    """Fill a polygon given in cells: where an edge crosses a row, everything to its right flips."""
    ends = np.roll(ring, -1, 0)
    first = np.ceil(np.minimum(ring[:, 1], ends[:, 1]) - 0.5).astype(int).clip(0, tall)
    last = np.ceil(np.maximum(ring[:, 1], ends[:, 1]) - 0.5).astype(int).clip(0, tall)
    count = last - first
    edge = np.repeat(np.arange(len(ring)), count)
    flips = np.zeros((tall, wide + 1), np.int8)
    if len(edge):
        row = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count) + first[edge]
        share = (row + 0.5 - ring[edge, 1]) / (ends[edge, 1] - ring[edge, 1])
        x = ring[edge, 0] + share * (ends[edge, 0] - ring[edge, 0])
        np.add.at(flips, (row, np.ceil(x - 0.5).astype(int).clip(0, wide)), 1)
    return np.asarray((np.cumsum(flips[:, :wide], axis=1, dtype=np.int8) & 1).astype(bool))


def _nearest(
    own: Own, x: Floats, y: Floats, points: Floats, numbers: NDArray[np.intp], mask: Any
) -> None:
    """Write the nearest of some centres into every cell of a mask.

    Block by block: most centres are too far from a block to matter, which leaves it exact.
    """
    px, py = points[numbers, 0], points[numbers, 1]
    for top in range(0, own.shape[0], BLOCK):
        for left in range(0, own.shape[1], BLOCK):
            part = np.s_[top : top + BLOCK, left : left + BLOCK]
            if not mask[part].any():
                continue
            bx, by = x[part], y[part]
            x0, x1, y0, y1 = bx.min(), bx.max(), by.min(), by.max()
            low_x = np.maximum(np.maximum(x0 - px, px - x1), 0)
            low_y = np.maximum(np.maximum(y0 - py, py - y1), 0)
            far = np.maximum(px - x0, x1 - px) ** 2 + np.maximum(py - y0, y1 - py) ** 2
            few = np.flatnonzero(low_x**2 + low_y**2 <= far.min())
            away = (bx[None] - px[few, None, None]) ** 2 + (by[None] - py[few, None, None]) ** 2
            best = numbers[few[np.argmin(away, axis=0)]].astype(np.uint8)
            own[part] = np.where(mask[part], best, own[part])


def _edges(own: Own, coarse: int = 1) -> tuple[Cells, Own]:
    """Return how far the nearest other region is (its level), and which one it is.

    Along the row first, then over the rows; exact, in 16 bits. `coarse` is how many cells one
    stands for.
    """
    reach = int(np.ceil(LEVELS[-2] / coarse)) + 1
    far = np.int16(2 * reach * reach + 1)
    row_far, row_other = _along_rows(own, reach, far)
    best, other = row_far.copy(), row_other.copy()
    for step in [*range(1, 13), *range(14, reach, 2)]:
        for a, b in ((np.s_[step:], np.s_[:-step]), (np.s_[:-step], np.s_[step:])):
            theirs = own[b]
            same = own[a] == theirs
            nothing = np.where(theirs == OUTSIDE, far, np.int16(0))
            away = np.where(same, row_far[b], nothing) + np.int16(step * step)
            nearer = away < best[a]
            np.copyto(best[a], away, where=nearer)
            np.copyto(other[a], np.where(same, row_other[b], theirs), where=nearer)
    squares = np.sqrt(np.arange(int(far) + reach * reach + 2))
    table = np.searchsorted(LEVELS[1:].astype(np.float64) / coarse, squares, side="right").clip(
        0, 15
    )
    return table.astype(np.uint32)[best], np.where(best >= far, own, other)


def _along_rows(own: Own, reach: int, far: np.int16) -> tuple[NDArray[np.int16], Own]:
    """Return the squared distance to the nearest other region in the same row, and which it is."""
    tall, wide = own.shape
    column = np.arange(wide, dtype=np.int16)
    changes = own[:, 1:] != own[:, :-1]
    start = np.zeros((tall, wide), np.int16)
    start[:, 1:] = np.where(changes, column[1:], 0)
    start = np.maximum.accumulate(start, axis=1)
    stop = np.full((tall, wide), wide - 1, np.int16)
    stop[:, :-1] = np.where(changes, column[:-1], wide - 1)
    stop = np.minimum.accumulate(stop[:, ::-1], axis=1)[:, ::-1]
    rows = np.arange(tall)[:, None]

    def side(where: Any, is_there: Any, distance: Any) -> tuple[Own, NDArray[np.int16]]:
        other = own[rows, np.clip(where, 0, wide - 1)]
        near = np.where(is_there & (other != OUTSIDE), np.minimum(distance, reach), reach)
        near = near.astype(np.int16)
        return other, np.where(near < reach, near * near, far).astype(np.int16)

    left, left_far = side(start - 1, start > 0, column - start + 1)
    right, right_far = side(stop + 1, stop < wide - 1, stop - column + 1)
    return np.minimum(left_far, right_far), np.where(left_far <= right_far, left, right)


Fill = tuple[
    float, float, float, float
]  # red, green, blue from 0 to 255, and how thick from 0 to 1


def paint(
    packed: Cells,
    fills: dict[str, Fill],
    holders: Sequence[str],
    front: float = 0.30,
    reach: float = 14.0,
    line: float = 0.62,
) -> Cells:
    """Return the picture of who holds what, as RGBA (tall, wide).

    Towards the ground of another side a wash grows thicker by `front`, over `reach` cells; the
    front itself is drawn with `line`. What nobody holds (an empty string) stays bare.
    """
    holders = holders[:MOST]  # places beyond have no region
    table = _table(fills, holders, front, reach, line)
    return np.asarray(table[_mended(packed, fills, holders)])


def _mended(packed: Cells, fills: dict[str, Fill], holders: Sequence[str]) -> Cells:
    """Let cells whose nearest edge is one within a side look at the front beyond it.

    Otherwise the glow along a front stops at a slanting line where a second region of the same side
    is nearer. Half as fine as the cells is enough, for it is soft, and four times as fast.
    """
    names = ["", *fills]
    owner, first = np.full(128, OUTSIDE, np.uint8), np.full(128, OUTSIDE, np.uint32)
    owner[: len(holders)] = [names.index(holder) for holder in holders]
    for region in range(len(holders) - 1, -1, -1):
        first[owner[region]] = region
    level, other = _edges(owner[packed[::2, ::2] >> 11], 2)
    front = (first[other] << 4 | level).repeat(2, axis=0).repeat(2, axis=1)
    tall, wide = packed.shape
    own = packed >> 11
    within = (owner[own] == owner[packed >> 4 & 127]) & (own != OUTSIDE)
    seen = within & (level.repeat(2, axis=0).repeat(2, axis=1)[:tall, :wide] < len(LEVELS) - 1)
    return np.asarray(np.where(seen, own << 11 | front[:tall, :wide], packed), np.uint32)


def _table(
    fills: dict[str, Fill], holders: Sequence[str], front: float, reach: float, line: float
) -> Cells:
    names = ["", *fills]
    rgba = np.array([(0, 0, 0, 0), *fills.values()], np.float32)
    owner = np.zeros(128, int)
    owner[: len(holders)] = [names.index(holder) for holder in holders]
    own, other, level = np.ogrid[:128, :128, :16]
    differs = owner[own] != owner[other]
    away = LEVELS[level]
    glow = front * np.exp(-((away / reach) ** 2))
    edge = np.clip(1.9 - away / 1.6, 0, 1)
    ink = np.where(differs, edge * line, edge * 0.16)
    thick = np.maximum(rgba[owner[own], 3] + np.where(differs, glow, 0), ink)
    bare = (owner[own] == 0) & ~differs
    table = np.empty((128, 128, 16, 4), np.float32)
    table[..., :3] = rgba[owner[own], :3] * (1 - ink * np.where(differs, 1.0, 0.1))[..., None]
    table[..., 3] = np.where(bare, 0, np.clip(thick, 0, 0.88)) * 255
    packed = table.astype(np.uint8).reshape(-1, 4)
    packed[OUTSIDE << 11 | OUTSIDE << 4 | 15] = 0
    return packed.view(np.uint32).ravel()


HATCHES = 12  # different patterns; more sides than that share them
PERIOD = 14  # cells from one line of a pattern to the next


def hatch(
    picture: Cells, packed: Cells, inks: Sequence[str], holders: Sequence[str], dark: int = 96
) -> None:
    """Darken every side's ground in a pattern of its own, in place, so that colour is not needed.

    The place of a colour among `inks` says which side has which pattern.
    """
    number = np.zeros(128, np.uint8)
    for place, holder in enumerate(holders[:MOST]):
        number[place] = inks.index(holder) % HATCHES if holder else 0
    tall, wide = packed.shape
    lines = pattern(np.arange(wide)[None, :], np.arange(tall)[:, None])
    side = number[packed >> 11]
    marked = np.take_along_axis(lines, side[None], axis=0)[0]
    rgba = picture.view(np.uint8).reshape(tall, wide, 4)
    bare = rgba[..., 3] == 0
    marked &= ~bare
    rgba[..., :3][marked] //= 3
    rgba[..., 3][marked] = np.maximum(rgba[..., 3][marked], 255 - dark)


def order(sides: Iterable[str], holders: Sequence[str]) -> list[str]:
    """Return the colours of those who hold ground, in the order of their patterns."""
    held = set(holders)
    return list(dict.fromkeys(ink for ink in [*sides, *holders] if ink and ink in held))


def pattern(x: NDArray[np.intp], y: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which cells are dark in each pattern (pattern, y, x)."""
    p, thin = PERIOD, 3
    rising, falling = (x + y) % p < thin, (x - y) % p < thin
    nothing = np.zeros_like(rising)
    level, upright = (y + 0 * x) % p < thin, (x + 0 * y) % p < thin
    dots = (x % p < thin + 1) & (y % p < thin + 1)
    broad = [(v % (2 * p) < p) & ~nothing for v in (x + y, x - y, y + 0 * x)]
    checks = (x % p < p // 2) ^ (y % p < p // 2)
    nets = [rising | falling, level | upright]
    return np.stack([nothing, rising, falling, level, upright, dots, *nets, *broad, checks])


def swatch(number: int, ink: tuple[int, int, int], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return a piece of a pattern in a colour as RGB (y, x), to be shown beside a name."""
    x, y = np.arange(size[0])[None, :], np.arange(size[1])[:, None]
    marked = pattern(x, y)[number % HATCHES]
    out = np.empty((size[1], size[0], 3), np.uint8)
    out[:] = ink
    out[marked] //= 3
    return out
