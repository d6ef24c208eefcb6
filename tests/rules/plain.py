"""The plainest loops that can be right, to compare the array code of rules with."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from game.core.relation import ALLIED, HOSTILE
from game.core.state import NONE, State
from game.core.world import World


def part(amount: int, permille: int) -> int:
    """Return a share, rounded half away from zero."""
    return int((Decimal(amount) * permille / 1000).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass
class Plain:
    """One game of a state, as a person would read it."""

    world: World
    state: State
    game: int
    holder: list[int] = field(init=False)
    garrison: list[int] = field(init=False)
    strength: list[int] = field(init=False)
    at: list[int] = field(init=False)

    def __post_init__(self) -> None:
        for name in ("holder", "garrison", "strength", "at"):
            setattr(self, name, getattr(self.state, name)[self.game].tolist())

    def stance(self, one: int, other: int) -> int:
        """Return how a side stands to another."""
        return int(self.state.relation[self.game, one, other])

    def side(self, unit: int) -> int:
        """Return whose a unit is."""
        return int(self.world.unit_side[unit])

    def of(self, name: str, number: int) -> int:
        """Return a number of the state as it was given."""
        return int(getattr(self.state, name)[self.game, number])


@dataclass
class Front:
    """A place that is attacked."""

    place: int
    attack: int
    side: int
    units: list[int]
    needed: int

    @property
    def falls(self) -> bool:
        """Say whether the attack is enough."""
        return self.attack >= self.needed


def fronts(game: Plain, odds: int) -> list[Front]:
    """Return every place that is attacked, by whom, and how many are needed."""
    units, places = range(len(game.world.units)), range(len(game.world.places))
    found = []
    for place in places:
        before = [
            unit
            for unit in units
            if game.of("before", unit) == place
            and game.strength[unit] > 0
            and game.stance(game.side(unit), game.holder[place]) == HOSTILE
        ]
        if not before:
            continue
        force = {u: part(game.strength[u], 1000 + game.of("support", u)) for u in before}
        friends = {
            u: [o for o in before if game.stance(game.side(u), game.side(o)) == ALLIED]
            for u in before
        }
        total = {u: sum(force[o] for o in friends[u]) for u in before}
        leader = max(before, key=lambda u: (total[u], -u))
        inside = [
            unit
            for unit in units
            if game.at[unit] == place
            and game.strength[unit] > 0
            and game.stance(game.side(unit), game.holder[place]) == ALLIED
        ]
        people = game.garrison[place] + sum(game.strength[unit] for unit in inside)
        needed = part(part(people, int(game.world.fort[place])), odds)
        found.append(Front(place, total[leader], game.side(leader), friends[leader], needed))
    return found


@dataclass
class Marched:
    """Where the units of a game are after a week, and what they have left behind."""

    at: list[int]
    before: list[int]
    barred: list[int]
    marched: list[int]
    holder: list[int]
    strength: list[int]


def march(game: Plain, gain: list[int], guard: int) -> Marched:
    """March every unit of a game, link by link; those that arrive together arrive in order."""
    world, number = game.world, len(game.world.units)
    levels = _levels(game)
    before, barred = [NONE] * number, [NONE] * number
    marched = [game.of("marched", unit) for unit in range(number)]
    going = [
        u
        for u in range(number)
        if game.strength[u] > 0 and not game.of("rest", u) and game.of("goal", u) != game.at[u]
    ]
    spare = {unit: marched[unit] + gain[unit] for unit in going}
    faced = {unit: game.of("before", unit) for unit in going}
    on = list(going)
    for _ in range(3):
        arriving = []
        for unit in on:
            towards, zone = _ahead(game, unit, levels, faced[unit])
            barred[unit], before[unit] = zone, NONE
            toll = int(world.toll[world.unit_march[unit], game.at[unit], towards])
            if faced[unit] not in (NONE, towards):
                spare[unit] = gain[unit]
            faced[unit] = NONE
            if zone != NONE or towards == game.at[unit]:
                spare[unit] = 0
            elif spare[unit] >= toll:
                arriving.append((unit, towards, toll))
        on = _arrive(game, arriving, spare, before, guard)
    for unit in going:
        marched[unit] = 0 if game.at[unit] == game.of("goal", unit) else spare[unit]
    return Marched(game.at, before, barred, marched, game.holder, game.strength)


def _arrive(
    game: Plain,
    arriving: list[tuple[int, int, int]],
    spare: dict[int, int],
    before: list[int],
    guard: int,
) -> list[int]:
    """Let units into places that are empty or an ally's; return who may go on."""
    goes_on = []
    for unit, place, _ in arriving:
        if game.holder[place] == game.world.nobody:
            game.holder[place] = game.side(unit)
            left = part(game.strength[unit], guard)
            game.strength[unit], game.garrison[place] = game.strength[unit] - left, left
    for unit, place, toll in arriving:
        if game.stance(game.side(unit), game.holder[place]) == ALLIED:
            game.at[unit] = place
            spare[unit] -= toll
            if place != game.of("goal", unit):
                goes_on.append(unit)
        else:
            before[unit], spare[unit] = place, toll
    return goes_on


def _levels(game: Plain) -> list[int]:
    """Return how far each zone reaches: not at all if its keeper does not hold its centre."""
    world = game.world
    return [
        game.of("zone", zone)
        if game.stance(int(world.zone_side[zone]), game.holder[world.zone_centre[zone]]) == ALLIED
        else 0
        for zone in range(len(world.zones))
    ]


def _ahead(game: Plain, unit: int, levels: list[int], faced: int) -> tuple[int, int]:
    """Return a unit's next place, and the zone that keeps it from going there, or NONE."""
    world, side, march = game.world, game.side(unit), int(game.world.unit_march[unit])
    at, goal = game.at[unit], game.of("goal", unit)
    way = sum(
        level * int(world.zone_stride[zone])
        for zone, level in enumerate(levels)
        if world.zone_denied[zone, side]
    )
    towards = int(world.hop[way, march, at, goal])
    if towards != at or way == 0:
        return towards, NONE
    towards = int(world.hop[0, march, at, goal])
    for zone, level in enumerate(levels):
        denied = world.zone_denied[zone, side] and towards != faced
        if denied and world.zone_shut[zone, level, at, towards]:
            return towards, zone
    return towards, NONE


def reached(game: Plain, side: int, sources: list[int]) -> set[int]:
    """Return the places that can be reached through places of a side and its allies."""
    places = range(len(game.world.places))
    held = {place for place in places if game.stance(side, game.holder[place]) == ALLIED}
    found, ahead = set[int](), [place for place in sources if place in held]
    while ahead:
        place = ahead.pop()
        if place not in found:
            found.add(place)
            ahead += [other for other in held if game.world.links[place, other]]
    return found
