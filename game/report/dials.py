"""Dials in words: what every level means, what it changes, and what it costs to turn to it."""

from collections.abc import Iterator

from game.core.conditions import Conditions, clauses_of
from game.core.figures import ByLevel
from game.core.wording import smooth
from game.engine.game import Game
from game.report.words import DOT, points, signed
from game.rules.base import Rule
from game.rules.pull import Pull
from game.scenario.policy import ByDial
from game.scenario.titles import said, words

SAID = {
    "cover": "{name} stopped by standing orders {figure}",
    "deterred": "of those who test {name}, {figure} go on",
    "by": "harm to people in {name} {figure}",
    "tempo": "aircraft over {name} do {figure} of their work",
}
"""How figures of rules that follow a dial are said; others by the names of rule and figure."""


def now(game: Game, dial: str) -> str:
    """Return the level at which a dial stands."""
    world = game.exercise.world
    return world.levels[dial][int(game.observation.state.dial[0, world.dials.index(dial)])]


def card(game: Game, dial: str) -> Iterator[str]:
    """Say all that is known of a dial: what it sets, every level of it, and its price."""
    written = game.exercise.scenario.dials[dial]
    yield f"{written.name}{DOT}{price(game)}"
    if written.text:
        yield f"  {written.text}"
    for level, text in written.levels.items():
        stands = " (now)" if level == now(game, dial) else ""
        yield f"  {level}{stands}: {text}"
        for line in _effects(game, dial, level):
            yield smooth(f"    {line}")


def price(game: Game) -> str:
    """Say what it costs to turn a dial."""
    cost = game.exercise.scenario.council.dial_cost
    return f"turning it costs {points(cost)}" if cost else "turning it costs nothing"


def short_price(game: Game) -> str:
    """Say the same behind the name of a dial."""
    cost = game.exercise.scenario.council.dial_cost
    return f"{points(cost)} to turn" if cost else "free to turn"


def level(game: Game, dial: str, name: str, stands: bool) -> Iterator[str]:
    """Say all that is known of one level: what it means and does, and what turning to it costs."""
    cost = "as it stands" if stands else price(game)
    yield f"{game.exercise.scenario.dials[dial].levels[name].rstrip('.')}{DOT}{cost}"
    yield from map(smooth, _effects(game, dial, name))


def _effects(game: Game, dial: str, level: str) -> Iterator[str]:
    """Say what a level does week by week, which chances it sets, and which answers it gives."""
    rules = game.exercise.scenario.rules.chosen()
    for rule in rules:
        if isinstance(rule, Pull) and rule.when.dial == {dial: level}:
            tracks = game.exercise.scenario.tracks
            moved = [f"{tracks[t].name} {signed(amount)}" for t, amount in rule.change.items()]
            yield f"Each week: {DOT.join(moved)}"
    figures = [line for rule in rules for line in _figures(game, rule, dial, level)]
    if figures:
        yield f"Chances: {DOT.join(figures)}"
    answers = list(_answers(game, dial, level))
    if answers:
        yield f"Standing answers: {DOT.join(answers)}"
    reach = list(_reaching(game, dial, level))
    if reach:
        yield f"Comes to you: {DOT.join(reach)}"


def _figures(game: Game, rule: Rule, dial: str, level: str) -> Iterator[str]:
    for field in type(rule).model_fields:
        match getattr(rule, field):
            case ByLevel() as by if by.dial == dial:
                yield _said(field, said(game.exercise.scenario, rule.key), by.levels[level])
            case dict() as table:
                for key, by in table.items():
                    if isinstance(by, ByLevel) and by.dial == dial:
                        area = game.exercise.scenario.areas.get(key)
                        name = area.name if area else said(game.exercise.scenario, key)
                        yield _said(field, name, by.levels[level])


def _said(field: str, name: str, figure: int) -> str:
    return SAID.get(field, f"{{name}}, {words(field).lower()}: {{figure}}").format(
        name=name, figure=f"{figure / 10:g} %"
    )


def _answers(game: Game, dial: str, level: str) -> Iterator[str]:
    for incident in game.exercise.scenario.incidents.values():
        standing = incident.standing
        if isinstance(standing, ByDial) and standing.dial == dial:
            yield f"{incident.name}: {incident.answers[standing.levels[level]].name}"


def _reaching(game: Game, dial: str, level: str) -> Iterator[str]:
    """Say which incidents reach the player at a level, where the dial has a say in it."""
    for incident in game.exercise.scenario.incidents.values():
        ways = incident.asks.any_of or [incident.asks]
        if any(dial in way.dial for way in ways):
            open_ways = [way for way in ways if way.dial.get(dial, level) == level]
            needs = [_otherwise(game, way) for way in open_ways]
            if "" in needs:
                yield incident.name
            elif needs:
                yield f"{incident.name} (if {' or '.join(dict.fromkeys(needs))})"


def _otherwise(game: Game, way: Conditions) -> str:
    """Say what a way to the player asks beside the dial."""
    rest = way.model_copy(update={"dial": {}})
    return " and ".join(clause.words for clause in clauses_of(rest, game.exercise.world))
