"""Files of history: the examples run, and what is wrong in one is said where it stands."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from game.analysis.calibration.calibrate import calibrate
from game.analysis.calibration.chronicle import chronicle
from game.analysis.calibration.history import (
    STATISTICS,
    History,
    load_history,
    read_history,
)
from game.analysis.calibration.measures import QUANTITIES, Measure
from game.analysis.calibration.measuring import take
from game.analysis.calibration.verdict import judge
from game.analysis.calibration.wanted import wanted
from game.engine.doctrines import Hold
from game.paths import shipped
from game.report.calibration import as_data, as_text
from game.scenario.document import read_document
from game.scenario.problems import ScenarioError
from tests.exercises import exercise_of, ten_places

EXAMPLE = Path(__file__).parents[1] / "scenarios" / "history" / "ten-places.yaml"
GUIDE = (Path(__file__).parents[2] / "docs" / "calibration.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if re.match(r"[a-z_]+: \{", line)]

ROW = """
title: A test
rows:
  one:
    what: something
    history: yesterday
    uncertainty: low
    sources: [gazetteer]
    measure: {measure}
    checks: [{check}]
"""


def read(text: str) -> History:
    return read_history(read_document(text.encode(), "rows.yaml"), ten_places())


def row(measure: str, check: str) -> History:
    return read(ROW.replace("{measure}", measure).replace("{check}", check))


def fault(text: str) -> str:
    with pytest.raises(ScenarioError) as error:
        read(text)
    return str(error.value)


def test_the_example_uses_every_measure_statistic_and_quantity():
    text = EXAMPLE.read_text("utf-8")
    for word in (*Measure.model_fields, *STATISTICS, *QUANTITIES, "given", "unless", "where"):
        assert re.search(rf"\b{word}:\s", text), word


def test_the_example_is_measured_and_told():
    exercise = ten_places()
    history = load_history(str(EXAMPLE), exercise)
    found = calibrate(exercise, history, 200, "hold", 5)
    assert all(check.games for each in found.rows for check in each.checks)
    assert {each.id: each.inside for each in found.rows}["feud"]
    data = as_data(found, exercise.world, "demo", history.title)
    assert data["total"] == len(found.rows) - 1
    assert data["not_testable"] == 1
    text = as_text(data)
    for each in found.rows:
        assert each.id in text
    assert "the model has no weather" in text


def test_what_other_programs_get_has_the_names_they_rely_on():
    exercise = ten_places()
    history = load_history(str(EXAMPLE), exercise)
    found = calibrate(exercise, history, 60, "random", 5)
    data = json.loads(json.dumps(as_data(found, exercise.world, "demo", "x"), allow_nan=False))
    assert {"scenario", "games", "in_band", "total", "rows"} <= set(data)
    rows = {row["id"]: row for row in data["rows"]}
    assert rows["the-weather"]["in_band"] is None
    assert rows["the-weather"]["reason"] == "the model has no weather"
    for row in data["rows"]:
        for check in row["checks"]:
            wanted = {"statistic", "history", "value", "low", "high", "band", "in_band"}
            assert wanted <= set(check)
    first, by, never = rows["bridge-first"]["checks"]
    assert (first["history"], first["band"]) == ("1987-W15", ["1987-W12", None])
    assert (by["statistic"], never["statistic"]) == ("p(by 1987-W18)", "p(never)")
    assert by["value"] + never["value"] <= 100
    week, month = rows["peaks"]["checks"]
    assert (week["history"], month["history"]) == ("1987-W17", "1987-04")
    assert month["band"] == ["1987-03", "1987-06"]


def test_a_slice_changes_no_number():
    exercise = ten_places()
    history = load_history(str(EXAMPLE), exercise)
    asked = wanted(history.measures())
    whole, parts = (chronicle(exercise, asked, 512, Hold(), 9, size) for size in (512, 256))
    for measure in history.measures():
        one, two = take(measure, whole), take(measure, parts)
        np.testing.assert_array_equal(one.counts, two.counts)
        np.testing.assert_array_equal(one.number[one.counts], two.number[two.counts])


def test_the_guide_shows_every_measure():
    assert {line.partition(":")[0] for line in LINES} >= set(Measure.model_fields)


@pytest.mark.parametrize("line", LINES)
def test_the_lines_of_the_guide_can_be_measured(line: str):
    dated = line.startswith(("first_held", "held_for_good", "happens", "peak"))
    history = row(f"{{{line}}}", "{p: {at_least: 0}}" if dated else "{mean: {at_least: -1000}}")
    played = chronicle(ten_places(), wanted(history.measures()), 16, Hold(), 1)
    assert len(judge(history, played)) == 1


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.startswith("rows:")])
def test_the_rows_of_the_guide_can_be_read(block: str):
    assert read(f"title: A test\n{block}").rows


@pytest.mark.parametrize("path", sorted((shipped("scenarios") / "history").glob("*.yaml")))
def test_what_comes_with_the_game_can_be_read_and_measured(path: Path):
    exercise = exercise_of("full-2017")
    history = load_history(path.stem, exercise)
    found = calibrate(exercise, history, 8, "hold", 1)
    assert [each.reason for each in found.rows if each.reason] == []


def test_rows_before_the_start_say_so():
    exercise = exercise_of("at-tanf-2017")
    found = calibrate(exercise, load_history("2017", exercise), 4, "hold", 1)
    reasons = {each.id: each.reason for each in found.rows}
    assert reasons["A1"] == "the scenario starts on 19 Jun 2017"
    assert not reasons["A3"]


def test_rows_after_the_end_say_so():
    history = row(
        "{held_at: {place: tollbridge, by: helmets, date: 1988-01-01}}", "{mean: {in: [0, 1]}}"
    )
    played = chronicle(ten_places(), wanted(history.measures()), 4, Hold(), 1)
    assert judge(history, played)[0].reason == "the scenario ends on 21 Jun 1987"


def test_what_no_game_has_is_said():
    history = row(
        "{count: {fact: Probed, given: {ending: war-of-the-hills, to: 1987-03-02}}}",
        "{median: {in: [0, 1]}}",
    )
    played = chronicle(ten_places(), wanted(history.measures()), 4, Hold(), 1)
    (found,) = judge(history, played)
    assert found.reason == "no game has what it is measured in"
    assert not found.inside


COUNT = "{count: {fact: Probed}}"
IN = "{mean: {in: [0, 1]}}"
WRONG = [
    ("{first_held: {place: tollbrige, by: hillfolk}}", "{median: {in: [1987-W12, 1987-W13]}}",
     "rows.yaml:9:35: rows.one.measure.first_held.place: nothing among places is called "
     "'tollbrige'; did you mean 'tollbridge'?"),
    ("{count: {fact: Probbed}}", IN,
     "nothing among kinds of facts is called 'Probbed'; did you mean 'Probed'?"),
    ("{value: {track: fued}}", IN, "nothing among tracks is called 'fued'; did you mean 'feud'?"),
    ("{count: {fact: Probed, of: tolbridge}}", IN,
     "nothing among places is called 'tolbridge'; did you mean 'tollbridge'?"),
    ("{count: {fact: Probed, where: {chanse: {is: 5}}}}", IN,
     "Probed has no 'chanse'; did you mean 'chance'?"),
    ("{count: {fact: Probed, where: {unit: {is: hil-scouts}}}}", IN,
     "nothing among units is called 'hil-scouts'; did you mean 'hill-scouts'?"),
    ("{count: {fact: Mourned, near: orra, km: 3}}", IN, "Mourned says no place"),
    ("{count: {fact: Probed, near: orra}}", IN, "'near' and 'km' go together"),
    ("{size: {fact: Struck, field: deed}}", IN, "Struck has no 'deed'; did you mean 'dead'?"),
    ("{happens: {event: high-watr}}", "{p: {at_least: 5}}", "did you mean 'high-water'?"),
    ("{happens: {ending: recaled}}", "{p: {at_least: 5}}", "did you mean 'recalled'?"),
    ("{happens: {status: telephone, level: anserd}}", "{p: {at_least: 5}}",
     "nothing among the levels of 'telephone' is called 'anserd'; did you mean 'answered'?"),
    ("{happens: {event: high-water}}", IN, "may be never, which has no mean; use median"),
    ("{happens: {event: high-water}}", "{median: {in: [3, 4]}}",
     "'happens' gives a date, such as 2017-W23, so compare it with one"),
    (COUNT, "{median: {at_least: 1987-W12}}", "'count' gives a number, so compare it with one"),
    (COUNT, "{median: {}}", "give 'in: [low, high]', or one or both of at_least and at_most"),
    (COUNT, "{}", "give exactly one of median, mean, quantile, p"),
    (COUNT, "{p: {that: {by: 1987-W12}, at_least: 4}}", "'count' gives a number"),
    ("{value: {track: feud, at: 1987-13-45}}", IN,
     "'1987-13-45' is not a date; write 2017-06-20, or 2017-W23 for a week"),
    ("{value: {track: feud, garrison: orra}}", IN, "give exactly one of track, unit_strength"),
    ("{interval: {from: {count: {fact: Probed}}, to: {count: {fact: Probed}}}}", IN,
     "an interval lies between measures that give a week"),
    ("{first_hold: {place: orra}}", IN, "unknown key 'first_hold'; did you mean 'first_held'?"),
    ("{longest_run: {track: feud}}", IN, "a quantity needs 'at_least' or 'at_most'"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "check", "said"), WRONG)
def test_what_is_wrong_is_said(measure: str, check: str, said: str):
    text = fault(ROW.replace("{measure}", measure).replace("{check}", check))
    assert said in text
    assert text.startswith("rows.yaml:")


def test_a_source_that_there_is_not_is_an_error():
    text = ROW.replace("gazetteer", "gazeteer").replace("{measure}", COUNT).replace("{check}", IN)
    assert "nothing among sources is called 'gazeteer'; did you mean 'gazetteer'?" in fault(text)


def test_a_row_says_where_it_is_from_and_can_be_checked():
    text = ROW.replace("{measure}", COUNT).replace("[{check}]", "[]")
    assert "give 'checks', or say in 'untestable' why there are none" in fault(text)
    text = ROW.replace("{measure}", COUNT).replace("{check}", IN)
    assert "say where it is from" in fault(text.replace("sources: [gazetteer]", "note: none"))


def test_a_file_that_there_is_not_says_which_there_are():
    with pytest.raises(ScenarioError, match="there is no file of history"):
        load_history("2016", exercise_of("full-2017"))
