"""Figures: how an author writes a quantity, and the whole number the engine keeps."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from itertools import islice
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    ValidationInfo,
    model_validator,
)

from game.core.relation import Relation


class Amiss(ValueError):
    """Something that does not fit together, and the way from the model to where it is written."""

    def __init__(self, message: str, *path: str, key: bool = False) -> None:
        super().__init__(message)
        self.path = path
        self.key = key  # it is the last key that is wrong, not what stands under it


class Model(BaseModel):
    """A part of a scenario: nothing unknown is allowed, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _times(factor: int) -> Callable[[Any], int]:
    """Convert a written decimal exactly: `Decimal` never passes through a binary float."""

    def convert(written: Any) -> int:
        if isinstance(written, bool) or not isinstance(written, int | float | Decimal):
            raise ValueError(f"should be a number, not {written!r}")
        try:
            exact = Decimal(str(written)) * factor
        except InvalidOperation:
            raise ValueError(f"should be a number, not {written!r}") from None
        if not exact.is_finite():
            raise ValueError(f"should be a number, not {written!r}")
        if exact != exact.to_integral_value():
            raise ValueError(f"{written} has more decimals than are kept; {_decimals(factor)}")
        return int(exact)

    return convert


def _decimals(factor: int) -> str:
    """Return how many decimals may be written, where one more digit is ten times as much."""
    places = len(str(factor)) - 1
    return f"write at most {places} decimal{'' if places == 1 else 's'}"


Whole = Annotated[int, Strict()]
"""A whole number."""
Flag = Annotated[bool, Strict()]
"""True or false."""
# The bounds stand before the conversion, so that pydantic sees what is kept when one is broken, and
# a message can say the bound as it is written. A bound that is added further out must be 0.
PerCent = Annotated[int, Field(ge=0, le=100_000), BeforeValidator(_times(10))]
"""Written in per cent (12.5), kept in per mille (125). May exceed 100 where it scales."""
Part = Annotated[int, Field(ge=0, le=1000), BeforeValidator(_times(10))]
"""A chance or a share: written in per cent (0 to 100), kept in per mille."""
Swing = Annotated[int, Field(ge=0, le=900), BeforeValidator(_times(10))]
"""How far a figure may lie from the one written, in per cent: never so far that nothing is left."""
Percents = Annotated[int, Field(ge=-100_000, le=100_000), BeforeValidator(_times(10))]
"""Written in per cent and perhaps negative, kept in per mille."""
Points = Annotated[int, Field(ge=-100_000, le=100_000), BeforeValidator(_times(1000))]
"""Written in points of a 0-100 track (+4, 0.5), kept in thousandths (4000, 500)."""
Standing = Annotated[int, Field(ge=0, le=100_000), BeforeValidator(_times(1000))]
"""Where a track can stand: written in points from 0 to 100, kept in thousandths."""
People = Annotated[int, Strict(), Field(ge=0, le=1_000_000)]
Km = Annotated[int, Strict(), Field(ge=0, le=20_000)]
Weeks = Annotated[int, Strict(), Field(ge=0, le=500)]

IN_BRACES = re.compile(r"\{[^{}]*\}")
"""What looks as if something were to be filled in for it."""
LONGEST_TEXT = 4000


def _is_complete(text: str) -> str:
    """Refuse what stands in braces: nothing would be filled in, and the player would read it."""
    if found := IN_BRACES.search(text):
        where = "only the text of an incident or an ending has words in braces"
        raise ValueError(f"{found[0]} is not filled in here; {where}")
    return text


Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_is_complete)]
"""What people read."""

Icon = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""The name of a picture in `assets/icons`; a screen without it shows a plain mark."""

MAX_HINTS = 100  # in a scenario: guessing takes long, and nobody reads so many
MAX_COMPARED = 400  # ids that a word is compared with
MAX_WORD = 60  # letters of a word that is worth a guess


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a hint at what was probably meant, or nothing."""
    if len(word) > MAX_WORD:
        return ""
    ids = [each for each in islice(known, MAX_COMPARED) if len(each) <= MAX_WORD]
    near = get_close_matches(word, ids, 1, 0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _unknown(kind: str, word: str, known: Iterable[str], info: ValidationInfo) -> ValueError:
    """Return what to say of an id that there is not, with a hint for the first of them."""
    context = info.context or {}
    context["misses"] = context.get("misses", 0) + 1
    hint = suggest(word, known) if context["misses"] <= MAX_HINTS else ""
    if kind == "link_kinds":
        return ValueError(f"no march goes on '{word}'{hint or '; add it under marches'}")
    return ValueError(f"nothing among {kind} is called '{word}'{hint}")


def _known(kind: str) -> AfterValidator:
    """Check an id against the ids of the scenario, which the reader passes as context."""

    def check(word: str, info: ValidationInfo) -> str:
        ids = (info.context or {}).get(kind)
        if ids is not None and word not in ids:
            raise _unknown(kind, word, ids, info)
        return word

    return AfterValidator(check)


NOBODY = "nobody"
"""Stands in the place of a side: holds what no side holds."""
SideId = Annotated[str, _known("sides")]
PlaceId = Annotated[str, _known("places")]
UnitId = Annotated[str, _known("units")]
TrackId = Annotated[str, _known("tracks")]
StatusId = Annotated[str, _known("statuses")]
DialId = Annotated[str, _known("dials")]
IncidentId = Annotated[str, _known("incidents")]
OptionId = Annotated[str, _known("options")]
EventId = Annotated[str, _known("events")]
ActorId = Annotated[str, _known("actors")]
AreaId = Annotated[str, _known("areas")]
TokenId = Annotated[str, _known("tokens")]
AimId = Annotated[str, _known("aims")]
MarchId = Annotated[str, _known("marches")]
LinkKind = Annotated[str, _known("link_kinds")]
CorridorId = Annotated[str, _known("corridors")]
NetworkId = Annotated[str, _known("networks")]
ZoneId = Annotated[str, _known("zones")]
MeansId = Annotated[str, _known("strikes")]
SourceId = Annotated[str, _known("sources")]

EndingId = Annotated[str, _known("endings")]


def _is_basis(written: str, info: ValidationInfo) -> str:
    """Accept the id of a source, or a judgement with its sentence."""
    known = (info.context or {}).get("sources")
    if written.startswith("judgement"):
        if len(written.split()) < 4:
            raise ValueError("a judgement says in a sentence why: 'judgement: ...'")
    elif known is not None and written not in known:
        raise _unknown("sources", written, known, info)
    return written


Basis = Annotated[str, AfterValidator(_is_basis)]
"""Where a figure or a fact comes from: the id of a source, or `judgement: ` and a sentence."""

Change = dict[TrackId, Points]
"""What happens to tracks: `{trust: +4}`."""


def _each_pair_once(written: dict[str, dict[str, Relation]]) -> dict[str, dict[str, Relation]]:
    said = set[frozenset[str]]()
    for one, other in ((one, other) for one, others in written.items() for other in others):
        if one == other:
            raise ValueError(f"'{one}' has no relation to itself")
        if (pair := frozenset((one, other))) in said:
            raise ValueError(f"how '{one}' and '{other}' stand is said twice")
        said.add(pair)
    return written


Relations = Annotated[dict[SideId, dict[SideId, Relation]], AfterValidator(_each_pair_once)]
"""How sides stand to each other, each pair said once: `{north: {south: hostile}}`."""


class ByLevel(Model):
    """A figure for every level of a dial."""

    dial: DialId
    levels: dict[str, PerCent]

    @model_validator(mode="after")
    def _has_every_level(self, info: ValidationInfo) -> Self:
        wanted = (info.context or {}).get("levels", {}).get(self.dial)
        if wanted is not None and set(wanted) != set(self.levels):
            raise ValueError(f"give a figure for each of {', '.join(wanted)}")
        return self


class ByStatus(Model):
    """A figure for every level of a status."""

    status: StatusId
    levels: dict[str, PerCent]

    @model_validator(mode="after")
    def _has_every_level(self, info: ValidationInfo) -> Self:
        wanted = (info.context or {}).get("status_levels", {}).get(self.status)
        if wanted is not None and set(wanted) != set(self.levels):
            raise ValueError(f"give a figure for each of {', '.join(wanted)}")
        return self
