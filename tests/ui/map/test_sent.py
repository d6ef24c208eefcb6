"""What the draft brings to an area stands there on the map, until it is taken back."""

import pygame

from game.core.chance import seed_of
from game.engine.exercise import prepare
from game.engine.game import Game
from game.scenario.load import load
from game.ui.ground import Sent
from game.ui.map.layers import plan
from game.ui.present import ground
from tests.ui.map.theatre import RELIEF, table


def test_what_is_drafted_is_told_in_the_area_that_it_goes_to() -> None:
    game = Game(prepare(load(RELIEF)), seed_of("a map"))
    scenario = game.exercise.scenario
    assert not ground.of(game).sent
    token, written = next(iter(scenario.tokens.items()))
    source = next(area for area, number in written.start.items() if number)
    spots = {p.area: p.position for p in scenario.places.values() if p.area}
    target = next(area for area in spots if area != source)
    game.draft.move(token, source, target)
    (sent,) = ground.of(game).sent
    assert sent.text == f"+1 {written.name}"
    inside = [p.position for p in scenario.places.values() if p.area == target]
    for axis in (0, 1):
        assert min(p[axis] for p in inside) <= sent.at[axis] <= max(p[axis] for p in inside)
    game.draft.move(token, target, source)
    assert not ground.of(game).sent


def test_every_kind_of_force_has_a_plate_of_its_own() -> None:
    shown = table(RELIEF)
    at, middle = shown.ground.theatre.home, shown.view.size
    rows = (Sent("+1 One", at), Sent("+2 Two", at))
    tall = []
    for count in (0, 1, 2):
        target = pygame.Surface(middle)
        plan.tell(target, shown.kit, shown.projection, rows[:count], shown.view)
        tall.append(pygame.mask.from_threshold(target, (255, 255, 255), (90, 90, 90)).count())
    assert tall[0] == 0 < tall[1] < tall[2]
