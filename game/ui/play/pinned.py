"""Pinned: the card of a force or a place that was pressed stays on the map until it is closed."""

from game.ui.ground import Ground as Theatre
from game.ui.play.unit_card import PlaceCard, UnitCard
from game.ui.play.view import Inspect
from game.ui.toolkit.boxes import Column, Ground, Panel
from game.ui.toolkit.button import Button
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

AWAY, WIDE = 14, 248


def card(ground: Theatre, name: str) -> Widget | None:
    """Return the card of what was pressed (`unit:ID` or `place:ID`), if that can still be seen."""
    kind, _, wanted = name.partition(":")
    if kind == "unit":
        return next((UnitCard(unit) for unit in ground.units if unit.id == wanted), None)
    return next((PlaceCard(place) for place in ground.places if place.id == wanted), None)


def lay(page: Page, ground: Theatre, name: str, stage: Box) -> None:
    """Put the card into the upper left corner of the map."""
    shown = card(ground, name)
    if shown is None:
        return
    away = Button("Close", "x", hint="Esc", tall=28, name="unpin", action=Inspect(""))
    sheet = Panel(Column((shown, away), gap=8), Ground("panel", "strong", 7, 246), 14, 12)
    wide = WIDE + 28
    tall = min(sheet.height(page.kit, wide), stage.h - 2 * AWAY)
    sheet.lay(page, Box(stage.x + AWAY, stage.y + AWAY, wide, tall))
