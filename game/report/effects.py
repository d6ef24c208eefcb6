"""Effects in words: what an option or an answer brings about, as its author wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.core.relation import SAID
from game.core.types import scale
from game.core.wording import smooth
from game.report.words import DOT, many, signed
from game.scenario.effects import Effects, Gamble
from game.scenario.model import Scenario
from game.scenario.titles import said


@dataclass(frozen=True)
class Teller:
    """Says effects in the names of a scenario, perhaps only a share of their amounts."""

    scenario: Scenario
    share: int = 1000

    def line(self, effects: Effects) -> str:
        """Say all in one line."""
        return smooth(DOT.join(self.parts(effects)))

    def parts(self, e: Effects) -> Iterator[str]:
        """Say each thing by itself."""
        yield from self._levels(e)
        yield from self._map(e)
        yield from self._people(e)
        yield from self._rest(e)
        for name, gamble in e.gamble.items():
            yield self._gamble(gamble.text or said(self.scenario, name), gamble)
        for name, later in e.later.items():
            text = later.text or said(self.scenario, name)
            yield f"in {many(later.weeks, 'week')}: {text}{self._inside(later.then)}"
        for lasting in e.lasting.values():
            yield f"for {many(lasting.weeks, 'week')}, in each: {self._listed(lasting.each)}"

    def moves(self, e: Effects) -> Iterator[tuple[str, int, str]]:
        """Return each track that is moved, by how much in thousandths, and how to say it."""
        for track, amount in e.change.items():
            moved = int(scale(amount, self.share))
            yield track, moved, f"{self.scenario.tracks[track].name} {signed(moved)}"

    def _levels(self, e: Effects) -> Iterator[str]:
        s = self.scenario
        yield from (text for _, _, text in self.moves(e))
        for status, level in e.status.items():
            yield f"{s.statuses[status].name}: {s.statuses[status].levels[level].name}"
        for zone, km in e.zone.items():
            yield f"{said(self.scenario, zone)}: {f'{km} km' if km else 'given up'}"
        for one, others in e.relations.items():
            for other, relation in others.items():
                yield f"{self._side(one)} and {self._side(other)}: {SAID[relation]}"
        for corridor, share in e.traffic.items():
            yield f"{said(self.scenario, corridor)}: {share / 10:+g} % traffic"
        for network, number in e.leaders.items():
            leaders = "leader" if abs(number) == 1 else "leaders"
            yield f"{said(self.scenario, network)}: {number:+d} {leaders}"

        for actor, rethink in e.rethink.items():
            who = s.actors[actor]
            posture = who.postures[rethink.to]
            yield (
                f"{who.name or self._side(who.side)}: "
                f"{rethink.chance / 10:g} % to come to intend '{posture.name or rethink.to}'"
            )

    def _map(self, e: Effects) -> Iterator[str]:
        s = self.scenario
        for place, side in e.hand_over.items():
            yield f"{s.places[place].name} passes to {self._side(side)}"
        for place, people in e.garrison.items():
            yield f"{s.places[place].name}: {_people(people)}"
        for unit, place in e.move.items():
            yield f"{s.units[unit].name} to {s.places[place].name}"
        for token, areas in e.tokens.items():
            for area, number in areas.items():
                yield f"{s.tokens[token].name} in {s.areas[area].name} {number:+d}"

    def _people(self, e: Effects) -> Iterator[str]:
        s = self.scenario
        for unit, people in e.strengthen.items():
            yield f"{s.units[unit].name}: {_people(people)}"
        for unit, part in e.weaken.items():
            yield f"{s.units[unit].name}: -{part / 10:g} % of its people"
        for side, people in e.lose.items():
            yield f"{self._side(side)}: {people:,} dead"
        if e.hit:
            yield f"who came loses {e.hit.share / 10:g} % of its people"

    def _rest(self, e: Effects) -> Iterator[str]:
        for means, chance in e.cover.items():
            yield f"{said(self.scenario, means)}: {chance / 10:g} % are stopped"
        if e.force:
            yield "an act of force"
        for actor, times in e.look.items():
            yield f"{self._actor(actor)}: {many(times, 'more look')} at its intentions"
        if e.ask:
            yield f"leads to a question: {self.scenario.incidents[e.ask].name}"

    def _gamble(self, text: str, gamble: Gamble) -> str:
        if gamble.chance is not None:
            chance = f"{gamble.chance / 10:g} %"
        else:
            chance = f"depends on {' and '.join(map(self._actor, gamble.depends))}"
        otherwise = self._listed(gamble.otherwise) if gamble.otherwise else ""
        found = f"{chance}: {text}{self._inside(gamble.then)}"
        return f"{found}, else {otherwise}" if otherwise else found

    def _inside(self, effects: Effects) -> str:
        inner = self._listed(effects)
        return f" ({inner})" if inner else ""

    def _listed(self, effects: Effects) -> str:
        return ", ".join(self.parts(effects))

    def _side(self, side: str) -> str:
        return self.scenario.sides[side].name if side in self.scenario.sides else "nobody"

    def _actor(self, name: str) -> str:
        actor = self.scenario.actors[name]
        return actor.name or self._side(actor.side)


def _people(number: int) -> str:
    return f"{number:+,d} {'person' if abs(number) == 1 else 'people'}"
