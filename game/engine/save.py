"""Saves: the scenario's own text, the decisions, a digest of every week, and a snapshot."""

import base64
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter, ValidationError

from game import __version__
from game.core.bounds import fault
from game.core.figures import Model
from game.core.phase import Phase
from game.core.state import State, columns
from game.engine import files
from game.engine.decision import Answer, Orders, Refused
from game.engine.exercise import Exercise, prepare
from game.engine.files import SaveError
from game.engine.game import Game
from game.scenario.load import load_texts
from game.scenario.problems import ScenarioError


class Record(Model):
    """A moment as it is written down."""

    parent: int
    decision: Answer | Orders
    digests: dict[int, str]


class Save(Model):
    """A game as it is written down."""

    version: str
    """Of the engine that wrote it."""
    scenario: str
    """The id of the scenario."""
    texts: str
    """The scenario's own text, packed."""
    word: str
    """What the person typed as the seed, or nothing."""
    seed: int
    game: int
    here: int
    moments: list[Record]
    snapshot: dict[str, Any]


TEXTS = TypeAdapter(dict[str, str])


@dataclass(frozen=True)
class Reloaded:
    """A game that was loaded, and what has changed since it was saved."""

    game: Game
    word: str
    departed: int | None
    """The first week that no longer ends as it did, when the rules have changed since."""


def save(game: Game, path: Path, word: str = "") -> None:
    """Write a game to a file.

    Raises:
        SaveError: The file cannot be written; what was there before is untouched.
    """
    files.write(path, as_dict(game, word))


def as_dict(game: Game, word: str = "") -> dict[str, Any]:
    """Return a game as it is written down."""
    records = [
        Record(parent=moment.parent, decision=moment.decision, digests=moment.digests)
        for moment in game.history
        if moment.decision is not None
    ]
    return Save(
        version=__version__,
        scenario=game.exercise.id,
        texts=_packed(game.exercise),
        word=word,
        seed=game.chance.seed,
        game=int(game.chance.games[0]),
        here=game.here,
        moments=records,
        snapshot=pack(game.moment.state),
    ).model_dump(mode="json")


def load(path: Path) -> Reloaded:
    """Load a game and replay it; where the rules have changed since, go on from the snapshot.

    Raises:
        SaveError: The file cannot be read, or is no save of this game.
    """
    written = read(path)
    exercise = exercise_of(written, path)
    game, departed = replay(exercise, written)
    if pack(game.moment.state) != written.snapshot:
        game.put(_snapshot(exercise, written, path))
    return Reloaded(game, written.word, departed)


def read(path: Path) -> Save:
    """Read a save without playing it.

    Raises:
        SaveError: The file cannot be read, or is no save of this game.
    """
    try:
        return Save.model_validate(files.read(path))
    except ValidationError:
        raise SaveError(
            f"{path}: this save is damaged: its contents do not make sense; load another save"
        ) from None


def exercise_of(written: Save, path: Path) -> Exercise:
    """Compile the scenario that a save carries."""
    try:
        return prepare(load_texts(written.scenario, unpack_texts(written.texts)))
    except (ValueError, zlib.error) as error:
        raise SaveError(
            f"{path}: the scenario in this save is damaged; load another save"
        ) from error
    except ScenarioError as error:
        first = error.problems[0] if error.problems else error
        raise SaveError(
            f"{path}: the scenario in this save no longer passes the check of this version "
            f"({first}); play it with version {written.version}"
        ) from None


def replay(exercise: Exercise, written: Save) -> tuple[Game, int | None]:
    """Play the decisions of a save again; say in which week a line first departs from what was."""
    game, departed = Game(exercise, written.seed, written.game), None
    for number, record in enumerate(written.moments, start=1):
        if not 0 <= record.parent < number:
            break
        game.go(record.parent)
        try:
            game.branch(record.decision)
        except Refused:
            week = int(game.moment.state.week)
            departed = week if departed is None else min(departed, week)
            break
        differ = {week for week, _ in game.moment.digests.items() ^ record.digests.items()}
        if differ:
            departed = min(differ) if departed is None else min(departed, *differ)
    if 0 <= written.here < len(game.history):
        game.go(written.here)
    return game, departed


def _snapshot(exercise: Exercise, written: Save, path: Path) -> State:
    try:
        state = unpack(written.snapshot)
        if (name := fault(exercise.world, state)) or not _when(exercise, state):
            raise ValueError(name)
        return state
    except (KeyError, ValueError, TypeError, OverflowError):
        raise SaveError(
            f"{path}: this save was made by version {written.version} with other rules, and its "
            "position cannot be taken over; play it with that version"
        ) from None


def _when(exercise: Exercise, state: State) -> bool:
    return 0 <= state.week <= exercise.world.weeks and 0 <= state.phase < len(Phase)


def pack(state: State) -> dict[str, Any]:
    """Return a state as plain lists."""
    arrays = {name: getattr(state, name).tolist() for name in columns()}
    return {"week": state.week, "phase": int(state.phase)} | arrays


def unpack(packed: dict[str, Any]) -> State:
    """Return the state that was packed."""
    arrays = {name: np.array(packed[name], column.dtype) for name, column in columns().items()}
    return State(int(packed["week"]), int(packed["phase"]), **arrays)


def _packed(exercise: Exercise) -> str:
    """Return the scenario's text, compressed once for all the saves of a game."""
    packed: str | None = exercise.world.memo.get("packed texts")
    if packed is None:
        packed = exercise.world.memo["packed texts"] = pack_texts(exercise.texts)
    return packed


def pack_texts(texts: dict[str, str]) -> str:
    """Return the text of a scenario's files, compressed."""
    body = json.dumps(texts, ensure_ascii=False, sort_keys=True).encode()
    return base64.b85encode(zlib.compress(body, 9)).decode()


def unpack_texts(packed: str) -> dict[str, str]:
    """Return the text of a scenario's files."""
    most = 20_000_000  # a small file could unpack to fill the memory
    raw = zlib.decompressobj().decompress(base64.b85decode(packed), most)
    return TEXTS.validate_python(json.loads(raw))
