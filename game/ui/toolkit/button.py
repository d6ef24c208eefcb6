"""Buttons: with words, with an icon, and the kind that stays down."""

from dataclasses import dataclass

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.widget import Widget

FILLS = {
    "primary": ("primary", "primary-hot", "white", ""),
    "plain": ("card", "inset", "text", "rule"),
    "unable": ("panel", "panel", "third", "rule"),
}


@dataclass(frozen=True)
class Button(Widget):
    """A word that does something; `hint` names its key."""

    text: str
    icon: str = ""
    kind: str = "plain"
    hint: str = ""
    tall: float = 36
    style: str = "strong"

    def width(self, kit: Kit) -> float:
        hint = kit.type.width(self.hint, "caption") + 24 if self.hint else 0
        return kit.type.width(self.text, self.style) + (24 if self.icon else 0) + hint + 32

    def height(self, kit: Kit, width: float) -> float:
        return max(self.tall, kit.type.leading(self.style) + 8)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        cold, warm, ink, edge = FILLS[self.kind if self.able else "unable"]
        canvas.fill(Box(0, 0, canvas.w, canvas.h), warm if hot else cold, 6, edge)
        kit, size = canvas.kit, 16
        wide = kit.type.width(self.text, self.style) + (size + 8 if self.icon else 0)
        x, y = (canvas.w - wide) / 2, (canvas.h - kit.type.leading(self.style)) / 2
        if self.icon:
            canvas.icon(self.icon, x, (canvas.h - size) / 2, size, ink)
            x += size + 8
        end = x + canvas.text(self.text, x, y, self.style, ink)
        if self.hint and end + 24 < canvas.w - kit.type.width(self.hint, "caption"):
            canvas.text(
                self.hint,
                canvas.w - 12,
                (canvas.h - kit.type.leading("caption")) / 2,
                "caption",
                ink,
                "right",
            )

    def describe(self) -> str:
        return f"button: {self.text}{unable(self)}"


@dataclass(frozen=True)
class IconButton(Widget):
    """An icon that does something; its tip says what. `down` makes it a toggle."""

    icon: str
    down: bool | None = None
    size: float = 34

    @property
    def sound(self) -> str:
        return "press" if self.down is None else "toggle"

    def width(self, kit: Kit) -> float:
        return self.size

    def height(self, kit: Kit, width: float) -> float:
        return self.size

    def paint(self, canvas: Canvas, hot: bool) -> None:
        edge = "accent" if self.down else "rule"
        lit = hot and self.able
        canvas.fill(Box(0, 0, canvas.w, canvas.h), "inset" if lit else "panel", 6, edge, 235)
        ink = "accent" if self.down else "text" if lit else "second" if self.able else "strong"
        canvas.icon(self.icon, (canvas.w - 17) / 2, (canvas.h - 17) / 2, 17, ink)

    def describe(self) -> str:
        state = {None: "", True: ", on", False: ", off"}[self.down]
        return f"button: {self.tip}{state}{unable(self)}"


def unable(widget: Widget) -> str:
    """Say of a widget that it cannot be pressed now."""
    return "" if widget.able else ", not now"
