"""Nobody's dice are somebody else's: places, phases, events, looks and actors have their own."""

from dataclasses import replace

import numpy as np

from game.core.chance import Chance
from game.core.facts import Fact, Silent, Tally
from game.core.ledger import Source
from game.core.phase import Phase
from game.core.spots import Spots
from game.core.state import State
from game.core.week import Week
from game.engine.exercise import Exercise
from game.engine.orders import OpponentsOrders
from game.engine.setup import set_up
from game.engine.triggers import Triggers
from game.rules import Rule, Rulebook
from game.rules.strikes import Strikes
from game.scenario.acts import Cause
from game.scenario.bringing import Compiler
from game.scenario.effects import Effects, Gamble
from tests.states import any_state

GAMES = 400


def a_week(exercise: Exercise) -> Week:
    """Return games before their first week."""
    chance = Chance(3, np.arange(GAMES))
    return Week(exercise.world, set_up(exercise, chance), chance)


def won(exercise: Exercise, place: int, phase: Phase) -> np.ndarray:
    """Say in which games a gamble in answer to something at a place is won."""
    (owner, effects), *_ = (
        (owner, effects) for owner, effects in exercise.scenario.effects() if effects.gamble
    )
    name = next(iter(effects.gamble))
    only = Effects(gamble={name: Gamble(chance=50, then=Effects(change={"feud": 1}))})
    week = a_week(exercise)
    week.state.phase, feud = phase, exercise.world.tracks.index("feud")
    before = week.state.track[:, feud].copy()
    act = Compiler(exercise.world, {}, {}).compile(only, owner, Source.INCIDENT)
    at = np.full(GAMES, place, np.int16)
    act(week, np.ones(GAMES, bool), Cause(Source.INCIDENT, owner, at))
    return week.state.track[:, feud] > before


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Say whether two fall alike more often than chance would have it."""
    return bool((one == other).mean() > 0.6)


def test_a_gamble_has_dice_of_its_own_at_every_place_and_in_every_phase(ten_places: Exercise):
    first = won(ten_places, 0, Phase.CLASHES)
    assert alike(first, won(ten_places, 0, Phase.CLASHES))
    assert not alike(first, won(ten_places, 1, Phase.CLASHES))
    assert not alike(first, won(ten_places, 0, Phase.REPORTS))


def always(state: State) -> np.ndarray:
    return np.ones(state.games, bool)


def test_every_event_has_dice_of_its_own(ten_places: Exercise):
    (step,) = (s for s in ten_places.steps[Phase.EVENTS] if isinstance(s, Triggers))
    one, other, *_ = (replace(t, holds=always, chance=500, times=9) for t in step.triggers)
    week = a_week(ten_places)
    assert not alike(one.ripe(week), other.ripe(week))


def named(kind: str, figures: dict[str, object]) -> Rule:
    """Return a rule with these figures."""
    rules = Rulebook.model_validate({kind: figures}).chosen()
    return next(rule for rule in rules if rule.name.partition(".")[0] == kind)


def test_raiders_do_not_know_of_each_other(ten_places: Exercise):
    road = {"side": "lowland", "sources": ["vaduna"], "goals": ["sluis"], "ramp": 10}
    raiders = {"mangal": 50, "orra": 50}
    figures = {**road, "first": 30, "routine": 80, "raiders": raiders}
    week = replace(a_week(ten_places), log=Tally(GAMES))
    named("corridor", {"bread-road": figures}).resolve(week)
    raids = week.log.counts["ConvoyRaided"].sum(axis=1)
    assert set(raids.tolist()) == {0, 1, 2}


def test_the_hunted_and_their_heirs_have_dice_of_their_own(ten_places: Exercise):
    week = a_week(ten_places)
    week.state.leaders[:] = 3
    figures = {"side": "runners", "seats": ["mangal"], "leaders": 4, "found": 50, "heirs": 50}
    named("network", {"ledger-house": figures}).resolve(week)
    assert set(week.state.leaders[:, 0].tolist()) == {2, 3, 4}


class Rolls(Silent):
    """Counts how often facts of one kind in one game show the same roll."""

    pairs = same = 0

    def record(self, kind: type[Fact], week: Week, where: np.ndarray, **details: np.ndarray):
        for row, rolls in enumerate(np.broadcast_to(details.get("roll", 0), where.shape)):
            if "roll" in details and where[row].any():
                self.count(np.sort(rolls[where[row]]))
        if "aim_roll" in details:
            for pair in zip(details["roll"][where], details["aim_roll"][where], strict=True):
                self.count(np.array(pair))

    def count(self, rolls: np.ndarray) -> None:
        self.pairs += len(rolls) - 1
        self.same += int((np.diff(rolls) == 0).sum())


def test_every_place_and_unit_has_dice_of_its_own(ten_places: Exercise):
    """Of the facts of a kind in one week hardly any two show the same roll."""
    for rule in ten_places.scenario.rules.chosen():
        rolls = Rolls()
        for seed in range(3):
            state = any_state(ten_places.world, 100, seed)
            week = Week(ten_places.world, state, Chance(5, np.arange(100)), log=rolls)
            rule.open(week)
            rule.resolve(week)
        assert rolls.same <= rolls.pairs // 10, rule.name


def test_every_further_look_has_dice_of_its_own(ten_places: Exercise):
    world, week = ten_places.world, a_week(ten_places)
    act = Compiler(world, {}, {}).compile(
        Effects(look={"hill-command": 2}), "option.x", Source.OPTION
    )
    act(week, np.ones(GAMES, bool), Cause(Source.OPTION, "option.x"))
    drums = world.signs.index("hill-command.drums")
    assert set(week.state.seen[:, drums].sum(axis=1).tolist()) == {0, 1, 2}


def test_every_way_of_deciding_has_dice_of_its_own(ten_places: Exercise):
    week = a_week(ten_places)
    (step,) = (s for s in ten_places.steps[Phase.ORDERS] if isinstance(s, OpponentsOrders))
    week.state.posture[:] = 0
    step.resolve(week)
    acts = [ten_places.world.acts.index(f"cartel.{name}") for name in ("night-raids", "boats")]
    tried, could = week.state.tried[:, acts], week.state.could[:, acts]
    assert (could > 0).all()
    night, boats = (tried > 0).T
    assert (boats & ~night).any()
    assert (night & ~boats).any()


def test_what_gets_through_aims_with_dice_of_its_own(ten_places: Exercise):
    """Or whatever is hard to stop would also be sure to miss."""
    week = a_week(ten_places)
    rows = np.arange(GAMES)
    spots = Spots(rows, np.zeros(GAMES, np.intp), week.state.holder.shape)
    assert not alike(
        spots.roll(week, "strikes.x") < 500, spots.roll(week, "strikes.x", "aim ") < 500
    )
    rolled: list[str] = []

    class Watched(Chance):
        def permille(self, week: int, rule: str, item: str = "", size: int = 1):
            rolled.append(f"{rule} {item}")
            return super().permille(week, rule, item, size)

    strikes = next(r for s in ten_places.steps[Phase.CLASHES] if isinstance(r := s, Strikes))
    means = ten_places.world.strikes.index(strikes.key)
    place = ten_places.world.places.index(strikes.places[0])
    week.state.holder[:, place] = ten_places.world.player
    week.state.sorties[:, means, place] = 500
    strikes.resolve(replace(week, chance=Watched(3, np.arange(GAMES))))
    assert len(rolled) == len(set(rolled)) >= 2
