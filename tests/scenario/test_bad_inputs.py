"""What authors write by mistake: place and message of each, with both parsers."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import document
from tests.scenario.stand_in import SOUND, problems

CASES = yaml.safe_load((Path(__file__).parent / "bad_inputs.yaml").read_text("utf-8"))
PARSERS = sorted({document.PARSER, yaml.BaseLoader}, key=lambda parser: parser.__name__)


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "PARSER", request.param)


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 100


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_bad_input_is_explained_where_it_stands(case: dict[str, str]) -> None:
    first = str(problems(case["text"])[0])
    assert first.startswith(f"x.yaml:{case['at']}: ")
    assert case["says"] in first


@pytest.mark.usefixtures("parser")
def test_a_sound_input_has_no_problems() -> None:
    assert problems(SOUND) == []


@settings(deadline=None)
@given(st.data())
def test_a_sound_input_that_is_changed_anyhow_is_read_or_explained(data: st.DataObject) -> None:
    text = SOUND
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    for problem in problems(text):
        assert problem.message
        assert problem.show(text.split("\n"))


PIECES = st.one_of(
    st.text(max_size=4),
    st.sampled_from(list(":-?[]{},#&*!|>'\"%@`~<=0\\\n\t ")),
    st.sampled_from(
        ["\n  ", ": ", "\n- ", "null", "true", "020", "1.5", "---", "<<: ", "title: x"]
    ),
    st.sampled_from(["\\ud800", "\\UFFFFFFFF", "\\0", "? ", "[[[", "{a: ", "!!int ", "&a", "*a"]),
    st.just(SOUND[20:60]),
)
