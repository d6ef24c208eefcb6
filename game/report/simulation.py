"""The figures of a simulation, as data for other programs and as text."""

import re
from typing import Any

import numpy as np

from game.analysis.simulate import Study
from game.engine.exercise import Exercise

QUANTILES = {"p10": 10, "p50": 50, "p90": 90}
PLAIN = {
    "Answered": "Question answered",
    "Delegated": "Standing answer given",
    "CameAbout": "Chance that came about",
    "CameToNothing": "Chance that came to nothing",
    "Obliged": "Intention that did it",
    "Declined": "Intention that did not",
    "Approach": "Strike under way",
    "Stopped": "Strike stopped",
    "Missed": "Strike that missed",
    "Struck": "Strike that hit",
    "Mourned": "Side with dead in a week",
    "Pressed": "Pressure put on a track",
    "Probed": "Place probed",
    "Repulsed": "Attack thrown back",
    "Trained": "Unit trained",
    "Deserted": "Unit with deserters",
    "Reinforced": "Place reinforced",
    "Deterred": "Probe broken off",
    "Mediated": "Mediators heard",
    "Unheard": "Mediators not heard",
}


def as_data(
    study: Study, seed: str, doctrine: str, without: tuple[str, ...], always: tuple[str, ...]
) -> dict[str, Any]:
    """Return what `simulate --json` prints. Tracks are in points; speeds are of one core."""
    seconds = max(study.seconds, 1e-9)
    return {
        "scenario": study.exercise.id,
        "games": study.games,
        "seed": seed,
        "doctrine": doctrine,
        "without": list(without),
        "always": list(always),
        "rules": [rule.name for rule in study.exercise.scenario.rules.chosen()],
        "endings": study.endings(),
        "tracks": _tracks(study),
        "facts": {kind: float(counts.sum()) / study.games for kind, counts in study.facts.items()},
        "sources": study.movement(),
        "from_the_map": round(study.from_the_map(), 4),
        "games_per_second": round(study.games / seconds, 1),
        "weeks_per_second": round(int(study.week.sum()) / seconds, 1),
    }


def _tracks(study: Study) -> dict[str, dict[str, float]]:
    found = {}
    for number, track in enumerate(study.exercise.world.tracks):
        levels = np.percentile(study.track[:, number], list(QUANTILES.values()), method="nearest")
        found[track] = {n: int(v) / 1000 for n, v in zip(QUANTILES, levels, strict=True)}
    return found


def as_text(data: dict[str, Any], exercise: Exercise) -> str:
    """Return the same for reading, in the scenario's own names and in plain words."""
    endings = {name: each.title for name, each in exercise.scenario.endings.items()}
    tracks = {name: each.name for name, each in exercise.scenario.tracks.items()}
    wide = max(map(len, (*endings.values(), *tracks.values())), default=0)
    wide = max(28, wide + 2)
    head = f"{data['games']} games, doctrine {data['doctrine']}, seed {data['seed']}"
    lines = [f"{data['scenario']}: {head}"]
    lines += [f"without {what}" for what in data["without"]]
    lines += [f"always {what}" for what in data["always"]]
    lines += ["", "Endings"]
    lines += [f"  {endings[n]:{wide}}{100 * share:6.1f} %" for n, share in data["endings"].items()]
    lines += ["", f"{'Tracks':{wide + 2}}{'10 %':>8}{'median':>8}{'90 %':>8}"]
    for name, t in data["tracks"].items():
        lines.append(f"  {tracks[name]:{wide}}{t['p10']:8.1f}{t['p50']:8.1f}{t['p90']:8.1f}")
    lines += ["", "What happened, times per game"]
    lines += [f"  {_plain(kind):{wide}}{mean:8.2f}" for kind, mean in data["facts"].items()]
    lines += ["", "What moves the tracks, share in the median game"]
    lines += [f"  {source:{wide}}{100 * share:6.1f} %" for source, share in data["sources"].items()]
    lines += ["", f"{data['weeks_per_second']:,.0f} game-weeks a second on one core"]
    return "\n".join(lines)


def _plain(kind: str) -> str:
    """Say the kind of a fact in words: in its own, where those tell enough."""
    return PLAIN.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()
