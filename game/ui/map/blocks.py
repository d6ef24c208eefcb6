"""Blocks: counters of one place stand together above it; blocks keep off each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pygame import FRect, Rect, Vector2

from game.ui.ground import Unit

ROW = 3  # counters side by side, if there are no more of them
PASSES = 60


@dataclass
class Block:
    """The forces of one place, and where they stand."""

    units: tuple[Unit, ...]
    foot: Vector2  # the place itself, in pixels
    box: FRect
    columns: int

    @property
    def moved(self) -> float:
        """Return how far it stands from its place."""
        return Vector2(self.box.midbottom).distance_to(self.foot)

    def cells(self) -> list[FRect]:
        """Return the boxes of its counters, row by row."""
        rows = ceil(len(self.units) / self.columns)
        wide, tall = self.box.w / self.columns, self.box.h / rows
        return [
            FRect(
                self.box.x + i % self.columns * wide + self._indent(i, wide),
                self.box.y + i // self.columns * tall, wide, tall,
            )
            for i in range(len(self.units))
        ]  # fmt: skip

    def _indent(self, i: int, wide: float) -> float:
        """Return how far the last row is moved to stand in the middle."""
        over = len(self.units) % self.columns
        last = i >= len(self.units) - over
        return (self.columns - over) * wide / 2 if over and last else 0


def blocks(
    units: tuple[Unit, ...],
    spots: list[tuple[float, float]],
    cell: float,
    above: float,
    area: Rect,
    fixed: Sequence[FRect] = (),
) -> list[Block]:
    """Group units by place, stand each group above its place, and push groups apart.

    What is `fixed` is not covered either, where that can be helped.
    """
    groups: dict[tuple[float, float], list[Unit]] = {}
    for unit, spot in zip(units, spots, strict=True):
        groups.setdefault(spot, []).append(unit)
    found = [_block(group, spot, cell, above) for spot, group in groups.items()]
    for _ in range(PASSES):
        stood = [_yield(block.box, box) for block in found for box in fixed]
        if not _push(found, cell * 0.1) and not any(stood):
            break
    for block in found:
        block.box.clamp_ip(FRect(area))
    return found


def _block(group: list[Unit], spot: tuple[float, float], cell: float, above: float) -> Block:
    count = len(group)
    columns = count if count <= ROW else ceil(count / 2)
    group = sorted(group, key=lambda unit: unit.side)
    box = FRect(0, 0, columns * cell, ceil(count / columns) * cell)
    box.midbottom = spot[0], spot[1] - above
    return Block(tuple(group), Vector2(spot), box, columns)


def _yield(box: FRect, fixed: FRect) -> bool:
    """Move a block off what is fixed, the short way up or aside; say whether it had to."""
    if not box.colliderect(fixed):
        return False
    up, left, right = box.bottom - fixed.top, box.right - fixed.left, fixed.right - box.left
    least = min(up, left, right)
    if least == up:
        box.y -= up + 0.5
    else:
        box.x += right + 0.5 if least == right else -left - 0.5
    return True


def _push(found: list[Block], gap: float) -> bool:
    """Move every two blocks that touch away from each other; say whether any did."""
    moved = False
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            a, b = one.box, other.box
            over_x = (a.w + b.w) / 2 + gap - abs(a.centerx - b.centerx)
            over_y = (a.h + b.h) / 2 + gap - abs(a.centery - b.centery)
            if over_x <= 0.01 or over_y <= 0.01:
                continue
            moved = True
            if over_x < over_y:
                step = over_x / 2 if a.centerx <= b.centerx else -over_x / 2
                a.x, b.x = a.x - step, b.x + step
            else:
                step = over_y / 2 if a.centery <= b.centery else -over_y / 2
                a.y, b.y = a.y - step, b.y + step
    return moved
