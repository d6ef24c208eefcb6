"""Widget: a frozen description of one thing on the screen. Equal data, equal picture."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import pygame

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit

if TYPE_CHECKING:
    from game.ui.toolkit.page import Page


@dataclass(frozen=True, kw_only=True)
class Widget:
    """What all widgets have. A name makes it reachable, an action makes it useful.

    Widgets of one `group` share a stop of the Tab key; arrows move between them. `current` marks
    the member at which Tab enters. Because widgets are frozen and compared by value, the picture of
    one is kept under the widget itself: it is drawn again only when its data change.
    """

    live: ClassVar[bool] = False  # painted every time, straight on the screen
    draggable: ClassVar[bool] = False
    spatial: ClassVar[bool] = False  # arrows go to the neighbour in that direction
    unlit: ClassVar[bool] = False  # draws nothing unless it is lit
    name: str = ""
    group: str = ""
    action: object = None
    tip: str = ""
    current: bool = field(default=False)

    @property
    def focusable(self) -> bool:
        """Say whether Tab or an arrow may come here."""
        return bool(self.name) and self.action is not None

    @property
    def sound(self) -> str:
        """Return the name of what is heard when it is pressed."""
        return "press"

    @property
    def able(self) -> bool:
        """Say whether it looks as if it could be pressed: false for a name without an action."""
        return not self.name or self.action is not None

    def height(self, kit: Kit, width: float) -> float:
        """Return the height wanted at a width."""
        return 0

    def width(self, kit: Kit) -> float:
        """Return the width wanted in a flow."""
        return 0

    def lay(self, page: "Page", box: Box) -> None:
        """Put itself, and its children, on the page."""
        page.add(self, box)

    def paint(self, canvas: Canvas, hot: bool) -> None:
        """Draw itself; hot under the mouse or under the ring of the keys."""

    def describe(self) -> str:
        """Say in words what it shows."""
        return self.tip

    def card(self) -> "Widget | None":
        """Return what to show beside it on hover and focus, if not its tip."""
        return None

    def pressed(self, share: float) -> object | None:
        """Return the message of a press at a share of its width from the left."""
        return self.action

    def keyed(self, event: pygame.Event) -> object | None:
        """Return the message of a key that it takes for itself while it has the focus."""
        return None

    def sought(self) -> object | None:
        """Return the message of the focus coming to it, if something must move to show it."""
        return None

    def typed(self, text: str) -> object | None:
        """Return the message of text typed while it has the focus."""
        return None

    @property
    def writing(self) -> bool:
        """Say whether letters typed belong to it, so that no shortcut may take them."""
        return False
