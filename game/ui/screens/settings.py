"""Settings: what the player may set for comfort."""

from collections.abc import Callable

from game.ui.intents import Change, Intent
from game.ui.screens.menu import Sheet, close
from game.ui.settings import FONTS, SCALES, SPEEDS, Settings
from game.ui.toolkit.boxes import Column, Row
from game.ui.toolkit.choice import choices
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.label import Label
from game.ui.toolkit.slider import Slid, Slider
from game.ui.toolkit.switch import Switch
from game.ui.toolkit.widget import Widget

PACES = ("Off", "Slow", "Normal", "Fast")


class SettingsScreen(Sheet):
    """Every change takes effect at once and is kept."""

    name = "settings"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def build(self, width: float, height: float) -> Widget:
        s = self.settings
        scales = tuple("Auto" if v == 0 else f"{v} %" for v in SCALES)
        fonts = tuple(f"{v} %" for v in FONTS)
        rows = (
            self._row("Size of everything", "ui_scale", scales, SCALES, s.ui_scale),
            self._row("Size of text", "font_scale", fonts, FONTS, s.font_scale),
            self._row("Colors", "palette", ("Usual", "Safe"), ("scenario", "safe"), s.palette),
            self._switch("Strong fills and patterns", "strong", s.strong),
            self._switch("Reduced motion", "calm", s.calm),
            self._row("Playback of the week", "speed", PACES, SPEEDS, s.speed),
            _beside("Sound", Slider(s.volume, "Sound", unit=" %", name="volume")),
            self._switch("Hints in the first game", "hints", s.hints),
            self._switch("Ask before a turn with something left", "warn", s.warn),
        )  # fmt: skip
        return Dialog(Column(rows, gap=9), 760, head=Label("Settings", "display"), foot=close())

    def update(self, message: object) -> Intent | None:
        if isinstance(message, Slid):
            return Change(message.name, message.value)
        return super().update(message)

    def _switch(self, title: str, name: str, on: bool) -> Widget:
        switch = Switch(on, title, name=f"set {name}", action=Change(name, not on))
        return _beside(title, switch)

    def _row(
        self, title: str, name: str, texts: tuple[str, ...], values: tuple[object, ...], now: object
    ) -> Widget:
        here = values.index(now) if now in values else 0
        act: Callable[[int], object] = lambda i: Change(name, values[i])  # noqa: E731
        pick = choices(f"set {name}", texts, here, act)
        return _beside(title, pick)


def _beside(title: str, control: Widget) -> Row:
    """Return a control beside its name."""
    return Row((Label(title, "note", "text"), control), (250, None), 10, middle=True)
