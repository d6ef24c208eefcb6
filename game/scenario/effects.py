"""Effects as data: what options, answers, events and reactions bring about."""

from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from game.core.figures import (
    ActorId,
    AreaId,
    Change,
    CorridorId,
    Flag,
    IncidentId,
    Km,
    MeansId,
    Model,
    NetworkId,
    Part,
    People,
    Percents,
    PlaceId,
    Relations,
    SideId,
    StatusId,
    Text,
    TokenId,
    UnitId,
    Weeks,
    Whole,
    ZoneId,
)

Few = Annotated[Whole, Field(ge=-100, le=100)]


class Gamble(Model):
    """Something that comes about with a chance, perhaps one that depends on a hidden posture."""

    text: Text | None = None
    """What comes about, in words, for the log."""
    chance: Part | None = None
    """The chance, where everybody knows it."""
    depends: dict[ActorId, dict[str, Part]] = {}
    """One actor, and the chance under each of its postures; how it falls is evidence of them."""
    then: "Effects"
    """What comes about if it does."""
    otherwise: "Effects | None" = None
    """What comes about if it does not."""

    @model_validator(mode="after")
    def _has_one_chance(self, info: ValidationInfo) -> Self:
        if (self.chance is None) == (not self.depends) or len(self.depends) > 1:
            raise ValueError("give either one chance, or one actor that it depends on")
        for actor, chances in self.depends.items():
            wanted = (info.context or {}).get("postures", {}).get(actor)
            if wanted is not None and set(wanted) != set(chances):
                raise ValueError(f"give a chance for each of {', '.join(wanted)}")
        return self


class Later(Model):
    """Something that is set in motion now and arrives later."""

    text: Text | None = None
    """What arrives, in words, for the log."""
    weeks: Annotated[Weeks, Field(ge=1)]
    then: "Effects"


class Lasting(Model):
    """Something that goes on for a while."""

    weeks: Annotated[Weeks, Field(ge=1)]
    each: "Effects"
    """What comes about in each of these weeks, the present one first."""


class Hit(Model):
    """A strike on whoever came: the unit that the incident is about."""

    share: Part
    """Share of its people who are killed or driven off."""
    killed: Part = 500
    """Share of those who are killed."""


class Rethink(Model):
    """An actor may come to intend something else, whatever it intended before."""

    to: str
    """The posture that it may turn to."""
    chance: Part
    """The chance that it does. That it thinks again is known, and not what it decides."""


class Effects(Model):
    """What comes about, all of it, in this order."""

    change: Change = {}
    """Tracks, up or down."""
    status: dict[StatusId, str] = {}
    """Levels that statuses take."""
    zone: dict[ZoneId, Km] = {}
    """Radii that zones take; 0 switches one off."""
    relations: Relations = {}
    """How sides stand to each other from now on."""
    hand_over: dict[PlaceId, SideId] = {}
    """Places that pass to a side without a fight; `nobody` leaves one empty."""
    garrison: dict[PlaceId, Annotated[Whole, Field(ge=-100_000, le=100_000)]] = {}
    """People added to a garrison, or taken from it."""
    strengthen: dict[UnitId, Annotated[Whole, Field(ge=-100_000, le=100_000)]] = {}
    """People added to a unit, or who leave it alive."""
    weaken: dict[UnitId, Part] = {}
    """Share of its strength that a unit loses, killed or driven off."""
    move: dict[UnitId, PlaceId] = {}
    """Units that are brought to a place at once, as by air."""
    tokens: dict[TokenId, dict[AreaId, Few]] = {}
    """Force tokens that are added to an area, or taken from it as far as any are there."""
    leaders: dict[NetworkId, Few] = {}
    """Leaders that a network gains or loses."""
    traffic: dict[CorridorId, Percents] = {}
    """What is added to a corridor's traffic, or taken from it."""
    lose: dict[SideId, People] = {}
    """People of a side who are killed."""
    force: Flag = False
    """Whether this is an act of force that sets a precedent."""
    hit: Hit | None = None
    """A strike on whoever came, in an answer to an incident."""
    cover: dict[MeansId, Part] = {}
    """The chance at which what is coming to the place is stopped, in an answer to an incident."""
    look: dict[ActorId, Annotated[Whole, Field(ge=1, le=10)]] = {}
    """How many more looks are taken at an actor's signals: what is seen is evidence."""
    rethink: dict[ActorId, Rethink] = {}
    """Actors that think again at the end of the week, once in a game: the first cause counts."""
    ask: IncidentId | None = None
    """What is put to the player for decision, wherever it is."""
    gamble: dict[str, Gamble] = {}
    """What comes about with a chance, each by a name of its own."""
    later: dict[str, Later] = {}
    """What arrives later, each by a name of its own."""
    lasting: dict[str, Lasting] = {}
    """What goes on for a while, each by a name of its own."""

    @model_validator(mode="after")
    def _turns_to_what_there_is(self, info: ValidationInfo) -> Self:
        for actor, rethink in self.rethink.items():
            known = (info.context or {}).get("postures", {}).get(actor)
            if known is not None and rethink.to not in known:
                ways = ", ".join(known)
                raise ValueError(f"{actor} cannot turn to '{rethink.to}', only to {ways}")
        return self

    def inner(self, owner: str) -> "list[tuple[str, Effects]]":
        """Return these effects and all that lie inside them, each with the name of its owner."""
        found = [(owner, self)]
        for name, gamble in self.gamble.items():
            found += gamble.then.inner(f"{owner}/{name}")
            if gamble.otherwise:
                found += gamble.otherwise.inner(f"{owner}/{name}/not")
        for name, later in self.later.items():
            found += later.then.inner(f"{owner}/{name}")
        for name, lasting in self.lasting.items():
            found += lasting.each.inner(f"{owner}/{name}")
        return found
