"""History: a file of rows that say what really happened, and how near a model must come."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from game.analysis.calibration.dates import Figure, Span, When
from game.analysis.calibration.measures import Measure
from game.core.figures import Basis, Flag, Model, SourceId, Text
from game.core.world import World
from game.engine.exercise import Exercise
from game.paths import shipped
from game.scenario.document import Document, read_document
from game.scenario.explain import explain
from game.scenario.folder import read_texts
from game.scenario.load import context
from game.scenario.problems import Problem, ScenarioError
from game.scenario.reading.characters import MAX_BYTES
from game.scenario.reading.layer import Layer
from game.scenario.wording.words import near

STATISTICS = ("median", "mean", "quantile", "p")

PerCent = Annotated[Decimal, Field(ge=0, le=100)]


class Range(Model):
    """Where a statistic must lie: `in: [low, high]`, or `at_least`, or `at_most`."""

    in_: Annotated[tuple[Figure, Figure] | None, Field(alias="in")] = None
    at_least: Figure | None = None
    at_most: Figure | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        single = (self.at_least is not None) + (self.at_most is not None)
        if (self.in_ is None) == (single == 0):
            raise ValueError("give 'in: [low, high]', or one or both of at_least and at_most")
        return self

    def low(self) -> Span | Decimal | None:
        """Return the lower end, if there is one."""
        return self.in_[0] if self.in_ else self.at_least

    def high(self) -> Span | Decimal | None:
        """Return the upper end, if there is one."""
        return self.in_[1] if self.in_ else self.at_most


class Quantile(Range):
    """A value under which so many per cent of the games lie."""

    at: PerCent


class That(Model):
    """What a game must have for it to count in a share: exactly one of these."""

    by: When | None = None
    """A date: in the week of this day or before."""
    at_least: Figure | None = None
    at_most: Figure | None = None
    is_: Annotated[Figure | None, Field(alias="is")] = None
    never: Flag = False
    """A date: that it never comes."""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        given = [self.by, self.at_least, self.at_most, self.is_, self.never or None]
        if sum(each is not None for each in given) != 1:
            raise ValueError("give exactly one of by, at_least, at_most, is, never")
        return self


class Proportion(Range):
    """Per cent of games that have something: that it ever happens, or is more than nought."""

    that: That | None = None


class Check(Model):
    """One statistic over the games, and where it must lie: exactly one of these."""

    what: Text | None = None
    measure: Measure | None = None
    """What is measured, where it is not what the row measures."""
    was: Figure | None = None
    """What it really was, to say where in the games that lies."""
    median: Range | None = None
    mean: Range | None = None
    quantile: Quantile | None = None
    p: Proportion | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if sum(getattr(self, name) is not None for name in STATISTICS) != 1:
            raise ValueError(f"give exactly one of {', '.join(STATISTICS)}")
        return self

    @property
    def statistic(self) -> str:
        """Return the name of the statistic."""
        return next(name for name in STATISTICS if getattr(self, name) is not None)

    @property
    def band(self) -> Range:
        """Return where it must lie."""
        band: Range = getattr(self, self.statistic)
        return band

    def dates(self) -> list[Any]:
        """Return what is written of the measure's own kind: dates for a date, else numbers."""
        said: list[Any] = [self.was]
        if self.p is None:
            said += [self.band.low(), self.band.high()]
        elif self.p.that:
            said += [self.p.that.by, self.p.that.at_least, self.p.that.at_most, self.p.that.is_]
        return [each for each in said if each is not None]


class Row(Model):
    """Something that really happened, and how the games are held against it."""

    what: Text
    """What is looked at."""
    history: Text
    """What really happened, as the sources have it."""
    uncertainty: Literal["low", "medium", "high"]
    """How unsure what happened is."""
    sources: list[SourceId] = []
    basis: Basis | None = None
    """A judgement, where no source says it."""
    counted: Flag = True
    """Whether it counts in the total; what a week is too coarse for does not."""
    measure: Measure | None = None
    checks: list[Check] = []
    untestable: Text | None = None
    """Why no game can say it; then there is no check."""
    note: Text | None = None

    @model_validator(mode="after")
    def _says_where_it_is_from(self) -> Self:
        if not self.sources and not self.basis:
            raise ValueError("say where it is from: 'sources: [...]', or 'basis: judgement: ...'")
        return self

    @model_validator(mode="after")
    def _can_be_checked(self) -> Self:
        if bool(self.checks) == bool(self.untestable):
            raise ValueError("give 'checks', or say in 'untestable' why there are none")
        for number, check in enumerate(self.checks, start=1):
            measure = check.measure or self.measure
            if measure is None:
                raise ValueError(f"check {number} has no measure; give the check or the row one")
            _suits(check, measure, number)
        return self

    def measured(self) -> list[tuple[Check, Measure]]:
        """Return every check with what it measures."""
        found = [(check, check.measure or self.measure) for check in self.checks]
        return [(check, measure) for check, measure in found if measure]


def _suits(check: Check, measure: Measure, number: int) -> None:
    """Check that dates stand where dates are measured, and numbers where numbers are."""
    dated, name = measure.unit.dated, measure.name
    if dated and check.mean:
        raise ValueError(f"check {number}: '{name}' may be never, which has no mean; use median")
    for said in check.dates():
        if isinstance(said, Span) != dated:
            kind = "a date, such as 2017-W23" if dated else "a number"
            raise ValueError(f"check {number}: '{name}' gives {kind}, so compare it with one")
    that = check.p.that if check.p else None
    if that and (that.by or that.never) and not dated:
        raise ValueError(f"check {number}: '{name}' gives a number; write at_least or at_most")
    if check.p and any(isinstance(end, Span) for end in (check.p.low(), check.p.high())):
        raise ValueError(f"check {number}: 'p' is a share of games; write per cent")


class History(Model):
    """A file of rows."""

    format: Literal[1] = 1
    title: Text
    about: Text | None = None
    rows: Annotated[dict[str, Row], Field(min_length=1)]

    def measures(self) -> list[Measure]:
        """Return all that is measured."""
        return [measure for row in self.rows.values() for _, measure in row.measured()]


def load_history(name: str, exercise: Exercise) -> History:
    """Load a file of history by its path, or by its id if it comes with the game.

    Raises:
        ScenarioError: With all that is wrong, and where.
    """
    path = _located(name)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _problem(name, f"this cannot be read ({error.strerror})") from error
    return read_history(read_document(raw, str(path)), exercise)


def read_history(document: Document, exercise: Exercise) -> History:
    """Check what is written against the models, the scenario's names and its sources.

    Raises:
        ScenarioError: With all that is wrong, and where.
    """
    data = document.data if isinstance(document.data, dict) else {}
    try:
        return History.model_validate(data, context=_context(exercise))
    except ValidationError as error:
        layer = Layer(data, document.marks)
        problems = explain(error, layer, History)
        raise ScenarioError(problems, {document.file: document.lines}) from None


def _context(exercise: Exercise) -> dict[str, Any]:
    """Return the ids that the scenario knows, those of a saved game's texts as well."""
    world: World = exercise.world
    known = context(read_texts(exercise.texts).data)
    return {**known, "world": world}


def _located(name: str) -> Path:
    path, folder = Path(name), shipped("scenarios") / "history"
    if path.exists():
        return path
    known = sorted(each.stem for each in folder.glob("*.yaml"))
    if name in known:
        return folder / f"{name}.yaml"
    around = [each.name for each in path.parent.glob("*.yaml")] if path.parent.is_dir() else []
    hint = near(path.name, [*around, *known])
    said = f"there is no file of history '{name}', and none of that name comes with the game"
    raise _problem(name, said, hint or f"known: {', '.join(known)}")


def _problem(name: str, message: str, hint: str = "") -> ScenarioError:
    return ScenarioError([Problem(name, 1, 1, "", "not-found", "error", message, hint)])
