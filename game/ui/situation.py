"""Situation: what a screen may know, as plain frozen data made from the player's observation.

Amounts are in points, dates and sentences are ready to be shown. Nothing here knows the engine.
"""

from dataclasses import dataclass, field

from game.ui.ground import Ground, Plan


@dataclass(frozen=True)
class Track:
    """A quantity from 0 to 100 that the game is about."""

    id: str
    title: str
    icon: str
    value: float
    change: float  # since the last council
    good: bool | None  # whether that change is what the player would have
    always: bool  # whether it stands in the top bar, or in the regional panel
    text: str  # what it measures, and at which levels what happens
    bite: float | None = None  # the level that matters most
    bites: str = ""  # what begins there


@dataclass(frozen=True)
class Effect:
    """One thing that a choice brings about, in words; `good` says for whom it is meant well."""

    text: str
    good: bool | None = None
    track: str = ""  # the id of the track that it moves


@dataclass(frozen=True)
class Adviser:
    """An office's advice on an option, and the outcome that it fears."""

    office: str
    supports: bool
    says: str
    fears: str


@dataclass(frozen=True)
class Odds:
    """What a choice leads to if the course is held afterwards, in per cent of the futures."""

    aim: int
    other: int
    worst: int
    low: int  # bounds of the worst
    high: int
    games: int
    lines: tuple[str, ...] = ()
    """What differs from holding the course, in sentences."""
    none: bool = False  # whether nobody works them out

    @property
    def sure(self) -> bool:
        """Say whether the interval is narrow enough to be shown as a figure."""
        return self.high - self.low < 10


@dataclass(frozen=True)
class Fan:
    """Percentiles of a track in points, one figure for each turn from now on."""

    p5: tuple[float, ...]
    p25: tuple[float, ...]
    p50: tuple[float, ...]
    p75: tuple[float, ...]
    p95: tuple[float, ...]


@dataclass(frozen=True)
class Option:
    """A policy option; closed where `why_not` says something."""

    id: str
    title: str
    icon: str
    tone: str  # "calm", "firm" or "force"
    cost: float
    price: str  # the cost in words
    text: str
    effects: tuple[Effect, ...]
    advisers: tuple[Adviser, ...]
    why_not: tuple[str, ...] = ()
    plans: tuple[Plan, ...] = ()  # what it would do on the map


@dataclass(frozen=True)
class Dial:
    """A standing setting."""

    id: str
    title: str
    text: str
    levels: tuple[str, ...]  # their ids
    notes: tuple[tuple[str, ...], ...]  # what each means and does, and what turning to it costs
    level: str  # as drafted
    was: str  # as it stands
    price: str = ""  # what it costs to turn one


@dataclass(frozen=True)
class Token:
    """A kind of force that is apportioned to areas: how many are where, as drafted."""

    id: str
    title: str
    text: str
    areas: tuple[tuple[str, str, int], ...]  # id, title, number

    def fullest(self, area: str) -> tuple[str, str] | None:
        """Return id and title of the other area that has most of it, if one has any."""
        others = [(number, other, title) for other, title, number in self.areas if other != area]
        number, other, title = max(others, default=(0, "", ""))
        return (other, title) if number else None


@dataclass(frozen=True)
class LogLine:
    """Something that became known."""

    id: str
    date: str
    kind: str  # a name of a filter of the log, or `sound`
    icon: str
    text: str
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class Briefing:
    """What the council is told at the start of a turn."""

    kicker: str
    headline: str
    summary: str
    body: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aim:
    """An aim that may be ranked at the first council."""

    id: str
    title: str
    text: str
    rank: int  # 0: not ranked


@dataclass(frozen=True)
class Hint:
    """One hint of the first game: where to look and what to do there."""

    id: str
    look: str
    text: str


@dataclass(frozen=True)
class Council:
    """What may be decided at the start of a turn, and what is drafted."""

    options: tuple[Option, ...]
    dials: tuple[Dial, ...]
    tokens: tuple[Token, ...]
    aims: tuple[Aim, ...]  # empty when they cannot be ranked any more
    ranks: int  # how many aims are ranked
    slots: int
    moves: int  # how many force tokens may still be moved
    purse: float  # what is left after what is drafted
    priced: bool  # whether there is a purse at all
    agenda: tuple[str, ...]
    drafted: bool  # whether there is anything that would change the course
    warnings: tuple[str, ...]  # what one might regret about ending the turn now
    can_undo: bool = False
    can_redo: bool = False

    @property
    def open(self) -> tuple[Option, ...]:
        """Return the options that may be chosen."""
        return tuple(option for option in self.options if not option.why_not)

    @property
    def closed(self) -> tuple[Option, ...]:
        """Return the options that may not, each of which says why."""
        return tuple(option for option in self.options if option.why_not)

    def option(self, name: str) -> Option:
        """Find an option by its id."""
        return next(option for option in self.options if option.id == name)


@dataclass(frozen=True)
class Reply:
    """A way to answer an incident; closed where `why_not` says something."""

    id: str
    title: str
    advocate: str
    effects: tuple[Effect, ...]  # what surely follows
    standing: bool
    why_not: str = ""
    perhaps: tuple[str, ...] = ()  # what may follow, or comes later
    hurt: str = ""  # whom it kills, surely or perhaps


@dataclass(frozen=True)
class Incident:
    """What asks inside a week: a flash where it has a place, else a choice."""

    flash: bool
    title: str
    date: str
    text: str
    facts: tuple[tuple[str, str], ...]  # label and value: who, law, place
    replies: tuple[Reply, ...]
    at: tuple[float, float] | None  # longitude, latitude
    orders: tuple[tuple[str, str, bool], ...] = ()
    """What would be answered without the player: when, the answer, and whether it is so now."""


@dataclass(frozen=True)
class Forecast:
    """The odds of all that can be chosen now. It grows while more futures are played."""

    hold: Odds
    choices: dict[str, Odds] = field(hash=False)
    fans: dict[str, dict[str, Fan]] = field(hash=False)
    """For each choice (and `hold`) the fan of every track."""
    hold_lines: tuple[str, ...] = ()
    draft: Odds | None = None
    """Of all that is drafted, once it is known; of holding course while nothing is."""
    levers: dict[str, Odds] = field(default_factory=dict, hash=False)
    """Of each dial turned and each force moved alone, by name; nothing until all are known."""

    def of(self, choice: str) -> Odds | None:
        """Return the odds of a choice, if they are known yet."""
        return self.choices.get(choice, self.hold if self.hold.none else None)


UNKNOWN = Odds(0, 0, 0, 0, 100, 0, none=True)
NO_ODDS = Forecast(UNKNOWN, {}, {}, draft=UNKNOWN)
"""What is shown where nobody works out odds."""


@dataclass(frozen=True)
class Cause:
    """One reason why a figure moved."""

    text: str
    amount: float  # in points
    good: bool | None = None  # whether it is what the player would have


@dataclass(frozen=True)
class Why:
    """The causes of a figure, or the whole of a line of the log."""

    title: str
    text: str
    causes: tuple[Cause, ...] = ()
    chances: tuple[str, ...] = ()
    total: str = ""  # what the causes come to


@dataclass(frozen=True)
class Situation:
    """All that the play screen shows."""

    scenario: str
    side: str
    turn: int  # from 1
    turns: int
    dates: str
    tracks: tuple[Track, ...]
    ground: Ground
    briefing: Briefing
    log: tuple[LogLine, ...]
    council: Council | None  # while the council meets
    incident: Incident | None  # while something asks
    statuses: tuple[tuple[str, str], ...] = ()  # standing facts that all can see: name and level
    hints: tuple[Hint, ...] = ()
    aims: tuple[str, ...] = ()  # the endings that are aimed at
    worst: tuple[str, ...] = ()

    def track(self, name: str) -> Track:
        """Find a track by its id."""
        return next(track for track in self.tracks if track.id == name)
