"""What a decision inside a week needs beside its answers: facts, orders, harm, and the odds."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.words import DOT
from game.ui.play import options
from game.ui.play.effects import sentence
from game.ui.situation import Forecast, Incident
from game.ui.toolkit.boxes import Column, Gap, Row, Scroll
from game.ui.toolkit.bullets import bullets
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.kit import Kit
from game.ui.toolkit.label import Label
from game.ui.toolkit.page import Page
from game.ui.toolkit.widget import Widget

ASIDE, APART = 290, 34  # dp of what stands beside the answers, and between both
LEAST = 520  # dp of their height


@dataclass(frozen=True)
class Beside(Widget):
    """Answers, and what they need: as tall as the answers, so that nothing moves with the odds."""

    answers: Widget
    needs: Widget

    def height(self, kit: Kit, width: float) -> float:
        return max(LEAST, self.answers.height(kit, width - ASIDE - APART))

    def lay(self, page: Page, box: Box) -> None:
        halves = Scroll(self.answers, name="answers"), Scroll(self.needs, name="needs")
        Row(halves, (None, ASIDE), APART).lay(page, box)


def needs(incident: Incident, forecast: Forecast | None) -> Widget:
    """Return all parts below each other."""
    parts = (*_facts(incident), *_orders(incident), *_hurt(incident), *_odds(incident, forecast))
    return Column(parts[1:], gap=4)


def _section(title: str, *parts: Widget) -> tuple[Widget, ...]:
    return (Gap(8), Label(title.upper(), "kicker", "accent"), *parts)


def _facts(incident: Incident) -> Iterator[Widget]:
    facts = tuple(Label(f"*{name}:* {said}", "note", "text") for name, said in incident.facts)
    yield from _section("What is known", *facts) if facts else ()


def _orders(incident: Incident) -> Iterator[Widget]:
    """Say what the standing orders would answer, and what other orders would have."""
    lines = tuple(
        Label(
            f"*{when}: {answer}*" if now else f"{when}: {answer}",
            "note",
            "text" if now else "second",
        )
        for when, answer, now in incident.orders
    )
    yield from _section("What standing orders answer", *lines) if lines else ()


def _hurt(incident: Incident) -> Iterator[Widget]:
    lines = tuple(
        Label(f"*{reply.title}:* {reply.hurt}", "note", "text")
        for reply in incident.replies
        if reply.hurt and not reply.why_not
    )
    yield from _section("Who is killed", *lines) if lines else ()


def _odds(incident: Incident, forecast: Forecast | None) -> Iterator[Widget]:
    """Say of each answer how games end after it, against the standing one."""
    yield from _section("How games end")
    if forecast is None or forecast.hold.none:
        yield Label(options.waiting(forecast.hold if forecast else None), "note", "second")
        return
    for reply in incident.replies:
        odds = forecast.of(reply.id)
        if odds is None or reply.why_not:
            continue
        lines = forecast.hold_lines if reply.standing else odds.lines
        yield Label(f"*{reply.title}*", "note", "text")
        parts = (part for line in lines for part in line.removeprefix("Odds: ").split(DOT))
        yield bullets(map(sentence, parts), "note", "second")
