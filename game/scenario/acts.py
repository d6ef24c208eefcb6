"""What each verb of effects does: a function that brings it about in the games of a mask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from game.core.facts import Fact
from game.core.ledger import Source
from game.core.places import hand_over, kill
from game.core.relation import RELATIONS
from game.core.sight import Shown
from game.core.state import NONE
from game.core.types import Index, Ints, Mask, Rows, clip, numbers, scale
from game.core.week import Week
from game.core.world import World
from game.scenario.effects import Effects, Hit


@dataclass(frozen=True)
class RelationChanged(Fact):
    """Two sides no longer stand to each other as they did."""

    text: ClassVar = "{side} and {other}: now {relation}."
    side: Shown
    other: Shown
    relation: Shown


@dataclass(frozen=True)
class ColumnStruck(Fact):
    """Whoever came was struck."""

    text: ClassVar = "A strike hits {unit} at {place}: {people} killed."
    unit: Shown
    place: Shown
    people: Shown


class Cause(NamedTuple):
    """Who answers for an effect in the ledger, and where and to whom it happens."""

    source: Source
    owner: str  # "option.reinforce", "incident.probe.warn", "event.leak"
    place: Index | None = None  # of an incident, in every game
    unit: Index | None = None  # that came, in every game
    share: Ints | None = None  # of the amounts, in every game; of an option that is worn

    def of(self, rows: Rows) -> "Cause":
        """Return the same for some of the games."""
        place = None if self.place is None else self.place[rows]
        unit = None if self.unit is None else self.unit[rows]
        share = None if self.share is None else self.share[rows]
        return Cause(self.source, self.owner, place, unit, share)

    def part(self, amount: int) -> Ints | int:
        """Return how much of an amount comes about."""
        return amount if self.share is None else scale(amount, self.share)


Effect = Callable[[Week, Mask, Cause], None]


def simple_acts(e: Effects, world: World) -> Iterator[Effect]:
    """Return what effects bring about at once and without dice, in order."""
    yield from _on_levels(e, world)
    yield from _on_map(e, world)
    yield from _on_people(e, world)
    for actor, rethink in e.rethink.items():
        postures = world.postures[actor]
        yield _rethink(world.actors.index(actor), postures.index(rethink.to), rethink.chance)
    if e.ask:
        yield _ask(e.ask)


def _on_levels(e: Effects, world: World) -> Iterator[Effect]:
    if e.change:
        yield _change(numbers(world.tracks, tuple(e.change)), list(e.change.values()))
    for status, level in e.status.items():
        yield _set("status", world.statuses.index(status), world.status_levels[status].index(level))
    for zone, km in e.zone.items():
        radii = (0, *world.zone_radii[zone])
        yield _set("zone", world.zones.index(zone), radii.index(km))
    for one, others in e.relations.items():
        for other, relation in others.items():
            pair = world.sides.index(one), world.sides.index(other)
            yield _relation(*pair, RELATIONS.index(relation))
    for token, areas in e.tokens.items():
        changes = {world.areas.index(area): number for area, number in areas.items()}
        yield _tokens(world.tokens.index(token), changes)
    for network, number in e.leaders.items():
        yield _add("leaders", world.networks.index(network), number, 100)
    for corridor, permille in e.traffic.items():
        yield _add("traffic", world.corridors.index(corridor), permille, 1000)
    if e.force:
        yield _force
    for actor, times in e.look.items():
        yield _look(world, world.actors.index(actor), times)


def _on_map(e: Effects, world: World) -> Iterator[Effect]:
    for place, side in e.hand_over.items():
        yield _hand_over(world.places.index(place), world.sides.index(side))
    for place, people in e.garrison.items():
        yield _garrison(world.places.index(place), people)
    for unit, where in e.move.items():
        yield _move(world.units.index(unit), world.places.index(where))


def _on_people(e: Effects, world: World) -> Iterator[Effect]:
    for unit, people in e.strengthen.items():
        yield _strengthen(world.units.index(unit), people)
    for unit, part in e.weaken.items():
        yield _weaken(world.units.index(unit), part)
    for side, people in e.lose.items():
        yield _lose(world.sides.index(side), people)
    if e.hit:
        yield _hit(e.hit)
    for means, part in e.cover.items():
        yield _cover(world.strikes.index(means), part)


def _change(tracks: Rows, written: list[int]) -> Effect:
    points = np.array(written, np.int32)

    def act(week: Week, mask: Mask, cause: Cause) -> None:
        part = points if cause.share is None else scale(points, cause.share[:, None])
        amounts = np.where(mask[:, None], part, np.int32(0))
        week.change_all(tracks, amounts, cause.source, cause.owner, cause.source)

    return act


def _set(array: str, number: int, level: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        week.state.own(array)[mask, number] = level

    return act


def _add(array: str, number: int, amount: int, most: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        now = week.state.own(array)
        more = now[:, number].astype(np.int32) + np.where(mask, cause.part(amount), 0)
        now[:, number] = clip(more, 0, most)

    return act


def _relation(one: int, other: int, relation: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        now = week.state.own("relation")
        changed = mask & (now[:, one, other] != relation)
        now[changed, one, other] = now[changed, other, one] = relation
        week.record_one(
            RelationChanged,
            changed,
            one,
            len(week.world.sides),
            other=np.full((1, 1), other, np.int32),
            relation=np.full((1, 1), relation, np.int32),
        )

    return act


def _tokens(token: int, changes: dict[int, int]) -> Effect:
    """Take tokens from areas as far as any are there; no more arrive than could be taken."""
    takes = {area: -number for area, number in changes.items() if number < 0}
    gives = {area: number for area, number in changes.items() if number > 0}

    def act(week: Week, mask: Mask, cause: Cause) -> None:
        there = week.state.own("token")[:, token]
        left = np.zeros(len(mask), np.int8)
        for area, number in takes.items():
            taken = np.where(mask, np.minimum(there[:, area], number), 0).astype(np.int8)
            there[:, area] -= taken
            left += taken
        for area, number in gives.items():
            given = np.minimum(left, number) if takes else np.int8(number)
            there[:, area] += np.where(mask, given, 0).astype(np.int8)
            left = left - given

    return act


def _force(week: Week, mask: Mask, cause: Cause) -> None:
    more = week.state.precedent + mask
    week.state.precedent = np.minimum(more, 100).astype(np.int8)


def _look(world: World, actor: int, times: int) -> Effect:
    signs = [s for s in range(len(world.signals)) if world.sign_actor[s] == actor]

    def act(week: Week, mask: Mask, cause: Cause) -> None:
        state, best = week.state, len(world.clarity) - 1
        chance = world.sign_chance[signs, best][:, state.posture[:, actor]].T
        seen, watched = state.own("seen"), state.own("watched")
        for look in range(times):
            names = [f"{world.signals[s]}/{look}" for s in signs]
            rolls = week.chance.each(state.week, cause.owner, names)
            seen[:, signs, best] += mask[:, None] & (rolls < chance)
            watched[:, signs, best] += mask[:, None]

    return act


def _rethink(actor: int, posture: int, chance: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        first = mask & (week.state.mind[:, actor] == 0)
        week.state.own("mind")[first, actor] = posture + 1
        week.state.own("odds_to_turn")[first, actor] = chance

    return act


def _hand_over(place: int, side: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        state, world = week.state, week.world
        where = mask[:, None] & (np.arange(len(world.places)) == place)
        people = np.zeros_like(state.garrison) if side == world.nobody else state.garrison
        hand_over(week, where, np.full_like(state.holder, side), people)

    return act


def _garrison(place: int, people: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        garrison = week.state.own("garrison")
        more = garrison[:, place] + np.where(mask, cause.part(people), 0)
        garrison[:, place] = np.maximum(more, 0)

    return act


def _move(unit: int, place: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        state = week.state
        for name, value in (("at", place), ("before", NONE), ("barred", NONE), ("marched", 0)):
            state.own(name)[mask, unit] = value

    return act


def _strengthen(unit: int, people: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        strength = week.state.own("strength")
        more = strength[:, unit] + np.where(mask, cause.part(people), 0)
        strength[:, unit] = np.maximum(more, 0)

    return act


def _weaken(unit: int, part: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        strength = week.state.own("strength")
        gone = scale(strength[:, unit], np.where(mask, cause.part(part), 0).astype(np.int32))
        strength[:, unit] -= gone
        kill(week, int(week.world.unit_side[unit]), scale(gone, 500)[:, None])

    return act


def _lose(side: int, people: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        kill(week, side, np.where(mask, people, 0).astype(np.int32)[:, None])

    return act


def _hit(hit: Hit) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        if cause.unit is None or cause.place is None or not len(week.world.units):
            return
        state, world = week.state, week.world
        struck = (cause.unit[:, None] == np.arange(len(world.units))) & mask[:, None]
        gone = np.where(struck, scale(state.strength, hit.share), 0).astype(np.int32)
        killed = scale(gone, hit.killed)
        state.strength = state.strength - gone
        side = np.broadcast_to(world.unit_side, struck.shape)
        kill(week, side, killed)
        where = np.broadcast_to(cause.place[:, None], struck.shape)
        week.record(ColumnStruck, struck, place=where, people=killed)

    return act


def _cover(means: int, part: int) -> Effect:
    def act(week: Week, mask: Mask, cause: Cause) -> None:
        if cause.place is None:
            return
        rows = np.flatnonzero(mask & (cause.place != NONE))
        week.state.own("cover")[rows, means, cause.place[rows]] = part

    return act


def _ask(kind: str) -> Effect:
    return lambda week, mask, cause: week.ask(kind, mask)
