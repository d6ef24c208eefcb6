"""Incidents in words: what asks inside a week, and which answers cannot be given."""

from collections.abc import Iterator

from game.core.queue import first
from game.core.state import NONE
from game.core.wording import smooth
from game.engine.decision import Choice
from game.engine.game import Game
from game.engine.incidents import Answered
from game.report import atlas, dials
from game.report.tracks import turn_moments
from game.scenario.effects import Effects
from game.scenario.policy import ByDial


def text(game: Game, choice: Choice) -> str:
    """Say what asks, with the place, the unit and the distance filled in."""
    written: str = game.exercise.scenario.incidents[choice.incident].text
    world, seen = game.exercise.world, game.observation.state
    _, (place,), (unit,) = first(seen)
    said = written.replace("{distance} km", "{distance}")
    for key, value in {
        "{place}": world.titles["places"][place] if place != NONE else "the place",
        "{unit}": world.titles["units"][unit] if unit != NONE else "Somebody unknown",
        "{distance}": _distance(game, int(place), int(unit)),
    }.items():
        said = said.replace(key, value)
    return smooth(said)


def repeated(game: Game, choice: Choice) -> bool:
    """Say whether the player has answered the same kind in this turn already."""
    number = game.exercise.world.incidents.index(choice.incident)
    _, since = turn_moments(game)
    return any(
        type(fact) is Answered and fact.incident == number
        for moment in since
        for fact in moment.facts
    )


def again(game: Game) -> str:
    """Say only what differs when the same comes up once more in a turn: where it does."""
    _, (place,), _ = first(game.observation.state)
    where = f" at {game.exercise.world.titles['places'][place]}" if place != NONE else ""
    return smooth(f"Again{where}.")


def standing(game: Game, choice: Choice) -> Iterator[tuple[str, str, bool]]:
    """Return what would be answered without the player: when, the answer, and if it is so now."""
    written = game.exercise.scenario.incidents[choice.incident]
    if not isinstance(written.standing, ByDial):
        yield "Always", written.answers[written.standing].name, True
        return
    dial = written.standing.dial
    title, stands = game.exercise.scenario.dials[dial].name, dials.now(game, dial)
    for level, answer in written.standing.levels.items():
        yield f"{title}: {level}", written.answers[answer].name, level == stands


def hurt(game: Game, choice: Choice, answer: str) -> str:
    """Say whom an answer kills: surely, or if things fall out so."""
    written = game.exercise.scenario.incidents[choice.incident].answers[answer].effects
    sure = _killed(game, written)
    perhaps = [side for inner in _inside(written) for side in _killed(game, inner)]
    parts = [*sure, *(f"perhaps {said}" for said in dict.fromkeys(perhaps))]
    return ", ".join(parts)


def _killed(game: Game, effects: Effects) -> list[str]:
    sides = game.exercise.scenario.sides
    return [f"{sides[side].name} {people:,} dead" for side, people in effects.lose.items()]


def _inside(effects: Effects) -> Iterator[Effects]:
    """Return all that may come of effects beside what surely does."""
    for gamble in effects.gamble.values():
        for branch in filter(None, (gamble.then, gamble.otherwise)):
            yield branch
            yield from _inside(branch)
    for later in effects.later.values():
        yield later.then
        yield from _inside(later.then)


def _distance(game: Game, place: int, unit: int) -> str:
    """Say how far the unit is from the place, or whoever holds the next place if it is unknown."""
    if place == NONE or unit == NONE:
        return "some distance"
    km = game.exercise.world.straight[game.observation.state.at[0, unit], place]
    return f"{km} km" if km else "less than 1 km"


def who(game: Game) -> str:
    """Say what is known of whoever came."""
    _, _, (unit,) = first(game.observation.state)
    return smooth(f"{atlas.unit(game, int(unit))}.") if unit != NONE else ""


def closed(game: Game, choice: Choice) -> Iterator[tuple[str, str]]:
    """Return the answers that cannot be given now, each with the reason."""
    number = game.exercise.world.incidents.index(choice.incident)
    kind = game.exercise.incidents.kinds[number]
    for answer, when in zip(kind.answers, kind.when, strict=True):
        if answer not in choice.answers:
            yield answer, "; ".join(when.missing(game.observation.state)) or "not allowed now"
