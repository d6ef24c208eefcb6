"""Forces: a table of how many are where; a press on a cell brings one there."""

from dataclasses import dataclass

from game.ui.intents import MoveToken
from game.ui.play import levers
from game.ui.play.chips import Drawer
from game.ui.play.view import Fold, View
from game.ui.situation import Council, Forecast, Token
from game.ui.toolkit.boxes import Column, Row
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.widget import Widget

NAMES = 116.0  # dp of the column of names


@dataclass(frozen=True)
class Cell(Widget):
    """How many of a force are in an area."""

    number: int

    def height(self, kit: Kit, width: float) -> float:
        return kit.type.leading("strong") + 6

    def paint(self, canvas: Canvas, hot: bool) -> None:
        lit = hot and self.able
        canvas.fill(
            Box(0, 0, canvas.w, canvas.h), "inset" if lit else "card", 4, "accent" if lit else ""
        )
        ink = "text" if self.number else "third"
        canvas.text(str(self.number), canvas.w / 2, 3, "strong", ink, "centre")
        if lit:
            canvas.icon("plus", canvas.w - 18, canvas.h / 2 - 6, 12, "accent")

    def describe(self) -> str:
        return f"{self.number}. {self.tip}"


def handle(council: Council, view: View) -> Drawer:
    """Return the handle of the drawer of forces."""
    text = f"Forces · {council.moves} more may be moved"
    return Drawer(text, "forces" in view.opened, name="forces", action=Fold("forces"))


def table(council: Council, forecast: Forecast | None) -> tuple[Widget, ...]:
    """Return the areas as columns and the kinds of force as rows."""
    if not council.tokens:
        return ()
    areas = [Label(title, "caption", "third", "centre", most=2) for _, title, _ in _areas(council)]
    widths = (NAMES, *(None for _ in areas))
    head = Row((Label("", "caption"), *areas), widths, 4)
    rows = [
        Row((_name(token), *_cells(token, council, forecast)), widths, 4, middle=True)
        for token in council.tokens
    ]
    return (Column((head, *rows), gap=4),)


def _areas(council: Council) -> tuple[tuple[str, str, int], ...]:
    return council.tokens[0].areas


def _name(token: Token) -> Label:
    return Label(f"*{token.title}*", "note", "text", tip=token.text)


def _cells(token: Token, council: Council, forecast: Forecast | None) -> list[Cell]:
    """Return a cell for each area; a press takes one from the fullest other area to it."""
    cells = []
    for area, title, number in token.areas:
        source, there = token.fullest(area) or ("", "")
        able = bool(source and council.moves)
        name = f"move:{token.id}:{area}"
        told = (f"{token.title}: bring one from {there} to {title}", levers.alone(forecast, name))
        tip = "\n".join(filter(None, told)) if able else token.text
        action = MoveToken(token.id, source, area) if able else None
        cells.append(Cell(number, name=name, group=f"move:{token.id}", tip=tip, action=action))
    return cells
