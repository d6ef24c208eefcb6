"""Mistakes in a scenario that is otherwise sound: what is said of each, and where it points."""

import pytest

from game.scenario.folder import read_texts
from game.scenario.load import checked
from game.scenario.problems import ScenarioError
from game.scenario.starter import starter

SOUND = starter("my-war")


def told(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return what is said of the starter with changes, and the text at each place."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    try:
        checked(read_texts({"x.yaml": text}))
    except ScenarioError as error:
        lines = text.split("\n")
        return [
            (
                each.message + (f"; {each.hint}" if each.hint else ""),
                lines[each.line - 1][each.column - 1 :],
            )
            for each in error.problems
        ]
    return []


def test_the_starter_has_none() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("is., start: 45", "is., start: 130", "130 is too high; the most is 100"),
        ("bargaining: 20, dr", "bargaining: 140, dr", "140 is too high; the most is 100"),
        ("heard: 50", "heard: 600", "600 is too high; the most is 100"),
        ("rate: 10}", "rate: 110}", "110 is too high; the most is 100"),
        ("to-the-ford: 30}", "to-the-ford: 150000}", "150000 is too high; the most is 10000"),
        (
            "at_least: {tension: 80}",
            "at_least: {tension: 170.5}",
            "170.5 is too high; the most is 100",
        ),
        ("tension: +2}}", "tension: -200}}", "-200 is too low; the least is -100"),
        ("cost: 12", "cost: 140", "140 is too high; the most is 100"),
        ("cost: 12", "cost: -1", "-1 is too low; the least is 0"),
        ("spread: {unit: 20}", "spread: {unit: 95}", "95 is too high; the most is 90"),
        ("[20.0, 40.0]", "[200.0, 40.0]", "200.0 is too high; the most is 180"),
    ],
)
def test_a_bound_is_said_as_it_is_written(old: str, new: str, says: str) -> None:
    ((said, at),) = told((old, new))
    assert said == says
    assert at.startswith(says.split()[0])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "any more. Dead: the mission {lost.mission}",
            "any more. Dead: the mission {lost.mision}",
            "{lost.mision} is not filled in here; did you mean '{lost.mission}'? "
            "known: {lost.mission}, {lost.bands}, {lost.town}",
        ),
        (
            "halted before {place}.",
            "halted before {plase}.",
            "{plase} is not filled in here; did you mean '{place}'? "
            "known: {place}, {unit}, {distance}",
        ),
        (
            "halted before {place}.",
            "halted before {}.",
            "{} is not filled in here; known: {place}, {unit}, {distance}",
        ),
    ],
)
def test_only_what_is_filled_in_stands_in_braces(old: str, new: str, says: str) -> None:
    ((said, _),) = told((old, new))
    assert said == says


def test_nothing_is_filled_in_elsewhere() -> None:
    ((said, at),) = told(("text: Thirty more soldiers, and a wall.", 'text: "Work at {place}."'))
    assert said.startswith("{place} is not filled in here; only the text of an incident or an")
    assert at.startswith('"Work at')


@pytest.mark.parametrize(
    ("old", "new", "says", "there"),
    [
        (
            "[ford, halda, road, 20]",
            "[ford, halda, road, 2]",
            "2 km is shorter than the straight line from ford to halda; that is 18 km",
            "2]",
        ),
        (
            "position: [20.4, 40.1]",
            "position: [40.1, 20.4]",
            "this is far from all its links; longitude comes first: write [20.4, 40.1]",
            "[40.1",
        ),
        (
            "  - [ford, high-camp, track, 34]\n",
            "",
            "no link leads to 'high-camp'; add one under 'links', or leave the place out",
            "{name: The high camp",
        ),
    ],
)
def test_roads_fit_the_map(old: str, new: str, says: str, there: str) -> None:
    ((said, at),) = told((old, new))
    assert said == says
    assert at.startswith(there)


def test_a_road_may_be_a_little_short_for_a_town_is_no_point() -> None:
    assert told(("[ford, halda, road, 20]", "[ford, halda, road, 15]")) == []


@pytest.mark.parametrize(
    ("old", "new", "says", "there"),
    [
        (
            "text: The road is open today.",
            "when: {at_least: {support: 1}}\n    text: The road is open today.",
            "the last ending must have no conditions, so that every game ends",
            "{at_least: {support: 1}}",
        ),
        (
            "standing: wait",
            "standing: stay",
            "the standing answer 'stay' is not among the answers; known: wait, talk",
            "stay",
        ),
        (
            "answer: fire-back}",
            "answer: fire-bak}",
            "the standing answer 'fire-bak' is not among the answers; did you mean 'fire-back'?",
            "fire-bak",
        ),
        (
            "prior: 60",
            "prior: 70.5",
            "the priors of the postures must sum to 100, not to 110.5",
            "bargaining: {name",
        ),
        (
            "fears: war}",
            "fears: wor}",
            "no ending, incident or event is called 'wor'; did you mean 'war'?",
            "wor}",
        ),
        (
            "chance: {bargaining: 20, driving-you-out: 60}",
            "chance: {bargaining: 20}",
            "a chance is missing for driving-you-out",
            "{bargaining: 20}",
        ),
        (
            "driving-you-out: 60}",
            "driving-me-out: 60}",
            "no posture is called 'driving-me-out'; did you mean 'driving-you-out'?",
            "driving-me-out: 60}",
        ),
        (
            "drive: {down-to-the-ford: 30}",
            "drive: {down-to-the-fort: 30}",
            "no decider is called 'down-to-the-fort'; did you mean 'down-to-the-ford'?",
            "down-to-the-fort",
        ),
    ],
)
def test_what_does_not_fit_is_pointed_at(old: str, new: str, says: str, there: str) -> None:
    ((said, at),) = told((old, new))
    assert said == says
    assert at.startswith(there)


def test_the_words_of_the_starter_fit_any_unit_and_any_number() -> None:
    for word in (" halts ", "fires at", " turns away", " are dead", " is dead"):
        assert word not in SOUND


@pytest.mark.parametrize(
    ("old", "new", "says", "there"),
    [
        (
            "[ford, high-camp, track, 34]",
            "[ford, high-camp, sea, 34]",
            "no march goes on 'sea'; add it under marches",
            "sea, 34]",
        ),
        (
            'name: The mission, color: "#2f6db5"',
            "name: The mission, color: #2f6db5",
            "a # begins a note here; put the text in quotes: a # and all after it are skipped",
            "#2f6db5",
        ),
        (
            "is., start: 45",
            "is., start: 45,5",
            "unknown key '5'; a comma ends the number; write start: 45.5",
            "5, good",
        ),
    ],
)
def test_what_was_meant_is_told(old: str, new: str, says: str, there: str) -> None:
    ((said, at),) = told((old, new))
    assert said == says
    assert at.startswith(there)


def test_an_id_is_written_in_small_letters() -> None:
    ((said, at),) = told(("  halda: {name: Halda", "  Halda: {name: Halda"))
    assert said == "'Halda' is no id; an id has small letters, digits and hyphens, like north-gate"
    assert at.startswith("Halda: {name")
