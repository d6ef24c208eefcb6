"""Briefing: what the game is about, and which aims count most."""

import pygame

from game.ui.intents import Close, Intent, RankAims
from game.ui.screens.menu import Sheet
from game.ui.situation import Aim, Briefing
from game.ui.toolkit.boxes import Column, Gap
from game.ui.toolkit.button import Button
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.label import Label
from game.ui.toolkit.listrow import ListRow
from game.ui.toolkit.widget import Widget


class Intro(Sheet):
    """Shown once, before the first council."""

    name = "briefing"
    first = "begin"

    def __init__(self, briefing: Briefing, aims: tuple[Aim, ...], ranks: int) -> None:
        self.briefing, self.aims, self.ranks = briefing, aims, ranks
        self.chosen = tuple(a.id for a in sorted(aims, key=lambda a: a.rank) if a.rank)

    def build(self, width: float, height: float) -> Widget:
        b = self.briefing
        body = tuple(Label(part, "serif", "text") for part in b.body)
        many = "Which one counts" if self.ranks == 1 else f"Which {self.ranks} count"
        ask = f"What matters most? {many} most in the score?"
        rows = tuple(self._row(aim) for aim in self.aims)
        aims = (Gap(4), Label(ask, "strong", "accent"), *rows) if rows else ()
        begin = Button(
            "To the first council",
            "play",
            "primary",
            "Enter",
            44,
            "title",
            name="begin",
            action=self._begin(),
        )
        parts = (Label(b.kicker.upper(), "kicker", "accent"), Label(b.headline, "display"), *body)
        return Dialog(Column((*parts, *aims, Gap(4), begin), gap=7), 720)

    def _row(self, aim: Aim) -> ListRow:
        rank = self.chosen.index(aim.id) + 1 if aim.id in self.chosen else 0
        return ListRow(
            aim.title, aim.text, f"aim {rank}" if rank else "", mark=bool(rank),
            name=f"aim:{aim.id}", group="aims", action=Pick(aim.id),
        )  # fmt: skip

    def _begin(self) -> Intent | None:
        """Return what begins the game; nothing while a rank is free."""
        if not self.aims:
            return Close()
        return RankAims(self.chosen) if len(self.chosen) == self.ranks else None

    def key(self, event: pygame.Event) -> object | None:
        return (self._begin() or Close()) if event.key == pygame.K_ESCAPE else None

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Pick):
            self._pick(message.aim)
        return super().update(message)

    def _pick(self, aim: str) -> None:
        """Put an aim last in the ranking, or take it out; the oldest choice makes room."""
        others = tuple(a for a in self.chosen if a != aim)
        self.chosen = others if aim in self.chosen else (*others, aim)[-self.ranks :]


class Pick:
    """Rank an aim, or take it out of the ranking."""

    def __init__(self, aim: str) -> None:
        self.aim = aim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pick) and other.aim == self.aim

    def __hash__(self) -> int:
        return hash(("pick", self.aim))
