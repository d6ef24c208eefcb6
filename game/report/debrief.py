"""Debrief: what a game cost, how well it served the aims, and what could not be known in play."""

from collections.abc import Iterator

from game.analysis.belief import belief
from game.analysis.percentile import GAMES, Standing
from game.core.facts import Fact, sights
from game.core.sight import NOBODY
from game.engine.decision import Orders
from game.engine.game import Game
from game.engine.grades import grade
from game.engine.plans import doctrines
from game.report import news
from game.report.words import DOT, many, one_of, points
from game.scenario.doctrine import BUILT_IN

MOST_UNKNOWN = 30
ROLLED = "What is rolled decides: it happens where the roll is below the chance."
_NTH = ("first aim", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def with_losses(game: Game, text: str) -> str:
    """Fill in {lost.SIDE}."""
    for number, side in enumerate(game.exercise.world.sides):
        text = text.replace(f"{{lost.{side}}}", f"{game.moment.state.lost[0, number]:,}")
    return text


def dead(game: Game) -> str:
    """Say how many of each side were killed, if any were."""
    lost, names = game.moment.state.lost[0], game.exercise.world.titles["sides"]
    said = [f"{name} {lost[number]:,}" for number, name in enumerate(names) if lost[number]]
    return f"The dead: {DOT.join(said)}." if said else ""


def grades(game: Game) -> Iterator[str]:
    """Say how well each aim was served, and the score."""
    graded = grade(game.exercise, game.moment.state)
    ranks = dict(zip(game.exercise.world.aims, game.moment.state.aim[0].tolist(), strict=True))
    for aim, amount in graded.grades.items():
        rank = f", your aim number {ranks[aim]}" if ranks[aim] else ""
        name = game.exercise.scenario.grades[aim].name
        yield f"{graded.letter(aim)}  {name}: {points(amount)} of 100{rank}"
    if graded.grades:
        ending = int(game.moment.state.ending[0])
        added = list(game.exercise.scenario.endings.values())[ending].score
        way = "taken off" if added < 0 else "added"
        why = f", {points(abs(added))} {way} for how it ended" if added else ""
        yield f"Score: {points(graded.score)} of 100{why} ({weighing(game)})"
    branches = len(game.history) - len(game.first_line())
    if branches and game.here not in game.first_line():
        yield "This is an explored branch; the first line of play is what counts."


def weighing(game: Game) -> str:
    """Say how the score comes of the grades, by the weight that each rank gives."""
    ranks = game.moment.state.aim[0]
    weights = game.exercise.scenario.intent.weights[: int(ranks.max(initial=0))]
    each = [f"{_NTH[n]} counts {many(w, 'time')}" for n, w in enumerate(weights[: len(_NTH)])]
    counted = f", in which your {one_of(each, 'and your')}" if each else ""
    return f"half the lowest grade, half the mean of all{counted}"


def comparing(game: Game) -> str:
    """Say with how many games the score is being compared."""
    others = GAMES * len(doctrines(game.exercise))
    return f"Comparing with {others:,} other games …"


def standing(game: Game, found: Standing) -> str:
    """Say how the score stands among games of the doctrines in the same hidden world."""
    known = game.exercise.scenario.doctrines
    best = known[found.best].name if found.best in known else found.best.capitalize()
    ways = len(known) + len(BUILT_IN)
    return (
        f"Better than {found.share} of 100 games that the computer played in {ways} ways, with "
        f"other luck, against the same intentions. Best on the mean: '{best}'."
    )


def postures(game: Game) -> Iterator[str]:
    """Say what each actor really intended, whether that changed, and how far it could be told."""
    world, line = game.exercise.world, game.line()
    believed = belief(world, game.observation)
    for number, actor in enumerate(game.exercise.scenario.actors.values()):
        names = [posture.name or name for name, posture in actor.postures.items()]
        held = [int(moment.state.posture[0, number]) for moment in line]
        real = held[-1]
        prior = f"at the start {world.prior[number, held[0]] / 10:g} % likely"
        final = f"by what you saw {believed[number, real] / 10:g} %"
        said = f"{world.titles['actors'][number]}: {names[held[0]].replace('-', ' ')}"
        if real == held[0]:
            said += f" ({prior}, {final})"
        else:
            day = world.titles["weeks"][line[held.index(real)].state.week]
            turned = names[real].replace("-", " ")
            said += f" ({prior}), by {day} turned to '{turned}' ({final} likely)"
        text = list(actor.postures.values())[real].text or ""
        yield f"{said}. {text}".strip()


def really(game: Game) -> Iterator[str]:
    """Say what was really decided where the player chose an option."""
    chosen: dict[str, None] = {}
    for moment in game.line():
        if isinstance(moment.decision, Orders):
            chosen |= dict.fromkeys(moment.decision.options)
    for name in chosen:
        option = game.exercise.scenario.options[name]
        if option.really:
            yield f"{option.name}: {option.really}"


def unknown(game: Game, most: int | None = MOST_UNKNOWN, how: str = "") -> Iterator[str]:
    """Say what was never heard of and which numbers were held back: the most telling, as time went.

    Args:
        game: A game that is over.
        most: How many are told; nothing for all.
        how: How the rest can be told.
    """
    facts = [fact for moment in game.line() for fact in moment.facts]
    never = [fact for fact in facts if fact.known > game.moment.state.week]
    hidden = [fact for fact in facts if fact not in never and _withheld(fact)]
    found = sorted(never, key=news.rank) + sorted(hidden, key=news.rank)
    told = [news.full(game, fact, True) for fact in sorted(found[:most], key=lambda f: f.week)]
    if any(" rolled " in line for line in told):
        yield ROLLED
    yield from told
    if len(found) > len(told):
        yield f"... and {many(len(found) - len(told), 'line')} more{how}."


def _withheld(fact: Fact) -> bool:
    return NOBODY in sights(type(fact)).values()
