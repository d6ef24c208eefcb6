"""A tournament: who is best where, by tables made by hand, and small ones that are played."""

import re
from dataclasses import replace

import numpy as np
import pytest

from game.analysis.percentile import percentile
from game.analysis.tournament import differ, hidden
from game.analysis.tournament.cells import Cells, Worlds, play_cells
from game.analysis.tournament.targets import knowledge, of_cells
from game.analysis.tournament.tournament import hold_tournament, whole
from game.core.chance import Chance, seed_of
from game.core.state import NONE
from game.core.week import Week
from game.engine.batch import play_out
from game.engine.exercise import Exercise, prepare
from game.engine.grades import grades, rankings, scores
from game.engine.plans import doctrines
from game.engine.setup import set_up
from game.scenario.load import Loaded
from tests.exercises import FLAGSHIP, exercise_of

GAMES = 40


def table(ten_places: Exercise, *means: list[float], spread: float = 0.0) -> Cells:
    """Return cells in which the first doctrines have these means in the worlds, the others none.

    All games end alike.
    """
    names = tuple(doctrines(ten_places))
    means = (*means, *([0.0] * len(means[0]) for _ in range(len(names) - len(means))))
    worlds = Worlds.of(ten_places)
    count = len(means[0])
    worlds = replace(worlds, postures=worlds.postures[:count], weight=np.full(count, 1 / count))
    luck = np.random.default_rng(3).normal(0, spread, GAMES) if spread else np.zeros(GAMES)
    score = np.array(means)[:, :, None] + luck  # the same luck for all
    shape = (len(means), count, GAMES)
    ending = np.zeros(shape, np.int8)
    grade = np.zeros((*shape, len(ten_places.world.aims)), np.int32)
    return Cells(ten_places, worlds, names, ending, grade, score[None])


def found(cells: Cells) -> dict[str, float]:
    return {target.name: target.value for target in of_cells(cells)}


def test_worlds_are_all_combinations_and_as_likely_as_their_priors(ten_places: Exercise):
    worlds, world = Worlds.of(ten_places), ten_places.world
    assert [world.actors[actor] for actor in worlds.actors] == ["hill-command", "cartel"]
    assert worlds.postures.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]
    assert worlds.weight.sum() == pytest.approx(1)
    assert worlds.weight[0] == pytest.approx(0.4 * 0.55)


def test_others_than_the_actors_of_the_worlds_are_drawn(ten_places: Exercise):
    given = Worlds.of(ten_places).given(ten_places, 2)
    assert given.shape == (12, len(ten_places.world.actors))
    assert (given[:, 2:] == NONE).all()
    assert given[:4, :2].tolist() == [[0, 0], [0, 0], [0, 1], [0, 1]]


def test_a_cell_is_what_the_same_luck_and_the_same_intentions_give_alone(ten_places: Exercise):
    cells = play_cells(ten_places, 6, 5, size=7)
    number, world = cells.names.index("operations"), 3
    chance = Chance(5, np.arange(6))
    given = cells.worlds.given(ten_places, 1)[[world]]
    week = Week(ten_places.world, set_up(ten_places, chance, given), chance)
    alone = play_out(ten_places, week, doctrines(ten_places)["operations"])
    np.testing.assert_array_equal(cells.ending[number, world], alone.ending)
    graded, ways = grades(ten_places, alone.track, alone.lost), rankings(ten_places)
    np.testing.assert_array_equal(cells.grade[number, world], graded)
    first = scores(ten_places, graded, ways[[0]], alone.ending) / 1000
    np.testing.assert_allclose(cells.by_rank[0, number, world], first)


def test_who_is_best_in_a_world_has_it_and_who_ties_shares_it(ten_places: Exercise):
    assert found(table(ten_places, [60, 60, 40], [50, 50, 70]))["best-worlds"] == pytest.approx(
        200 / 3
    )
    tied = found(table(ten_places, [60, 60, 60], [60, 60, 60]))
    assert tied["best-worlds"] == tied["best-intents"] == pytest.approx(50)


def test_knowledge_is_what_the_best_for_each_world_is_above_the_best_for_all(ten_places: Exercise):
    assert knowledge(table(ten_places, [60, 40], [50, 55], spread=5)) == pytest.approx(5)
    assert knowledge(table(ten_places, [60, 40], [50, 30], spread=5)) == pytest.approx(0)


def test_an_ending_that_never_comes_is_not_alive(ten_places: Exercise):
    targets = {target.name: target for target in of_cells(table(ten_places, [60, 60], [50, 50]))}
    assert targets["endings-live"].value == 0
    assert not targets["endings-live"].held
    assert targets["ending-cap"].value == 100
    assert not targets["ending-cap"].held


def test_endings_are_as_far_apart_as_they_are_and_luck_leads_nowhere():
    dice = np.random.default_rng(1)
    one = dice.integers(0, 4, 4000).astype(np.int8)
    assert abs(differ.apart(one, dice.integers(0, 4, 4000).astype(np.int8))[0]) < 0.03
    other = np.where(dice.random(4000) < 0.3, 0, one).astype(np.int8)
    value, low = differ.apart(one, other)
    assert value == pytest.approx(0.3 * 0.75, abs=0.03)
    assert value - 0.03 < low < value


def test_nobody_is_watched_while_intelligence_is_in_reserve(exercise: Exercise):
    chance = Chance(4, np.arange(3))
    week = Week(exercise.world, set_up(exercise, chance), chance)
    before = week.state.token.sum(axis=2)
    area = exercise.world.place_area
    there = np.unique(area[area != NONE])
    assert week.clarity()[:, there].any()
    hidden.look_away(exercise, week.state)
    np.testing.assert_array_equal(week.state.token.sum(axis=2), before)
    assert not week.clarity()[:, there].any()


def test_the_belief_is_that_of_the_least_hidden_actor(ten_places: Exercise):
    found = hidden.believed(ten_places, 12, 4)
    medians = [float(each) for each in re.findall(r"([0-9]+) \(prior", found.detail)]
    assert len(medians) == len(Worlds.of(ten_places).actors)
    assert round(found.value) in (max(medians), 100)  # 100 where nothing was learned


def test_a_game_that_can_end_in_one_way_only_is_settled_and_an_open_one_is_not(
    ten_places: Exercise,
):
    assert hidden.settled(ten_places, 1, 20, 4).value < 100
    last = list(ten_places.scenario.endings.items())[-1:]
    scenario = ten_places.scenario.model_copy(update={"endings": dict(last)})
    only = prepare(Loaded(ten_places.id, scenario, ten_places.texts))
    assert hidden.settled(only, 1, 20, 4).value == 100


def test_a_tournament_is_the_same_twice(ten_places: Exercise):
    size = replace(whole(4), believed=4, settled=1, futures=10, first=10, watched=1, each=4)
    one, two = (hold_tournament(ten_places, size, 3) for _ in range(2))
    assert one.targets == two.targets
    assert len({target.name for target in one.targets}) == 11


def test_a_score_stands_above_as_many_as_scored_less(ten_places: Exercise):
    world = ten_places.world
    postures, aims = (0,) * len(world.actors), (1, 2, *(0,) * (len(world.aims) - 2))
    low, high = (percentile(ten_places, postures, aims, s, 5) for s in (0, 100_000))
    assert low.share == 0
    assert high.share == 100
    assert high.games == 5 * len(doctrines(ten_places))
    assert high.best in doctrines(ten_places)


def test_the_flagship_has_no_one_right_answer_on_a_small_scale():
    """The targets with room for the luck of ten games a cell; the whole of it is a study."""
    cells = play_cells(exercise_of(FLAGSHIP), 10, seed_of("small"))
    value = found(cells)
    assert value["best-worlds"] < 55
    assert value["best-intents"] < 60
    assert value["knowledge"] > 3
    assert value["bottom-half"] > len(cells.names) / 2
    assert value["endings-live"] > 1
    assert value["ending-cap"] < 65


@pytest.mark.study
def test_the_flagship_meets_every_target():
    """It takes a quarter of an hour; `deconfliction tournament` prints the tables of it."""
    assert hold_tournament(exercise_of(FLAGSHIP), whole(300), seed_of("demo")).missed == []
