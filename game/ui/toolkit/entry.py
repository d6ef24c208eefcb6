"""A line of text that can be typed in."""

from dataclasses import dataclass

import pygame

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget


@dataclass(frozen=True)
class Typed:
    """The text of an entry has changed."""

    name: str
    text: str


@dataclass(frozen=True)
class Entry(Widget):
    """What has been typed so far; the window sends `Typed` with the next text."""

    text: str = ""
    label: str = ""
    longest: int = 24

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("row") + 16

    @property
    def sound(self) -> str:
        return ""

    @property
    def writing(self) -> bool:
        return True

    def paint(self, canvas: Canvas, hot: bool) -> None:
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "ground", 5, "strong" if hot else "rule")
        y = (canvas.h - canvas.kit.type.leading("row")) / 2
        x = 12 + canvas.text(self.label, 12, y, "row", "second") + (10 if self.label else 0)
        text = self.text
        while text and canvas.kit.type.width(text, "row") > canvas.w - x - 16:
            text = text[1:]  # the end is what one types at
        x += canvas.text(text, x, y, "row")
        if hot:
            canvas.fill(Box(x + 2, y + 2, 1.5, canvas.h - 2 * y - 4), "accent")

    def edited(self, text: str) -> Typed:
        """Add typed text."""
        clean = "".join(letter for letter in text if letter.isprintable())
        return Typed(self.name, (self.text + clean)[: self.longest])

    def shortened(self) -> Typed:
        """Take the last letter away."""
        return Typed(self.name, self.text[:-1])

    def typed(self, text: str) -> Typed:
        return self.edited(text)

    def keyed(self, event: pygame.Event) -> Typed | None:
        control = event.mod & pygame.KMOD_CTRL
        if event.key == pygame.K_BACKSPACE:
            last_word = self.text.rstrip().rpartition(" ")[0]
            return Typed(self.name, last_word) if control else self.shortened()
        if event.key == pygame.K_v and control:
            return self.edited(_clipboard())
        return None

    def describe(self) -> str:
        return f"text: {self.label} {self.text}"


def _clipboard() -> str:
    """Return the text that was copied last, if the system tells."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
