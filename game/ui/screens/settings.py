"""Settings: what the player may set for comfort."""

from collections.abc import Callable

from game.ui.intents import Change
from game.ui.screens.lists import close
from game.ui.screens.menu import Sheet
from game.ui.settings import FONTS, SCALES, SPEEDS, VOLUMES, Settings
from game.ui.toolkit.boxes import Column, Gap, Row
from game.ui.toolkit.choice import choices
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

SWITCH = ("Off", "On")


class SettingsScreen(Sheet):
    """Every change takes effect at once and is kept."""

    name = "settings"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def build(self, width: float, height: float) -> Widget:
        s = self.settings
        scales = tuple("Auto" if v == 0 else f"{v} %" for v in SCALES)
        rows = (
            self._row("Size of everything", "ui_scale", scales, SCALES, s.ui_scale),
            self._row("Size of text", "font_scale", tuple(f"{v} %" for v in FONTS), FONTS, s.font_scale),
            self._row("Colours of sides", "palette", ("As written", "Safe"), ("scenario", "safe"), s.palette),
            self._row("Strong fills and patterns", "strong", SWITCH, (False, True), s.strong),
            self._row("Reduced motion", "calm", SWITCH, (False, True), s.calm),
            self._row("Playback of the week", "speed", ("Off", "Slow", "Normal", "Fast"), SPEEDS, s.speed),
            self._row("Sound", "volume", tuple("Off" if v == 0 else f"{v} %" for v in VOLUMES), VOLUMES, s.volume),
            self._row("Hints in the first game", "hints", SWITCH, (False, True), s.hints),
            self._row("Ask before a turn with something left", "warn", SWITCH, (False, True), s.warn),
        )  # fmt: skip
        return Dialog(
            Column((Label("Settings", "display"), Gap(2), *rows, Gap(6), close()), gap=9), 760
        )

    def _row(
        self, title: str, name: str, texts: tuple[str, ...], values: tuple[object, ...], now: object
    ) -> Widget:
        here = values.index(now) if now in values else 0
        act: Callable[[int], object] = lambda i: Change(name, values[i])  # noqa: E731
        pick = choices(f"set {name}", texts, here, act)
        return Row((Label(title, "note", "text"), pick), (210, None), 10)
