"""Problems as text for people and as JSON for other programs."""

import json

import pytest

from game.scenario.checking import as_json, as_text
from game.scenario.problems import MAX_SHOWN, Problem, ScenarioError
from game.scenario.wording.words import did_you_mean, dotted, quoted


def problem(line: int = 1, column: int = 1, **changes: str) -> Problem:
    fields = {"path": "a.b", "code": "wrong-type", "severity": "error", "message": "is wrong"}
    return Problem("x.yaml", line, column, **(fields | changes))  # type: ignore[arg-type]


def test_a_problem_is_one_line_and_its_excerpt() -> None:
    assert problem(2, 4, hint="right it").show(["one", "a: b"]) == (
        "x.yaml:2:4: a.b: is wrong; right it\n     2 | a: b\n       |    ^"
    )


def test_without_a_line_there_is_no_excerpt() -> None:
    assert problem(3, 4, path="").show(["one"]) == "x.yaml:3:4: is wrong"


@pytest.mark.parametrize(
    ("line", "column", "seen"),
    [
        ("\ta: b", 2, ["→a: b", " ^"]),
        ("日本: b", 5, ["日本: b", "      ^"]),
        ("e\u0301: b", 5, ["e\u0301: b", "   ^"]),
        ("a: \x1b[31mred", 4, ["a: \ufffd[31mred", "   ^"]),
        ("x" * 200 + "!" + "y" * 200, 201, ["x" * 60 + "!" + "y" * 39, " " * 60 + "^"]),
        ("short", 9, ["short", "     ^"]),
    ],
)
def test_the_caret_stands_under_its_place(line: str, column: int, seen: list[str]) -> None:
    shown = problem(1, column).show([line]).splitlines()[1:]
    assert [each[9:] for each in shown] == seen


def test_a_flood_is_cut_off_and_counted() -> None:
    text = as_text([problem(n) for n in range(1, MAX_SHOWN + 4)], {})
    assert len(text.splitlines()) == MAX_SHOWN + 2
    assert text.endswith("\n... and 3 more\n28 errors")


def test_warnings_say_that_they_are_no_errors() -> None:
    text = as_text([problem(severity="warning"), problem()], {"x.yaml": ["a: b"]})
    assert text.splitlines()[0] == "x.yaml:1:1: warning: a.b: is wrong"
    assert text.splitlines()[-1] == "1 error, 1 warning"


def test_no_problem_is_no_text() -> None:
    assert as_text([], {}) == ""
    assert json.loads(as_json([])) == {"problems": []}


def test_the_json_has_exactly_the_promised_keys() -> None:
    assert json.loads(as_json([problem(2, 3, hint="right it")])) == {
        "problems": [
            {
                "file": "x.yaml",
                "line": 2,
                "column": 3,
                "path": "a.b",
                "code": "wrong-type",
                "severity": "error",
                "message": "is wrong",
                "hint": "right it",
            }
        ]
    }


def test_an_error_says_all_that_is_wrong() -> None:
    error = ScenarioError([problem(), problem(2)], {"x.yaml": ["a", "b"]})
    assert str(error) == "x.yaml:1:1: a.b: is wrong\nx.yaml:2:1: a.b: is wrong"


def test_paths_are_dotted() -> None:
    assert dotted(("options", "strike", "cost")) == "options.strike.cost"
    assert dotted(("units", 0, "side")) == "units[0].side"
    assert dotted((0, "a\nb")) == r"[0].'a\nb'"
    assert dotted(()) == ""


def test_words_are_quoted_on_one_line() -> None:
    assert quoted("it's\n") == '"it\'s\\n"'
    assert quoted("x" * 50) == "'" + "x" * 40 + "'..."


def test_guesses() -> None:
    assert did_you_mean("tanff", ["tanf", "zakf"]) == "did you mean 'tanf'?"
    assert did_you_mean("q", ["tanf", "zakf"]) == "known: tanf, zakf"
    assert did_you_mean("q", []) == ""
    assert did_you_mean("q", map(str, range(20))) == (
        "known: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ..."
    )
