"""Explaining: place, words and hint of what the model finds, beyond the written bad inputs."""

from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model

from game.scenario import explain as explaining
from game.scenario.explain import explain
from game.scenario.folder import read_texts
from game.scenario.problems import Problem
from game.scenario.wording.shape import keys, models_at
from tests.scenario.stand_in import Effects, Option, Place, Scenario, Strike, Unit, problems

HEAD = "title: Demo\n"


class Model(BaseModel):
    """A model that is strict about everything, as none of the stand-in is."""

    model_config = ConfigDict(extra="forbid", strict=True)


def told(text: str, **fields: Any) -> list[Problem]:
    """Return what is wrong with a text, checked against a model with some fields."""
    root = create_model(
        "Root", __base__=Model, **{name: (kind, ...) for name, kind in fields.items()}
    )
    written = read_texts({"x.yaml": text})
    with pytest.raises(ValidationError) as caught:
        root.model_validate(written.data)
    return explain(caught.value, written, root)


def messages(text: str, **fields: Any) -> list[str]:
    return [f"{each.path}: {each.message}" for each in told(text, **fields)]


def test_problems_come_in_the_order_in_which_they_are_written() -> None:
    text = "turns: x\nunits: 4\nwrong: 1\ntitle: 3\nformat: 2\n"
    assert [each.line for each in problems(text)] == [1, 2, 3, 4, 5]


def test_an_unknown_key_is_pointed_at_and_a_wrong_value_too() -> None:
    unknown, wrong = problems(f"{HEAD}trun: 12\nturns: x\n")
    assert (unknown.line, unknown.column, unknown.code) == (2, 1, "unknown-key")
    assert (wrong.line, wrong.column, wrong.code) == (3, 8, "wrong-type")


def test_a_missing_key_is_pointed_at_where_its_block_begins() -> None:
    (problem,) = problems(f"{HEAD}options:\n  hold:\n    cost: 1\n")
    assert (problem.line, problem.column, problem.path) == (3, 3, "options.hold.title")


def test_keys_under_an_empty_one_belong_to_it() -> None:
    text = f"{HEAD}options:\n  hold:\n    title: Hold\n    effects:\n    say: One word\n"
    empty, stray = problems(text)
    assert empty.hint == "indent what belongs to it"
    assert stray.hint == "it belongs to 'effects', so indent it further"


def test_a_hint_of_our_own_is_told_apart() -> None:
    (problem,) = problems(f"{HEAD}places: {{a: {{title: A}}, b: {{title: B, next_to: [aa]}}}}\n")
    assert problem.code == "unknown-id"
    assert problem.message == "nothing among places is called 'aa'"
    assert problem.hint == "did you mean 'a'?"


def test_names_of_types_do_not_stand_in_paths() -> None:
    fields = {"a": int | list[int] | None, "b": dict[str, Strike | Place] | None}
    assert messages("a: [1, x]\nb: {c: {titel: x}}\n", **fields) == [
        "a[1]: should be a whole number, not 'x'",
        "b.c.target: 'target' is missing",
        "b.c.title: 'title' is missing",
        "b.c.titel: unknown key 'titel'",
    ]


def test_alternatives_are_told_in_one_sentence() -> None:
    fields = {"a": int | Literal["all", "none"] | None, "b": str | Decimal}
    assert messages("a: some\nb: [1]\n", **fields) == [
        "a: should be a whole number or all or none, not 'some'",
        "b: should be text or a number, not a list",
    ]


def test_an_alternative_that_knows_more_is_heard_alone() -> None:
    strict = Annotated[list[int], AfterValidator(_sorted)]
    assert messages("a: [2, 1]\nb: [2, 1]\n", a=str | strict, b=strict | None) == [
        "a: should be in order",
        "b: should be in order",
    ]


def _sorted(numbers: list[int]) -> list[int]:
    if numbers != sorted(numbers):
        raise ValueError("should be in order")
    return numbers


def test_what_may_be_null_may_not_be_left_empty() -> None:
    assert messages("a: null\nb:\n", a=int | None, b=int | None) == [
        "b: should be a whole number, not nothing"
    ]


class Color(Enum):
    """Words of another sort."""

    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("written", "annotation", "message", "hint"),
    [
        ("rde", Annotated[Color, Field(strict=False)], "'rde' cannot stand here", "'red'"),
        ("5", Annotated[int, Field(multiple_of=2)], "should be a multiple of 2", ""),
        ("[]", Annotated[list[int], Field(min_length=1)], "should not be empty", ""),
        ("[1]", Annotated[list[int], Field(min_length=2)], "it has 1 entry", "the least is 2"),
        ("a", Annotated[str, Field(min_length=2)], "it has 1 character", "the least is 2"),
        ("ab", Annotated[str, Field(pattern="^[0-9]$")], "not written in the right form", ""),
        ("1.5", Annotated[Decimal, Field(gt=2)], "1.5 is too low", "it must be more than 2"),
    ],
)
def test_other_things_that_pydantic_finds(
    written: str, annotation: Any, message: str, hint: str
) -> None:
    (problem,) = told(f"a: {written}\n", a=annotation)
    assert message in problem.message
    assert hint in problem.hint


def test_the_models_of_a_path_are_found() -> None:
    assert models_at(Scenario, ()) == [Scenario]
    assert models_at(Scenario, ("places", "tanf")) == [Place]
    assert models_at(Scenario, ("units", 3)) == [Unit]
    assert models_at(Scenario, ("options", "hold", "effects")) == [Effects]
    assert models_at(Scenario, ("options", "hold", "weeks")) == [Strike]
    assert models_at(Scenario, ("options", "hold", "title", "x")) == []
    assert models_at(Scenario, ("places", "tanf", "at", 0)) == []
    assert "effects" in keys(Option)


def test_keys_are_those_that_an_author_writes() -> None:
    class Renamed(Model):
        from_: int = Field(alias="from")

    assert list(keys(Renamed)) == ["from"]
    missing, unknown = told("a: {form: 1}\n", a=Renamed)
    assert missing.path == "a.from"
    assert unknown.hint == "did you mean 'from'?"


def test_guesses_are_made_only_for_what_somebody_may_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(explaining, "meant", lambda *about: asked.append(about) or "")
    text = HEAD + "".join(f"x{number}: 1\n" for number in range(3000))
    assert len(problems(text)) == 3000
    assert len(asked) == explaining.MAX_GUESSES
