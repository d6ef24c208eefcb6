"""Clever arrays against plain loops, on wild states."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.facts import Log
from game.core.graph import FAR, ways
from game.core.relation import ALLIED, HOSTILE
from game.core.state import NONE, State
from game.core.types import Ints
from game.core.week import Week
from game.core.world import GRADES, World
from game.engine.exercise import Exercise
from game.rules import Rule, Rulebook
from game.rules.assault import Assault
from game.rules.movement import Movement
from game.rules.reserves import Reserves
from tests.rules.plain import Plain, fronts, march, part, reached
from tests.states import any_state

GAMES = 30
SEEDS = range(6)


def wild(world: World) -> Iterator[State]:
    """Return wild states."""
    for seed in SEEDS:
        yield any_state(world, GAMES, 1000 + seed)


def named(kind: str, figures: dict[str, object]) -> Rule:
    """Return a rule with these figures."""
    rules = Rulebook.model_validate({kind: figures}).chosen()
    return next(rule for rule in rules if rule.name.partition(".")[0] == kind)


def played(rule: Rule, world: World, state: State, row: int = 0) -> Week:
    """Play a rule on a copy of a state."""
    week = Week(world, state.copy(), Chance(5, np.arange(state.games)), log=Log(row))
    rule.resolve(week)
    return week


def meeting(world: World, state: State) -> State:
    """Let units of all sides stand before and inside the same few places."""
    few = state.copy()
    few.before[:] = np.where(few.before == NONE, NONE, few.before % 3)
    few.at[:] = np.where(few.at % 2 == 0, few.at % 3, few.at)
    few.garrison[:] = few.garrison % 900
    return few


def crowded(world: World) -> Iterator[State]:
    """Return wild states in which units meet."""
    yield from (meeting(world, state) for state in wild(world))


def test_only_the_strongest_alliance_attacks_and_only_what_is_hostile(exercise: Exercise):
    """Enemies of each other never add up, and whoever is inside helps to hold the place."""
    world, fallen = exercise.world, 0
    rule = named("assault", {"odds": 110})
    assert isinstance(rule, Assault)
    for state in crowded(world):
        after = played(rule, world, state).state
        for game in range(GAMES):
            plain = Plain(world, state, game)
            expected = list(plain.holder)
            for front in fronts(plain, 1100):
                if front.attack and front.falls:
                    expected[front.place] = front.side
                    fallen += 1
            assert after.holder[game].tolist() == expected
    assert fallen > 50


def test_whoever_takes_a_place_enters_it_and_nobody_else_does(exercise: Exercise):
    world = exercise.world
    rule = named("assault", {"odds": 110, "guard": 20, "refit": 3, "exposed": 4})
    for state in crowded(world):
        after = played(rule, world, state).state
        for game in range(GAMES):
            plain = Plain(world, state, game)
            for front in fronts(plain, 1100):
                if not (front.attack and front.falls):
                    continue
                assert after.fresh[game, front.place] == 4
                left = [part(plain.strength[unit], 200) for unit in front.units]
                assert after.garrison[game, front.place] == sum(left)
                for unit, guard in zip(front.units, left, strict=True):
                    if after.strength[game, unit]:  # it may have been cut off where it came from
                        assert after.strength[game, unit] == plain.strength[unit] - guard
                        assert after.rest[game, unit] == 3


PEOPLE = ("garrison", "strength", "reserve", "lost")


def people(state: State) -> Ints:
    """Return how many people there are in every game, the dead among them."""
    return sum(getattr(state, name).astype(np.int64).sum(axis=1) for name in PEOPLE)


FIGHTING = {
    "assault": {"odds": 110, "bite": 20, "losses": 15, "survivors": 40, "guard": 25, "luck": 20},
    "air_support": {"token": "gunships", "worth": 30, "attrition": 5, "air": {"lowland": 10}},
    "movement": {"guard": 20, "luck": 30},
    "yielding": {},
    "zone.quiet": None,
    "counterattack.runners-return": None,
}


@pytest.mark.parametrize("name", FIGHTING)
def test_nobody_appears_or_disappears(ten_places: Exercise, name: str):
    """Who is no longer in a place, a column or a reserve is counted among the dead."""
    world, figures = ten_places.world, FIGHTING[name]
    chosen = {rule.name: rule for rule in ten_places.scenario.rules.chosen()}
    rule = named(name, figures) if figures is not None else chosen[name]
    acted = 0
    for state in crowded(world):
        week = played(rule, world, state)
        np.testing.assert_array_equal(people(week.state), people(state))
        acted += int(week.state.digest() != state.digest())
    assert acted


def test_a_march_is_what_walking_unit_by_unit_comes_to(exercise: Exercise):
    world = exercise.world
    rule = named("movement", {"guard": 30, "luck": 40})
    assert isinstance(rule, Movement)
    for state in wild(world):
        week = played(rule, world, state)
        roll = Chance(5, np.arange(GAMES)).permille(state.week, "movement", size=len(world.units))
        for game in range(GAMES):
            gain = [600 + part(int(luck), 800) for luck in roll[game]]
            found = march(Plain(world, state, game), gain, 300)
            for name in ("at", "before", "barred", "marched", "holder", "strength"):
                assert getattr(week.state, name)[game].tolist() == getattr(found, name), name


def test_a_march_ends_in_an_allied_place_or_before_another(exercise: Exercise):
    world = exercise.world
    for state in wild(world):
        after = played(named("movement", {}), world, state).state
        there = np.take_along_axis(after.holder, after.at.astype(np.intp), 1)
        moved = after.at != state.at
        assert (after.stance(world.unit_side, there)[moved] == ALLIED).all()
        front = np.take_along_axis(after.holder, after.before.astype(np.intp), 1)
        stands = after.before != NONE
        assert (after.stance(world.unit_side, front)[stands] != ALLIED).all()
        assert not (stands & (after.barred != NONE)).any()


def test_the_way_round_zones_is_the_shortest_that_is_open(exercise: Exercise):
    world = exercise.world
    options = [range(1 + len(radii)) for radii in world.zone_radii.values()]
    for number, levels in enumerate(np.ndindex(*map(len, options))):
        closed = np.zeros(world.links.shape, bool)
        for zone, level in enumerate(levels):
            closed |= world.zone_shut[zone, level]
        assert number == sum(
            level * int(stride) for level, stride in zip(levels, world.zone_stride, strict=True)
        )
        cost = np.where(closed, FAR, world.toll).astype(np.int32)
        _, total = ways(cost)
        hop = world.hop[number].astype(np.intp)
        for table in range(len(hop)):
            at, goal = np.indices(hop[table].shape)
            towards = hop[table]
            walks = towards != at
            onward = cost[table][at, towards] + total[table][towards, goal]
            np.testing.assert_array_equal(onward[walks], total[table][walks])
            assert (total[table][~walks & (at != goal)] == FAR).all()


def test_a_corridor_is_joined_when_a_search_gets_through(exercise: Exercise):
    world, joined = exercise.world, 0
    for rule in exercise.scenario.rules.chosen():
        if not rule.name.startswith("corridor."):
            continue
        number, side = world.corridors.index(rule.key), world.sides.index(rule.side)
        ends = [[world.places.index(p) for p in names] for names in (rule.sources, rule.goals)]
        through = [world.places.index(place) for place in rule.through]
        for state in wild(world):
            after = played(rule, world, state).state
            for game in range(GAMES):
                found = reached(Plain(world, state, game), side, ends[0])
                open_ = any(goal in found for goal in ends[1])
                open_ &= not through or any(place in found for place in through)
                weeks = int(state.joined[game, number]) + 1 if open_ else 0
                assert after.joined[game, number] == weeks
                assert (after.grade[game, number] > 0) == open_
                joined += open_
    assert joined > 10


def test_reserves_are_shared_out_place_by_place(ten_places: Exercise):
    world = ten_places.world
    rule = ten_places.scenario.rules.reserves
    assert isinstance(rule, Reserves)
    rule = next(r for r in ten_places.scenario.rules.chosen() if r.name == "reserves")
    for state in crowded(world):
        after = played(rule, world, state).state
        for game in range(GAMES):
            garrison, reserve = shared_out(Plain(world, state, game), rule)
            assert after.garrison[game].tolist() == garrison
            assert after.reserve[game].tolist() == reserve


def shared_out(game: Plain, rule: Reserves) -> tuple[list[int], list[int]]:
    """Let every side in turn take in, send to pressed places and fill up the quiet ones."""
    world, places = game.world, range(len(game.world.places))
    reserve = game.state.reserve[game.game].tolist()
    pressed = {
        game.of("before", unit)
        for unit in range(len(world.units))
        if game.of("before", unit) != NONE
        and game.strength[unit] > 0
        and game.stance(game.side(unit), game.holder[game.of("before", unit)]) == HOSTILE
    }
    for name, figures in rule.sides.items():
        side = world.sides.index(name)
        home = [place for place in places if world.start_holder[place] == side]
        held = [place for place in places if game.holder[place] == side]
        if home:
            kept = sum(place in held for place in home) * 1000 // len(home)
            reserve[side] += part(figures.intake, kept)
        needy = [p for p in held if p in pressed and any(world.links[p, o] for o in held)]
        if needy:
            each = part(reserve[side], figures.sent) // len(needy)
            for place in needy:
                game.garrison[place] += each
            reserve[side] -= each * len(needy)
        left, given = reserve[side], 0
        for place in home:
            if place in held and place not in pressed:
                gap = max(int(world.start_garrison[place]) - game.garrison[place], 0)
                wanted = part(gap, figures.refill)
                sent = min(wanted, max(left, 0))
                left -= wanted
                game.garrison[place] += sent
                given += sent
        reserve[side] -= given
    return game.garrison, reserve


def test_a_pull_moves_the_games_in_which_its_situation_holds_and_no_others(ten_places: Exercise):
    world = ten_places.world
    feud, mandate = world.tracks.index("feud"), world.tracks.index("mandate")
    figures = {
        "when": {"at_least": {"mandate": 50}},
        "change": {"mandate": -1},
        "slope": {"mandate": {"of": "feud", "above": 40, "rate": -10}},
        "cause": "a long crisis",
    }
    for state in wild(world):
        after = played(named("pull", {"weary": figures}), world, state).state.track[:, mandate]
        for game in range(GAMES):
            level, now = int(state.track[game, feud]), int(state.track[game, mandate])
            less = 1000 + part(max(level - 40_000, 0), 100) if now >= 50_000 else 0
            assert after[game] == now - less


GAUGES = {
    "worn": {"worn": "mangal"},
    "strength": {"strength": {"units": ["brigade", "guards"], "full": 1400}},
    "share": {"share": {"side": "lowland", "area": "lowfields"}},
    "traffic": {
        "traffic": {
            "corridors": ["bread-road", "powder-run"],
            "grades": {"contiguous": 20, "convoy": 45},
            "traffic": 30,
        }
    },
}


@pytest.mark.parametrize("shows", GAUGES)
@pytest.mark.parametrize("rate", [100, 40])
def test_a_gauge_shows_what_is_counted_on_the_map(ten_places: Exercise, shows: str, rate: int):
    world, track = ten_places.world, ten_places.world.tracks.index("bread")
    rule = named("gauge", {"bread": {**GAUGES[shows], "rate": rate}})
    for state in wild(world):
        after = played(rule, world, state).state.track[:, track]
        for game in range(GAMES):
            before = int(state.track[game, track])
            level = min(max(LEVELS[shows](Plain(world, state, game)), 0), 100_000)
            assert after[game] == before + part(level - before, rate * 10)


def worn(game: Plain) -> int:
    """Return how far a garrison is worn down; all the way when the player's alliance is in."""
    place = game.world.places.index("mangal")
    if game.stance(game.world.player, game.holder[place]) == ALLIED:
        return 100_000
    start = int(game.world.start_garrison[place])
    return 100_000 - 100 * (min(game.garrison[place], start) * 1000 // start)


def strength(game: Plain) -> int:
    """Return the people of two units, of 1,400."""
    units = [game.world.units.index(unit) for unit in ("brigade", "guards")]
    return 100 * (sum(game.strength[unit] for unit in units) * 1000 // 1400)


def ground(game: Plain) -> int:
    """Return the share of an area's places that a side and its allies hold."""
    side, area = game.world.sides.index("lowland"), game.world.areas.index("lowfields")
    there = [p for p in range(len(game.world.places)) if game.world.place_area[p] == area]
    held = [place for place in there if game.stance(side, game.holder[place]) == ALLIED]
    return 100 * (len(held) * 1000 // len(there))


def roads(game: Plain) -> int:
    """Return the points of the better of two corridors."""
    points = {"contiguous": 20_000, "convoy": 45_000}
    return max(
        points.get(GRADES[game.of("grade", number)], 0) + part(game.of("traffic", number), 30_000)
        for number in range(len(game.world.corridors))
    )


LEVELS = {"worn": worn, "strength": strength, "share": ground, "traffic": roads}
