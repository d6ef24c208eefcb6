"""The draft of a turn's orders, with undo and redo until it is committed."""

from dataclasses import dataclass, field
from typing import Any

from game.engine.decision import Move, Orders


@dataclass
class Draft:
    """Every version of the orders since the council met, and which of them stands."""

    versions: list[Orders] = field(default_factory=lambda: [Orders()])
    here: int = 0

    @property
    def orders(self) -> Orders:
        """Return the orders as they stand."""
        return self.versions[self.here]

    def choose(self, option: str) -> None:
        """Add an option."""
        self._change(options=(*self.orders.options, option))

    def drop(self, option: str) -> None:
        """Take an option out again."""
        self._change(options=tuple(o for o in self.orders.options if o != option))

    def turn(self, dial: str, level: str) -> None:
        """Turn a dial."""
        self._change(dials=self.orders.dials | {dial: level})

    def move(self, token: str, source: str, target: str) -> None:
        """Move a force token."""
        self._change(moves=(*self.orders.moves, Move(token=token, source=source, target=target)))

    def rank(self, aims: tuple[str, ...]) -> None:
        """Rank the aims; that is no step that could be taken back."""
        self.versions = [each.model_copy(update={"intent": aims}) for each in self.versions]

    def undo(self) -> bool:
        """Take back the last change; say whether there was one."""
        self.here, moved = max(self.here - 1, 0), self.here > 0
        return moved

    def redo(self) -> bool:
        """Make the change that was taken back last; say whether there was one."""
        moved = self.here < len(self.versions) - 1
        self.here += moved
        return moved

    def _change(self, **fields: Any) -> None:
        del self.versions[self.here + 1 :]
        self.versions.append(self.orders.model_copy(update=fields))
        self.here += 1
