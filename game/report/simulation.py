"""The figures of a simulation, as data for other programs and as text."""

from typing import Any

import numpy as np

from game.analysis.simulate import Study

QUANTILES = {"p10": 10, "p50": 50, "p90": 90}


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


def as_text(data: dict[str, Any]) -> str:
    """Return the same for reading."""
    head = f"{data['games']} games, doctrine {data['doctrine']}, seed {data['seed']}"
    lines = [f"{data['scenario']}: {head}"]
    lines += [f"without {what}" for what in data["without"]]
    lines += [f"always {what}" for what in data["always"]]
    lines += ["", "Endings"]
    lines += [f"  {name:28}{100 * share:6.1f} %" for name, share in data["endings"].items()]
    lines += ["", f"{'Tracks':30}{'10 %':>8}{'median':>8}{'90 %':>8}"]
    for name, t in data["tracks"].items():
        lines.append(f"  {name:28}{t['p10']:8.1f}{t['p50']:8.1f}{t['p90']:8.1f}")
    lines += ["", "Facts, per game"]
    lines += [f"  {kind:28}{mean:8.2f}" for kind, mean in data["facts"].items()]
    lines += ["", "What moves the tracks, share in the median game"]
    lines += [f"  {source:28}{100 * share:6.1f} %" for source, share in data["sources"].items()]
    lines += ["", f"{data['weeks_per_second']:,.0f} game-weeks a second on one core"]
    return "\n".join(lines)
