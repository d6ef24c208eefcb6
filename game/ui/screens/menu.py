"""Sheets of buttons and words: the menu, a question, something to be told, help, credits."""

import pygame

from game.ui.intents import Close, Intent, Open, Quit, ToTitle
from game.ui.screens.screen import Screen
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.button import Button
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

KEYS = (
    ("Tab, Shift+Tab", "from one part of the screen to the next, and back"),
    ("Arrows", "within a group: options, answers, forces on the map, filters"),
    ("Enter, Space", "press what has the ring; on the option looked at: on the agenda, or off"),
    ("1 to 9", "look at an option; in a flash: give that answer"),
    ("Ctrl+Enter", "end the turn as drafted, or hold course; say yes to a question"),
    ("Backspace, Ctrl+Z; Ctrl+Y", "take back the last change of the draft; make it again"),
    ("Shift + arrows", "move the map; or drag it with the mouse"),
    ("+ − Home", "nearer, farther, the whole theater; or the wheel"),
    ("H", "history: go back and choose otherwise"),
    ("S", "saved games"),
    ("F1", "this list"),
    ("F11", "full screen"),
    ("Ctrl+ and Ctrl−", "everything larger or smaller"),
    ("M", "sound on or off"),
    ("Esc", "close what is open; else the menu"),
)


def close(kind: str = "plain") -> Button:
    """Return the button that leaves a sheet."""
    return Button("Close", kind=kind, hint="Esc", name="close", action=Close())


class Sheet(Screen):
    """A dialog over what lies below."""

    clear = True
    first = "close"
    closing: Intent = Close()

    def key(self, event: pygame.Event) -> object | None:
        return self.closing if event.key == pygame.K_ESCAPE else None


class Menu(Sheet):
    """What one may do besides deciding."""

    name = "menu"
    first = "menu:back"

    def __init__(self, kept: str) -> None:
        self.kept = kept  # whether what was decided is saved, in a sentence

    def build(self, width: float, height: float) -> Widget:
        entries = (
            ("back", "Back to the game", "play", Close()),
            ("saves", "Saved games", "save", Open("saves")),
            ("history", "History", "history", Open("history")),
            ("settings", "Settings", "settings", Open("settings")),
            ("help", "Keys and help", "keyboard", Open("help")),
            ("title", "Leave to the title", "log-out", ToTitle()), ("quit", "Quit", "x", Quit()),
        )  # fmt: skip
        buttons = tuple(
            Button(text, icon, tall=40, name=f"menu:{name}", group="menu", action=action)
            for name, text, icon, action in entries
        )
        note = Label(self.kept, "note", "second")
        return Dialog(Column((Label("Menu", "display"), note, Gap(4), *buttons), gap=7), 380)


class Tell(Sheet):
    """Something that must be told, with one button."""

    name = "tell"

    def __init__(self, title: str, text: str) -> None:
        self.title, self.text = title, text

    def build(self, width: float, height: float) -> Widget:
        said = Label(self.title, "display"), Label(self.text, "serif", "second")
        return Dialog(Column((*said, Gap(6), close("primary")), gap=6), 560, "caution")


class Ask(Sheet):
    """A question before something that cannot be taken back."""

    name = "ask"
    first = "no"

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        action: Intent,
        extra: tuple[str, Intent] | None = None,
    ) -> None:
        self.title, self.text, self.yes, self.action, self.extra = title, text, yes, action, extra

    def build(self, width: float, height: float) -> Widget:
        no = Button("Cancel", hint="Esc", name="no", action=Close())
        yes = Button(self.yes, kind="primary", hint="Ctrl+Enter", name="yes", action=self.action)
        more: tuple[Widget, ...] = ()
        if self.extra:
            more = (Button(self.extra[0], name="extra", action=self.extra[1]),)
        parts = (Label(self.title, "display"), Label(self.text, "serif", "second"), Gap(6))
        return Dialog(Column((*parts, Row((no, yes), gap=8), *more), gap=6), 560, "caution")

    def key(self, event: pygame.Event) -> object | None:
        if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_CTRL:
            return self.action
        return super().key(event)


class Help(Sheet):
    """Keys, and how a turn goes."""

    name = "help"

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(
            Row((Label(keys, "note", "text"), Label(what, "note", "second")), (210, None), 10)
            for keys, what in KEYS
        )
        text = (
            "Each turn the council meets: look at options, put some on the agenda, set the "
            "standing orders, end the turn. Then the weeks are played, and something may ask for "
            "an answer. Odds are worked out by playing the same rules many times from what you "
            "know. Every figure can be pressed: it tells what moved it."
        )
        head = (Label("Keys and help", "display"), Label(text, "serif", "second"), Gap(4))
        return Dialog(Column((*head, *rows, Gap(4), close()), gap=5), 720)


class Credits(Sheet):
    """Who made what is shipped, and under what licence."""

    name = "credits"

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs

    def build(self, width: float, height: float) -> Widget:
        rows = tuple(Label(text, "note", "second") for text in self.paragraphs)
        return Dialog(Column((Label("Credits", "display"), *rows, Gap(4), close()), gap=6), 760)
