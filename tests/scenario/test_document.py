"""Reading one file: what its words mean, where they stand, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import document
from game.scenario.document import Document, read_document
from game.scenario.problems import Problem, ScenarioError
from game.scenario.reading import builder
from game.scenario.reading.builder import MAX_DEPTH, MAX_VALUES
from game.scenario.reading.characters import MAX_BYTES
from game.scenario.reading.marks import Mark
from game.scenario.reading.scalars import BLANK


def parsed(text: str) -> Document:
    return read_document(text.encode(), "x.yaml")


def value(written: str) -> Any:
    return parsed(f"key: {written}\n").data["key"]


def refused(raw: str | bytes) -> Problem:
    """Return the first problem of a text that is refused."""
    with pytest.raises(ScenarioError) as caught:
        read_document(raw.encode() if isinstance(raw, str) else raw, "x.yaml")
    return caught.value.problems[0]


@pytest.fixture(params=[document.PARSER, yaml.BaseLoader])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "PARSER", request.param)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4", 4),
        ("+4", 4),
        ("-4", -4),
        ("123456789012345", 123456789012345),
        ("12.50", Decimal("12.50")),
        ("-0.1", Decimal("-0.1")),
        ("true", True),
        ("null", None),
        ("~", None),
        ("no", "no"),
        ("off", "off"),
        ("2017-06-20", "2017-06-20"),
        ("2017-W23", "2017-W23"),
        ("1.2.3", "1.2.3"),
        ("e5", "e5"),
        ("1,000", "1,000"),
        ('"4"', "4"),
        ("'true'", "true"),
        ("4 km", "4 km"),
        ("http://x.y", "http://x.y"),
        ("[1, a, 0.5]", [1, "a", Decimal("0.5")]),
        ("{no: {yes: c}}", {"no": {"yes": "c"}}),
        ("|\n  one\n  two", "one\ntwo\n"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_word_means_what_everybody_takes_it_for(written: str, meant: object) -> None:
    assert value(written) == meant
    assert type(value(written)) is type(meant)


def test_a_decimal_keeps_what_is_written() -> None:
    assert str(value("0.10")) == "0.10"


def test_keys_are_text_whatever_they_look_like() -> None:
    assert parsed("1: a\ntrue: b\nno: c\n").data == {"1": "a", "true": "b", "no": "c"}


@pytest.mark.usefixtures("parser")
def test_what_is_left_empty_is_no_value() -> None:
    found = parsed("a:\nb: [x, {y: }]\n")
    assert found.data["a"] is BLANK and found.data["b"][1]["y"] is BLANK
    assert found.marks[("a",)] == Mark("x.yaml", (1, 1), (1, 1)), "the key is all there is to see"


@pytest.mark.parametrize("text", ["", "# a note\n", "---\n", "\n\n"])
def test_a_file_without_a_word_has_no_data(text: str) -> None:
    assert parsed(text).data is None


@pytest.mark.usefixtures("parser")
def test_every_key_and_value_has_its_place() -> None:
    text = "# a note\na: 1\nb:\n  c: [x, {d: y}]\n  e:\n    - f\n"
    assert parsed(text).marks == {
        (): Mark("x.yaml", (2, 1)),
        ("a",): Mark("x.yaml", (2, 4), (2, 1)),
        ("b",): Mark("x.yaml", (4, 3), (3, 1)),
        ("b", "c"): Mark("x.yaml", (4, 6), (4, 3)),
        ("b", "c", 0): Mark("x.yaml", (4, 7)),
        ("b", "c", 1): Mark("x.yaml", (4, 10)),
        ("b", "c", 1, "d"): Mark("x.yaml", (4, 14), (4, 11)),
        ("b", "e"): Mark("x.yaml", (6, 5), (5, 3)),
        ("b", "e", 0): Mark("x.yaml", (6, 7)),
    }


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"])
def test_the_marks_of_other_systems_make_no_difference(raw: bytes) -> None:
    found = read_document(raw, "x.yaml")
    assert found.data == {"a": 1, "b": 2}
    assert found.marks[("b",)].key == (2, 1)
    assert found.lines == ["a: 1", "b: 2", ""]


@pytest.mark.parametrize(
    ("raw", "place", "says"),
    [
        ("a: 1\nb: caf\xe9\n".encode("latin-1"), (2, 7), "not UTF-8 text (byte 0xe9)"),
        ("a: التنف é\n".encode()[:-2], (1, 10), "not UTF-8 text (byte 0xc3)"),
        ("a: 1\n".encode("utf-16"), (1, 1), "not UTF-8 text (byte 0xff)"),
        (b"\x00\x01\x02\xff", (1, 4), "not UTF-8 text (byte 0xff)"),
        (b"\x00\x01\x02", (1, 1), "an invisible character (U+0000)"),
    ],
)
def test_what_is_not_text_is_refused_at_its_first_byte(
    raw: bytes, place: tuple[int, int], says: str
) -> None:
    problem = refused(raw)
    assert (problem.line, problem.column) == place
    assert says in problem.message


def test_all_keys_written_twice_are_named_and_nothing_inside_them() -> None:
    with pytest.raises(ScenarioError) as caught:
        parsed("a: {x: 1}\nb: 2\na: {x: 1}\nb: 3\n")
    found = [(p.line, p.path, p.hint) for p in caught.value.problems]
    assert found == [(3, "a", "it is first on line 1"), (4, "b", "it is first on line 2")]


def test_problems_end_at_the_first_fault_of_syntax() -> None:
    with pytest.raises(ScenarioError) as caught:
        parsed("a: 1\na: 2\nb: [\nc: ]\nd: : :\n")
    assert [p.code for p in caught.value.problems] == ["duplicate-key", "yaml-syntax"]
    assert caught.value.files["x.yaml"][0] == "a: 1"


LIMITS = [
    ("a: " + "x" * MAX_BYTES, "too-large"),
    ("- 1\n" * (MAX_VALUES - 1), ""),
    ("- 2\n" * MAX_VALUES, "too-many"),
    ("[" * MAX_DEPTH + "]" * MAX_DEPTH, ""),
    ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "too-deep"),
    ("[" * 500, "too-deep"),
    ("[" * MAX_BYTES, "yaml-syntax"),
    ("{a: " * (MAX_BYTES // 4), "too-deep"),
    ("- " * (MAX_BYTES // 2), "too-deep"),
    ("? " * (MAX_BYTES // 2), "wrong-key"),
    ("".join(" " * level + "a:\n" for level in range(700)), "too-deep"),
    ("a: " + "9" * 200_000, "odd-word"),
    ("a: 0." + "9" * 200_000, "odd-word"),
    ("a: " + "1_" * 100_000 + "x", ""),
    ("a: " + "1:" * 100_000 + "x", ""),
    ("a: '" + "''" * 100_000 + "'", ""),
    ("a: " + "x " * 100_000 + "\n", ""),
    ("a: |\n" + " x\n" * 90_000, ""),
    ("#" * MAX_BYTES, ""),
    ("\n" * MAX_BYTES, ""),
    ("a: &a [x]\n" + "b: [*a, *a]\n" * 20_000, "yaml-feature"),
]


@pytest.mark.parametrize(("text", "code"), LIMITS, ids=[text[:12] for text, _ in LIMITS])
def test_work_is_bounded_by_limits(text: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count what is done instead of timing it: no file makes more events than it may have."""
    taken = _counted(monkeypatch)
    if code:
        assert refused(text).code == code
    else:
        parsed(text)
    assert len(taken) <= 2 * MAX_VALUES + 2 * MAX_DEPTH


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    taken: list[None] = []
    take = builder.Builder.take

    def counted(self: builder.Builder, event: yaml.Event) -> None:
        taken.append(None)
        take(self, event)

    monkeypatch.setattr(builder.Builder, "take", counted)
    return taken


def test_no_more_of_a_text_is_compared_than_helps() -> None:
    problem = refused("a: " + "9" * 100_000)
    assert len(problem.show(["9" * 100_000])) < 400


PIECES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=3),
    st.sampled_from(list(":-?[]{},#&*!|>'\"%@`~<=0.\\\n ab")),
    st.sampled_from(["\n  ", ": ", "\n- ", "null", "020", "1.5", "\n---\n", "<<: ", "a: ", "\n? "]),
)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_explained(raw: bytes) -> None:
    try:
        read_document(raw, "x.yaml")
    except ScenarioError as error:
        assert all(problem.show(error.files.get("x.yaml", [])) for problem in error.problems)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_read_in_the_same_way_by_both_parsers(text: str) -> None:
    assert _outcome(text, document.PARSER) == _outcome(text, yaml.BaseLoader)


def _outcome(text: str, parser: Any) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "PARSER", parser)
        try:
            return parsed(text).data
        except ScenarioError as error:
            return {problem.code == "duplicate-key" for problem in error.problems}
