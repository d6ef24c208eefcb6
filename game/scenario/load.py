"""Loads a scenario: read, check against the models, and everything wrong said where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.core.figures import NOBODY
from game.paths import shipped
from game.scenario.distances import misplaced
from game.scenario.explain import explain
from game.scenario.folder import Written, read, read_texts
from game.scenario.model import Scenario
from game.scenario.problems import Problem, ScenarioError
from game.scenario.wording.words import quoted

IDS = (
    "places",
    "units",
    "tracks",
    "statuses",
    "dials",
    "areas",
    "tokens",
    "options",
    "incidents",
    "marches",
    "actors",
    "endings",
    "sources",
)
RULES = {"corridors": "corridor", "networks": "network", "zones": "zone", "strikes": "strikes"}
NAMED = (*IDS, "sides", "grades", "doctrines")
"""Parts of a scenario in which everything has an id."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Loaded:
    """A scenario that is sound, its id, and the text it was read from."""

    id: str
    scenario: Scenario
    texts: dict[str, str]


@cache
def index() -> dict[str, Any]:
    """Return what `scenarios/index.yaml` says: the default scenario and the chooser's order."""
    import yaml

    found: dict[str, Any] = yaml.safe_load((shipped("scenarios") / "index.yaml").read_text("utf-8"))
    return found


def find(name: str) -> Path | None:
    """Return where the scenario with an id is shipped, if it is."""
    folder = shipped("scenarios") / name
    return folder if (folder / "scenario.yaml").is_file() else None


def locate(name: str) -> Path:
    """Return the path of a scenario: the path that was given if it exists, else a shipped id.

    Raises:
        ScenarioError: There is neither; with what there is.
    """
    path = Path(name)
    if path.exists():
        return path
    found = find(name) if path.name == name else None
    if found is None:
        known = ", ".join(
            sorted(p.parent.name for p in shipped("scenarios").glob("*/scenario.yaml"))
        )
        message = f"there is no file or folder '{name}', and no shipped scenario of that name"
        raise ScenarioError(
            [Problem(name, 1, 1, "", "not-found", "error", message, f"known: {known}")]
        )
    return found


def load(name: str) -> Loaded:
    """Load a scenario by path or id.

    Raises:
        ScenarioError: With all that is wrong.
    """
    path = locate(name)
    written = read(path, find)
    id_ = path.stem if path.is_file() and path.name != "scenario.yaml" else path.resolve().name
    return Loaded(id_, checked(written), dict(written.texts))


def load_texts(id_: str, texts: Mapping[str, str]) -> Loaded:
    """Load a scenario from the texts that a saved game keeps.

    Raises:
        ScenarioError: With all that is wrong.
    """
    return Loaded(id_, checked(read_texts(texts)), dict(texts))


def checked(written: Written) -> Scenario:
    """Check what is written against the models, and its roads against its map."""
    if odd := [(kind, name) for kind in NAMED for name in _map(written.data, kind) if _odd(name)]:
        hint = "an id has small letters, digits and hyphens, like north-gate"
        said = [
            written.problem(path, "wrong-form", f"{quoted(path[-1])} is no id", hint, key=True)
            for path in odd
        ]
        raise ScenarioError(sorted(said), written.files)
    try:
        scenario = Scenario.model_validate(written.data, context=context(written.data))
    except ValidationError as error:
        problems = explain(error, written, Scenario)
        raise ScenarioError(problems, written.files) from None
    if found := list(misplaced(scenario)):
        problems = [written.problem(path, "misplaced", *said) for path, *said in found]
        raise ScenarioError(sorted(problems), written.files)
    return scenario


def _odd(name: str) -> bool:
    return ID.fullmatch(name) is None


def context(data: Any) -> dict[str, Any]:
    """Return the ids that are written, so that each can be checked where it is used.

    They are the keys of dictionaries: a hostile file has thousands, each looked up thousandfold.
    """
    known: dict[str, Any] = {kind: _map(data, kind) for kind in IDS}
    known["sides"] = dict.fromkeys([*_map(data, "sides"), NOBODY])
    known["aims"] = _map(data, "grades")
    for kind, rule in RULES.items():
        known[kind] = _map(_map(data, "rules"), rule)
    known["link_kinds"] = dict.fromkeys(
        sorted({kind for march in _map(data, "marches").values() for kind in _keys(march)})
    )
    known["levels"] = {
        name: _keys(_map(dial, "levels")) for name, dial in _map(data, "dials").items()
    }
    known["status_levels"] = {
        name: _keys(_map(status, "levels")) for name, status in _map(data, "statuses").items()
    }
    known["answers"] = {
        name: _keys(_map(incident, "answers")) for name, incident in _map(data, "incidents").items()
    }
    known["postures"] = {
        name: _keys(_map(actor, "postures")) for name, actor in _map(data, "actors").items()
    }
    reactions = [
        f"{name}.{key}"
        for name, actor in _map(data, "actors").items()
        for key in _map(actor, "reactions")
    ]
    known["events"] = dict.fromkeys([*_map(data, "events"), *reactions])
    known["outcomes"] = {**known["endings"], **known["incidents"], **known["events"]}
    return known


def _map(data: Any, key: str) -> dict[str, Any]:
    """Return a part that is a map, as far as what is written is well enough to be read."""
    part = data.get(key) if isinstance(data, dict) else None
    return part if isinstance(part, dict) else {}


def _keys(part: Any) -> list[str]:
    return list(part) if isinstance(part, dict) else []
